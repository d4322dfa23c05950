"""A resolved document -> pandoc's tree as JSON (pandoc-types 1.23), from which pandoc writes formats that we don't.

Numbers are text, as everything is that resolve has decided. What a box holds are paragraphs in its style.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import InitVar, field
from typing import assert_never

from plangen.dataclass import dataclass
from plangen.document.document import Document
from plangen.document.grid import Line, grid
from plangen.document.inlines import Image, Text
from plangen.document.nodes import (
    Align,
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Column,
    DefinitionList,
    Figure,
    ListItem,
    Note,
    OrderedList,
    PageBreak,
    Paragraph,
    Section,
    Table,
    TableNote,
    TableOfContents,
)
from plangen.document.orientation import runs, starts_wide
from plangen.document.walk import printed_number
from plangen.writers.odt_names import (
    BOX,
    BOX_TITLE,
    CAPTION,
    CONTENTS_TITLE,
    COVER_NOTICE,
    COVER_ORGANISATION,
    COVER_PAGE,
    COVER_TEXT,
    FIGURE,
    FIGURE_CAPTION,
    LANDSCAPE_PAGE,
    LIST_LINE,
    LIST_TITLE,
    NEXT_PAGE,
    SUBTITLE,
    TABLE_NOTE,
    TITLE,
    UPRIGHT_PAGE,
    cell_text,
    contents_line,
)
from plangen.writers.pandoc_inlines import NO_ATTRIBUTES, Element, Inlines, link, picture, span, string

VERSION = (1, 23, 1)
COVER_STYLES = {
    "title": TITLE,
    "organisation": COVER_ORGANISATION,
    "body": SUBTITLE,
    "subtitle": SUBTITLE,
    "notice": COVER_NOTICE,
}
ALIGNED: dict[Align, str] = {"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}


def pandoc_tree(document: Document, logo: Image | None = None) -> bytes:
    """The tree of a document, with its cover, above which a logo stands, before its blocks."""
    writer = _Writer({note.id: note for note in document.notes})
    metadata = document.metadata
    blocks = [*writer.cover(document, logo), *writer.blocks(document.blocks)]
    meta = {
        "title": {"t": "MetaInlines", "c": string(metadata.title)},
        "lang": {"t": "MetaString", "c": metadata.language},
    }
    tree = {"pandoc-api-version": VERSION, "meta": meta, "blocks": blocks}
    return json.dumps(tree, ensure_ascii=False).encode()


@dataclass(slots=True)
class _Writer:
    """Blocks to pandoc's. Notes stand within inlines, and hold blocks."""

    notes: InitVar[Mapping[str, Note]]
    inlines: Inlines = field(init=False)

    def __post_init__(self, notes: Mapping[str, Note]) -> None:
        self.inlines = Inlines(notes, self.blocks)

    def cover(self, document: Document, logo: Image | None) -> list[Element]:
        metadata = document.metadata
        titled = any(each.role == "title" for each in metadata.cover)
        lines = [page(COVER_PAGE)] if titled else []
        named = any(each.role == "organisation" for each in metadata.cover)
        lines += [styled(COVER_TEXT if named else COVER_ORGANISATION, [picture(logo)])] if logo else []
        lines += [styled(COVER_TEXT, string(metadata.draft))] if metadata.draft else []
        for each in metadata.cover:
            text = [*string(f"{each.label}: " if each.label else ""), *self.inlines.run(each.inlines)]
            lines.append(styled(COVER_STYLES.get(each.role, COVER_TEXT), text))
        return [*lines, page(NEXT_PAGE)] if titled else lines

    def blocks(self, blocks: Sequence[Block]) -> list[Element]:
        """The elements of blocks, with marks around those that stand on landscape pages."""
        found: list[Element] = []
        for landscape, run in runs(blocks):
            elements = [element for block in run for element in self.block(block)]
            found += turned(elements) if landscape else elements
        return found

    def block(self, block: Block) -> list[Element]:
        match block:
            case Section():
                return self.section(block)
            case Paragraph():
                content = self.inlines.run(block.inlines)
                return [_paragraph([span(content, [], block.id)] if block.id else content)]
            case BulletList():
                return [{"t": "BulletList", "c": [self.item(each) for each in block.items]}]
            case OrderedList():
                form = [block.start, {"t": "Decimal"}, {"t": "Period"}]
                return [{"t": "OrderedList", "c": [form, [self.item(each) for each in block.items]]}]
            case Table():
                return self.table(block)
            case Figure():
                drawn = styled(FIGURE, self.inlines.run((block.image,)))
                return [drawn, styled(FIGURE_CAPTION, [span(self.caption(block), [], block.id)])]
            case BlockQuote():
                return [{"t": "BlockQuote", "c": self.blocks(block.blocks)}]
            case Callout():
                head = [styled(BOX_TITLE, [span(self.inlines.run(block.title), [], block.id)])] if block.title else []
                return [*head, _in_style(BOX, self.blocks(block.blocks))]
            case DefinitionList():
                items = [[self.inlines.run(each.term), [self.blocks(each.blocks)]] for each in block.items]
                return [{"t": "DefinitionList", "c": items}]
            case TableOfContents():
                return self.contents(block)
            case PageBreak():
                return [page(NEXT_PAGE)]
            case _:
                assert_never(block)

    def section(self, section: Section) -> list[Element]:
        own = section.heading
        number = string(f"{printed_number(own)} ") if own.number else []
        heading: Element = {
            "t": "Header",
            "c": [own.level, [section.id, [], []], [*number, *self.inlines.run(own.inlines)]],
        }
        head = [page(NEXT_PAGE), heading] if own.page_break_before else [heading]
        return [*(turned(head) if starts_wide(section) else head), *self.blocks(section.blocks)]

    def item(self, item: ListItem) -> list[Element]:
        return self.blocks(item.blocks)

    def contents(self, contents: TableOfContents) -> list[Element]:
        """The contents list as lines that lead to what they name; `odt_contents` puts their pages there."""
        if not contents.entries:
            return []
        headings = contents.of == "headings"
        lines = [styled(CONTENTS_TITLE if headings else LIST_TITLE, self.inlines.run(contents.title))]
        for entry in contents.entries:
            number = string(f"{printed_number(entry)} ") if entry.number else []
            text = [*number, *self.inlines.run(entry.inlines, linked=True)]
            style = contents_line(entry.level) if headings else LIST_LINE
            lines.append(styled(style, link(text, f"#{entry.target}", linked=False)))
        return lines

    def caption(self, of: Table | Figure) -> list[Element]:
        number = f"{of.label} {of.number}" + (". " if of.caption else "") if of.number else ""
        return self.inlines.run((Text(number), *of.caption))

    def table(self, table: Table) -> list[Element]:
        laid = grid(table)
        whole = sum(column.width for column in table.columns)
        columns = [
            [
                {"t": ALIGNED[each.align]},
                {"t": "ColWidth", "c": each.width / whole} if whole else {"t": "ColWidthDefault"},
            ]
            for each in table.columns
        ]
        caption = [styled(CAPTION, [span(self.caption(table), [], table.id)])] if table.caption_visible else []
        head = [NO_ATTRIBUTES, [self.row(line, table.columns, head=True) for line in laid.head]]
        bodies = [[NO_ATTRIBUTES, 0, [], [self.row(line, table.columns) for line in body]] for body in laid.bodies]
        foot = [NO_ATTRIBUTES, [self.row(line, table.columns) for line in laid.foot]]
        parts = [["" if caption else table.id, [], []], [None, []], columns, head, bodies, foot]
        notes = [styled(TABLE_NOTE, self.table_note(note)) for note in table.notes]
        return [*caption, {"t": "Table", "c": parts}, *notes]

    def table_note(self, note: TableNote) -> list[Element]:
        text = [*string(f"{note.mark} " if note.mark else ""), *self.inlines.run(note.inlines)]
        return [span(text, [], note.id)]

    def row(self, line: Line, columns: Sequence[Column], *, head: bool = False) -> list[object]:
        """The cells of a row, each in the style of its column; the places that others cover have none."""
        cells = []
        for slot in line.slots:
            text = self.inlines.run(slot.cell.inlines)
            if text and line.row.role in ("group", "total", "subtotal"):
                text = [{"t": "Strong", "c": text}]
            elif text and "whereof" in (line.row.role, columns[slot.column].role):
                text = [{"t": "Emph", "c": text}]
            align = columns[slot.column].align
            content = [styled(cell_text(align, head=head), text)] if text else []
            cells.append([NO_ATTRIBUTES, {"t": ALIGNED[align]}, slot.rows, slot.columns, content])
        return [NO_ATTRIBUTES, cells]


def styled(name: str, inlines: list[Element]) -> Element:
    """A paragraph in a style that pandoc doesn't know by itself."""
    return _in_style(name, [_paragraph(inlines)])


def _in_style(name: str, blocks: list[Element]) -> Element:
    """Blocks whose paragraphs have a style that pandoc doesn't know by itself."""
    return {"t": "Div", "c": [["", [], [["custom-style", name]]], blocks]}


def page(kind: str) -> Element:
    """A mark that what follows begins a page, which `odt_pages` puts into effect."""
    return styled(kind, [])


def turned(elements: list[Element]) -> list[Element]:
    """What stands on landscape pages."""
    return [page(LANDSCAPE_PAGE), *elements, page(UPRIGHT_PAGE)]


def _paragraph(inlines: list[Element]) -> Element:
    return {"t": "Para", "c": inlines}
