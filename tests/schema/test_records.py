from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft7Validator

from plangen.locale.catalogue import LANGUAGES
from plangen.model.budget import BudgetTable
from plangen.model.goal import Goal
from plangen.model.plan import Plan
from plangen.model.record import keys_of
from plangen.readers.brand import BrandFile
from plangen.schema.records import schema_of

PLAN: Any = schema_of(Plan, "sv")
BUDGET: Any = schema_of(BudgetTable, "sv")
GOAL: Any = schema_of(Goal, "sv")

SMALL = {"titel": "a", "organisation": "b", "år": 2027, "status": "utkast", "avsnitt": ["a"]}


def faults(schema: Any, value: Any) -> list[str]:
    """The paths at which a value has faults."""
    return sorted("/".join(map(str, each.absolute_path)) for each in Draft7Validator(schema).iter_errors(value))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", [Plan, BudgetTable, Goal, BrandFile])
def test_the_keys_are_those_that_the_reader_knows_in_the_language(record: Any, language: str):
    schema: Any = schema_of(record, language)
    Draft7Validator.check_schema(schema)
    extra = {"mål", "text", "goals"} if record is Goal else set()
    assert set(schema["properties"]) | extra == set(keys_of(record, language)) | extra


def test_every_key_has_a_title_and_tells_what_it_is_for():
    files = (PLAN, BUDGET, GOAL)
    definitions = [*files, *(each for schema in files for each in schema["definitions"].values())]
    properties = [each for found in definitions for each in found.get("properties", {}).values() if each is not False]
    assert len(properties) > 100
    assert [each for each in properties if not (each["title"] and each["description"])] == []


def test_examples_are_right_by_their_own_schema():
    for schema in (schema_of(record, language) for record in (Plan, BudgetTable, Goal) for language in LANGUAGES):
        found: Any = [schema, *schema["definitions"].values()]  # type: ignore[union-attr, misc]
        for each in (each for part in found for each in part.get("properties", {}).values() if each is not False):
            validator = Draft7Validator({**each, "definitions": schema["definitions"]})
            assert [example for example in each.get("examples", ()) if not validator.is_valid(example)] == []


def test_a_plan_has_what_it_must_and_no_other_key():
    assert faults(PLAN, SMALL) == []
    assert faults(PLAN, {**SMALL, "titel": None}) == ["titel"]
    assert faults(PLAN, {**SMALL, "tittel": "a"}) == [""]
    assert faults(PLAN, {key: value for key, value in SMALL.items() if key != "år"}) == [""]


def test_what_is_within_has_its_own_rules():
    assert faults(PLAN, {**SMALL, "ram": {"titel": "a", "belopp": "1 000", "enhet": "tkr"}}) == []
    assert faults(PLAN, {**SMALL, "ram": {"titel": "a", "belopp": "1 000", "enhet": "tusen"}}) == ["ram"]
    assert faults(PLAN, {**SMALL, "beslut": None}) == []


def test_rows_have_the_columns_values_and_columns_no_key_besides():
    table = {"titel": "a", "kolumner": {"budget": {"rubrik": "b"}}, "rader": [{"namn": "c", "budget": "1 000"}]}
    assert faults(BUDGET, table) == []
    assert faults(BUDGET, {**table, "rader": [{"namn": "c", "budget": [1]}]}) == ["rader/0/budget"]
    assert faults(BUDGET, {**table, "kolumner": {"budget": {"rubrik": "b", "x": 1}}}) == ["kolumner/budget"]
    assert faults(BUDGET, {**table, "kolumner": {"roll": {"rubrik": "b"}}}) == ["kolumner"]


def test_goals_stand_within_goals_as_names_or_as_themselves():
    assert faults(GOAL, {"titel": "a", "mål": ["b", {"titel": "c", "mål": ["d", None]}]}) == []
    assert faults(GOAL, {"titel": "a", "mål": [{"text": "c"}]}) == ["mål"]
    assert faults(GOAL, {"text": "a"}) == [""]


def test_examples_of_a_list_are_those_of_its_items():
    listed = GOAL["properties"]["bidrar till"]
    assert "examples" not in listed
    assert listed["anyOf"][0]["items"]["examples"] == ["Regional utvecklingsstrategi, mål 4"]


def test_a_whole_record_is_offered_where_one_can_stand():
    assert GOAL["definitions"]["indicator"]["defaultSnippets"][0]["label"] == "Ny indikator"
    assert PLAN["properties"]["ram"]["defaultSnippets"][0]["label"] == "Ramen"
    assert BUDGET["properties"]["kolumner"]["defaultSnippets"][0]["label"] == "Ny kolumn"
