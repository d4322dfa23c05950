"""Which parts of a compared document have marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.document.document import Document
from plangen.document.inlines import Change, Inline
from plangen.document.nodes import Block, BulletList, DefinitionList, OrderedList, Row, Table
from plangen.document.walk import blocks, every_inline, texts


def document_changed(document: Document) -> bool:
    """Whether a document has a mark anywhere: in its blocks, its notes or on its cover."""
    cover = (field.inlines for field in document.metadata.cover)
    return (
        any(next(_line_marks(line), None) for line in cover)
        or any(changed(block) for block in document.blocks)
        or any(note.change or any(map(changed, note.blocks)) for note in document.notes)
    )


def changed(block: Block) -> bool:
    """Whether a block or anything that it holds has a mark."""
    return next(marks((block,)), None) is not None


def marks(some: Sequence[Block]) -> Iterator[Change]:
    """The marks of blocks and of all that they hold, in reading order."""
    for block in some:
        if block.change:
            yield block.change
        match block:
            case Table():
                yield from _row_marks((*block.head, *block.rows))
                yield from (note.change for note in block.notes if note.change)
            case BulletList() | OrderedList() | DefinitionList():
                yield from (item.change for item in block.items if item.change)
            case _:
                pass
        for line in texts(block):
            yield from _line_marks(line)
        yield from marks(blocks(block))


def _row_marks(rows: Sequence[Row]) -> Iterator[Change]:
    for row in rows:
        if row.change:
            yield row.change
        yield from (cell.change for cell in row.cells if cell.change)


def _line_marks(line: Sequence[Inline]) -> Iterator[Change]:
    yield from (inline.change for inline in every_inline(line) if inline.change)
