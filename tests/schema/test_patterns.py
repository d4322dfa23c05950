from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.locale.numbers import parse_number
from plangen.model.agenda import GOALS, targets
from plangen.model.identifiers import ADDRESS, IDENTIFIER
from plangen.schema import patterns

NUMBERS = st.text("0123456789 \u00a0\u202f.,-−–x", max_size=24)


def matches(pattern: str, text: str) -> bool:
    """Whether a text matches as JSON Schema has it, by search."""
    return re.search(pattern, text) is not None


@given(NUMBERS)
def test_a_number_is_what_the_model_reads_as_one(text: str):
    assert matches(patterns.NUMBER, text) == (parse_number(text) is not None)


@pytest.mark.parametrize("text", ["1 363 720", "-570", "−570", "570-", "33,5", "33.5", "0,125", "0 000,125", "1" * 20])
def test_numbers_as_people_write_them(text: str):
    assert parse_number(text) is not None
    assert matches(patterns.NUMBER, text)


@pytest.mark.parametrize("text", ["1.234", "1,234,567", "30 000 tkr", "-5-", "12 34", "1" * 21, "", "٣"])
def test_what_is_no_number(text: str):
    assert parse_number(text) is None
    assert not matches(patterns.NUMBER, text)


@given(NUMBERS)
def test_a_size_is_a_number_without_a_sign(text: str):
    signed = any(sign in text for sign in "-−–")
    assert matches(patterns.SIZE, text) == (parse_number(text) is not None and not signed)


@given(st.dates())
def test_every_day_is_one(day: date):
    assert matches(patterns.DAY, day.isoformat())


@pytest.mark.parametrize("text", ["2026-13-01", "2026-00-01", "2026-01-32", "26-01-01", "0000-01-01", "2026-1-1", "x"])
def test_what_is_no_day(text: str):
    assert not matches(patterns.DAY, text)


@given(st.text("aZ09_-.å ", max_size=8))
def test_an_id_is_what_the_model_takes_for_one(text: str):
    assert matches(patterns.IDENTIFIER, text) == (IDENTIFIER.fullmatch(text.strip()) is not None)
    assert matches(patterns.IDENTIFIER_OR_BLANK, text) == (matches(patterns.IDENTIFIER, text) or not text.strip())


@pytest.mark.parametrize(
    "text",
    ["https://a.se", "HTTP://a.se/b?c", "mailto:a@b.se", "www.a.se", "https://", "javascript:x", "ftp://a", "a b"],
)
def test_a_link_leads_where_the_model_lets_it(text: str):
    assert matches(patterns.LINK, text) == (ADDRESS.fullmatch(text) is not None)


def test_every_goal_and_target_of_agenda_2030_is_known_and_no_other():
    known = {str(goal) for goal in range(1, GOALS + 1)} | {
        each for goal in range(1, GOALS + 1) for each in targets(goal)
    }
    tried = {f"{goal}{end}" for goal in range(20) for end in ("", *(f".{each}" for each in (*range(25), *"abcde")))}
    assert {text for text in tried if matches(patterns.agenda(), text)} == known


def test_words_are_known_whatever_the_case_of_their_letters():
    pattern = patterns.one_of(("tkr", "€"))
    assert all(matches(pattern, text) for text in ("tkr", "TKR", "Tkr", "€"))
    assert not any(matches(pattern, text) for text in ("tkr ", "xtkr", "t"))


@pytest.mark.parametrize("text", ["#0B5469", "#ffffff"])
def test_a_colour_has_six_characters(text: str):
    assert matches(patterns.COLOUR, text)
    assert not matches(patterns.COLOUR, text[:-1])


@pytest.mark.parametrize(("text", "right"), [("2027", True), ("27", False), ("0999", False), ("20270", False)])
def test_a_year_has_four_digits(text: str, right: bool):
    assert matches(patterns.YEAR, text) == right


@pytest.mark.parametrize(("text", "right"), [("https://github.com/a/b", True), ("github.com/a/b", False), ("a", False)])
def test_an_address_is_of_the_web(text: str, right: bool):
    assert matches(patterns.ADDRESS, text) == right


def test_a_blank_text_is_nothing():
    assert matches(patterns.SOMETHING, " a ")
    assert not matches(patterns.SOMETHING, " \n")
