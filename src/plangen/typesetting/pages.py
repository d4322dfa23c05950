"""Document + Brand -> the PDF and the page that each heading stands on, from one layout.

Pages are counted from 1, the cover first, as a reader of the file counts them. The same layout gives the PDF and Word's
contents list its numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from plangen.brand.brand import Brand
from plangen.document.document import Document
from plangen.typesetting.engine import compile_pdf, query
from plangen.typesetting.typst_source import typst_source

PAGES_LABEL = "plangen-pages"


@dataclass(frozen=True, slots=True)
class Pagination:
    """`pages` by the id of each section, and how many pages there are."""

    pages: Mapping[str, int]
    page_count: int


@dataclass(frozen=True, slots=True)
class Typeset:
    """A PDF as Typst makes it, and what `Pagination` holds."""

    pdf: bytes
    pages: Mapping[str, int]
    page_count: int


def typeset(document: Document, brand: Brand, timestamp: datetime) -> Typeset:
    """The PDF of a resolved document, dated as given (with a time zone), and where its headings stand."""
    source = typst_source(document, brand)
    pdf, answer = compile_pdf(source, brand.fonts, timestamp, PAGES_LABEL)
    found = _pagination(answer)
    return Typeset(pdf, found.pages, found.page_count)


def paginate(document: Document, brand: Brand) -> Pagination:
    """Where the headings of a resolved document stand, without making the PDF."""
    return _pagination(query(typst_source(document, brand), brand.fonts, PAGES_LABEL))


def _pagination(answer: str) -> Pagination:
    found = json.loads(answer)
    return Pagination(MappingProxyType(dict(found["pages"])), found["count"])
