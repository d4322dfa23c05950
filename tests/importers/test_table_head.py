from __future__ import annotations

import pytest

from plangen.importers.table_head import Head, figure_without_unit, read_head, unit_in, without_unit
from plangen.importers.workbook import read_workbook

from .sheets import PASTED, pasted, workbook


def head(text: str) -> Head:
    found = read_head(pasted(text))
    assert found is not None
    return found


def headings(found: Head) -> list[str]:
    return [heading.text for heading in found.headings.values()]


def test_the_parts_of_a_sheet_are_found():
    found = head(PASTED)
    assert (found.names, found.stub) == (1, "Verksamhet")
    assert headings(found) == ["Budget 2026", "Ändring", "Varav löner", "Budget 2027"]
    assert [cell.text for cell in found.above] == ["Driftbudget 2027", "Belopp i tkr"]
    assert found.rows[0][1].text == "Teknik"


def test_two_rows_of_headings_are_joined():
    found = head("\tBudget\t\tUtfall\n\t2026\t2027\t2025\nGator\t1\t2\t3\n")
    assert headings(found) == ["Budget 2026", "Budget 2027", "Utfall 2025"]
    assert [cell.address for cell in found.spread] == ["B1"]


def test_merged_headings_reach_as_far_as_they_are_merged():
    rows = [["Verksamhet", "Budget", None, None], [None, 2026, 2027, "Kommentar"], ["Gator", 1, 2, "x"]]
    found = read_head(read_workbook(workbook(rows, merged=["A1:A2", "B1:C1"]), "b"))
    assert found is not None
    assert headings(found) == ["Budget 2026", "Budget 2027", "Kommentar"]
    assert (found.stub, found.spread) == ("Verksamhet", ())


def test_a_row_of_years_is_a_row_of_headings():
    assert headings(head("Verksamhet\t2026\t2027\nGator\t2000\t2050\n")) == ["2026", "2027"]
    assert len(head("Verksamhet\tA\tB\nGator\t2000\t2050\n").rows) == 1


@pytest.mark.parametrize(
    "lower",
    ["Verksamhet\t2026\tPris\tVolym\t2027", "Verksamhet\t2026\t2025\t2024\t2027"],
)
def test_a_row_of_years_beside_words_or_of_years_near_each_other_is_one_of_headings_with_a_name(lower: str):
    found = head(f"\tBudget\tÄndring\t\tBudget\n{lower}\nGator\t27400\t700\t400\t28500\n")
    assert found.stub == "Verksamhet"
    assert len(found.rows) == 1
    assert headings(found)[0] == "Budget 2026"


def test_figures_that_look_like_years_far_apart_are_figures():
    assert len(head("\tAntal\tBelopp\nSkolor\t2026\t1950\nGator\t401\t2001\n").rows) == 2


def test_empty_rows_and_columns_around_the_table_are_no_part_of_it():
    found = head("\n\t\t\n\t\tNamn\tBelopp\n\n\t\tGator\t5\n")
    assert (found.names, headings(found)) == (3, ["Belopp"])


@pytest.mark.parametrize("text", ["", "a\tb\nc\td\n", "\n\n"])
def test_a_sheet_without_figures_has_no_table(text: str):
    assert read_head(pasted(text)) is None


@pytest.mark.parametrize(
    ("text", "rest", "unit"),
    [
        ("Budget 2026 (tkr)", "Budget 2026", "tkr"),
        ("Budget, mnkr", "Budget", "mnkr"),
        ("Belopp i tkr", "Belopp i tkr", "tkr"),
        ("tkr", "tkr", "tkr"),
        ("Åtgärder", "Åtgärder", ""),
        ("Budget kronor", "Budget kronor", ""),
    ],
)
def test_the_unit_is_taken_out_of_a_heading(text: str, rest: str, unit: str):
    assert without_unit(text) == (rest, unit)
    assert unit_in(text) == unit


def test_a_figure_that_cant_be_read_is_no_heading():
    assert headings(head("N\tA\nGator\t1.000\nPark\t1\n")) == ["A"]


def test_a_year_over_a_heading_is_said_last_and_once():
    rows = [["Verksamhet", 2026, None, 2027, None], [None, "Utfall", "Budget", "Ändring", "Budget 2027"]]
    book = workbook([*rows, ["Gator", 1, 2, 3, 5]], merged=["B1:C1", "D1:E1"])
    found = read_head(read_workbook(book, "b"))
    assert found is not None
    assert headings(found) == ["Utfall 2026", "Budget 2026", "Ändring 2027", "Budget 2027"]
    assert [each.lowest for each in found.headings.values()] == ["Utfall", "Budget", "Ändring", "Budget 2027"]


def test_rows_that_an_empty_one_parts_from_the_headings_tell_of_the_table():
    found = head("Kostnadsställe\tGator 47\n\nKostnadsslag\tUtfall\tPlan\nLöner\t1\t2\n")
    assert headings(found) == ["Utfall", "Plan"]
    assert [cell.text for cell in found.above] == ["Kostnadsställe", "Gator 47"]


def test_a_unit_in_the_place_of_the_names_heading_is_the_unit():
    found = head("tkr\tA\nGator\t1\n")
    assert (found.stub, found.unit) == ("", "tkr")


@pytest.mark.parametrize("second", ["N\tA\tB", "Objekt\t2028\t2029"])
def test_a_second_table_begins_where_headings_or_years_stand_again(second: str):
    found = head(f"N\tA\tB\nGator\t1\t2\nSumma\t1\t2\n\n{second}\nBro\t3\t4\n")
    assert [row[1].text for row in found.rows] == ["Gator", "Summa"]
    assert found.next_table is not None
    assert found.next_table.address == "A5"


@pytest.mark.parametrize("row", ["Park\t2000\t2050,5", "Park\t2000\t", "Park\tca 5\tca 6"])
def test_figures_like_years_and_words_begin_no_table(row: str):
    assert head(f"N\tA\tB\nGator\t1\t2\n{row}\n").next_table is None


@pytest.mark.parametrize(
    ("text", "figure"),
    [("10 kr", "10"), ("1 200 SEK", "1 200"), ("200- tkr", "200-"), ("100:-", "100"), ("Nr 5 kr", ""), ("5", "")],
)
def test_a_figure_with_its_unit_is_known(text: str, figure: str):
    assert figure_without_unit(text) == figure
