from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.locale.numbers import MOST_DIGITS, month_names, parse_number, print_date, print_number

NARROW, THIN, FIGURE = "\u202f", "\u2009", "\u2007"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("14", "14"),
        ("1 363 720", "1363720"),
        ("1363720", "1363720"),
        ("1\u00a0363\u00a0720", "1363720"),
        (f"1{NARROW}363{THIN}720", "1363720"),
        (f"1{FIGURE}363", "1363"),
        ("-570", "-570"),
        ("- 570", "-570"),
        ("−570", "-570"),
        ("–570", "-570"),
        ("570-", "-570"),
        ("1 129-", "-1129"),
        ("570 −", "-570"),
        ("33,5", "33.5"),
        ("33.5", "33.5"),
        ("1 363,50", "1363.50"),
        ("  7  ", "7"),
        ("007", "7"),
    ],
)
def test_what_people_write_is_read_as_a_number(text: str, value: str):
    assert str(parse_number(text)) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "x",
        "1e3",
        "1E3",
        "0x10",
        "NaN",
        "Infinity",
        "-5-",
        "--5",
        "5--",
        "1 36",
        "1 3637",
        "1  363",
        "12 34 567",
        "1,363,720",
        "1.363.720",
        "1,",
        ",5",
        "5 %",
        "1 000 tkr",
        "٣",
        "²",
        "1\n000",
        "1_000",
        "+5",
    ],
)
def test_other_text_is_no_number(text: str):
    assert parse_number(text) is None


def test_a_number_of_absurd_length_is_no_number():
    assert parse_number("9" * MOST_DIGITS) == Decimal("9" * MOST_DIGITS)
    assert parse_number("9" * (MOST_DIGITS + 1)) is None
    assert parse_number("1," + "3" * MOST_DIGITS) is None
    assert parse_number("9" * 5000) is None


@pytest.mark.parametrize("text", ["-0", "0-", "−0,00"])
def test_zero_has_no_minus(text: str):
    value = parse_number(text)
    assert value is not None
    assert not value.is_signed()


@pytest.mark.parametrize(
    ("value", "locale", "text"),
    [
        ("1899961", "sv_SE", "1\u00a0899\u00a0961"),
        ("1899961", "en_GB", "1,899,961"),
        ("999", "sv_SE", "999"),
        ("-570", "sv_SE", "\u2212570"),
        ("33.5", "sv_SE", "33,5"),
        ("33.50", "sv_SE", "33,50"),
        ("33.5", "en_GB", "33.5"),
        ("0", "sv_SE", "0"),
        ("1E+3", "sv_SE", "1\u00a0000"),
    ],
)
def test_numbers_are_printed_as_the_language_prints_them(value: str, locale: str, text: str):
    assert print_number(Decimal(value), locale) == text


def test_decimals_can_be_asked_for():
    assert print_number(Decimal("2.25"), "sv_SE", decimals=1) == "2,3"
    assert print_number(Decimal(2), "sv_SE", decimals=2) == "2,00"


@settings(derandomize=True, deadline=None, database=None, max_examples=200)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_what_is_printed_is_read_as_the_same_number(value: Decimal):
    assert parse_number(print_number(value, "sv_SE")) == value


@settings(derandomize=True, deadline=None, database=None, max_examples=200)
@given(st.text(alphabet="0123456789 ,.-−\u00a0", max_size=30))
def test_whatever_is_read_can_be_printed(text: str):
    value = parse_number(text)
    if value is not None:
        assert parse_number(print_number(value, "sv_SE")) == value


def test_dates_are_printed_in_words():
    assert print_date(date(2025, 6, 11), "sv_SE") == "11\u00a0juni\u00a02025"
    assert print_date(date(2025, 6, 1), "en_GB") == "1\u00a0June\u00a02025"


def test_months_have_names_and_short_forms():
    assert {"mars", "september", "sep"} <= month_names("sv")
    assert {"march", "mar", "september"} <= month_names("en_GB")
