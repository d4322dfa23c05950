from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from plangen.locale.catalogue import LANGUAGES
from plangen.model.goal import Goal
from plangen.model.plan import Section
from plangen.readers.front_matter import split_front_matter
from plangen.schema.files import bindings
from plangen.schema.records import schema_of
from plangen.schema.vscode import front_matter_snippets, settings

CHOICE = re.compile(r"\$\{\d+\|([^,|]*)[^}]*\}")
PLACE = re.compile(r"\$\{\d+:([^}]*)\}|\$\d+")


def filled(snippet: Any) -> str:
    """What stands in a file when all places are left as they are."""
    lines = (CHOICE.sub(r"\1", line) for line in snippet["body"])
    return "\n".join(PLACE.sub(lambda place: place[1] or "", line) for line in lines)


def snippets(language: str) -> list[str]:
    """Those of a goal and of a section, and of an indicator, an activity and a governing document within one."""
    return [filled(each) for each in json.loads(front_matter_snippets(language)).values()]


def faults(schema: Any, text: str) -> list[str]:
    value = YAML(typ="safe", pure=True).load(text)
    days = json.loads(json.dumps(value, default=str))
    return [each.message for each in Draft7Validator(schema).iter_errors(days)]


def test_settings_keep_what_they_have_and_bind_the_files():
    given = json.loads(settings(b'{"editor.tabSize": 2}', "sv", {"a": "en"}))
    assert given == {"editor.tabSize": 2, "yaml.schemas": bindings("sv", {"a": "en"})}


def test_snippets_are_for_markdown_each_by_a_name_to_type():
    given = json.loads(front_matter_snippets("sv"))
    assert {each["scope"] for each in given.values()} == {"markdown"}
    assert given["Nytt styrande dokument"]["prefix"] == "nytt-styrande-dokument"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_is_put_in_has_right_front_matter(language: str):
    for record, text in zip((Goal, Section), snippets(language), strict=False):
        parts, found = split_front_matter(text, "a.md")
        assert found == ()
        assert faults(schema_of(record, language), parts.front) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_put_in_within_one_is_right(language: str):
    names = ("indicator", "activity", "governing_document")
    definitions: Any = {}
    for record in (Goal, Section):
        definitions |= schema_of(record, language)["definitions"]  # type: ignore[operator]
    for name, text in zip(names, snippets(language)[2:], strict=True):
        schema = {"type": "array", "items": {"$ref": f"#/definitions/{name}"}, "definitions": definitions}
        assert faults(schema, text) == []


def test_what_is_put_in_within_one_stands_below_its_key():
    assert all(line.startswith("  ") for text in snippets("sv")[2:] for line in text.splitlines() if line)
