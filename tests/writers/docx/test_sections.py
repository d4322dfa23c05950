"""Pages, headers and footers of each kind of section."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from plangen.brand.brand import DEFAULT
from plangen.document.document import CoverField, Document
from plangen.document.inlines import Text
from plangen.document.nodes import Cell, Column, Paragraph, Row, Table

Parts = Callable[..., Mapping[str, Any]]
XPath = Callable[[Any, str], Any]

WIDE = Table(columns=(Column(width=90),), head=(), rows=(Row(cells=(Cell(),)),), landscape=True)


@pytest.fixture
def files(document: Callable[..., Document], parts: Parts) -> Mapping[str, Any]:
    text = Paragraph(inlines=(Text("Text"),))
    cover = (CoverField(role="title", inlines=(Text("Plan"),)),)
    running = {"header": "Nämnden", "footer": "Sida {page} ({pages})", "draft": "Utkast"}
    return parts(document(text, WIDE, text, cover=cover, **running))


@pytest.fixture
def sections(files: Mapping[str, Any], xpath: XPath) -> list[Any]:
    return list(xpath(files["word/document.xml"], "//w:sectPr"))


def part_text(files: Mapping[str, Any], section: Any, kind: str, xpath: XPath) -> str:
    """The text of a section's header or footer, fields by their instruction."""
    relation = xpath(section, f"string(w:{kind}Reference/@r:id)")
    targets = {each.get("Id"): each.get("Target") for each in files["word/_rels/document.xml.rels"]}
    if relation not in targets:
        return ""
    found = xpath(files[f"word/{targets[relation]}"], "//w:t | //w:instrText | //w:tab[parent::w:r]")
    return "".join((each.text or "\t").strip(" \u00a0") for each in found)


def test_header_and_footer_are_on_every_page_but_the_cover(
    files: Mapping[str, Any], sections: list[Any], xpath: XPath
) -> None:
    headers = [part_text(files, each, "header", xpath) for each in sections]
    assert headers == ["\tUtkast", *["Nämnden\tUtkast"] * 3]
    footers = [part_text(files, each, "footer", xpath) for each in sections]
    assert footers == ["", *["\tSidaPAGE1(NUMPAGES1)"] * 3]


def test_pages_turn_and_return(sections: list[Any], xpath: XPath) -> None:
    sizes = [(xpath(each, "string(w:pgSz/@w:w)"), xpath(each, "string(w:pgSz/@w:orient)")) for each in sections]
    assert sizes == [("11906", ""), ("11906", ""), ("16838", "landscape"), ("11906", "")]


def test_text_is_as_wide_as_the_brand_has_it_and_a_hair(sections: list[Any], xpath: XPath) -> None:
    for section, width in ((sections[1], DEFAULT.page.text_width), (sections[2], DEFAULT.page.landscape_text_width)):
        page, left, right = (
            int(xpath(section, f"string({each})")) for each in ("w:pgSz/@w:w", "w:pgMar/@w:left", "w:pgMar/@w:right")
        )
        assert 0 < (page - left - right) / 20 - width <= 0.15


def test_header_of_a_landscape_page_reaches_its_edge(files: Mapping[str, Any], xpath: XPath) -> None:
    tabs = xpath(files["word/styles.xml"], "w:style[@w:styleId='HeaderLandscape']//w:tab/@w:pos")
    assert tabs == ["9071", "14003"]


def test_document_without_running_text_has_no_headers_and_footers(
    document: Callable[..., Document], parts: Parts
) -> None:
    assert not [name for name in parts(document()) if "header" in name or "footer" in name]
