"""A job -> PDF: PDF/UA-1 and PDF/A-2a in one file, tagged, with bookmarks and dated as given.

Typst sets and tags it; the tags of tables are completed after (`pdf_structure`). The same document, brand and date give
the same bytes: the file's ID is made from its content, and Typst's own metadata stay as they are.
"""

from __future__ import annotations

from io import BytesIO

from pikepdf import Pdf

from plangen.writers.job import Job
from plangen.writers.pdf_structure import complete_tables


def write(job: Job) -> bytes:
    """The PDF of a job, from the layout that its other writers have their page numbers from."""
    result = BytesIO()
    with Pdf.open(BytesIO(job.typeset().pdf)) as pdf:
        complete_tables(pdf, job.document)
        pdf.save(result, deterministic_id=True, fix_metadata_version=False)
    return result.getvalue()
