from __future__ import annotations

import pytest

from plangen.readers.language import language_of_keys, plan_language
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedMapping


def mapping(text: str) -> PlacedMapping:
    value, found = read_yaml(text, "a.yaml")
    assert isinstance(value, PlacedMapping)
    assert found == ()
    return value


@pytest.mark.parametrize(
    ("text", "language"),
    [("språk: en", "en"), ("language: EN", "en"), ("title: A", "en"), ("titel: A", "sv"), ("x: 1", "sv")],
)
def test_language_is_the_one_that_is_said_or_else_that_of_the_keys(text: str, language: str):
    assert plan_language(mapping(text)) == (language, ())


@pytest.mark.parametrize(("key", "row"), [("språk", "språk: sv"), ("language", "språk: sv")])
def test_a_language_that_is_not_that_of_the_keys_is_told_once(key: str, row: str):
    value = mapping(f"titel: A\nnämnd: B\når: 2027\n{key}: en\navsnitt: [a]\n")
    language, found = plan_language(value)
    assert (language, [each.code for each in found]) == ("sv", ["language-differs"])
    assert (found[0].location.line, dict(found[0].parameters)["instead"]) == (4, row)
    assert key not in value.items


def test_some_keys_in_another_language_are_slips():
    assert plan_language(mapping("titel: A\ntitle: B\nyear: 2027\nspråk: en\n")) == ("en", ())


def test_unknown_language_is_reported():
    language, found = plan_language(mapping("language: fi"))
    assert language == "en"
    assert [each.code for each in found] == ["language-unknown"]


def test_keys_further_down_count_too():
    assert language_of_keys(mapping("beslut: {decided by: A, date: B}")) == "en"
