"""A compared document without moves, for formats that know only what was inserted and what was deleted.

What was moved here is inserted as it is now, with nothing of what it was; what was moved away is deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from plangen.dataclass import replace
from plangen.document.diff.keys import wraps
from plangen.document.document import Document
from plangen.document.inlines import Change, CrossReference, Inline, Text
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Cell,
    Definition,
    DefinitionList,
    Heading,
    ListItem,
    Node,
    OrderedList,
    Row,
    Section,
    Table,
)
from plangen.document.walk import every_block, map_block, map_children, map_inlines, map_lines

INSERTED = Change("inserted")

SUMMARY = "diff-summary"
"""The id of the section with the summary."""

Part = TypeVar("Part", ListItem, Definition)
Kept = TypeVar("Kept", bound=Node)


def printable(document: Document) -> Document:
    """A compared document for formats with pages: its summary before the cover, which leads to each place.

    There blocks and cells can be led to, but for a table's head, which is repeated on its pages. So what leads to a row
    leads to its first cell, to a head or a cell of it to the table, and to an item to the first block of it.
    """
    compared = document.comparison
    if compared is None:
        return document
    settled = without_moves(document)
    places = {name: place for block in every_block(settled) for name, place in _places(block) if name and place}

    def linked(inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, CrossReference):
            return (inline,)
        place = places.get(inline.target)
        return (replace(inline, target=place),) if place else inline.inlines

    heading = Heading(level=1, inlines=(Text(compared.title),), numbered=False, listed=False)
    page = tuple(map_block(block, linked) for block in compared.page or compared.summary)
    first = Section(id=SUMMARY, heading=replace(heading, id=f"{SUMMARY}.heading"), blocks=page)
    return replace(settled, front=(first,))


def _places(block: Block) -> Iterator[tuple[str, str]]:
    """By the ids of a block, and of what in it is no block, where that can be led to."""
    yield block.id, block.id
    match block:
        case Table():
            for row in block.head:
                yield from ((name, block.id) for name in (row.id, *(cell.id for cell in row.cells)))
            for row in block.rows:
                yield row.id, next((cell.id for cell in row.cells), "")
                yield from ((cell.id, cell.id) for cell in row.cells)
        case BulletList() | OrderedList() | DefinitionList():
            yield from ((item.id, item.blocks[0].id) for item in block.items if item.blocks)
        case _:
            pass


def without_moves(document: Document) -> Document:
    """The document with each move as a deletion and an insertion."""
    notes = (replace(note, blocks=tuple(map(_settled, note.blocks))) for note in document.notes)
    return replace(document, blocks=tuple(map(_settled, document.blocks)), notes=tuple(notes))


def as_accepted(document: Document) -> Document:
    """The document when all that was changed is accepted; its tables keep the widths that they have with the marks."""
    blocks = tuple(accepted(block) for block in _left(document.blocks))
    notes = tuple(replace(note, blocks=tuple(map(accepted, _left(note.blocks)))) for note in _left(document.notes))
    cover = (replace(field, inlines=_accepted_line(field.inlines)) for field in document.metadata.cover)
    metadata = replace(document.metadata, cover=tuple(field for field in cover if field.inlines))
    return replace(document, metadata=metadata, blocks=blocks, notes=notes, front=(), comparison=None)


def accepted(block: Block) -> Block:
    """A block as it is now: nothing that was deleted is in it, and no mark."""
    block = map_lines(replace(block, change=None), _accepted_line)
    match block:
        case Table():
            rows = tuple(_accepted_row(row) for row in _left(block.rows))
            head = tuple(_accepted_row(row) for row in _left(block.head))
            notes = tuple(replace(note, change=None) for note in _left(block.notes))
            return replace(block, head=head, rows=rows, notes=notes)
        case BulletList() | OrderedList():
            return replace(block, items=tuple(_accepted_item(item) for item in _left(block.items)))
        case DefinitionList():
            return replace(block, items=tuple(_accepted_item(item) for item in _left(block.items)))
        case Section() | BlockQuote() | Callout():
            return replace(block, blocks=tuple(accepted(child) for child in _left(block.blocks)))
        case _:
            return block


def _settled(block: Block) -> Block:
    if _moved(block.change):
        return replace(map_lines(accepted(block), _inserted_line), change=INSERTED)
    match block:
        case Table():
            return replace(block, rows=tuple(_inserted_row(row) if _moved(row.change) else row for row in block.rows))
        case BulletList() | OrderedList():
            return replace(block, items=tuple(_settled_item(item) for item in block.items))
        case DefinitionList():
            return replace(block, items=tuple(_settled_item(item) for item in block.items))
        case _:
            return map_children(block, _settled)


def _settled_item(item: Part) -> Part:
    if _moved(item.change):
        item = _accepted_item(item)
        item = replace(item, blocks=tuple(map_lines(block, _inserted_line) for block in item.blocks), change=INSERTED)
        return replace(item, term=_inserted_line(item.term)) if isinstance(item, Definition) else item
    return replace(item, blocks=tuple(map(_settled, item.blocks)))


def _accepted_item(item: Part) -> Part:
    item = replace(item, change=None, blocks=tuple(accepted(child) for child in _left(item.blocks)))
    return replace(item, term=_accepted_line(item.term)) if isinstance(item, Definition) else item


def _inserted_row(row: Row) -> Row:
    cells = (replace(cell, inlines=_inserted_line(cell.inlines)) for cell in _accepted_row(row).cells)
    return replace(row, cells=tuple(cells), change=INSERTED)


def _accepted_row(row: Row) -> Row:
    return replace(row, change=None, cells=tuple(_accepted_cell(cell) for cell in _left(row.cells)))


def _accepted_cell(cell: Cell) -> Cell:
    return replace(cell, change=None, inlines=_accepted_line(cell.inlines))


def _accepted_line(line: Sequence[Inline]) -> tuple[Inline, ...]:
    def change(inline: Inline) -> tuple[Inline, ...]:
        return () if inline.change and inline.change.kind == "deleted" else (replace(inline, change=None),)

    return map_inlines(line, change)


def _inserted_line(line: Sequence[Inline]) -> tuple[Inline, ...]:
    """A line whose every word is inserted, so that who reads the words alone knows it."""
    return map_inlines(line, lambda inline: (inline if wraps(inline) else replace(inline, change=INSERTED),))


def _left(nodes: Iterable[Kept]) -> Iterator[Kept]:
    """The nodes that were not deleted."""
    return (node for node in nodes if node.change is None or node.change.kind != "deleted")


def _moved(change: Change | None) -> bool:
    return change is not None and change.kind == "moved"
