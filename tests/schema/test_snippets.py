from __future__ import annotations

import re
from typing import Any

import pytest

from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import KEYS, words
from plangen.model.activity import Activity
from plangen.model.budget import BudgetColumn
from plangen.model.goal import Goal
from plangen.model.plan import Frame, Section
from plangen.schema.snippets import snippet_of

PLACE = re.compile(r"\$\{(\d+)[:|]")


def body(record: Any, language: str = "sv", *, named: bool = False) -> dict[str, Any]:
    snippets: Any = snippet_of(record, language, named=named)["defaultSnippets"]
    return snippets[0]["body"]


def test_a_record_that_is_put_in_whole_has_its_keys_and_examples():
    assert body(Goal)["titel"] == "${1:Ekonomi i balans}"
    assert body(Goal)["indikatorer"][0]["namn"] == "${3:Nettokostnad mot budget}"
    assert body(Goal, "en")["title"] == "${1:Sound finances}"


def test_where_some_words_may_stand_one_is_chosen():
    assert body(Activity)["status"] == "${4|planerad,pågår,klar,försenad,avbruten|}"
    assert body(Frame)["enhet"].startswith("${3|kr,tkr,mnkr,")


def test_a_record_under_a_name_is_put_in_with_the_name_first():
    assert list(body(BudgetColumn, named=True)) == ["${1:kolumn}"]
    assert body(BudgetColumn, named=True)["${1:kolumn}"]["år"] == "${3:2027}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_numbered_from_one_on_in_order(language: str):
    places = [int(each) for each in PLACE.findall(str(body(Goal, language)))]
    assert places == list(range(1, len(places) + 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_of_the_language(language: str):
    assert set(body(Goal, language)) <= set(words(KEYS, language))


def test_a_record_that_nobody_puts_in_whole_has_no_snippet():
    assert snippet_of(Section, "sv") == {}
