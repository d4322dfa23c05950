"""The contents list: a field whose lines are there from the start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from plangen.brand.brand import DEFAULT
from plangen.build import layout
from plangen.document.document import Document
from plangen.document.inlines import FootnoteReference, Image, Text
from plangen.document.nodes import (
    Cell,
    Column,
    ContentsEntry,
    Figure,
    Heading,
    PageBreak,
    Row,
    Section,
    Table,
    TableOfContents,
)
from plangen.document.resolve import resolve
from plangen.locale.catalogue import catalogue
from plangen.typesetting.pages import typeset
from plangen.writers.docx.writer import write_docx

Build = Callable[..., Document]
Body = Callable[..., Any]

ENTRIES = (
    ContentsEntry(target="a", level=1, number="1", inlines=(Text("Ett"), FootnoteReference("n", mark="1"))),
    ContentsEntry(target="b", level=2, number="1.1", inlines=(Text("Två"),)),
    ContentsEntry(target="c", level=1, number="", inlines=(Text("Tre"),)),
)
SECTIONS = tuple(
    Section(id=each.target, heading=Heading(level=each.level, inlines=each.inlines[:1])) for each in ENTRIES
)


def test_lines_have_number_title_and_page(document: Build, body: Body) -> None:
    plan = document(TableOfContents(title=(Text("Innehåll"),), entries=ENTRIES), *SECTIONS)
    found = body(plan, {"a": 3, "b": 4})
    lines = found.xpath("w:sdt/w:sdtContent/w:p[.//w:hyperlink]")
    assert ["".join(line.xpath(".//w:t/text()")) for line in lines] == ["1 Ett3", "1.1 Två4", "Tre"]
    assert [line.style for line in lines] == ["TOC1", "TOC2", "TOC1"]
    assert found.xpath("string(w:sdt/w:sdtContent/w:p[1]/w:pPr/w:pStyle/@w:val)") == "TOCHeading"


def test_contents_are_a_building_block_which_word_has_a_button_to_update(document: Build, body: Body) -> None:
    found = body(document(TableOfContents(title=(Text("Innehåll"),), entries=ENTRIES), *SECTIONS))
    assert found.xpath("w:sdt/w:sdtPr/w:docPartObj/w:docPartGallery/@w:val") == ["Table of Contents"]
    assert len(found.xpath("w:sdt/w:sdtContent/w:p")) == len(ENTRIES) + 2
    assert found.xpath("w:sdt/following-sibling::w:p//w:fldChar") == []


def test_contents_without_lines_are_a_title_alone(document: Build, body: Body) -> None:
    found = body(document(TableOfContents(title=(Text("Innehåll"),), entries=())))
    assert found.xpath("w:p/w:pPr/w:pStyle/@w:val") == ["TOCHeading"]
    assert found.xpath("w:sdt") == []


def test_lines_lead_to_bookmarks_around_the_headings(document: Build, body: Body) -> None:
    found = body(document(TableOfContents(title=(), entries=ENTRIES), *SECTIONS))
    names = ["_Toc_a", "_Toc_b", "_Toc_c"]
    assert found.xpath(".//w:hyperlink/@w:anchor") == names
    assert found.xpath("w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]/w:bookmarkStart/@w:name") == names


def test_field_starts_in_the_first_line_and_ends_below_the_last(document: Build, body: Body) -> None:
    found = body(document(TableOfContents(title=(), depth=2, entries=ENTRIES)))
    assert found.xpath("string(w:sdt/w:sdtContent/w:p[1]//w:instrText)").strip() == 'TOC \\o "1-2" \\h \\z \\u'
    kinds = found.xpath(".//w:fldChar/@w:fldCharType")
    assert kinds.count("begin") == kinds.count("end") == 4
    assert found.xpath("w:sdt/w:sdtContent/w:p[4]/w:r/w:fldChar/@w:fldCharType") == ["end"]


def test_list_ends_above_levels_that_hold_only_headings_kept_out(document: Build, body: Body) -> None:
    out = Section(heading=Heading(level=3, inlines=(), listed=False))
    found = body(document(TableOfContents(title=(), depth=3, entries=ENTRIES), out))
    assert '"1-2"' in found.xpath("string(.//w:instrText)")


@pytest.fixture
def lists(document: Build, png: bytes) -> Document:
    """Lists of tables and figures, and these on further pages, the second table under one that has no number."""

    def table(name: str, *, numbered: bool = True) -> Table:
        row = Row(cells=(Cell(inlines=(Text("A"),)),))
        caption = (Text(f"Om {name}"),)
        return Table(
            id=name,
            columns=(Column(),),
            head=(),
            rows=(row,),
            caption=caption,
            caption_visible=True,
            numbered=numbered,
        )

    figure = Figure(id="bild", image=Image(png, "image/png", "En prick", width=100), caption=(Text("En bild"),))
    titles = ((Text("Tabeller"),), (Text("Figurer"),))
    words = catalogue("sv")
    plan = document(
        TableOfContents(title=titles[0], of="tables"),
        TableOfContents(title=titles[1], of="figures"),
        PageBreak(),
        table("drift"),
        PageBreak(),
        table("annat", numbered=False),
        table("taxor"),
        figure,
    )
    resolved, faults = resolve(plan, words, layout(DEFAULT, words))
    assert not faults
    return resolved


def test_lists_of_tables_and_figures_are_words_own_and_libreoffice_makes_the_same_of_them(
    lists: Document, body: Body, libreoffice_report: Callable[[bytes], dict[str, Any]]
) -> None:
    pages = typeset(lists, DEFAULT, datetime(2025, 10, 14, tzinfo=UTC)).pages
    found = body(lists, pages)
    instructions = [each.strip() for each in found.xpath(".//w:instrText/text()") if "TOC" in each]
    assert instructions == ['TOC \\c "Tabell" \\h \\z', 'TOC \\c "Figur" \\h \\z']
    assert {line.style for line in found.xpath("w:p[.//w:hyperlink]")} == {"TableOfFigures"}
    report = libreoffice_report(write_docx(lists, DEFAULT, pages))
    tables = ["Tabell\u00a01. Om drift\t2", "Tabell\u00a02. Om taxor\t3"]
    assert report["before"]["contents"] == [tables, ["Figur\u00a01. En bild\t3"]]
    assert report["after"] == report["before"]
