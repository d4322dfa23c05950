"""Document + Brand -> the PDF and the page that each heading stands on, from one layout.

Pages are counted from 1, the cover first, as a reader of the file counts them. The same layout gives the PDF and Word's
contents list its numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from plangen.brand.brand import Brand
from plangen.dataclass import dataclass
from plangen.document.document import Document
from plangen.typesetting.engine import compile_pdf
from plangen.typesetting.hyphenated_lines import with_line_hyphens
from plangen.typesetting.typst_source import typst_source

PAGES_LABEL = "plangen-pages"


@dataclass(frozen=True, slots=True)
class Typeset:
    """A PDF as Typst makes it, the page of each section by id, and how many pages there are."""

    pdf: bytes
    pages: Mapping[str, int]
    page_count: int


def typeset(document: Document, brand: Brand, timestamp: datetime) -> Typeset:
    """The PDF of a resolved document, dated as given (with a time zone), and where its headings stand."""
    pdf, answer = compile_pdf(
        typst_source(with_line_hyphens(document, brand), brand), brand.fonts, timestamp, PAGES_LABEL
    )
    found = json.loads(answer)
    return Typeset(pdf, MappingProxyType(dict(found["pages"])), found["count"])
