"""What the two sides of a compared document say: the reading of a reviewer who accepts every change, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from plangen.document.diff.keys import wraps
from plangen.document.diff.tokens import same
from plangen.document.document import Document
from plangen.document.inlines import CrossReference, Inline, Text
from plangen.document.nodes import Block, BulletList, DefinitionList, Node, OrderedList, Row, Section, Table
from plangen.document.walk import blocks, every_inline, plain_text, texts

Side = Literal["old", "new"]
_OTHERS = {"old": ("inserted", "moved"), "new": ("deleted",)}


def said(document: Document, side: Side) -> list[str]:
    """The lines of one side, in reading order. What references print, which is generated, is one sign.

    The notes come last, by what they say, since their order follows from that of their marks.
    """
    lines = [_line(field.inlines, side) for field in document.metadata.cover]
    lines += [line for block in document.blocks for line in _block(block, side)]
    notes = (
        [line for block in note.blocks for line in _block(block, side)] for note in document.notes if _there(note, side)
    )
    lines += [line for note in sorted(notes) for line in note]
    return [line for line in lines if line]


def words(document: Document, side: Side) -> list[str]:
    """The words of one side in reading order, however they are parted into paragraphs."""
    return " ".join(said(document, side)).split()


def marks(document: Document) -> list[str]:
    """The kinds of all changes in a document."""
    found = [inline.change for field in document.metadata.cover for inline in every_inline(field.inlines)]
    for note in document.notes:
        found += [note.change, *_changes(note.blocks)]
    found += _changes(document.blocks)
    return [change.kind for change in found if change]


def _changes(some: Iterable[Block]) -> list:
    found = []
    for block in some:
        found.append(block.change)
        if isinstance(block, BulletList | OrderedList | DefinitionList):
            found += [item.change for item in block.items]
        if isinstance(block, Table):
            for row in (*block.head, *block.rows):
                found += [row.change, *(cell.change for cell in row.cells)]
            found += [note.change for note in block.notes]
        found += [inline.change for line in texts(block) for inline in every_inline(line)]
        found += _changes(blocks(block))
    return found


def _there(node: Node, side: Side) -> bool:
    return node.change is None or node.change.kind not in _OTHERS[side]


def _line(inlines: Iterable[Inline], side: Side) -> str:
    return same(plain_text(_kept(inlines, side))).strip()


def _kept(inlines: Iterable[Inline], side: Side) -> Iterator[Inline]:
    for inline in inlines:
        if wraps(inline):
            inner = tuple(_kept(inline.inlines, side))
            if inner:
                yield replace(inline, inlines=inner)
        elif inline.change is None or inline.change.kind not in _OTHERS[side]:
            yield Text("→") if isinstance(inline, CrossReference) else inline


def _block(block: Block, side: Side) -> Iterator[str]:
    if not _there(block, side):
        return
    match block:
        case Table():
            yield _line(block.caption, side)
            for row in (*block.head, *block.rows):
                yield from _row(row, side)
            yield from (_line(note.inlines, side) for note in block.notes if _there(note, side))
        case BulletList() | OrderedList():
            for item in block.items:
                if _there(item, side):
                    yield from (line for inner in item.blocks for line in _block(inner, side))
        case DefinitionList():
            for term in block.items:
                if _there(term, side):
                    yield _line(term.term, side)
                    yield from (line for inner in term.blocks for line in _block(inner, side))
        case Section():
            yield "# " + _line(block.heading.inlines, side)
            yield from (line for inner in block.blocks for line in _block(inner, side))
        case _:
            yield from (_line(line, side) for line in texts(block))
            yield from (line for inner in blocks(block) for line in _block(inner, side))


def _row(row: Row, side: Side) -> Iterator[str]:
    if _there(row, side):
        yield from (_line(cell.inlines, side) for cell in row.cells if _there(cell, side))
