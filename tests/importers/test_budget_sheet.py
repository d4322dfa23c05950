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
