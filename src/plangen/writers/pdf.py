"""A job -> PDF: PDF/UA-1 and PDF/A-2a in one file, tagged, with bookmarks and dated as given.

Typst sets and tags it; the tags of tables are completed after (`pdf_structure`). The same document, brand and date give
the same bytes: the file's ID is made from its content, and Typst's own metadata stay as they are.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from pikepdf import Pdf

from plangen.brand.brand import Brand
from plangen.document.document import Document
from plangen.typesetting.pages import Typeset, typeset
from plangen.writers.job import Job
from plangen.writers.pdf_structure import complete_tables


def write(job: Job) -> bytes:
    """The PDF of a job, from the layout that its other writers have their page numbers from."""
    return finish_pdf(job.typeset(), job.document)


def write_pdf(document: Document, brand: Brand, timestamp: datetime) -> bytes:
    """The PDF of a resolved document. The timestamp, with its time zone, is when the file says that it was made."""
    return finish_pdf(typeset(document, brand, timestamp), document)


def finish_pdf(typeset: Typeset, document: Document) -> bytes:
    """The PDF of a document that is typeset already."""
    result = BytesIO()
    with Pdf.open(BytesIO(typeset.pdf)) as pdf:
        complete_tables(pdf, document)
        pdf.save(result, deterministic_id=True, fix_metadata_version=False)
    return result.getvalue()
