"""Ways through the tree: its text, its nodes in reading order, and the same tree with its inlines replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import is_
from typing import TypeVar, assert_never

from plangen.dataclass import replace
from plangen.document.document import Document
from plangen.document.inlines import (
    Abbreviation,
    Badge,
    Change,
    Code,
    CrossReference,
    Emphasis,
    Expression,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    ParagraphEnd,
    Strong,
    Text,
)
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Cell,
    ContentsEntry,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    OrderedList,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Table,
    TableOfContents,
)

NO_BREAK_SPACE, SOFT_HYPHEN = "\u00a0", "\u00ad"

Kind = TypeVar("Kind")

HOLDERS = (Emphasis, Strong, Link, CrossReference)
"""The inlines that hold others. A tuple, since asking by a union takes four times as long."""

InlineChange = Callable[[Inline], tuple[Inline, ...]]
LineChange = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]


def padded(badge: Badge) -> str:
    """What a badge prints on paper: its words with a space on each side, which is a millimetre of its ground."""
    return f"{NO_BREAK_SPACE}{badge.text}{NO_BREAK_SPACE}"


def plain_text(inlines: Iterable[Inline]) -> str:
    """The text that inlines print, without marks of notes."""
    return "".join([each.text if each.__class__ is Text else _inline_text(each) for each in inlines])


def blocks(parent: Document | Block) -> tuple[Block, ...]:
    """The blocks directly inside a block (of a list, those of all its items)."""
    match parent:
        case Document():
            return (*parent.front, *parent.blocks)
        case Section() | BlockQuote() | Callout():
            return parent.blocks
        case BulletList() | OrderedList() | DefinitionList():
            return tuple(block for item in parent.items for block in item.blocks)
        case Paragraph() | Table() | Figure() | PageBreak() | TableOfContents():
            return ()
        case _:
            assert_never(parent)


def every_block(parent: Document | Block) -> Iterator[Block]:
    """Every block below, in reading order."""
    return each_and_below(blocks(parent))


def each_and_below(tops: Iterable[Block]) -> Iterator[Block]:
    """Each of some blocks, followed by every block below it."""
    for block in tops:
        yield block
        yield from every_block(block)


def every_block_with_notes(document: Document) -> Iterator[Block]:
    """Every block of a document, and then those of its notes."""
    yield from every_block(document)
    for note in document.notes:
        yield from each_and_below(note.blocks)


def every_inline(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline, in reading order, each before what it holds."""
    for inline in inlines:
        yield inline
        if isinstance(inline, HOLDERS):
            yield from every_inline(inline.inlines)


def texts(block: Block) -> Iterator[tuple[Inline, ...]]:
    """The inline content that a block itself holds, in reading order (not that of blocks inside it)."""
    match block:
        case Section():
            yield block.heading.inlines
        case Paragraph():
            yield block.inlines
        case Table():
            yield block.caption
            for row in (*block.head, *block.rows):
                yield from (cell.inlines for cell in row.cells)
            yield from (note.inlines for note in block.notes)
        case Figure():
            yield block.caption
        case Callout():
            yield block.title
        case DefinitionList():
            yield from (item.term for item in block.items)
        case TableOfContents():
            yield block.title
        case BulletList() | OrderedList() | BlockQuote() | PageBreak():
            pass
        case _:
            assert_never(block)


def whole_mark(inlines: Iterable[Inline]) -> Change | None:
    """The mark of a comparison that every word of a line has."""
    leaves = (each for each in every_inline(inlines) if not getattr(each, "inlines", ()))
    marks = {each.change for each in leaves}
    return marks.pop() if len(marks) == 1 else None


def map_inlines(inlines: Iterable[Inline], change: InlineChange) -> tuple[Inline, ...]:
    """The inlines with each replaced by what `change` gives for it, innermost first."""
    changed: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, HOLDERS):
            changed += change(replace(inline, inlines=map_inlines(inline.inlines, change)))
        else:
            changed += change(inline)
    return same_or_new(inlines, changed)


def same_or_new(before: Iterable[Kind], after: Sequence[Kind]) -> tuple[Kind, ...]:
    """A tuple as it was where it still has the very same values, so that nothing need be made anew around it."""
    if isinstance(before, tuple) and len(before) == len(after) and all(map(is_, before, after)):
        return before
    return tuple(after)


def map_block(block: Block, change: InlineChange) -> Block:
    """The block with every inline of it and below replaced by what `change` gives."""
    return map_lines(block, lambda line: map_inlines(line, change))


def map_lines(block: Block, change: LineChange) -> Block:
    """The block with every run of inlines of it and below replaced by what `change` gives."""
    if isinstance(block, DefinitionList):
        return replace(block, items=tuple(_definition(item, change) for item in block.items))
    return map_children(map_own_lines(block, change), lambda child: map_lines(child, change))


