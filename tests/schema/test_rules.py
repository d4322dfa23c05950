from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft7Validator

from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.goal import Goal
from plangen.model.indicator import IndicatorColumn
from plangen.model.plan import Plan
from plangen.model.record import Record
from plangen.readers.goals import GoalsFile
from plangen.schema.rules import required_fields, required_unless, rules_of, taken_names


def keeps(record: type[Record], value: dict[str, Any], language: str = "sv") -> bool:
    return Draft7Validator({"allOf": rules_of(record, language)}).is_valid(value)


@pytest.mark.parametrize("value", [{"rubrik": "a"}, {"år": 2027}, {"typ": "budget"}])
def test_a_column_needs_a_heading_or_something_to_make_one_of(value: dict[str, Any]):
    assert keeps(BudgetColumn, value)
    assert not keeps(BudgetColumn, {"enhet": "tkr"})


@pytest.mark.parametrize(("role", "key"), [("summa", "summerar"), ("förändring i procent", "mellan"), ("andel", "av")])
def test_a_role_asks_for_its_key_and_no_other_role_may_have_it(role: str, key: str):
    assert keeps(BudgetColumn, {"rubrik": "a", "roll": role, key: []})
    assert not keeps(BudgetColumn, {"rubrik": "a", "roll": role})
    assert not keeps(BudgetColumn, {"rubrik": "a", "roll": "varav", key: []})
    assert not keeps(BudgetColumn, {"rubrik": "a", key: []})


def test_a_key_that_fits_the_role_of_a_row_without_one_needs_no_role():
    assert keeps(BudgetRow, {"tecken": "minus"})
    assert not keeps(BudgetRow, {"roll": "grupp", "tecken": "minus"})


def test_rules_are_in_the_language_of_the_schema():
    assert keeps(BudgetRow, {"role": "total", "sums": ["a"]}, "en")
    assert not keeps(BudgetRow, {"role": "item", "sums": ["a"]}, "en")


def test_an_indicators_column_of_text_needs_a_heading():
    assert keeps(IndicatorColumn, {"roll": "text", "rubrik": "Läge"})
    assert not keeps(IndicatorColumn, {"roll": "tal"})
    assert keeps(IndicatorColumn, {"roll": "grupp"})


def test_a_goal_within_a_file_may_have_its_title_in_a_file_of_its_own():
    schema = Draft7Validator(required_unless(Goal, "sv"))
    assert schema.is_valid({"titel": "a"})
    assert schema.is_valid({"id": "a"})
    assert not schema.is_valid({"text": "a"})


def test_what_must_be_given_is_what_the_record_says():
    assert required_fields(Plan) == ("title", "organisation", "year", "status", "sections")
    assert required_fields(BudgetColumn) == ()
    assert required_unless(BudgetColumn, "sv") == {}
    assert required_unless(BudgetRow, "en") == {"required": ["name"]}


def test_a_column_has_no_name_that_the_rows_have_for_something_else():
    assert "summerar" in taken_names(BudgetTable, "columns", "sv")
    assert taken_names(GoalsFile, "indicator_columns", "en") == ("id", "groups")
    assert taken_names(BudgetTable, "rows", "sv") == ()
