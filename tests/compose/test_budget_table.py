from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.compose.budget_table import budget_table
from plangen.document.inlines import FootnoteReference, Text
from plangen.document.nodes import Cell, Table
from plangen.document.walk import plain_text

from .plans import SWEDISH, changed, edited, memory, plan

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


def test_figures_know_what_they_are_counted_in() -> None:
    table = budget()
    assert {each.unit for row in table.rows for each in row.cells[1:]} == {"tkr"}
    assert {each.unit for row in (*table.head, *table.rows) for each in row.cells[:1]} == {""}


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


def test_the_name_of_a_group_spans_the_table() -> None:
    table = budget("rader:\n", "rader:\n  - {namn: Kultur, roll: grupp}\n")
    assert [(each.empty, each.column_span) for each in table.rows[0].cells] == [("", 4)]
    assert table.rows[0].role == "group"


@pytest.mark.parametrize("given", ["'1 000[^x]'", "'[^x]'"])
def test_a_mark_beside_a_figure_is_not_lost(given: str) -> None:
    table = budget("    in: 1 000", f"    in: {given}")
    assert FootnoteReference in {type(each) for each in cell(table, "drift.museer.in").inlines}


YEARS = """\
titel: Drift
enhet: tkr
kolumner:
  not: {rubrik: Not, roll: text}
  u25: {typ: utfall, år: 2025}
  b26: {typ: budget, år: 2026, enhet: mnkr}
  ny: {år: 2027}
  p: {roll: förändring i procent, mellan: [u25, ny]}
  q: {rubrik: Ökning i procent, roll: förändring i procent, mellan: [u25, ny]}
  d: {rubrik: "Del[^d]", roll: andel, av: u25}
rader:
  - {namn: G, roll: grupp, not: Se nedan}
  - {namn: "A[^a]", not: 3, u25: "1,5", ny: 3}
  - {namn: B, u25: 0, ny: 1}
  - {namn: S, roll: summa}
  - {namn: Andel kvinnor, roll: nyckeltal, enhet: "%", u25: "51,25[^a]"}
noter:
  a: Not a.
  d: Not d.
"""


def years(old: str = "titel: Drift", new: str = "titel: Drift") -> Table:
    source = edited(memory(), "plan.yaml", ", tabell: drift, kolumn: ram", "")
    return budget_table(plan(changed(source, budget__drift_yaml=YEARS.replace(old, new))).tables[0], SWEDISH)


def test_headings_are_made_of_kind_and_year_with_a_unit_that_is_not_the_tables() -> None:
    assert printed(years())[0] == [
        "",
        "Not",
        "Utfall 2025",
        "Budget 2026, mnkr",
        "2027",
        "Förändring, %",
        "Ökning i procent",
        "Del, %",
    ]


def test_key_figures_have_their_unit_and_decimals() -> None:
    assert printed(years())[-1] == ["Andel kvinnor, %", "", "51,25", "", "", "", "", ""]
    assert years().rows[-1].role == "key-figure"


def test_percentages_are_typed_and_where_there_are_none_it_is_said() -> None:
    table = years()
    change = cell(table, "drift.a.p")
    assert (change.value, plain_text(change.inlines), change.role) == (Decimal("100.0"), "100,0", "figure")
    none = cell(table, "drift.b.p")
    assert (none.value, none.inlines, none.empty) == (None, (), SWEDISH.labels["empty-percent"])
    assert table.columns[5].align == "right"


def test_a_group_with_a_text_of_its_own_keeps_its_cells() -> None:
    assert printed(years())[1] == ["G", "Se nedan", "", "", "", "", "", ""]


def test_marks_lead_to_the_notes_of_the_table() -> None:
    table = years()
    marks = [
        each.note
        for row in (*table.head, *table.rows)
        for of in row.cells
        for each in of.inlines
        if isinstance(each, FootnoteReference)
    ]
    assert marks == ["drift.note-d", "drift.note-a", "drift.note-a"]


def test_declared_decimals_are_printed() -> None:
    table = years("enhet: tkr\n", "enhet: tkr\ndecimaler: 2\n")
    assert printed(table)[2][2:5] == ["1,50", "", "3,00"]


def test_sums_that_may_differ_are_told_of_under_the_table() -> None:
    assert not years("titel: Drift", "avrundning: '0,5'\ntitel: Drift").notes
    given = YEARS.replace("  - {namn: S, roll: summa}", "  - {namn: S, roll: summa, u25: '2,0'}")
    rounded = years(YEARS, f"avrundning: '0,5'\n{given}")
    assert printed(rounded)[4][2] == "2,0"
    assert [plain_text(note.inlines) for note in rounded.notes] == [SWEDISH.labels["rounding-note"]]


def test_a_head_without_words_over_the_names_of_rows_is_said_to_screen_readers(small) -> None:
    """A head that says nothing heads nothing (WCAG 2.2, 1.3.1)."""
    table = small.edited("budget/fordelning.yaml", "ledrubrik: Post\n", "").read().tables[0]
    corner = budget_table(table, SWEDISH).head[0].cells[0]
    assert (corner.inlines, corner.empty) == ((), "Benämning")
