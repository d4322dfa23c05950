from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.compose.indicator_table import IndicatorTables, indicator_tables, valued
from plangen.document.inlines import CrossReference, Emphasis, FootnoteReference, Text
from plangen.document.nodes import Cell, Row, Table
from plangen.document.walk import plain_text
from plangen.model.goal import every_goal
from plangen.source.source import Memory

from .plans import SWEDISH, edited, faults, memory, plan

EMPTY_TEXT = SWEDISH.labels["empty-text"]


def indicators(front: str = "") -> Table:
    source = edited(memory(), "goals/bibliotek.md", "indikatorer:\n", f"indikatorer:\n{front}")
    return table_of(source)


def table_of(source: Memory) -> Table:
    """The table of the plan's one goal with indicators, with its values."""
    read = plan(source)
    return valued(indicator_tables(read, SWEDISH).of_goal(read.goals[0].goals[0]))


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
    source = edited(memory(), "goals/bibliotek.md", "titel: Öppna bibliotek", "titel: 'Öppna *bibliotek*[^1]'")
    caption = table_of(source).caption
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
    table = table_of(source)
    assert printed(table) == [["Mått", "Ansvarig"], ["Antal besök", "Chefen"]]
    assert [column.field for column in table.columns] == ["namn", "ansvar"]


COLUMNS = """\
indikatorkolumner:
  namn: {}
  kön: {roll: grupp}
  bas: {roll: utgångsläge, år: 2022}
  utfall: {år: 2026}
  målvärde: {år: 2027}
  status: {}
  trend: {rubrik: Utveckling}
nivåer:"""

GROUPS = """\
  - namn: Sjukfrånvaro
    målvärde: minskande
    grupper:
      - {namn: Kvinnor, bas: 7, utfall: "-6,5", status: Delvis uppnått, trend: bättre}
      - {namn: Män, utfall: 5}
"""


def declared(front: str = GROUPS, columns: str = COLUMNS) -> Table:
    """The table with columns that the plan names itself."""
    source = edited(memory(), "goals.yaml", "nivåer:", columns)
    source = edited(source, "goals/bibliotek.md", "    periodicitet: År\n    källa: Räknare\n", "    utfall: 1 200\n")
    return table_of(edited(source, "goals/bibliotek.md", "indikatorer:\n", f"indikatorer:\n{front}"))


def test_a_column_without_a_heading_has_that_of_its_role_and_year() -> None:
    assert printed(declared())[0] == [
        *("Indikatorer", "Kön", "Utgångsläge 2022", "Utfall 2026", "Målvärde 2027", "Status", "Utveckling")
    ]


def test_each_group_has_a_row_and_what_the_indicator_gives_itself_stands_once_beside_them() -> None:
    assert printed(declared())[1:] == [
        ["Sjukfrånvaro", "Kvinnor", "7", "\u22126,5", "minskande", "▪\u00a0Delvis uppnått", "+\u00a0bättre"],
        ["Män", "", "5", "", ""],
        ["Antal besök", "", "", "1 200", "ökande", "", ""],
    ]
    first, second, _ = declared().rows
    assert [each.row_span for each in first.cells] == [2, 1, 1, 1, 2, 1, 1]
    assert {each.row_span for each in second.cells} == {1}


def test_the_name_of_an_indicator_and_of_its_group_both_head_the_row() -> None:
    table = declared()
    assert [[each.header for each in row.cells[:2]] for row in table.rows] == [["row", "row"], ["row", ""], ["row", ""]]


def test_cells_of_groups_have_ids_of_their_own() -> None:
    names = [each.id for row in declared().rows for each in row.cells]
    assert sorted(set(names)) == sorted(names)
    assert "bibliotek.indicators.sjukfranvaro.namn" in names
    assert "bibliotek.indicators.sjukfranvaro--man.utfall" in names


def test_figures_are_typed_and_the_rest_is_text() -> None:
    table = declared()
    assert cell(table, "bibliotek.indicators.sjukfranvaro--kvinnor.utfall").value == Decimal("-6.5")
    assert cell(table, "bibliotek.indicators.antal-besok.utfall").value == Decimal(1200)
    assert cell(table, "bibliotek.indicators.sjukfranvaro.målvärde").value == "minskande"
    assert cell(table, "bibliotek.indicators.sjukfranvaro--kvinnor.status").value == "partly_achieved"
    assert cell(table, "bibliotek.indicators.sjukfranvaro--kvinnor.trend").value == "better"


def test_a_column_is_set_to_the_right_where_most_in_it_are_figures() -> None:
    assert [each.align for each in declared().columns] == ["left", "left", "right", "right", "left", "left", "left"]
    none = GROUPS.replace("bas: 7", 'bas: ".."')
    assert declared(none).columns[2].align == "left", "a column without a figure"
    words = GROUPS.replace("utfall: 5", "utfall: fem").replace("-6,5", "sex")
    assert declared(words).columns[3].align == "left", "more words than figures"
    assert declared(GROUPS.replace("utfall: 5", 'utfall: "–"')).columns[3].align == "right"


def test_a_plan_that_names_no_columns_has_those_that_some_indicator_needs() -> None:
    front = "  - {namn: Lån, nummer: 1, enhet: st, grupper: [{namn: Barn, målvärde: 5}], ansvarig: Chefen}\n"
    table = indicators(front)
    assert printed(table)[:2] == [
        ["Nr", "Indikatorer", "Grupp", "Målvärde", "Enhet", "Periodicitet", "Källa", "Ansvarig"],
        ["1", "Lån", "Barn", "5", "st", "", "", "Chefen"],
    ]


