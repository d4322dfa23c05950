"""A resolved document -> a DOCX file.

The tree is walked once, body first, so that notes and lists get their numbers in the order in which they are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from docx.document import Document as WordDocument

from plangen.brand.brand import Brand
from plangen.document.document import Document
from plangen.writers.docx.badges import badge_looks
from plangen.writers.docx.blocks import Place, blocks
from plangen.writers.docx.cover import cover
from plangen.writers.docx.flow import Flow
from plangen.writers.docx.footnotes import begin_footnote, begin_inner_note, footnotes_part
from plangen.writers.docx.numbering import Numbering, numberings
from plangen.writers.docx.outline import outline
from plangen.writers.docx.package import empty_document, pack, set_look, set_properties, settings
from plangen.writers.docx.sections import sections
from plangen.writers.docx.styles import Styles, style_sheet, styles
from plangen.writers.docx.writing import Writing, inner_notes, listed, targets
from plangen.writers.docx.xml import w
from plangen.writers.job import Job


def write(job: Job) -> bytes:
    """The DOCX of a job, with the page numbers of its PDF."""
    return write_docx(job.document, job.brand, job.typeset().pages, job.timestamp)


def write_docx(document: Document, brand: Brand, pages: Mapping[str, int], timestamp: datetime | None = None) -> bytes:
    """The document as the bytes of a DOCX file.

    `pages` are the pages that sections start on, by the sections' ids. The file says that it was made at the timestamp,
    or else on the document's date.
    """
    word = empty_document()
    headings = outline(document)
    word.styles.element[:] = style_sheet(brand, headings, document.metadata.language, badge_looks(document))
    word.part.numbering_part.element[:] = numberings(brand, headings)
    word.settings.element[:] = settings(document.metadata.language, footnotes=bool(document.notes))
    set_properties(word, document.metadata, timestamp)
    set_look(word, brand)
    spaces = styles(brand, headings)
    inner = inner_notes(document)
    outer = (note.id for note in document.notes if note.id not in inner)
    writing = Writing(
        brand=brand,
        outline=headings,
        numbering=Numbering(word.part.numbering_part.element),
        part=word.part,
        pages=pages,
        targets=targets(document),
        listed=listed(document),
        note_numbers={name: number for number, name in enumerate(outer, start=1)},
        inner_notes=inner,
    )
    flow = Flow(word.element.body, spaces, sections(word, document, brand))
    cover(document.metadata.cover, flow, writing)
    blocks(document.blocks, flow, writing)
    flow.close()
    if document.notes:
        footnotes(document, word, spaces, writing)
    return pack(word)


def footnotes(document: Document, word: WordDocument, spaces: Styles, writing: Writing) -> None:
    """The document's notes, in the part of footnotes."""
    part = footnotes_part(word)
    writing.part = part
    place = Place("footnote text", "footnote")
    for note in (each for each in document.notes if each.id in writing.note_numbers):
        footnote = w("footnote", id=writing.note_numbers[note.id])
        part.element.append(footnote)
        flow = Flow(footnote, spaces)
        blocks(note.blocks, flow, writing, place)
        begin_footnote(footnote)
        while writing.waiting:
            inner, at = writing.waiting.pop(0), len(footnote)
            blocks(inner.blocks, flow, writing, place)
            begin_inner_note(footnote, at, inner, writing.bookmarks)
