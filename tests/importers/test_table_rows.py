from __future__ import annotations

import pytest

from plangen.importers.budget_sheet import read_budget
from plangen.importers.table_rows import read_rows
from plangen.importers.workbook import read_workbook

from .sheets import PASTED, pasted, workbook


def roles(text: str) -> list[str]:
    budget, _ = read_budget(pasted(text))
    assert budget is not None
    return [row.role for row in budget.rows]


def codes(text: str) -> list[str]:
    return [each.code for each in read_budget(pasted(text))[1]]


def test_groups_sums_and_items_are_told_apart():
    assert roles(PASTED) == ["group", "item", "item", "subtotal", "group", "item", "total"]


def test_a_sum_is_known_by_its_figures_and_told():
    text = "N\tA\na\t1\nb\t2\nAlltihop\t3\n"
    assert roles(text) == ["item", "item", "total"]
    assert codes(text) == ["import-sum-guessed", "import-unit-missing"][:1]


def test_a_figure_equal_to_the_one_above_is_no_sum():
    assert roles("N\tA\na\t1\nb\t1\n") == ["item", "item"]


def test_a_part_of_a_row_is_not_added():
    assert roles("N\tA\na\t5\nVarav b\t3\nc\t1\nSumma\t6\n") == ["item", "whereof", "item", "total"]
    assert codes("N\tA\na\t5\nVarav b\t3\nc\t1\nSumma\t6\n") == []


def test_a_sum_that_is_none_is_a_fault_at_its_cell():
    _, (fault,) = read_budget(pasted("N\tA\na\t1 000\nb\t2\nSumma\t1 003\n"))
    assert (fault.code, fault.location.file) == ("import-sum-differs", "urklipp B4")
    assert dict(fault.parameters) == {"row": "Summa", "given": "1 003", "computed": "1 002", "difference": "1"}


@pytest.mark.parametrize(("figure", "role", "code"), [(3, "total", "import-sum-bold"), (4, "item", "import-bold-item")])
def test_a_bold_row_is_a_sum_where_it_adds_up(figure: int, role: str, code: str):
    data = workbook([["N", "A"], ["a", 1], ["b", 2], ["Alla", figure]], bold=["A4"])
    budget, found = read_budget(read_workbook(data, "b"))
    assert budget is not None
    assert budget.rows[-1].role == role
    assert [each.code for each in found] == [code]


def test_a_row_of_dashes_is_no_group():
    assert roles("N\tA\na\t1\nb\t-\nc\t2\n") == ["item", "item", "item"]


def test_lines_below_the_table_are_left_out_and_told():
    assert codes(PASTED).count("import-line-left-out") == 1


def test_no_rows_are_no_rows():
    assert read_rows(pasted(""), (), frozenset(), ()) == ((), ())


def test_what_sap_marks_with_stars_is_a_sum_and_named_without_them():
    budget, found = read_budget(pasted("N\tA\na\t1\nb\t2\n* Ett\t3\nc\t4\n** Allt\t7\n"))
    assert budget is not None
    assert [(row.name, row.role) for row in budget.rows if row.role != "item"] == [
        ("Ett", "subtotal"),
        ("Allt", "total"),
    ]
    assert found == ()
    assert codes("N\tA\na\t1\nb\t2\n* Ett\t4\n") == ["import-sum-differs"]


def test_a_sum_is_held_against_what_can_be_read_only():
    text = "N\tA\tB\na\t1.363\t100\nb\t2 000\t200\nSumma\t3 363\t{}\n"
    assert codes(text.format(300)) == ["import-number-unreadable"]
    assert codes(text.format(301)) == ["import-number-unreadable", "import-sum-differs"]
    assert codes("N\tA\na\t1\nb\t2\nSumma\t3.000\n") == ["import-number-unreadable"]


def test_a_first_row_with_the_sums_of_those_below_is_told_of():
    assert codes("N\tA\nAlla\t3\na\t1\nb\t2\n") == ["import-sum-above"]
    assert codes("N\tA\na\t1\nb\t1\n") == []
    assert codes("N\tA\na\t4\nb\t1\nc\t2\n") == []
