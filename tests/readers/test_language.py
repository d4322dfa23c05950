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


def test_unknown_language_is_reported():
    language, found = plan_language(mapping("language: fi"))
    assert language == "en"
    assert [each.code for each in found] == ["language-unknown"]


def test_keys_further_down_count_too():
    assert language_of_keys(mapping("beslut: {decided by: A, date: B}")) == "en"
