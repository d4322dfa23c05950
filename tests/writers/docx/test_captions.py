"""Captions that Word counts, and the places in them that references repeat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plangen.document.document import Document
from plangen.document.inlines import CrossReference, Text
from plangen.document.nodes import Cell, Column, Paragraph, Row, Table

Build = Callable[..., Document]
Body = Callable[..., Any]


def table(**more: Any) -> Table:
    more = {"caption": (Text("Ramar"),), "caption_visible": True, "label": "Tabell", "number": "2"} | more
    return Table(id="ramar", columns=(Column(width=90),), head=(), rows=(Row(cells=(Cell(),)),), **more)


def test_number_of_a_caption_is_a_field(document: Build, body: Body) -> None:
    found = body(document(table())).xpath("w:p[w:pPr/w:pStyle/@w:val='Caption']")[0]
    assert "".join(found.xpath(".//w:t/text()")) == "Tabell\u00a02. Ramar"
    assert found.xpath("string(.//w:instrText)").strip() == "SEQ Tabell \\* ARABIC"


def test_caption_without_number_is_its_title(document: Build, body: Body) -> None:
    found = body(document(table(label="", number="")))
    assert found.xpath("w:p//w:t/text()") == ["Ramar"]
    assert found.xpath(".//w:instrText") == []


def test_reference_repeats_number_and_title_each_by_its_own_bookmark(document: Build, body: Body) -> None:
    reference = CrossReference("ramar", label="tabell", number="2", title=(Text("Ramar"),))
    found = body(document(table(), Paragraph(inlines=(reference,))))
    assert found.xpath(".//w:hyperlink/@w:anchor") == ["_Ref_ramar"]
    codes = [code.split()[1] for code in found.xpath(".//w:hyperlink//w:instrText/text()")]
    assert codes == ["_Number_ramar", "_Title_ramar"]
    assert set(found.xpath(".//w:bookmarkStart/@w:name")) == {"_Ref_ramar", "_Number_ramar", "_Title_ramar"}


def test_caption_that_nothing_refers_to_has_no_bookmark(document: Build, body: Body) -> None:
    assert body(document(table())).xpath(".//w:bookmarkStart") == []


def test_reference_to_a_table_without_visible_caption_leads_to_its_first_cell(document: Build, body: Body) -> None:
    reference = CrossReference("ramar", inlines=(Text("tabellen"),))
    found = body(document(table(caption_visible=False), Paragraph(inlines=(reference,))))
    assert found.xpath("w:tbl//w:bookmarkStart/@w:name") == ["_Ref_ramar"]