def test_a_table_leaves_out_what_none_of_its_indicators_has_where_the_plan_does_not_ask_for_it() -> None:
    other = "    mål: [bibliotek]\n    indikatorer: [{namn: Lån, enhet: st}]\n"
    read = plan(edited(memory(), "goals.yaml", "    mål: [bibliotek]\n", other))
    tables = indicator_tables(read, SWEDISH)
    fields = [
        [each.field for each in tables.of_goal(goal).columns] for goal in every_goal(read.goals) if goal.indicators
    ]
    assert fields == [["name", "target", "unit", "periodicity", "source"], ["name", "target", "periodicity", "source"]]
    together = tables.of_goals(tuple(every_goal(read.goals)))
    assert [each.field for each in together.columns] == fields[0]


def test_the_column_of_groups_is_left_out_where_no_indicator_has_groups() -> None:
    single = "  - namn: Frånvaro\n    enhet: '%'\n"
    assert [each.role for each in declared(single).columns] == [
        each.role for each in declared().columns if each.role != "group"
    ]


def gathered(levels: str = "  - namn: Resultatmål\n") -> tuple[IndicatorTables, Table, Table]:
    source = edited(memory(), "goals.yaml", "  - namn: Resultatmål\n", levels)
    extra = "\n  - {id: scen, titel: Scen}\n  - {id: museer, titel: 'Museer *ute*', indikatorer: [{namn: Besök}]}\n"
    source = edited(source, "goals.yaml", "    mål: [bibliotek]\n", "    mål: [bibliotek]" + extra)
    read = plan(source)
    tables = indicator_tables(read, SWEDISH)
    every = (read.goals[0], *read.goals[0].goals, *read.goals[1:])
    return tables, tables.of_goals(every), tables.of_goals(read.goals[0].goals, read.goals[0])


def titles(table: Table) -> list[Row]:
    return [row for row in table.rows if row.role == "group"]


def test_gathered_indicators_stand_in_groups_under_the_titles_of_goals_that_have_any() -> None:
    _, every, below = gathered()
    assert [[plain_text(each.inlines) for each in row.cells] for row in every.rows] == [
        ["Öppna bibliotek"],
        ["Antal besök", "ökande", "År", "Räknare"],
        ["Museer ute"],
        ["Besök", "", "", ""],
    ]
    assert [[each.column_span for each in row.cells] for row in titles(every)] == [[4], [4]]
    assert {each.header for row in titles(every) for each in row.cells} == {"row"}
    assert [row.id for row in below.rows] == ["bibliotek.indicators--group", "bibliotek.indicators.antal-besok"]


def test_gathered_tables_are_named_for_screen_readers() -> None:
    _, every, below = gathered()
    assert plain_text(every.caption) == "Indikatorer"
    assert plain_text(below.caption) == "Indikatorer för Kultur i hela länet"
    assert every.columns == below.columns


def test_goals_with_numbers_of_their_own_are_called_by_them() -> None:
    _, every, _ = gathered("  - {namn: Resultatmål, numrering: 1}\n")
    numbered, plain = titles(every)
    assert numbered.cells[0].inlines == (CrossReference("bibliotek"),)
    assert isinstance(plain.cells[0].inlines[0], Text), "its level has no numbers"


def test_an_expression_in_a_figure_becomes_its_value() -> None:
    source = edited(memory(), "goals/bibliotek.md", "målvärde: ökande", "målvärde: '{{ budget.drift.summa.ram }}'")
    assert not faults(source)


@pytest.mark.parametrize(
    ("given", "expected"),
    [("-5", "\u22125"), ("≥ -5 %", "≥ \u22125 %"), ("5-7", "5-7"), ("-", "-"), ("a-5", "a-5"), ("5-", "5-")],
)
def test_a_minus_before_a_figure_is_that_of_print(given: str, expected: str) -> None:
    table = indicators(f"  - {{namn: Lån, målvärde: '{given}'}}\n")
    assert printed(table)[1][1] == expected


def overview(source: Memory) -> Table:
    read = plan(source)
    return valued(indicator_tables(read, SWEDISH).overview(tuple(every_goal(read.goals))))


def test_the_overview_has_every_indicator_beside_its_goal() -> None:
    source = edited(memory(), "goals/bibliotek.md", "indikatorer:\n", "indikatorer:\n  - namn: Lån\n    målvärde: -5\n")
    table = overview(source)
    assert printed(table) == [
        ["Mål", "Indikatorer", "Målvärde", "Periodicitet", "Källa"],
        ["Öppna bibliotek", "Lån", "−5", "", ""],
        ["Antal besök", "ökande", "År", "Räknare"],
    ]
    assert table.rows[0].cells[0].row_span == 2
    assert [each.header for each in table.rows[0].cells[:2]] == ["row", "row"]


def test_the_overview_leaves_to_the_goals_table_what_is_less_needed() -> None:
    source = edited(
        memory(), "goals/bibliotek.md", "    källa: Räknare\n", "    källa: Räknare\n    ansvarig: Chefen\n"
    )
    assert "Ansvarig" in printed(table_of(source))[0]
    assert "Ansvarig" not in printed(overview(source))[0]


def test_the_overview_can_stand_beside_the_tables_of_goals() -> None:
    outline = """
{% for goal in plan.all_goals %}
# {{ goal.title }}

{{ goal.text }}

{{ agenda_list(goal) }}

{{ indicator_table(goal) }}
{% endfor %}
# Alla

{{ indicator_overview(plan.all_goals) }}
"""
    assert faults(memory(outline)) == []
