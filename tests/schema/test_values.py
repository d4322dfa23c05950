from __future__ import annotations

from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator

from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import terms
from plangen.model.written import Form
from plangen.schema.values import Schema, Values, shared

SV = Values("sv")


def takes(schema: Schema, value: Any) -> bool:
    return Draft7Validator({**schema, "definitions": shared("tomt", "något")}).is_valid(value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [each for each in get_args(Form) if each != "goals"])
def test_every_form_takes_nothing_only_where_it_may_be_left_out(form: Form, language: str):
    values = Values(language)
    assert takes(values.of(form), None)
    assert not takes(values.of(form, needed=True), None)


@pytest.mark.parametrize("form", [each for each in get_args(Form) if each != "goals"])
def test_no_form_is_a_list_within_a_list(form: Form):
    assert not takes(SV.of(form), [["a"]])


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("text", ["a", "", 1, 2.5, True], [[], {}]),
        ("id", ["a-b", 5], ["a b", "å", -1.5]),
        ("year", [2027, "2027"], [27, "27", 20270]),
        ("number", [5, 2.5, "1 363 720", "570-"], ["1.234.567", "5 tkr", []]),
        ("size", [0, "0,5"], [-1, "-1"]),
        ("count", [0, 6, "2"], [7, -1, "7", "x"]),
        ("day", ["2026-11-18"], ["18/11 2026", 2026]),
        ("money", ["tkr", "TKR", "€", "kr"], ["tusen", 1]),
        ("numeral", [1, "1", "A", "a", "I", "ingen"], [2, "i", "B"]),
        ("agenda", [[8, 16.7, "16.a", "8", None]], [[0], [18], [16.77], ["x"], 8, "8"]),
        ("sum", ["ovan", "nedan", ["gator", "-avgifter"]], ["under", {}, 1]),
        ("terms", [["a", 2027]], ["a"]),
        ("term", ["a", 2027], [["a"]]),
        ("texts", [{"a": "b", "c": 1}], [{"a": ""}, {"a": None}, ["a"]]),
        ("files", [["mal", None]], ["mal", ["a b"]]),
        ("file", ["mal"], ["a b", "mal.md"]),
        ("language", ["sv"], ["en", "svenska"]),
        ("link", ["https://a.se", "mailto:a@b.se", ""], ["www.a.se"]),
        ("address", ["https://github.com/a/b"], ["github.com"]),
        ("colour", ["#0B5469"], ["red", "#0B546"]),
        ("code", ["decision-missing"], ["yaml-form", "x"]),
    ],
)
def test_what_a_form_takes(form: Form, right: list[Any], wrong: list[Any]):
    schema = SV.of(form)
    assert [value for value in right if not takes(schema, value)] == []
    assert [value for value in wrong if takes(schema, value)] == []


def test_a_text_that_must_be_there_is_not_blank():
    assert takes(SV.of("text", needed=True), "a")
    assert not takes(SV.of("text", needed=True), " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_choice_are_those_of_the_language_each_with_its_meaning(language: str):
    schema = Values(language).choice("status", needed=True)
    assert schema["enum"] == list(terms("status", language).values())
    meanings = schema["markdownEnumDescriptions"]
    assert isinstance(meanings, list)
    assert all(meanings)
    assert len(set(meanings)) == len(meanings) == len(terms("status", language))


def test_a_choice_takes_no_word_of_another_language():
    schema = SV.choice("row_role")
    assert takes(schema, "summa")
    assert not takes(schema, "total")


def test_what_stands_in_place_of_a_value_is_never_offered_as_a_word_or_a_type():
    """An editor would offer `null`, `true` and `false`, which mean nothing to a writer."""
    for form in get_args(Form):
        if form == "goals":
            continue
        alternatives = SV.of(form).get("anyOf")
        assert isinstance(alternatives, list)
        assert not [each for each in alternatives if set(each.get("type", ())) & {"null", "boolean"}]


def test_findings_are_told_of_without_their_parameters():
    told = SV.code()["markdownEnumDescriptions"]
    assert isinstance(told, list)
    assert told
    assert not [each for each in told if "{" in each]
