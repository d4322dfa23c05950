from __future__ import annotations

from plangen.compose.indicator_table import default_indicator_columns, indicator_table
from plangen.document.nodes import Cell, Emphasis, FootnoteReference, Table, Text
from plangen.document.walk import plain_text

from .plans import SWEDISH, edited, memory, plan

EMPTY_TEXT = SWEDISH.labels["empty-text"]


def indicators(front: str = "") -> Table:
    source = edited(memory(), "goals/bibliotek.md", "indikatorer:\n", f"indikatorer:\n{front}")
    goal = plan(source).goals[0].goals[0]
    return indicator_table(goal, default_indicator_columns(SWEDISH), SWEDISH)


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
