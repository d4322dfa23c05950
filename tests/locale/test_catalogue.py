"""The catalogues, and that they hold a text for everything that the code says, and nothing besides."""

from __future__ import annotations

import ast
import string
import tomllib
from importlib.resources import files

import pytest
from tests.locale.said import calls, constants, said

from plangen.locale.catalogue import LANGUAGES, catalogue
from plangen.locale.units import money_units
from plangen.locale.vocabulary import terms

GIVING = {"error", "warning", "report", "PlangenError"}
TABLES = (
    "labels",
    "statuses",
    "units",
    "amounts",
    "agenda",
    "word_styles",
    "groups",
    "report",
    "preview",
    "messages",
    "hints",
)
RAW = {
    language: tomllib.loads(files("plangen.locale").joinpath(f"{language}.toml").read_text(encoding="utf-8"))
    for language in LANGUAGES
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_calls_are_found():
    """The tests below rest on this: that the search sees the calls at all."""
    known = {"duplicate-id", "indicator-twice", "not-utf8", "row-differs", "no-plans", "yaml-tab", "yaml-quote-mark"}
    assert known <= set(said())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_that_is_said_has_a_message_and_a_hint(language: str):
    words = catalogue(language)
    assert {code: place for code, place in said().items() if code not in words.messages} == {}
    assert {code: place for code, place in said().items() if code not in words.hints} == {}


def test_no_code_is_put_together_of_pieces():
    """A code that can't be searched for can't be documented."""
    assert [place for place, argument, _ in calls() if isinstance(argument, ast.JoinedStr | ast.BinOp)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_and_hint_is_of_a_code_that_is_said(language: str):
    words = catalogue(language)
    assert [code for code in words.messages if code not in said()] == []
    assert set(words.messages) == set(words.hints)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_call_gives_what_its_message_and_hint_speak_of(language: str):
    words = catalogue(language)
    lacking = {}
    for place, argument, call in calls():
        given = {keyword.arg for keyword in call.keywords}
        if None in given or ast.unparse(call.func).rpartition(".")[2] not in GIVING:
            continue
        for code in constants(argument) & set(words.messages):
            spoken = placeholders(words.messages[code]) | placeholders(words.hints[code])
            if spoken - given:
                lacking[place] = spoken - given
    assert lacking == {}


@pytest.mark.parametrize("table", TABLES)
def test_the_languages_have_the_same_keys_and_places(table: str):
    spoken = [
        {key: placeholders(text) for key, text in getattr(catalogue(language), table).items()} for language in LANGUAGES
    ]
    assert all(each == spoken[0] for each in spoken)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_filled_in(language: str):
    for table in ("report", "preview", "messages", "hints"):
        for key, text in getattr(catalogue(language), table).items():
            filled = text.format(**dict.fromkeys(placeholders(text), "X"))
            assert filled.strip(), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_no_table_that_is_not_read(language: str):
    assert set(RAW[language]) == {"tag", "babel", "bound-words", *TABLES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_trimmed_and_no_text_is_empty(language: str):
    for table in TABLES:
        for key, text in getattr(catalogue(language), table).items():
            assert text == text.strip(), key
            assert text, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_start_small_and_hints_end_as_sentences(language: str):
    words = catalogue(language)
    assert [code for code, text in words.messages.items() if text.endswith(".")] == []
    ends = (".", "?", "}", "…", ")", "`", '"', "”", ":")
    assert [code for code, text in words.hints.items() if not text.endswith(ends)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_name_for_each_status_unit_and_agenda_goal(language: str):
    words = catalogue(language)
    assert set(words.statuses) == set(terms("status", language))
    assert set(words.units) == set(words.amounts) == set(money_units())
    assert list(words.agenda) == [str(number) for number in range(1, 18)]
    assert len(set(words.agenda.values())) == 17


def test_a_catalogue_is_found_by_language_or_tag():
    assert catalogue("sv").tag == "sv-SE"
    assert catalogue("sv-SE") == catalogue("sv")
    assert catalogue("EN-gb") == catalogue("en")
    assert catalogue("en").babel == "en_GB"


@pytest.mark.parametrize("language", ["fi", "", "-", "svenska"])
def test_there_is_no_catalogue_for_another_language(language: str):
    with pytest.raises(KeyError):
        catalogue(language)


def test_swedish_labels_and_agenda_goals():
    words = catalogue("sv")
    assert words.labels["contents"] == "Innehåll"
    assert words.agenda["3"] == "God hälsa och välbefinnande"
    assert "tkr" in words.bound_words
