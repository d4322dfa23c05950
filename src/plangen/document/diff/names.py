"""What is the same on both sides under different ids -> the base with the head's ids in its references and marks.

Where only an id has changed (a file's name, a note's mark), nothing that leads there has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plangen.dataclass import replace
from plangen.document.diff.keys import text_key
from plangen.document.diff.match import Matching
from plangen.document.diff.parts import root
from plangen.document.document import Document
from plangen.document.inlines import CrossReference, FootnoteReference, Inline
from plangen.document.nodes import Note, Table
from plangen.document.walk import every_block_with_notes, every_inline, map_block, map_tables, texts

Names = Mapping[str, str]
"""By the id in the base the one in the head."""


def renamed_notes(base: Document, head: Document) -> Names:
    """The notes of a document, and of its tables, that say the same under another id."""
    return dict(_same_notes(list(_notes(base)), list(_notes(head))))


def _same_notes(base: Sequence[tuple[str, object]], head: Sequence[tuple[str, object]]) -> Iterator[tuple[str, str]]:
    old, new = {name for name, _ in base}, {name for name, _ in head}
    free = {says: name for name, says in reversed(head) if name not in old}
    for name, says in base:
        if name not in new and says in free:
            yield name, free.pop(says)


def _notes(document: Document) -> Iterator[tuple[str, object]]:
    """Each note with what it says."""
    for note in document.notes:
        yield note.id, ("note", root(note.blocks).key)
    for block in every_block_with_notes(document):
        if isinstance(block, Table):
            yield from ((note.id, ("table note", text_key(note.inlines))) for note in block.notes)


def renamed_parts(matching: Matching) -> Names:
    """The ids of the content that were changed or taken away, of what is matched.

    What has no id of the content's any longer has one that was made, which deleted references may lead to.
    """
    pairs = ((one.name, other.node.id) for one, other in matching.to_head.items() if one.name and other.node)
    return {name: now for name, now in pairs if now and name != now}


def refers(document: Document, names: Names) -> bool:
    """Whether a document refers to one of some ids."""
    if not names:
        return False
    lines = (line for block in every_block_with_notes(document) for line in texts(block))
    return any(_leads_to(inline) in names for line in lines for inline in every_inline(line))


def _leads_to(inline: Inline) -> str:
    match inline:
        case CrossReference():
            return inline.target
        case FootnoteReference():
            return inline.note
        case _:
            return ""


def with_names(document: Document, names: Names) -> Document:
    """The document with other ids for its notes, and for what its references lead to."""

    def change(inline: Inline) -> tuple[Inline, ...]:
        match inline:
            case CrossReference():
                return (replace(inline, target=names.get(inline.target, inline.target)),)
            case FootnoteReference():
                return (replace(inline, note=names.get(inline.note, inline.note)),)
            case _:
                return (inline,)

    def note(each: Note) -> Note:
        return replace(
            each, id=names.get(each.id, each.id), blocks=tuple(map_block(one, change) for one in each.blocks)
        )

    def table(each: Table) -> Table:
        return replace(each, notes=tuple(replace(one, id=names.get(one.id, one.id)) for one in each.notes))

    return replace(
        document,
        blocks=tuple(map_tables(map_block(block, change), table) for block in document.blocks),
        notes=tuple(note(each) for each in document.notes),
    )
