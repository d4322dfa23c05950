"""Two documents -> the later one with what differs from the earlier marked in it.

Both are resolved. Numbers, the contents list and what references print are those of the later document and never
marked, since they follow from the rest. Every writer knows the marks (`Change`), so this document is written as any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.dataclass import replace
from plangen.document.diff.columns import in_order, interleaved
from plangen.document.diff.lines import DELETED, INSERTED, compared, whole
from plangen.document.diff.loose_headings import loosened
from plangen.document.diff.match import matched
from plangen.document.diff.merge import merged
from plangen.document.diff.names import refers, renamed_notes, renamed_parts, with_names
from plangen.document.diff.parts import root
from plangen.document.diff.row_moves import with_moved_rows
from plangen.document.diff.tables import OLD
from plangen.document.document import CoverField, Document
from plangen.document.inlines import CrossReference, FootnoteReference, Inline
from plangen.document.nodes import Block, Note, Section, Table
from plangen.document.walk import each_and_below, map_block


def compare(base: Document, head: Document) -> Document:
    """The head with the base's own parts among its own, all that differs marked."""
    names = renamed_notes(base, head)
    base = with_names(base, names) if names else base
    old, new = root(base.blocks), root(head.blocks)
    matching = matched(old, new)
    if loose := loosened(old, new, matching):
        base, head = replace(base, blocks=loose[0]), replace(head, blocks=loose[1])
        old, new = root(base.blocks), root(head.blocks)
        matching = matched(old, new)
    names = renamed_parts(matching)
    if refers(base, names):
        base = with_names(base, names)
        old = root(base.blocks)
        matching = matched(old, new)
    blocks = with_moved_rows(merged(old, new, matching))
    notes = tuple(_notes(base.notes, head.notes))
    renamed = _Renamed((*blocks, *(block for note in notes for block in note.blocks)), notes)
    cover = tuple(_cover(base.metadata.cover, head.metadata.cover))
    return replace(
        head,
        metadata=replace(head.metadata, cover=cover),
        blocks=tuple(map_block(block, renamed) for block in blocks),
        notes=tuple(replace(note, blocks=tuple(map_block(block, renamed) for block in note.blocks)) for note in notes),
    )


def _cover(base: Sequence[CoverField], head: Sequence[CoverField]) -> Iterator[CoverField]:
    """The cover's lines by role; those of the base alone behind what they stood behind."""
    at = {line.role: index for index, line in enumerate(head)}
    partners = {index: at[line.role] for index, line in enumerate(base) if line.role in at}
    stay = in_order(partners)
    for old, new in interleaved({index: partners[index] for index in stay}, len(base), len(head)):
        if old is not None and new is not None:
            yield replace(head[new], inlines=compared(base[old].inlines, head[new].inlines))
        elif new is not None:
            yield replace(head[new], inlines=whole(head[new].inlines, INSERTED))
        elif old is not None:
            yield replace(base[old], inlines=whole(base[old].inlines, DELETED))


def _notes(base: Sequence[Note], head: Sequence[Note]) -> Iterator[Note]:
    """The notes by id; those of the base alone last."""
    old = {note.id: note for note in base}
    for note in head:
        before = root(old[note.id].blocks) if note.id in old else root(())
        after = root(note.blocks)
        change = None if note.id in old else INSERTED
        yield replace(note, blocks=merged(before, after, matched(before, after)), change=change)
    names = {note.id for note in head}
    for note in base:
        if note.id not in names:
            before, after = root(note.blocks), root(())
            blocks = merged(before, after, matched(before, after))
            yield replace(note, id=note.id + OLD, blocks=blocks, change=DELETED)


class _Renamed:
    """Leads deleted references to what they led to: the node as it is now, or else as it was."""

    def __init__(self, blocks: Sequence[Block], notes: Sequence[Note]) -> None:
        self._names = {each.id for each in each_and_below(blocks)} | {note.id for note in notes}
        for each in each_and_below(blocks):
            if isinstance(each, Table):
                self._names |= {note.id for note in each.notes}
            elif isinstance(each, Section):
                self._names.add(each.heading.id)

    def __call__(self, inline: Inline) -> tuple[Inline, ...]:
        match inline:
            case CrossReference(target=name) if name not in self._names and name + OLD in self._names:
                return (replace(inline, target=name + OLD),)
            case FootnoteReference(note=name) if name not in self._names and name + OLD in self._names:
                return (replace(inline, note=name + OLD),)
            case _:
                return (inline,)
