"""The notes of a document, and what is known before any of it is written, whatever it is written into."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document as WordDocument
from docx.parts.story import StoryPart

from plangen.brand.brand import Brand
from plangen.document.document import Document
from plangen.writers.docx.blocks import Place, blocks
from plangen.writers.docx.flow import Flow
from plangen.writers.docx.footnotes import begin_footnote, begin_inner_note
from plangen.writers.docx.numbering import Numbering
from plangen.writers.docx.outline import Outline
from plangen.writers.docx.styles import Styles
from plangen.writers.docx.tracked import Tracking
from plangen.writers.docx.writing import Writing, inner_notes, listed, targets, was, was_and_is
from plangen.writers.docx.xml import Element, w


def writing_of(
    document: Document, brand: Brand, outline: Outline, word: WordDocument, numbering: Element, pages: Mapping[str, int]
) -> Writing:
    """What is known of a document before it is written. `numbering` takes the numberings of its ordered lists."""
    inner = inner_notes(document)
    both = was_and_is(document)
    notes = (note.id for note in document.notes if note.id not in inner)
    outer = (name for note in notes for name in ((note, was(note)) if note in both else (note,)))
    return Writing(
        brand=brand,
        outline=outline,
        numbering=Numbering(numbering),
        part=word.part,
        pages=pages,
        targets=targets(document),
        listed=listed(document),
        note_numbers={name: number for number, name in enumerate(outer, start=1)},
        inner_notes=inner,
        tracking=Tracking.of(document.comparison),
    )


def write_notes(document: Document, part: StoryPart, spaces: Styles, writing: Writing) -> None:
    """Adds the document's notes to the part of footnotes."""
    writing.part = part
    place = Place("footnote text", "footnote")
    named = ((name, note) for note in document.notes for name in (note.id, was(note.id)))
    for name, note in (each for each in named if each[0] in writing.note_numbers):
        footnote = w("footnote", id=writing.note_numbers[name])
        part.element.append(footnote)
        flow = Flow(footnote, spaces)
        blocks(note.blocks, flow, writing, place)
        begin_footnote(footnote)
        while writing.waiting:
            inner, at = writing.waiting.pop(0), len(footnote)
            blocks(inner.blocks, flow, writing, place)
            begin_inner_note(footnote, at, inner, writing.bookmarks)
