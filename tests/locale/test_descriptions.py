"""That each key and word of the format is described in every language, and nothing besides."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any, get_args

import pytest

from plangen.locale.catalogue import LANGUAGES
from plangen.locale.descriptions import examples, forms, meanings, snippets, titles, told
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.budget import BudgetTable
from plangen.model.goal import Goal
from plangen.model.plan import Plan, Section
from plangen.model.record import Choice, Record, hints_of
from plangen.model.written import Form
from plangen.readers.brand import BrandFile
from plangen.readers.goals import GoalsFile
from plangen.schema.names import name_of, names_of

TABLES = tomllib.loads(files("plangen.locale").joinpath("descriptions.toml").read_text(encoding="utf-8"))
ROWS = [
    (f"{kind}.{table}.{term}", row)
    for kind in TABLES
    for table in TABLES[kind]
    for term, row in TABLES[kind][table].items()
]
OTHER_TITLES = {"cells", "nothing", "something"}


def records() -> set[type[Record]]:
    """Every record that a file holds, or that is within one."""
    found: set[type[Record]] = set()
    waiting: list[Any] = [Plan, Section, GoalsFile, Goal, BudgetTable, BrandFile]
    while waiting:
        each = waiting.pop()
        if isinstance(each, type) and issubclass(each, Record) and each not in found:
            found.add(each)
            waiting += [hint for name, hint in hints_of(each).items() if name in shown(each)]
        waiting += get_args(each)
    return {each for each in found if shown(each)} - {Record}


def shown(record: type[Record]) -> set[str]:
    """The fields that a writer gives."""
    keys = terms(KEYS, LANGUAGES[0])
    own = {name for name in hints_of(record) if name in keys and name not in {"location", "places", *record.elsewhere}}
    return own | ({"cells"} if record.open_cells else set())


RECORDS = {each for each in records() if each.__name__ != "AgendaGoal"}


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[name for name, _ in ROWS])
def test_every_row_has_a_text_in_every_language(name: str, row: dict[str, str]):
    assert set(row) == set(LANGUAGES)
    assert all(text.strip() == text and text for text in row.values())


def test_rows_are_sorted():
    for kind in TABLES:
        assert list(TABLES[kind]) == sorted(TABLES[kind])
        for table in TABLES[kind].values():
            assert list(table) == sorted(table)


def test_every_key_of_every_record_is_described_and_no_other():
    needed = {
        (next(each for each in names_of(record) if field in TABLES["record"].get(each, {})), field)
        if any(field in TABLES["record"].get(each, {}) for each in names_of(record))
        else (name_of(record), field)
        for record in RECORDS
        for field in shown(record)
    }
    assert needed == {(table, field) for table, rows in TABLES["record"].items() for field in rows}


def test_every_word_that_a_key_may_take_has_its_meaning():
    tables = {
        each.table
        for record in RECORDS
        for hint in hints_of(record).values()
        for each in get_args(hint)[1:]
        if isinstance(each, Choice)
    }
    for table in {*tables, "numbering", "sum_side"}:
        assert set(meanings(table, "sv")) == set(terms(table, "sv")), table
    assert set(TABLES["word"]) == {*tables, "numbering", "sum_side"}


def test_every_record_has_a_name_for_people_and_nothing_else_has():
    assert set(titles("sv")) == {name_of(record) for record in RECORDS} | OTHER_TITLES


def test_what_is_said_of_forms_is_said_of_forms_that_there_are():
    assert set(forms("sv")) <= {*get_args(Form), "choice", "list"}


def test_examples_are_of_keys_that_there_are():
    for table, rows in TABLES["example"].items():
        known = {field for record in RECORDS if table in names_of(record) for field in shown(record)}
        assert set(rows) <= known, table


def test_several_examples_are_told_apart():
    assert examples("measured", "sv")["unit"] == ("%", "tkr")


def test_each_language_has_texts_of_its_own():
    assert told("plan", "sv")["title"] != told("plan", "en")["title"]
    assert snippets("sv")["goal"] != snippets("en")["goal"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_description_is_one_to_three_short_sentences(language: str):
    long = [row[language] for name, row in ROWS if name.startswith(("record.", "word.")) and len(row[language]) > 150]
    open_ended = [row[language] for name, row in ROWS if name.startswith("record.") and row[language][-1] != "."]
    assert (long, open_ended) == ([], [])
