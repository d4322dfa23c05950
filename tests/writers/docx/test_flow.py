"""What Word can't say by itself: space around tables, breaks before them, ends of sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from plangen.writers.docx.flow import Flow, paragraph
from plangen.writers.docx.styles import Styles
from plangen.writers.docx.xml import Element, local_name, w

XPath = Callable[[Any, str], Any]


@pytest.fixture
def flow() -> Flow:
    sections = {kind: w("sectPr", w("type", val=kind)) for kind in ("cover", "portrait", "landscape")}
    return Flow(w("body"), Styles(before={"Heading2": 16}, after={"Normal": 8}), sections)  # type: ignore[arg-type]


def text() -> Element:
    return paragraph("Normal", (w("r"),))


def table() -> Element:
    return w("tbl")


def test_space_goes_below_the_paragraph_before(flow: Flow, xpath: XPath) -> None:
    flow.add(text())
    flow.gap(4)
    flow.gap(2)
    flow.add(table())
    assert xpath(flow.body, "string(w:p/w:pPr/w:spacing/@w:after)") == str((8 + 6) * 20)


def test_space_after_a_table_goes_above_the_paragraph_that_follows(flow: Flow, xpath: XPath) -> None:
    flow.add(table())
    flow.gap(12)
    flow.add(paragraph("heading 2", ()))
    assert xpath(flow.body, "string(w:p/w:pPr/w:spacing/@w:before)") == str((16 + 12) * 20)


def test_two_tables_are_kept_apart_by_a_line_as_high_as_the_space(flow: Flow, xpath: XPath) -> None:
    flow.add(table())
    flow.gap(16)
    flow.add(table())
    assert [local_name(each) for each in flow.body] == ["tbl", "p", "tbl"]
    assert xpath(flow.body, "string(w:p/w:pPr/w:spacing/@w:line)") == str(16 * 20)


def test_page_break_before_a_table_needs_a_paragraph(flow: Flow, xpath: XPath) -> None:
    flow.add(text())
    flow.break_page()
    flow.add(table())
    assert [local_name(each) for each in flow.body] == ["p", "p", "tbl"]
    assert len(xpath(flow.body, "w:p[2]/w:pPr/w:pageBreakBefore")) == 1


def test_page_break_at_the_start_is_none(flow: Flow, xpath: XPath) -> None:
    flow.break_page()
    flow.add(text())
    assert xpath(flow.body, "//w:pageBreakBefore") == []


def test_nothing_has_space_above_it_at_the_start_of_a_page(flow: Flow, xpath: XPath) -> None:
    flow.gap(12)
    flow.add(paragraph("heading 2", ()))
    flow.break_page(by_style=True)
    flow.add(paragraph("heading 2", ()))
    assert xpath(flow.body, "w:p/w:pPr/w:spacing/@w:before") == ["0", "0"]


def test_section_ends_in_its_last_paragraph(flow: Flow, xpath: XPath) -> None:
    flow.open("cover")
    flow.add(text())
    flow.open("portrait")
    flow.add(text())
    flow.close()
    assert xpath(flow.body, "w:p/w:pPr/w:sectPr/w:type/@w:val") == ["cover"]
    assert xpath(flow.body, "w:sectPr/w:type/@w:val") == ["portrait"]


def test_section_that_ends_with_a_table_gets_a_paragraph(flow: Flow, xpath: XPath) -> None:
    flow.open("landscape")
    flow.add(table())
    flow.open("portrait")
    flow.add(text())
    assert [local_name(each) for each in flow.body] == ["tbl", "p", "p"]


def test_section_never_ends_in_a_paragraph_that_others_refer_to(flow: Flow, xpath: XPath) -> None:
    flow.add(paragraph("caption", (w("bookmarkStart", id=1, name="x"), w("r"), w("bookmarkEnd", id=1))))
    flow.open("landscape")
    flow.add(table())
    assert [len(xpath(each, "w:pPr/w:sectPr")) for each in flow.body] == [0, 1, 0]
    assert xpath(flow.body, "string(w:p[2]/w:pPr/w:spacing/@w:lineRule)") == "exact"


def test_section_of_the_same_kind_goes_on_unless_a_fresh_one_is_asked_for(flow: Flow, xpath: XPath) -> None:
    flow.add(text())
    flow.open("portrait")
    flow.add(text())
    flow.open("portrait", fresh=True)
    flow.add(text())
    assert len(xpath(flow.body, "w:p/w:pPr/w:sectPr")) == 1


def test_what_stays_stands_in_the_section_that_is_open(flow: Flow, xpath: XPath) -> None:
    flow.open("landscape", fresh=True)
    flow.add(text())
    flow.stay()
    flow.open("landscape", fresh=True)
    flow.add(text())
    flow.open("landscape", fresh=True)
    flow.add(text())
    assert [len(xpath(each, "w:pPr/w:sectPr")) for each in flow.body] == [0, 1, 0]


def test_cell_ends_with_a_paragraph_without_space_below(flow: Flow, xpath: XPath) -> None:
    cell = Flow(w("tc"), flow.styles)
    cell.add(table())
    cell.open("landscape", fresh=True)
    cell.end_cell()
    assert [local_name(each) for each in cell.body] == ["tbl", "p"]
    assert xpath(cell.body, "string(w:p/w:pPr/w:spacing/@w:after)") == "0"
