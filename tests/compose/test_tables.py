from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.compose.tables import budget_table, default_indicator_columns, indicator_table
from plangen.document.nodes import Cell, Emphasis, FootnoteReference, Table, Text
from plangen.document.walk import plain_text

from .plans import SWEDISH, edited, memory, plan

EMPTY_FIGURE, EMPTY_TEXT = SWEDISH.labels["empty-figure"], SWEDISH.labels["empty-text"]


def indicators(front: str = "") -> Table:
    source = edited(memory(), "goals/bibliotek.md", "indikatorer:\n", f"indikatorer:\n{front}")
    goal = plan(source).goals[0].goals[0]
    return indicator_table(goal, default_indicator_columns(SWEDISH), SWEDISH)


def budget(old: str = "titel: Driftbudget", new: str = "titel: Driftbudget") -> Table:
    return budget_table(plan(edited(memory(), "budget/drift.yaml", old, new)).tables[0], SWEDISH)


def printed(table: Table) -> list[list[str]]:
    return [[plain_text(cell.inlines) for cell in row.cells] for row in (*table.head, *table.rows)]


def cell(table: Table, name: str) -> Cell:
    return next(each for row in table.rows for each in row.cells if each.id == name)


def test_indicators_stand_one_a_row_under_the_plans_headings() -> None:
    assert printed(indicators()) == [
        ["Indikatorer", "Målvärde", "Periodicitet", "Källa"],
        ["Antal besök", "ökande", "År", "Räknare"],
    ]


def test_an_indicators_name_is_a_row_header_and_headings_are_column_headers() -> None:
    table = indicators()
    assert [each.header for each in table.head[0].cells] == ["column"] * 4
    assert [each.header for each in table.rows[0].cells] == ["row", "", "", ""]


def test_cells_of_indicators_say_what_they_are() -> None:
    target = cell(indicators(), "bibliotek.indicators.antal-besok.target")
    assert (target.role, target.field, target.value) == ("target", "target", "ökande")
    assert (target.location.file, target.location.line) == ("content/plan/goals/bibliotek.md", 6)


def test_a_missing_value_is_empty_and_said_to_be() -> None:
    table = indicators("  - namn: Lån\n")
    empty = cell(table, "bibliotek.indicators.lan.source")
    assert (empty.inlines, empty.empty) == ((), EMPTY_TEXT)
    assert cell(table, "bibliotek.indicators.antal-besok.source").empty == ""


def test_the_caption_of_indicators_is_for_screen_readers_and_names_the_goal() -> None:
    table = indicators()
    assert plain_text(table.caption) == "Indikatorer för Öppna bibliotek"
    assert (table.caption_visible, table.numbered) == (False, False)


def test_the_caption_of_indicators_keeps_the_titles_nodes_but_its_marks() -> None:
    goal = (
        plan(edited(memory(), "goals/bibliotek.md", "titel: Öppna bibliotek", "titel: 'Öppna *bibliotek*[^1]'"))
        .goals[0]
        .goals[0]
    )
    caption = indicator_table(goal, default_indicator_columns(SWEDISH), SWEDISH).caption
    assert Emphasis((Text("bibliotek"),)) in caption
    assert not any(isinstance(each, FootnoteReference) for each in caption)


def test_marks_in_cells_are_named_by_their_goal() -> None:
    table = indicators("  - {namn: Lån, målvärde: '[^x]'}\n")
    (mark,) = cell(table, "bibliotek.indicators.lan.target").inlines
    assert isinstance(mark, FootnoteReference)
    assert mark.note == "bibliotek.note-x"


def test_columns_of_a_plan_are_its_own() -> None:
    source = edited(
        memory(),
        "goals.yaml",
        "nivåer:",
        "indikatorkolumner:\n  namn: {rubrik: Mått, roll: namn}\n  ansvar: {rubrik: Ansvarig}\nnivåer:",
    )
    source = edited(
        source,
        "goals/bibliotek.md",
        "    målvärde: ökande\n    periodicitet: År\n    källa: Räknare\n",
        "    ansvar: Chefen\n",
    )
    read = plan(source)
    table = indicator_table(read.goals[0].goals[0], read.indicator_columns, SWEDISH)
    assert printed(table) == [["Mått", "Ansvarig"], ["Antal besök", "Chefen"]]
    assert [column.field for column in table.columns] == ["namn", "ansvar"]


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
