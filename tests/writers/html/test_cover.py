"""The cover's fields in their order, with one h1."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.brand.brand import DEFAULT, Logo
from plangen.document.document import CoverField, Metadata
from plangen.document.inlines import Text
from plangen.locale.catalogue import catalogue
from plangen.writers.html.context import Context
from plangen.writers.html.cover import cover

TITLE = CoverField(role="title", inlines=(Text("Årsplan"),))
NUMBER = CoverField(role="case-number", label="Diarienummer", inlines=(Text("RS/1"),))


@pytest.fixture
def context() -> Context:
    return Context(catalogue("sv").labels, 10)


def metadata(*fields: CoverField, draft: str = "") -> Metadata:
    return Metadata(title="Årsplan 2026", language="sv", cover=fields, draft=draft)


def test_cover_has_its_fields_in_order_with_the_title_as_h1(context: Context) -> None:
    html = cover(metadata(NUMBER, TITLE), DEFAULT, context)
    assert html == (
        '<header class="cover">\n'
        '<p class="cover-text cover-case-number"><span class="label">Diarienummer:</span> RS/1</p>\n'
        '<h1 class="cover-title">Årsplan</h1>\n'
        "</header>"
    )


def test_cover_without_title_names_the_page_for_assistive_technology(context: Context) -> None:
    assert '<h1 class="visually-hidden">Årsplan 2026</h1>' in cover(metadata(), DEFAULT, context)


def test_draft_is_told_before_all_else(context: Context) -> None:
    html = cover(metadata(TITLE, draft="Utkast"), DEFAULT, context)
    assert html.index("Utkast") < html.index("<h1")


def test_logo_has_its_text(context: Context) -> None:
    brand = replace(DEFAULT, logo=Logo(b"\0", "image/png", "Regionens logotyp"))
    assert 'alt="Regionens logotyp"' in cover(metadata(TITLE), brand, context)
