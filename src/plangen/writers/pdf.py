"""A job -> PDF: PDF/UA-1 and PDF/A-2a in one file, tagged, with bookmarks and dated as given.

Typst sets and tags it; the tags of tables and abbreviations are completed after
(`pdf_structure`, `pdf_abbreviations`). The same document, brand and date give
the same bytes: the file's ID is made from its content, and Typst's own metadata stay as they are. What the decision
says of the document is added to them in the schemas that PDF/A-2 knows (ISO 19005-2, 6.6.2.3; XMP's Dublin Core and
Media Management).
"""

from __future__ import annotations

from io import BytesIO

from pikepdf import Pdf

from plangen.document.document import Metadata
from plangen.writers.job import Job
from plangen.writers.pdf_abbreviations import expand_abbreviations
from plangen.writers.pdf_structure import complete_tables


def write(job: Job) -> bytes:
    """The PDF of a job, from the layout that its other writers have their page numbers from."""
    result = BytesIO()
    with Pdf.open(BytesIO(job.typeset().pdf)) as pdf:
        complete_tables(pdf, job.printed)
        expand_abbreviations(pdf, job.printed)
        describe(pdf, job.document.metadata)
        pdf.save(result, deterministic_id=True, fix_metadata_version=False)
    return result.getvalue()


def describe(pdf: Pdf, metadata: Metadata) -> None:
    """Adds to a PDF's metadata what is known of the document and Typst has no words for."""
    texts = {
        "dc:identifier": metadata.identifier,
        "dc:coverage": metadata.validity,
        "xmpMM:VersionID": metadata.version,
    }
    bags = {
        "dc:publisher": metadata.author,
        "dc:contributor": metadata.decided_by,
        "dc:type": metadata.status,
        "dc:relation": metadata.replaces,
    }
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        for name, text in texts.items():
            if text:
                xmp[name] = text
        for name, text in bags.items():
            if text:
                xmp[name] = {text}
        if metadata.date:
            xmp["dc:date"] = [metadata.date]