def map_own_lines(block: Block, change: LineChange) -> Block:
    """The block with every run of inlines that it holds itself replaced by what `change` gives."""
    match block:
        case Section():
            return replace(block, heading=replace(block.heading, inlines=change(block.heading.inlines)))
        case Paragraph():
            return replace(block, inlines=change(block.inlines))
        case DefinitionList():
            return replace(block, items=tuple(replace(item, term=change(item.term)) for item in block.items))
        case Callout() | TableOfContents():
            return replace(block, title=change(block.title))
        case Table():
            return map_table(block, lambda cell: with_inlines(cell, change(cell.inlines)), change)
        case Figure():
            return replace(block, caption=change(block.caption))
        case BulletList() | OrderedList() | BlockQuote() | PageBreak():
            return block
        case _:
            assert_never(block)


def _definition(item: Definition, change: LineChange) -> Definition:
    """Term before blocks, since a change may count what it sees in reading order."""
    return replace(item, term=change(item.term), blocks=tuple(map_lines(child, change) for child in item.blocks))


def map_tables(block: Block, change: Callable[[Table], Table]) -> Block:
    """The block with every table of it and below replaced by what `change` gives."""
    if isinstance(block, Table):
        return change(block)
    return map_children(block, lambda child: map_tables(child, change))


def map_children(block: Block, change: Callable[[Block], Block]) -> Block:
    """The block with each block directly inside it replaced by what `change` gives."""

    def inner(children: tuple[Block, ...]) -> tuple[Block, ...]:
        return same_or_new(children, [change(child) for child in children])

    match block:
        case Section() | BlockQuote() | Callout():
            return replace(block, blocks=inner(block.blocks))
        case BulletList() | OrderedList():
            return replace(block, items=tuple(replace(item, blocks=inner(item.blocks)) for item in block.items))
        case DefinitionList():
            return replace(block, items=tuple(replace(item, blocks=inner(item.blocks)) for item in block.items))
        case Paragraph() | Table() | Figure() | PageBreak() | TableOfContents():
            return block
        case _:
            assert_never(block)


def with_inlines(cell: Cell, inlines: tuple[Inline, ...]) -> Cell:
    """A cell with these inlines; itself where they are its own."""
    return cell if inlines is cell.inlines else replace(cell, inlines=inlines)


def map_table(table: Table, change_cell: Callable[[Cell], Cell], change_line: LineChange) -> Table:
    """The table with its cells, and its caption and notes, replaced."""

    def rows(of: tuple[Row, ...]) -> tuple[Row, ...]:
        cells = [same_or_new(row.cells, [change_cell(cell) for cell in row.cells]) for row in of]
        return tuple([row if own is row.cells else replace(row, cells=own) for row, own in zip(of, cells, strict=True)])

    notes = tuple(replace(note, inlines=change_line(note.inlines)) for note in table.notes)
    return replace(table, caption=change_line(table.caption), head=rows(table.head), rows=rows(table.rows), notes=notes)


def _inline_text(inline: Inline) -> str:
    match inline:
        case Text() | Code() | Abbreviation() | Badge():
            return inline.text
        case Emphasis() | Strong() | Link():
            return plain_text(inline.inlines)
        case CrossReference():
            return reference_text(inline)
        case Image():
            return inline.alternative
        case LineBreak():
            return " "
        case ParagraphEnd():
            return "" if inline.new else inline.text
        case Expression():
            return "{{" + inline.source + "}}"
        case FootnoteReference():
            return ""
        case _:
            assert_never(inline)


def reference_text(reference: CrossReference) -> str:
    """What a reference prints: the author's wording, else label, number and title."""
    if reference.inlines:
        return plain_text(reference.inlines)
    return " ".join(part for part in (reference_head(reference), plain_text(reference.title)) if part)


def reference_head(reference: CrossReference) -> str:
    """What a reference prints before the title: "avsnitt 6.4", "Bilaga 1:"."""
    head = NO_BREAK_SPACE.join(part for part in (reference.label, reference.number) if part)
    return f"{head}:" if reference.in_series else head


def printed_caption(of: Table | Figure) -> str:
    """What a caption prints: "Tabell 1. Title"."""
    number = NO_BREAK_SPACE.join(part for part in (of.label, of.number) if part) if of.number else ""
    return ". ".join(part for part in (number, plain_text(of.caption)) if part)


def printed_number(of: Heading | ContentsEntry) -> str:
    """What stands before a heading's title: "6.4.1" of a section, "Bilaga 1:" of one in a series, or nothing."""
    if not of.number:
        return ""
    return f"{of.label}{NO_BREAK_SPACE}{of.number}:" if of.label else of.number
