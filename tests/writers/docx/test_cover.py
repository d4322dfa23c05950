"""The cover's paragraphs and its section."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from plangen.brand.brand import DEFAULT, Logo
from plangen.document.document import CoverField, Document
from plangen.document.inlines import Text
from plangen.document.nodes import Paragraph
from plangen.writers.docx.cover import band, cover
from plangen.writers.docx.flow import Flow
from plangen.writers.docx.styles import styles
from plangen.writers.docx.writing import Writing
from plangen.writers.docx.xml import w

PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==")
FIELDS = tuple(
    CoverField(role=role, inlines=(Text(words),), label=label)
    for role, words, label in (
        ("organisation", "Region Exempel", ""),
        ("title", "Plan 2026", ""),
        ("body", "Regionstyrelsen", ""),
        ("case-number", "RS/1", "Diarienummer"),
        ("notice", "Ett exempel.", ""),
    )
)


@pytest.fixture
def covered(document: Callable[..., Document]) -> Document:
    return document(Paragraph(inlines=(Text("Text"),)), cover=FIELDS)


def test_fields_have_styles_by_their_roles(covered: Document, body: Callable[..., Any]) -> None:
    found = body(covered).xpath("w:p")
    assert [(each.style, "".join(each.xpath(".//w:t/text()"))) for each in found] == [
        ("CoverOrganisation", "Region Exempel"),
        ("Title", "Plan 2026"),
        ("Subtitle", "Regionstyrelsen"),
        ("CoverDetail", "Diarienummer:RS/1"),
        ("CoverNotice", "Ett exempel."),
        (None, "Text"),
    ]


def test_cover_is_a_section_of_its_own_without_footer(covered: Document, body: Callable[..., Any]) -> None:
    found = body(covered)
    assert len(found.xpath("w:p[5]/w:pPr/w:sectPr")) == 1
    assert found.xpath("w:p[5]/w:pPr/w:sectPr/w:footerReference") == []


def test_document_without_fields_has_no_cover(document: Callable[..., Document], body: Callable[..., Any]) -> None:
    assert len(body(document(Paragraph(inlines=(Text("Text"),)))).xpath(".//w:sectPr")) == 1


def test_logo_stands_first_with_its_text(covered: Document, writing: Callable[..., Writing]) -> None:
    run = writing(covered)
    run.brand = replace(DEFAULT, logo=Logo(PIXEL, "image/png", "Region Exempel"))
    flow = Flow(w("body"), styles(run.brand, run.outline))
    cover(FIELDS, flow, run)
    assert flow.body[0].xpath("string(.//wp:docPr/@descr)") == "Region Exempel"


def test_band_is_decoration_as_high_as_the_page(xpath: Callable[[Any, str], Any]) -> None:
    found = band(DEFAULT)
    assert xpath(found, "string(.//wp:extent/@cy)") == str(297 * 36000)
    assert "decorative" in {str(each.tag).rpartition("}")[2] for each in found.iter()}
