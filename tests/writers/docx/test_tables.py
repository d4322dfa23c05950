"""Tables: rows, cells, spans, title and notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document
from plangen.document.inlines import Text
from plangen.document.keeping import MOST_ROWS
from plangen.document.nodes import Cell, Column, Row, Table, TableNote
from plangen.writers.docx.xml import twips

Build = Callable[..., Document]
Body = Callable[..., Any]
XPath = Callable[[Any, str], Any]


def cell(words: str = "", **more: Any) -> Cell:
    return Cell(inlines=(Text(words),) if words else (), **more)


def table(*rows: Row, head: tuple[Row, ...] = (), **more: Any) -> Table:
    columns = (Column(width=120.5), Column(width=80, align="right"), Column(width=80, role="whereof"))
    return Table(columns=columns, head=head, rows=rows, **more)


@pytest.fixture
def grid(document: Build, body: Body) -> Callable[[Table], Any]:
    return lambda node: body(document(node)).xpath("w:tbl")[0]


def test_widths_are_the_columns_and_fixed(grid: Callable[[Table], Any], xpath: XPath) -> None:
    found = grid(table(Row(cells=(cell("a"), cell("b"), cell("c")))))
    assert xpath(found, "w:tblGrid/w:gridCol/@w:w") == ["2410", "1600", "1600"]
    assert xpath(found, "w:tr/w:tc/w:tcPr/w:tcW/@w:w") == ["2410", "1600", "1600"]
    assert xpath(found, "string(w:tblPr/w:tblW/@w:w)") == "5610"
    assert xpath(found, "string(w:tblPr/w:tblLayout/@w:type)") == "fixed"


def test_rows_of_the_head_repeat_and_no_row_splits(grid: Callable[[Table], Any], xpath: XPath) -> None:
    head = Row(cells=(cell("A", header="column"), cell("B", header="column"), cell("C", header="column")))
    found = grid(table(Row(cells=(cell("a"), cell(), cell())), head=(head, head)))
    assert [len(xpath(row, "w:trPr/w:tblHeader")) for row in found.tr_lst] == [1, 1, 0]
    assert [len(xpath(row, "w:trPr/w:cantSplit")) for row in found.tr_lst] == [1, 1, 1]
    assert xpath(found, "string(w:tblPr/w:tblLook/@w:firstRow)") == "1"


def test_row_headers_are_told_by_the_first_column(grid: Callable[[Table], Any], xpath: XPath) -> None:
    found = grid(table(Row(cells=(cell("a", header="row"), cell(), cell()))))
    assert xpath(found, "string(w:tblPr/w:tblLook/@w:val)") == "0680"


def test_row_headers_in_another_column_are_not_told_by_the_first(grid: Callable[[Table], Any], xpath: XPath) -> None:
    group = Row(cells=(cell("Grupp", header="row", column_span=3),), role="group")
    found = grid(table(group, Row(cells=(cell("1"), cell("a", header="row"), cell()))))
    assert xpath(found, "string(w:tblPr/w:tblLook/@w:val)") == "0600"
    assert xpath(found, "string(w:tblPr/w:tblLook/@w:firstColumn)") == "0"


def test_title_and_description_are_the_tables(grid: Callable[[Table], Any], xpath: XPath) -> None:
    found = grid(table(Row(cells=(cell(),) * 3), caption=(Text("Indikatorer"),), description="Tre kolumner."))
    assert xpath(found, "string(w:tblPr/w:tblCaption/@w:val)") == "Indikatorer"
    assert xpath(found, "string(w:tblPr/w:tblDescription/@w:val)") == "Tre kolumner."


def test_table_without_rows_is_no_table(document: Build, body: Body) -> None:
    assert body(document(table())).xpath("w:tbl") == []


def test_caption_that_is_not_printed_is_not_text(document: Build, body: Body) -> None:
    node = table(Row(cells=(cell("a"), cell(), cell())), caption=(Text("Indikatorer"),))
    assert body(document(node)).xpath(".//w:t/text()") == ["a"]


def test_cells_span_columns_and_rows(grid: Callable[[Table], Any], xpath: XPath) -> None:
    first = Row(cells=(cell("a", row_span=2), cell("b", column_span=2)))
    found = grid(table(first, Row(cells=(cell("c"), cell("d")))))
    rows = [xpath(row, "w:tc") for row in found.tr_lst]
    assert [len(row) for row in rows] == [2, 3]
    assert xpath(rows[0][1], "string(w:tcPr/w:gridSpan/@w:val)") == "2"
    assert xpath(rows[0][1], "string(w:tcPr/w:tcW/@w:w)") == "3200"
    assert [xpath(row[0], "string(w:tcPr/w:vMerge/@w:val)") for row in rows] == ["restart", "continue"]


def test_rows_that_belong_together_stay_on_one_page(grid: Callable[[Table], Any], xpath: XPath) -> None:
    group = Row(role="group", cells=(cell("g", column_span=3),))
    first = Row(cells=(cell("a", row_span=2), cell("b"), cell("c")))
    plain = Row(cells=(cell("f"),) * 3)
    large = (group, first, Row(cells=(cell("d"), cell("e"))), *(plain,) * MOST_ROWS)
    for rows, parted in ((large, [*[False] * (MOST_ROWS - 1), True]), (large[:4], [True])):
        kept = [xpath(row, "boolean(w:tc/w:p/w:pPr/w:keepNext)") for row in grid(table(*rows)).tr_lst]
        assert kept == [True, True, *parted, False]


def test_cells_stand_as_their_columns_do(grid: Callable[[Table], Any], xpath: XPath) -> None:
    found = grid(table(Row(cells=(cell("a"), cell("1"), cell("2")))))
    styles = [xpath(each, "string(w:p/w:pPr/w:pStyle/@w:val)") for each in xpath(found, ".//w:tc")]
    assert styles == ["TableText", "TableTextRight", "TableWhereof"]


def test_words_among_figures_stand_on_the_left_and_apart(grid: Callable[[Table], Any], xpath: XPath) -> None:
    found = grid(table(Row(cells=(cell("a"), cell("ökande"), cell("b")))))
    styles = [xpath(each, "string(w:p/w:pPr/w:pStyle/@w:val)") for each in xpath(found, ".//w:tc")]
    assert styles == ["TableText", "TableText", "TableWhereof"]
    margins = [xpath(each, "string(w:tcPr/w:tcMar/w:left/@w:w)") for each in xpath(found, ".//w:tc")]
    assert margins == ["", "", str(twips(DEFAULT.table.apart))]


def test_the_year_of_a_broken_head_has_a_line_of_its_own(grid: Callable[[Table], Any], xpath: XPath) -> None:
    made = table(Row(cells=(cell("a"), cell("1"), cell("2"))))
    head = Row(cells=tuple(Cell(inlines=(Text("Utfall 2025"),), header="column") for _ in made.columns))
    columns = (*made.columns[:2], replace(made.columns[2], broken_head=True))
    found = grid(replace(made, head=(head,), columns=columns))
    said = ["|".join(xpath(each, ".//w:t/text()")) for each in xpath(found.tr_lst[0], "w:tc")]
    assert said == ["Utfall 2025", "Utfall 2025", "Utfall|2025"]


def test_name_of_a_part_is_set_in(grid: Callable[[Table], Any], xpath: XPath) -> None:
    found = grid(table(Row(cells=(cell("varav"), cell("1"), cell("2")), role="whereof")))
    styles = [xpath(each, "string(w:p/w:pPr/w:pStyle/@w:val)") for each in xpath(found, ".//w:tc")]
    assert styles == ["TablePartIndented", "TablePartRight", "TableWhereof"]


def test_rule_above_a_sum_is_on_the_row_before_it(grid: Callable[[Table], Any], xpath: XPath) -> None:
    plain = Row(cells=(cell("a"), cell(), cell()))
    found = grid(table(plain, plain, Row(cells=(cell("Summa"), cell(), cell()), role="total")))
    sizes = [set(xpath(row, "w:tc/w:tcPr/w:tcBorders/w:bottom/@w:sz")) for row in found.tr_lst]
    assert sizes == [set(), {"10"}, {"10"}]


def test_notes_stand_under_the_table_with_their_marks(document: Build, body: Body) -> None:
    notes = (TableNote(id="n1", inlines=(Text("Stjärna."),), mark="*"), TableNote(inlines=(Text("Etta."),), mark="1"))
    found = body(document(table(Row(cells=(cell("a"), cell(), cell())), notes=notes))).xpath("w:p")
    assert [("".join(each.xpath(".//w:t/text()")), each.style) for each in found] == [
        ("* Stjärna.", "TableNote"),
        ("1 Etta.", "TableNote"),
    ]
    assert [each.xpath("string(w:r[1]/w:rPr/w:rStyle/@w:val)") for each in found] == ["", "FootnoteReference"]
    assert found[0].xpath("w:bookmarkStart/@w:name") == ["_Note_n1"]


def test_a_page_never_ends_between_the_last_row_and_the_notes(document: Build, body: Body, xpath: XPath) -> None:
    rows = (Row(cells=(cell("a"), cell(), cell())),) * (MOST_ROWS + 1)
    found = body(document(table(*rows, notes=(TableNote(inlines=(Text("n"),)), TableNote(inlines=(Text("m"),))))))
    kept = [[len(xpath(each, "w:pPr/w:keepNext")) for each in xpath(row, ".//w:p")] for row in xpath(found, ".//w:tr")]
    between = [[0, 0, 0]] * (MOST_ROWS - 2)
    assert kept == [[1, 1, 1], *between, [1, 1, 1], [1, 1, 1]]
    assert [len(xpath(each, "w:pPr/w:keepNext")) for each in xpath(found, "w:p")][:2] == [1, 0]
