"""A resolved document -> a DOCX file.

The tree is walked once, body first, so that notes and lists get their numbers in the order in which they are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from plangen.brand.brand import Brand
from plangen.document.document import Document
from plangen.locale.catalogue import catalogue
from plangen.writers.docx.badges import badge_looks
from plangen.writers.docx.blocks import blocks
from plangen.writers.docx.cover import cover
from plangen.writers.docx.flow import Flow
from plangen.writers.docx.footnotes import footnotes_part
from plangen.writers.docx.numbering import numberings
from plangen.writers.docx.outline import outline
from plangen.writers.docx.package import empty_document, pack, set_look, set_properties, settings
from plangen.writers.docx.remark import remark
from plangen.writers.docx.sections import sections
from plangen.writers.docx.stories import write_notes, writing_of
from plangen.writers.docx.styles import style_sheet, styles
from plangen.writers.docx.tracked import parted
from plangen.writers.job import Job


def write(job: Job) -> bytes:
    """The DOCX of a job, with the page numbers of its PDF, or of the plan when all tracked changes are accepted."""
    return write_docx(job.tracked, job.brand, job.accepted().pages, job.timestamp)


def write_docx(document: Document, brand: Brand, pages: Mapping[str, int], timestamp: datetime | None = None) -> bytes:
    """The document as the bytes of a DOCX file.

    `pages` are the pages that sections start on, by the sections' ids. The file says that it was made at the timestamp,
    or else on the document's date.
    """
    word = empty_document()
    headings = outline(document)
    word.styles.element[:] = style_sheet(brand, headings, document.metadata.language, badge_looks(document))
    word.part.numbering_part.element[:] = numberings(brand, headings)
    word.settings.element[:] = settings(document.metadata.language, brand.hyphenation, footnotes=bool(document.notes))
    set_properties(word, document.metadata, timestamp)
    set_look(word, brand)
    spaces = styles(brand, headings)
    writing = writing_of(document, brand, headings, word, word.part.numbering_part.element, pages)
    flow = Flow(word.element.body, spaces, sections(word, document, brand))
    cover(document.metadata.cover, flow, writing)
    blocks(document.blocks, flow, writing)
    flow.close()
    if document.comparison:
        parted(flow.body)
        remark(word, document.comparison, catalogue(document.metadata.language))
    if document.notes:
        write_notes(document, footnotes_part(word), spaces, writing)
    return pack(word)
