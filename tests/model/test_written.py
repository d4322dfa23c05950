from __future__ import annotations

from typing import get_args

from plangen.locale.vocabulary import KEYS, terms
from plangen.model.adjustment import Adjustment
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.goal import Goal
from plangen.model.plan import Plan
from plangen.model.record import hints_of
from plangen.model.written import Written


def form(record: type, field: str) -> str:
    return next(each.form for each in reversed(get_args(hints_of(record)[field])) if isinstance(each, Written))


def test_a_field_says_how_its_value_is_written():
    assert form(Plan, "title") == "text"
    assert form(Plan, "valid_from") == "day"
    assert form(Plan, "sections") == "files"
    assert form(Goal, "agenda2030") == "agenda"
    assert form(BudgetColumn, "sums") == "terms"
    assert form(BudgetRow, "sums") == "sum"
    assert form(BudgetTable, "rounding") == "size"


def test_the_outermost_form_of_a_field_holds():
    assert form(Adjustment, "code") == "code"


def test_a_goals_level_is_no_key_though_there_is_such_a_word():
    assert "level" in terms(KEYS, "sv")
    assert "level" in Goal.elsewhere
