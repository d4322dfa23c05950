"""A newcomer's table, in tkr, with what was budgeted, a change, and a sum that is computed."""

from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, said
from tests.model.rules.test_figure_rules import having
from tests.model.rules.test_meant_figures import started

CODES = ("figure-size", "figure-size-column")
INVESTED = "titel: Investeringar\nenhet: {unit}\nkolumner:\n{columns}\nrader:\n{rows}  - {{namn: Summa, roll: summa}}\n"


def changed(small: SmallPlan, parks: str) -> SmallPlan:
    plan = started(small, "Text.").edited("budget/fordelning.yaml", "b26: 10 800", f"b26: {parks}")
    return plan.edited("plan.yaml", "  tabell: fordelning\n", "").edited("plan.yaml", "  kolumn: ram\n", "")


def invested(small: SmallPlan, *rows: str, unit: str = "tkr", columns: str = "b27") -> SmallPlan:
    names = columns.split()
    given = ""
    for number, row in enumerate(rows):
        cells = "".join(f"    {name}: {value}\n" for name, value in zip(names, row.split("/"), strict=True))
        given += f"  - namn: Sak {number}\n{cells}"
    heads = "\n".join(f"  {name}: {{typ: budget, år: 20{name[1:]}}}" for name in names)
    table = INVESTED.format(unit=unit, columns=heads, rows=given)
    plan = small.having("budget/investeringar.yaml", table)
    return plan.edited("sections/inledning.md", "tabeller: [fordelning]", "tabeller: [fordelning, investeringar]")


@pytest.mark.parametrize(("a", "times"), [("12 100 000", "1000"), ("12", "1000"), ("121 000", "10"), ("1 210", "10")])
def test_a_figure_far_from_the_others_of_its_row_is_told_of(small: SmallPlan, a: str, times: str):
    plan = having(small, a)
    assert found(plan, *CODES) == [("figure-size", a)]
    assert said(plan, "figure-size")["times"] == times


@pytest.mark.parametrize("a", ["12 100", "6 000", "24 000", "0", "-12 100", "300", "700 000", ""])
def test_a_figure_of_another_size_may_be_right(small: SmallPlan, a: str):
    assert found(having(small, a), *CODES) == []


def test_a_figure_to_which_its_change_is_nothing_is_told_of(small: SmallPlan):
    plan = changed(small, "12 300 000")
    assert found(plan, *CODES) == [("figure-size-column", "12 300 000")]
    assert said(plan, "figure-size-column")["row"] == "Parker"


@pytest.mark.parametrize("parks", ["10 800", "123 000", "12 345 678", "11"])
def test_a_row_may_be_of_another_size_than_the_others(small: SmallPlan, parks: str):
    assert found(changed(small, parks), *CODES) == []


def test_a_row_that_changes_as_much_as_the_others_is_truly_so_large(small: SmallPlan):
    plan = changed(small, "12 300 000").edited("budget/fordelning.yaml", "ändring: 400", "ändring: 400 000")
    assert found(plan, *CODES) == []


@pytest.mark.parametrize(
    ("rows", "unit", "told"),
    [
        (("1 500", "700", "2 100 000", "900"), "tkr", "2 100 000"),
        (("1,5", "0,7", "2 100", "0,9"), "mnkr", "2 100"),
        (("1 500", "700", "2,1", "900"), "tkr", "2,1"),
    ],
)
def test_one_of_many_in_a_column_of_its_own_is_told_of(small: SmallPlan, rows: tuple[str, ...], unit: str, told: str):
    assert found(invested(small, *rows, unit=unit), *CODES) == [("figure-size-column", told)]


@pytest.mark.parametrize(
    ("rows", "unit"),
    [
        (("1 500", "700", "2 100 001", "900"), "tkr"),
        (("1 500", "20", "2 100 000", "900"), "tkr"),
        (("1 500", "2 100 000"), "tkr"),
        (("300", "250 000", "450", "500"), "kr"),
        (("27 400", "28", "12 300", "15 000"), "tkr"),
        (("300", "450", "500", "1 200"), "tkr"),
    ],
)
def test_rows_that_truly_differ_are_left_alone(small: SmallPlan, rows: tuple[str, ...], unit: str):
    assert found(invested(small, *rows, unit=unit), *CODES) == []


def test_of_two_years_that_which_is_off_is_told_of_where_other_rows_are_steady(small: SmallPlan):
    steady = ("1 500/1 600", "12 300 000/12 700", "9 000/8 000")
    assert found(invested(small, *steady, columns="b26 b27"), *CODES) == [("figure-size", "12 300 000")]
    for other in ("9 000/80", "9 000/"):
        assert found(invested(small, *steady[:2], other, columns="b26 b27"), "figure-size") == []


def test_a_row_that_is_as_large_another_year_is_truly_so_large(small: SmallPlan):
    rows = ("1 500/1 600", "700/800", "2 100 000/2 200 000", "900/900")
    assert found(invested(small, *rows, columns="b26 b27"), *CODES) == []
