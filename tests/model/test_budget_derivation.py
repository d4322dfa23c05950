from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from tests.model.budget_tables import CHAIN, table
from tests.repository import PLANS

from plangen.locale.numbers import percent
from plangen.model.budget import BudgetTable
from plangen.model.budget_derivation import Derivation, derivation
from plangen.readers.plan import read_plan
from plangen.source.source import Folder

SUMS = """\
  - {namn: A, in: 10, a: 2}
  - {namn: B, in: 20}
  - {namn: D, roll: delsumma}
  - {namn: C, tecken: minus, in: 5, a: 1}
  - {namn: S, roll: summa}
  - {namn: V, roll: summa, summerar: [a, -b]}
"""
PERCENTS = (
    CHAIN + "  f: {roll: förändring i procent, mellan: [in, ut]}\n  p: {roll: andel, av: ut}\n"
    "  t: {rubrik: T, roll: summa, summerar: [ut, -in]}\n"
)


def read(small, columns: str, rows: str, first: str = "") -> BudgetTable:
    return table(small, columns, rows, first).read().tables[0]


def again(table: BudgetTable, found: Derivation, decimals: int) -> Decimal:
    """The figure computed anew from what it is said to follow from."""
    shown = [table.reckoned[each.row, each.column].shown or Decimal(0) for each in found.of]
    match found.how:
        case "sum":
            return sum((each.sign * figure for each, figure in zip(found.of, shown, strict=True)), Decimal(0))
        case "change":
            return percent(shown[1] - shown[0], shown[0], decimals)
        case "share":
            return percent(shown[0], shown[1], decimals)


def check(table: BudgetTable) -> int:
    """That every computed figure follows from what is said; how many there are."""
    count = 0
    for place, figure in table.reckoned.items():
        found = derivation(table, *place)
        if found:
            count += 1
            assert again(table, found, table.decimals_in(*place)) == figure.computed, place
        else:
            assert not figure.computable or figure.shown is None or figure.rounded
    return count


def test_every_computed_figure_follows_from_what_is_said(small) -> None:
    assert check(read(small, PERCENTS, SUMS)) > 20


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_every_computed_figure_of_the_repositorys_plans_follows_from_what_is_said(folder: Path) -> None:
    plan, _ = read_plan(Folder(folder.parents[1]), f"content/{folder.name}")
    assert plan is not None
    assert sum(map(check, plan.tables)) or not plan.tables


def test_a_figure_that_is_given_follows_from_nothing(small) -> None:
    found = read(small, CHAIN, SUMS)
    assert derivation(found, 0, 0) is None
    assert derivation(found, 1, 1) is None


def test_signs_are_those_that_terms_are_counted_with(small) -> None:
    found = derivation(read(small, CHAIN, SUMS), 4, 0)
    assert found is not None
    assert [(each.row, each.sign) for each in found.of] == [(0, 1), (1, 1), (3, -1)]


def test_a_given_sum_that_is_used_for_its_rounding_follows_from_nothing(small) -> None:
    rows = "  - {namn: A, kr: 1}\n  - {namn: S, roll: summa, kr: 2}\n"
    assert derivation(read(small, "  kr: {rubrik: K}\n", rows, "avrundning: 1\n"), 1, 0) is None
