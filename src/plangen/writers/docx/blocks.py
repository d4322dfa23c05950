"""Block nodes -> paragraphs and tables of a flow.

Word's text is flat: what a list item, a quotation or a box holds are paragraphs in a row. `Place` says where a block
stands, and so which styles its paragraphs have.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

from plangen.brand.brand import StyleName
from plangen.dataclass import dataclass, replace
from plangen.document.heading_look import look_of
from plangen.document.inlines import Change, Image, Inline, ParagraphEnd
from plangen.document.keeping import stands_whole
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    DefinitionList,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Section,
    Table,
    TableOfContents,
)
from plangen.document.orientation import runs, starts_wide
from plangen.document.walk import every_inline, printed_caption
from plangen.writers.docx.bookmarks import bookmark_name
from plangen.writers.docx.boxes import box, unboxed
from plangen.writers.docx.captions import caption
from plangen.writers.docx.contents import contents
from plangen.writers.docx.drawings import drawing
from plangen.writers.docx.flow import Flow, paragraph
from plangen.writers.docx.inlines import inlines
from plangen.writers.docx.outline import level_of
from plangen.writers.docx.paragraph_styles import LIST_LEVELS, heading_look
from plangen.writers.docx.runs import PLAIN, Format, run
from plangen.writers.docx.tables import table
from plangen.writers.docx.writing import Writing
from plangen.writers.docx.xml import Element, twips, w


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the style of its paragraphs, whose look that is, and how many lists are around it."""

    style: str = "Normal"
    look: StyleName = "body"
    depth: int = 0


BODY = Place()


def blocks(nodes: tuple[Block, ...], flow: Flow, writing: Writing, place: Place = BODY) -> None:
    """A run of blocks. What is wide stands on landscape pages of its own."""
    for landscape, together in runs(nodes):
        if landscape:
            flow.open("landscape", fresh=True)
        for above, node in pairwise((None, *together)):
            if isinstance(above, Callout) and isinstance(node, Callout):
                flow.part_boxes()
            if node is not None:
                block(node, flow, writing, place)
        if landscape:
            flow.open("portrait")


def block(node: Block, flow: Flow, writing: Writing, place: Place) -> None:
    """One block, with its mark if it was compared."""
    before = len(flow.body)
    _block(node, flow, writing, place)
    if node.change:
        writing.tracking.paragraphs(flow.added(before), node.change)


def _block(node: Block, flow: Flow, writing: Writing, place: Place) -> None:
    match node:
        case Section():
            section(node, flow, writing)
        case Paragraph():
            for part in text_paragraphs(node, writing, place):
                flow.add(part)
        case BulletList() | OrderedList():
            list_of_items(node, flow, writing, place)
        case Table():
            table(node, flow, writing)
        case Figure():
            figure(node, flow, writing)
        case BlockQuote():
            blocks(node.blocks, flow, writing, replace(place, style="Quote", look="quotation"))
        case Callout():
            callout(node, flow, writing, place)
        case DefinitionList():
            definition_list(node, flow, writing, place)
        case PageBreak():
            flow.break_page()
        case TableOfContents():
            contents(node, flow, writing)
        case _:
            assert_never(node)


def section(node: Section, flow: Flow, writing: Writing) -> None:
    """A heading and what stands under it. Above a wide table the heading stands on the landscape page."""
    turned = starts_wide(node)
    if turned:
        flow.open("landscape", fresh=True)
    heading, level = node.heading, level_of(node.heading)
    if heading.page_break_before:
        flow.break_page(by_style=writing.outline.starts_page(heading))
    names = [bookmark_name("Toc", node.id)] if node.id in writing.listed else []
    names += [bookmark_name("Ref", node.id)] if node.id in writing.targets else []
    look = writing.look(heading_look(look_of(level, listed=heading.listed)))
    content = writing.bookmarks.around(inlines(heading.inlines, writing, look), *names)
    flow.add(paragraph(writing.outline.style(heading), content, _own_number(heading, writing)))
    if turned:
        flow.stay()
    blocks(node.blocks, flow, writing)


def _own_number(heading: Heading, writing: Writing) -> Element | None:
    """The numbering of a heading that has another than its style, or none."""
    own = writing.outline.number(heading)
    if own is None:
        return None
    numbering, rank = own
    return w("numPr", w("ilvl", val=rank - 1), w("numId", val=numbering))


def text_paragraphs(node: Paragraph, writing: Writing, place: Place, *extra: Element | None) -> Iterator[Element]:
    """A paragraph of running text; several where it was several, whose ends are marked as no more or as new."""
    lines: list[list[Inline]] = [[]]
    for inline in node.inlines:
        lines[-1].append(inline)
        if isinstance(inline, ParagraphEnd) and not inline.new:
            lines.append([])
    for index, line in enumerate(lines):
        made = _text_paragraph(replace(node, id="" if index else node.id, inlines=tuple(line)), writing, place, *extra)
        if line and isinstance(line[-1], ParagraphEnd):
            writing.tracking.end(made, Change("inserted" if line[-1].new else "deleted"))
        yield made


