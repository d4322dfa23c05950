from __future__ import annotations

import pytest

from plangen.compose.expression_faults import expression_fault, shown, within
from plangen.compose.expressions import Evaluator
from plangen.diagnostics import Diagnostic, Location
from plangen.document.inlines import Expression

from .plans import SWEDISH, plan


def fault(source: str) -> Diagnostic:
    place = Location("a.md", 3, 7, len("{{  }}") + len(source))
    found = Evaluator(plan(), SWEDISH).text(Expression(source, place))
    assert isinstance(found, Diagnostic)
    return found


@pytest.mark.parametrize(
    ("source", "code", "column", "length", "near"),
    [
        ("budget.drift.suma.ram | tkr", "expression-unknown", 23, 4, "summa"),
        ("budgte.drift", "expression-unknown", 10, 6, "budget"),
        ("titel", "expression-unknown", 10, 5, "plan.titel"),
        ("drift.summa.ram", "expression-unknown", 10, 5, "budget.drift"),
        ("budget.drift.summa.ram | tkrr", "expression-filter", 35, 4, "tkr"),
        ("budget.drift.summa.ram | kkr", "expression-filter", 35, 3, "tkr"),
        ("budget.drift.summa.ram | förändrng(1)", "expression-filter", 35, 9, "förändring"),
        ("budget.drift.summa.ram | MSEK", "expression-filter", 35, 4, "mnkr"),
    ],
)
def test_a_fault_marks_the_name_and_tells_what_is_meant(source: str, code: str, column: int, length: int, near: str):
    found = fault(source)
    assert (found.code, found.location.column, found.location.length) == (code, column, length)
    assert dict(found.parameters)["near"] == near


def test_an_amount_in_another_currency_marks_the_unit():
    found = fault("budget.drift.summa.ram | eur")
    assert (found.code, found.location.column, found.location.length) == ("expression-unit", 35, 3)


def test_the_whole_is_marked_where_the_name_is_not_found():
    whole = Location("a.md", 1, 1, 40)
    assert within(Expression("a.b", whole), "b") == whole
    assert within(Expression("a.b", Location("a.md", 1, 1, 7)), "x") == Location("a.md", 1, 1, 7)
    assert within(Expression("a.b", Location("a.md", 1, 1, 7)), "b") == Location("a.md", 1, 5, 1)


def test_what_a_message_shows_of_an_expression_is_bounded():
    assert shown("a" * 100) == "a" * 80 + "…"
    assert shown("a") == "a"


def test_any_other_reason_is_a_fault_of_the_expression():
    place = Location("a.md", 1, 1, 5)
    found = expression_fault(Expression("x", place), ValueError("?"), {}, "sv")
    assert (found.code, found.location) == ("expression-fault", place)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("budget.drift.summa.ram | andel(0)", "0"),
        ("budget.drift.summa.ram - 1", "1"),
        ("1 - budget.drift.summa.ram", "1"),
        ("plan.organisation | tkr", "Region"),
    ],
)
def test_what_is_no_figure_is_told_by_what_it_is(source: str, value: str):
    found = fault(source)
    assert found.code == "expression-not-figure"
    assert dict(found.parameters)["value"].startswith(value)


def test_decimals_that_nobody_prints_are_told_with_how_many_may_be():
    found = fault("budget.drift.summa.ram | tkr(99)")
    assert (found.code, dict(found.parameters)["decimals"]) == ("expression-decimals", "99")
