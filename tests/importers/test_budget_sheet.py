from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from plangen.importers.budget_sheet import BudgetSheet, read_budget
from plangen.importers.workbook import read_workbook

from .sheets import PASTED, pasted, workbook


def table(text: str) -> BudgetSheet:
    budget, _ = read_budget(pasted(text))
    assert budget is not None
    return budget


def places(text: str) -> list[tuple[str, str]]:
    return [(each.code, each.location.file) for each in read_budget(pasted(text))[1]]


def test_title_unit_and_roles_are_found():
    budget = table(PASTED)
    assert (budget.title, budget.unit, budget.stub) == ("Driftbudget 2027", "tkr", "Verksamhet")
    assert [column.role for column in budget.columns] == ["opening", "change", "whereof", "closing"]


def test_columns_that_dont_add_up_are_amounts():
    assert {each.role for each in table("N\tA\tB\tC\na\t1\t2\t3\nb\t1\t1\t1\n").columns} == {"amount"}


def test_a_column_of_words_is_of_text():
    assert [each.role for each in table("N\tA\tAnsvarig\na\t1\tLisa\n").columns] == ["amount", "text"]


@pytest.mark.parametrize("figure", ["1.363", "1,363", "1.363.72", "(-570)", "ca 5", "--5"])
def test_a_figure_that_isnt_understood_is_a_fault_at_its_cell(figure: str):
    assert places(f"N\tA\na\t1\nb\t{figure}\n") == [("import-number-unreadable", "urklipp B3")]


def test_everything_that_isnt_understood_is_told_at_once():
    text = "N\tA\tA\na\tx\t1\t7\n\t3\nb\t1\t1\n"
    assert places(text) == [
        ("import-name-missing", "urklipp B3"),
        ("import-heading-twice", "urklipp C1"),
        ("import-heading-missing", "urklipp D2"),
        ("import-number-unreadable", "urklipp B2"),
    ]


def test_dates_and_formulas_are_faults_of_their_cells():
    data = workbook([["N", "A"], ["a", 1], ["b", date(2026, 3, 5)], ["c", "=1"]])
    _, found = read_budget(read_workbook(data, "b.xlsx"))
    assert [(each.code, each.location.file) for each in found][:2] == [
        ("import-date", "b.xlsx Budget!B3"),
        ("import-formula-uncomputed", "b.xlsx Budget!B4"),
    ]


def test_percentages_are_text_in_a_column_of_their_own_and_a_fault_among_amounts():
    book = load_workbook(io.BytesIO(workbook([["N", "A", "B"], ["a", 1, 0.035], ["b", 0.5, 0.04]])))
    for address in ("C2", "C3", "B3"):
        book["Budget"][address].number_format = "0.0%"
    data = io.BytesIO()
    book.save(data)
    budget, found = read_budget(read_workbook(data.getvalue(), "b"))
    assert budget is not None
    assert [each.role for each in budget.columns] == ["amount", "text"]
    assert [(each.code, each.location.file) for each in found] == [("import-percent-mixed", "b Budget!B3")]


def test_two_units_are_a_fault():
    assert [code for code, _ in places("N\tA (tkr)\tB (mnkr)\na\t1\t2\n")] == ["import-units-differ"]


def test_a_dash_is_told_once():
    assert places("N\tA\na\t-\nb\t-\nc\t1\n") == [("import-dash", "urklipp B2")]


def test_a_sheet_without_a_table_is_a_fault():
    assert places("bara text\n") == [("import-no-table", "urklipp")]


def test_numbers_of_accounts_and_notes_are_texts():
    budget = table("Konto\tNamn\tNot\tA\n5010\tLöner\t1\t100\n5020\tHyror\t2\t50\n")
    assert [(each.heading, each.role) for each in budget.columns] == [
        ("Konto", "text"),
        ("Not", "text"),
        ("A", "amount"),
    ]
    assert [each.role for each in table("N\tNot\tA\na\t1,5\t100\nb\t2\t50\n").columns] == ["amount", "amount"]


def test_a_column_of_per_cent_is_a_text_whatever_its_cells_look_like():
    assert [each.role for each in table("N\tA\tAvv (%)\na\t1\t2,8\nb\t2\t-1\n").columns] == ["amount", "text"]


@pytest.mark.parametrize("cell", ["10 kr", "1 200 SEK", "5:-"])
def test_a_unit_in_a_cell_is_told_as_what_it_is(cell: str):
    assert places(f"N\tA, tkr\na\t{cell}\nb\t{cell}\n") == [
        ("import-unit-in-cell", "urklipp B2"),
        ("import-unit-in-cell", "urklipp B3"),
    ]


def test_text_without_columns_is_told_as_that():
    assert places("Gator 1 200 1 300\nPark 200 300\n") == [("import-one-column", "urklipp")]


def test_of_two_tables_the_first_is_named_by_its_cells():
    text = "Drift\nN\tA\tB\na\t1\t2\nSumma\t1\t2\n\nInvesteringar\nN\tA\tB\nb\t5\t6\n"
    (told,) = [each for each in read_budget(pasted(text))[1] if each.code == "import-next-table"]
    assert (told.location.file, dict(told.parameters)) == ("urklipp A7", {"range": "A2:C4"})


def test_dates_as_headings_are_told_as_dates():
    book = workbook([["N", date(2026, 1, 1), date(2027, 1, 1)], ["a", 1, 2]])
    _, found = read_budget(read_workbook(book, "b"))
    assert [(each.code, each.location.file) for each in found] == [
        ("import-date", "b Budget!B1"),
        ("import-date", "b Budget!C1"),
    ]