def _text_paragraph(node: Paragraph, writing: Writing, place: Place, *extra: Element | None) -> Element:
    """One paragraph. One with a picture in it may grow higher than its line."""
    content = inlines(node.inlines, writing, writing.look(place.look))
    pictures = any(isinstance(each, Image) for each in every_inline(node.inlines))
    line = twips(writing.brand.styles[place.look].line_height)
    growing = w("spacing", line=line, lineRule="atLeast") if pictures else None
    keep = w("keepNext") if node.keep_with_next else None
    return paragraph(place.style, writing.bookmarks.around(content, *_bookmarks(node, writing)), growing, keep, *extra)


def callout(node: Callout, flow: Flow, writing: Writing, place: Place) -> None:
    """A box with a title: paragraphs with a shade, or a table of one cell where it holds more than paragraphs."""
    title = writing.bookmarks.around(inlines(node.title, writing, Format(in_bold=True)), *_bookmarks(node, writing))
    if all(isinstance(each, Paragraph) for each in node.blocks):
        if title:
            flow.add(paragraph("Callout Title", title))
        blocks(node.blocks, flow, writing, replace(place, style="Callout"))
        return
    table, cell = box(writing.brand)
    inside = Flow(cell, flow.styles)
    if title:
        inside.add(paragraph("Callout Title", title, *unboxed()))
    blocks(node.blocks, inside, writing)
    inside.end_cell()
    flow.add(table)
    flow.gap(writing.brand.styles["body"].after)


def list_of_items(node: BulletList | OrderedList, flow: Flow, writing: Writing, place: Place) -> None:
    """A list. What an item holds beyond its first paragraph stands under its text.

    Below the whole stands the space of the paragraphs that it stands among.
    """
    depth = min(place.depth + 1, max(LIST_LEVELS))
    suffix = f" {depth}" if depth > 1 else ""
    kind = "List Number" if isinstance(node, OrderedList) else "List Bullet"
    beside = Place(f"{kind}{suffix}", "list-item", depth)
    under = replace(beside, style=f"List Continue{suffix}")
    numbering = writing.numbering.restart(depth - 1, node.start) if isinstance(node, OrderedList) else 0
    whole = stands_whole(node)
    for index, item in enumerate(node.items, start=1):
        first, rest = _first_paragraph(item)
        if whole and index < len(node.items):
            first = replace(first, keep_with_next=True)
        own = w("numPr", w("ilvl", val=depth - 1), w("numId", val=numbering)) if numbering else None
        before = len(flow.body)
        for part in text_paragraphs(first, writing, beside, own):
            flow.add(part)
        blocks(rest, flow, writing, under)
        writing.tracking.paragraphs(flow.added(before), item.change or first.change)
    styles = writing.brand.styles
    flow.gap(max(styles[place.look].after - styles["list-item"].after, 0))


def definition_list(node: DefinitionList, flow: Flow, writing: Writing, place: Place) -> None:
    """Terms, each over what is said of it. Of a list that stands whole each paragraph but the last keeps the next."""
    whole = stands_whole(node)
    for index, item in enumerate(node.items, start=1):
        before = len(flow.body)
        flow.add(paragraph("Definition Term", inlines(item.term, writing, Format(in_bold=True))))
        said = item.blocks
        if whole and index < len(node.items):
            said = tuple(replace(each, keep_with_next=True) if isinstance(each, Paragraph) else each for each in said)
        blocks(said, flow, writing, replace(place, style="Definition"))
        writing.tracking.paragraphs(flow.added(before), item.change)


def figure(node: Figure, flow: Flow, writing: Writing) -> None:
    """A picture and, under it, its caption."""
    picture = [run(PLAIN, drawing(node.image, writing, printed_caption(node)))]
    below = bool(node.number or node.caption)
    flow.add(paragraph("Figure", picture, None if below else w("keepNext", val=0)))
    if below:
        flow.add(caption(node, writing, w("keepNext", val=0)))


def _first_paragraph(item: ListItem) -> tuple[Paragraph, tuple[Block, ...]]:
    """What stands beside the sign of a list item, and the blocks under it."""
    match item.blocks:
        case (Paragraph() as first, *rest):
            return first, tuple(rest)
        case _:
            return Paragraph(inlines=()), item.blocks


def _bookmarks(node: Paragraph | Callout, writing: Writing) -> tuple[str, ...]:
    return (bookmark_name("Ref", node.id),) if node.id in writing.targets else ()
