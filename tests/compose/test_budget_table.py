from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.compose.budget_table import budget_table
from plangen.document.nodes import Cell, FootnoteReference, Table, Text
from plangen.document.walk import plain_text

from .plans import SWEDISH, edited, memory, plan

EMPTY_FIGURE, EMPTY_TEXT = SWEDISH.labels["empty-figure"], SWEDISH.labels["empty-text"]


def budget(old: str = "titel: Driftbudget", new: str = "titel: Driftbudget") -> Table:
    return budget_table(plan(edited(memory(), "budget/drift.yaml", old, new)).tables[0], SWEDISH)


def printed(table: Table) -> list[list[str]]:
    return [[plain_text(cell.inlines) for cell in row.cells] for row in (*table.head, *table.rows)]


def cell(table: Table, name: str) -> Cell:
    return next(each for row in table.rows for each in row.cells if each.id == name)


def test_sums_and_closing_figures_of_a_budget_are_computed() -> None:
    assert printed(budget()) == [
        ["Verksamhet", "Ingående", "Förändring", "Ram 2026"],
        ["Museer", "1\u00a0000", "\u22125", "995"],
        ["Scen-konst", "2\u00a0000", "", "2\u00a0000"],
        ["Summa", "3\u00a0000", "\u22125", "2\u00a0995"],
    ]


def test_figures_of_a_budget_are_typed() -> None:
    table = budget()
    assert cell(table, "drift.museer.nytt").value == Decimal(-5)
    assert cell(table, "drift.summa.ram").value == Decimal(2995)
    assert {each.role for row in table.rows for each in row.cells[1:]} == {"figure"}


def test_nothing_is_not_zero() -> None:
    empty = cell(budget(), "drift.scen-konst.nytt")
    assert (empty.value, empty.inlines, empty.empty) == (None, (), EMPTY_FIGURE)
    zero = cell(budget("    in: 2 000", "    in: 2 000\n    nytt: 0"), "drift.scen-konst.nytt")
    assert (zero.value, zero.inlines, zero.empty) == (Decimal(0), (Text("0"),), "")


def test_a_budget_is_numbered_with_title_and_unit_as_caption() -> None:
    table = budget()
    assert plain_text(table.caption) == "Driftbudget, tkr"
    assert (table.numbered, table.caption_visible, table.id) == (True, True, "drift")


def test_a_budget_without_unit_has_its_title_as_caption() -> None:
    assert plain_text(budget("enhet: tkr\n", "").caption) == "Driftbudget"


def test_roles_of_rows_and_columns_reach_the_document() -> None:
    table = budget("roll: förändring", "roll: varav")
    assert [row.role for row in table.rows] == ["", "", "total"]
    assert [column.role for column in table.columns] == ["name", "opening", "whereof", "closing"]
    assert [column.align for column in table.columns] == ["left", "right", "right", "right"]


def test_a_column_of_text_is_left_aligned_and_prints_what_was_written() -> None:
    table = budget("roll: förändring}", "roll: text}")
    assert table.columns[2].align == "left"
    assert printed(table)[1][2] == "-5"
    assert cell(table, "drift.scen-konst.nytt").empty == EMPTY_TEXT


def test_a_group_row_says_nothing_of_its_empty_cells() -> None:
    table = budget("rader:\n", "rader:\n  - {namn: Kultur, roll: grupp}\n")
    assert [each.empty for each in table.rows[0].cells] == [""] * 4
    assert table.rows[0].role == "group"


@pytest.mark.parametrize("given", ["'1 000[^x]'", "'[^x]'"])
def test_a_mark_beside_a_figure_is_not_lost(given: str) -> None:
    table = budget("    in: 1 000", f"    in: {given}")
    assert FootnoteReference in {type(each) for each in cell(table, "drift.museer.in").inlines}
