from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import get_args

import pytest

from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import KEYS, terms, words
from plangen.model.activity import Activity, ActivityStatus
from plangen.model.adjustment import Adjustment, Level
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.budget_roles import Carried, ColumnKind, ColumnRole, RowKind, RowRole, Sign
from plangen.model.budget_terms import SumSide
from plangen.model.goal import Goal, GoalLevel, IndicatorsShown
from plangen.model.indicator import WORDED, Indicator, IndicatorColumn, IndicatorGroup, IndicatorRole
from plangen.model.plan import CalculationsShown, Decision, Frame, GoverningDocument, Plan, Section, Status
from plangen.model.record import Record, fields_of
from plangen.readers.brand import BrandFile, ColoursPart, FontsPart, LogoPart

TABLES = tomllib.loads(files("plangen.locale").joinpath("vocabulary.toml").read_text(encoding="utf-8"))
RECORDS = (
    BrandFile,
    FontsPart,
    ColoursPart,
    LogoPart,
    Plan,
    Adjustment,
    Section,
    GoverningDocument,
    Decision,
    Frame,
    Goal,
    GoalLevel,
    Indicator,
    IndicatorGroup,
    IndicatorColumn,
    Activity,
    BudgetTable,
    BudgetColumn,
    BudgetRow,
)


def fields(record: type[Record]) -> Iterator[str]:
    """The fields that an author gives under a key."""
    hidden = {"location", "places", "cells", "level", *record.elsewhere}
    return (name for name in fields_of(record) if name not in hidden)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_word_in_every_language_and_no_other(table: str):
    assert {term: set(row) for term, row in TABLES[table].items()} == {term: set(LANGUAGES) for term in TABLES[table]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_a_word_stands_for_one_term(table: str, language: str):
    by_word = [row[language] for row in TABLES[table].values()]
    assert sorted(set(by_word)) == sorted(by_word)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_words_and_terms_are_each_other_turned_round(table: str, language: str):
    assert {word: term for term, word in terms(table, language).items()} == dict(words(table, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_written_small_without_spaces_around(language: str):
    for table in TABLES.values():
        for row in table.values():
            assert row[language] == row[language].strip().casefold()


def test_swedish_and_english_keys_stand_for_the_same_terms():
    assert words(KEYS, "sv")["målvärde"] == words(KEYS, "en")["target"] == "target"
    assert terms(KEYS, "en")["decided_by"] == "decided by"


def test_every_field_that_an_author_gives_has_a_key():
    assert {name for record in RECORDS for name in fields(record)} - set(TABLES[KEYS]) == set()


def test_every_key_is_a_field_of_some_record():
    known = {name for record in RECORDS for name in fields_of(record)}
    assert set(TABLES[KEYS]) - known == set()


@pytest.mark.parametrize(
    ("table", "known"),
    [
        ("status", get_args(Status)),
        ("column_role", get_args(ColumnRole)),
        ("column_kind", get_args(ColumnKind)),
        ("row_role", get_args(RowRole)),
        ("row_kind", get_args(RowKind)),
        ("sign", get_args(Sign)),
        ("sum_side", get_args(SumSide)),
        ("carried", get_args(Carried)),
        ("indicator_role", get_args(IndicatorRole)),
        ("activity_status", get_args(ActivityStatus)),
        ("indicators_shown", get_args(IndicatorsShown)),
        ("calculations_shown", get_args(CalculationsShown)),
        ("numbering", ("none",)),
        ("edit_links", ("shown",)),
        ("goals_choice", ("all",)),
        ("check_level", get_args(Level)),
    ],
)
def test_the_words_of_a_choice_are_those_that_the_model_knows(table: str, known: tuple[str, ...]):
    assert set(TABLES[table]) == set(known)


def test_columns_of_words_have_a_table_of_them():
    assert set(WORDED) <= set(get_args(IndicatorRole))
    assert set(WORDED.values()) <= set(TABLES)


def test_the_first_word_of_a_choice_is_the_models_default():
    """A value that can't be read is replaced by the first; it must be one that asks for no more."""
    assert next(iter(TABLES["column_role"])) == fields_of(BudgetColumn)["role"].default
    assert next(iter(TABLES["indicators_shown"])) == fields_of(Plan)["indicators_shown"].default
    assert next(iter(TABLES["calculations_shown"])) == fields_of(Plan)["calculations_shown"].default
    assert next(iter(TABLES["row_role"])) == fields_of(BudgetRow)["role"].default


def test_a_table_can_not_be_changed():
    with pytest.raises(TypeError):
        words(KEYS, "sv")["ny"] = "new"  # type: ignore[index]


def test_unknown_table_and_language_are_bugs():
    with pytest.raises(KeyError):
        words("finns inte", "sv")
    with pytest.raises(KeyError):
        terms(KEYS, "fi")
