from __future__ import annotations

import tomllib
from dataclasses import fields
from importlib.resources import files

import pytest

from plangen.locale.catalogue import LANGUAGES
from plangen.locale.wording import Wording, wording


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_all_that_is_told_by_them(language: str):
    assert all(getattr(wording(language), each.name) for each in fields(Wording))


def test_the_file_has_nothing_else():
    data = tomllib.loads(files("plangen.locale").joinpath("wording.toml").read_text(encoding="utf-8"))
    assert set(data) == set(LANGUAGES)
    assert all(set(table) == {each.name for each in fields(Wording)} for table in data.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_small_letters_and_short_forms_in_capitals(language: str):
    words = wording(language)
    assert [
        each for name in ("about", "some", "aims", "shares") for each in getattr(words, name) if each != each.lower()
    ] == []
    assert [each for each in words.known if each != each.upper()] == []


def test_a_language_without_words_has_none_of_any_kind():
    assert wording("qaa") == Wording(*[()] * len(fields(Wording)))
