"""What one run of the DOCX writer knows from the start, and what it counts on its way through the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal

from docx.parts.story import StoryPart

from plangen.brand.brand import Brand, StyleName
from plangen.dataclass import dataclass
from plangen.document.document import Document
from plangen.document.inlines import CrossReference, FootnoteReference, Inline
from plangen.document.nodes import Block, Callout, Figure, Note, Paragraph, Section, Table, TableOfContents
from plangen.document.walk import every_block, every_block_with_notes, every_inline, texts
from plangen.writers.docx.bookmarks import Bookmarks
from plangen.writers.docx.numbering import Numbering
from plangen.writers.docx.outline import Outline
from plangen.writers.docx.runs import Format
from plangen.writers.docx.tracked import Tracking

TargetKind = Literal["section", "captioned", "other"]


@dataclass(slots=True)
class Writing:
    """`part` is where links and pictures are related to: the body, or the footnotes.

    `targets` are the nodes that references lead to, by id; `listed` the sections of the contents list, `pages` the
    pages that they start on; `note_numbers` Word's numbers for the notes that the body refers to, `inner_notes` the
    other notes. `referenced` are the notes that have been referred to so far, `waiting` those of them that are still to
    be written within the note at hand, `drawings` the count of pictures, the cover's band among them.
    """

    brand: Brand
    outline: Outline
    numbering: Numbering
    part: StoryPart
    pages: Mapping[str, int]
    targets: Mapping[str, TargetKind]
    listed: frozenset[str]
    note_numbers: Mapping[str, int]
    inner_notes: Mapping[str, Note] = field(default_factory=dict)
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    referenced: set[str] = field(default_factory=set)
    waiting: list[Note] = field(default_factory=list)
    drawings: int = 1
    tracking: Tracking = field(default_factory=Tracking)

    def look(self, style: StyleName) -> Format:
        """The look of plain text in a text style."""
        own = self.brand.styles[style]
        return Format(in_bold=own.bold, in_italics=own.italic)

    def next_drawing(self) -> int:
        """The number of a new picture."""
        self.drawings += 1
        return self.drawings


def targets(document: Document) -> dict[str, TargetKind]:
    """The nodes that references lead to."""
    referred = {each.target for each in _inlines(document) if isinstance(each, CrossReference)}
    kinds = ((block.id, _kind(block)) for block in every_block_with_notes(document) if block.id in referred)
    return {id: kind for id, kind in kinds if kind is not None}


def listed(document: Document) -> frozenset[str]:
    """The sections that stand in the contents list."""
    lists = (block for block in every_block_with_notes(document) if isinstance(block, TableOfContents))
    return frozenset(entry.target for each in lists for entry in each.entries)


def inner_notes(document: Document) -> dict[str, Note]:
    """The notes that only notes refer to."""
    outer = {each.note for each in _references(document)}
    return {note.id: note for note in document.notes if note.id not in outer}


def was_and_is(document: Document) -> frozenset[str]:
    """The notes whose first mark on one side of a comparison isn't their first on the other.

    In Word a note stands where its first mark does and goes with it. So each side has a note of its own, and the other
    marks, which refer to it, are each side's own too.
    """
    old: dict[str, int] = {}
    new: dict[str, int] = {}
    for index, each in enumerate(_references(document)):
        kind = each.change.kind if each.change else ""
        if kind != "inserted":
            old.setdefault(each.note, index)
        if kind != "deleted":
            new.setdefault(each.note, index)
    return frozenset(note for note in old if note in new and old[note] != new[note])


def was(note: str) -> str:
    """The name of a note for the side that a document was compared with."""
    return f"{note}.was"


def _references(document: Document) -> Iterator[FootnoteReference]:
    lines = (line for block in every_block(document) for line in texts(block))
    return (each for line in lines for each in every_inline(line) if isinstance(each, FootnoteReference))


def _kind(block: Block) -> TargetKind | None:
    match block:
        case Section():
            return "section"
        case Table():
            return "captioned" if block.number and block.caption_visible else "other"
        case Figure():
            return "captioned" if block.number else "other"
        case Paragraph() | Callout():
            return "other"
        case _:
            return None


def _inlines(document: Document) -> Iterator[Inline]:
    for field_of_cover in document.metadata.cover:
        yield from every_inline(field_of_cover.inlines)
    for block in every_block_with_notes(document):
        for text in texts(block):
            yield from every_inline(text)
