"""The brand's page -> properties of sections, with headers and footers.

There are three kinds of section: the cover, with nothing above or below the text but a draft's mark; upright pages; and
landscape pages, which have a header and a footer of their own, as wide as their text. The text is wider by a hair than
the brand has it, for what LibreOffice and Word lose when they round: a line that fills the PDF's measure must fit.
"""

from __future__ import annotations

import re
from math import ceil
from typing import Literal

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.parts.story import StoryPart

from plangen.brand.brand import POINTS_PER_MM, Brand
from plangen.document.document import Document, Metadata
from plangen.document.nodes import Table
from plangen.document.walk import NO_BREAK_SPACE, every_block
from plangen.writers.docx.cover import band
from plangen.writers.docx.flow import SectionKind, paragraph
from plangen.writers.docx.runs import PLAIN, Format, field, run, text_run
from plangen.writers.docx.xml import Element, twips, w

FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
LEEWAY = 2


def sections(word: WordDocument, document: Document, brand: Brand) -> dict[SectionKind, Element]:
    """The properties of each kind of section that the document has."""
    return {
        kind: _section(references, brand, landscape=kind == "landscape")
        for kind, references in running(word, document, brand).items()
    }


def running(word: WordDocument, document: Document, brand: Brand) -> dict[SectionKind, list[Element]]:
    """The headers and footers of each kind of section that the document has, as the elements that refer to them."""
    metadata = document.metadata
    header, footer = _header(metadata, "header"), _footer(metadata, "footer")
    found: dict[SectionKind, list[Element]] = {"portrait": _references(word, header, footer)}
    if metadata.cover:
        found["cover"] = _references(word, _cover_header(metadata, brand), [])
    if any(isinstance(block, Table) and block.landscape for block in every_block(document)):
        header, footer = _header(metadata, "Header Landscape"), _footer(metadata, "Footer Landscape")
        found["landscape"] = _references(word, header, footer)
    return found


def reference(word: WordDocument, kind: Literal["header", "footer"], content: list[Element]) -> Element:
    """A part with a header or footer, and the element that refers to it."""
    package = word.part.package
    if kind == "header":
        place, content_type, relation_type, root = "/word/header%d.xml", CT.WML_HEADER, RT.HEADER, "hdr"
    else:
        place, content_type, relation_type, root = "/word/footer%d.xml", CT.WML_FOOTER, RT.FOOTER, "ftr"
    part = StoryPart(package.next_partname(place), content_type, w(root, *content), package)
    return w(f"{kind}Reference", type="default", r_id=word.part.relate_to(part, relation_type))


def draft_mark(metadata: Metadata) -> list[Element]:
    """The word that marks a draft, in a frame."""
    return text_run(NO_BREAK_SPACE + metadata.draft + NO_BREAK_SPACE, Format(style="Draft Mark"))


def _section(references: list[Element], brand: Brand, *, landscape: bool = False) -> Element:
    page = brand.page
    width, height = _mm(page.width_mm), _mm(page.height_mm)
    if landscape:
        width, height = height, width
    text = ceil(20 * (page.landscape_text_width if landscape else page.text_width)) + LEEWAY
    margins = {
        "top": _mm(page.top_mm),
        "right": width - _mm(page.left_mm) - text,
        "bottom": _mm(page.bottom_mm),
        "left": _mm(page.left_mm),
        "header": _mm(page.header_mm),
        "footer": _mm(page.footer_mm),
        "gutter": 0,
    }
    size = w("pgSz", w=width, h=height, **({"orient": "landscape"} if landscape else {}))
    return w("sectPr", *references, w("type", val="nextPage"), size, w("pgMar", **margins))


def _references(word: WordDocument, header: list[Element], footer: list[Element]) -> list[Element]:
    references = [reference(word, "header", header)] if header else []
    return [*references, reference(word, "footer", footer)] if footer else references


def _cover_header(metadata: Metadata, brand: Brand) -> list[Element]:
    draft = [run(PLAIN, w("tab")), *draft_mark(metadata)] if metadata.draft else []
    return [paragraph("Cover Header", [band(brand), *draft])]


def _header(metadata: Metadata, style: str) -> list[Element]:
    if not (metadata.header or metadata.draft):
        return []
    draft = [run(PLAIN, w("tab")), *draft_mark(metadata)] if metadata.draft else []
    return [paragraph(style, [*_running(metadata.header), *draft])]


def _footer(metadata: Metadata, style: str) -> list[Element]:
    if not metadata.footer:
        return []
    return [paragraph(style, [run(PLAIN, w("tab")), *_running(metadata.footer)])]


def _running(text: str) -> list[Element]:
    """A running text, with fields for the page's number and the count."""
    parts = re.split(f"({'|'.join(map(re.escape, FIELDS))})", text)
    return [
        each for part in parts for each in (field(FIELDS[part], text_run("1")) if part in FIELDS else text_run(part))
    ]


def _mm(millimetres: float) -> int:
    return twips(millimetres * POINTS_PER_MM)
