from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.diagnostics import Location
from plangen.importers.yaml_text import figure, markdown, scalar, writable
from plangen.locale.numbers import parse_number
from plangen.readers.markdown import read_inline
from plangen.readers.place import Place
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedMapping, PlacedText

ALWAYS = settings(derandomize=True, deadline=None, database=None, max_examples=200)
TEXTS = st.text("aå ,:#[]{}*&!|>'\"%@`\\-?_<^~0=.", min_size=1, max_size=12).map(str.strip).filter(bool)


@ALWAYS
@given(TEXTS, st.booleans())
def test_a_text_is_read_as_itself(text: str, flow: bool):
    source = scalar(text, flow)
    value, faults = read_yaml(f"{{k: {source}}}" if flow else f"k: {source}", "x")
    assert faults == ()
    assert isinstance(value, PlacedMapping)
    given_text = value.items["k"]
    assert isinstance(given_text, PlacedText)
    assert given_text.text == text


@ALWAYS
@given(TEXTS)
def test_what_stands_in_a_cell_is_no_markdown(text: str):
    source = markdown(text)
    assert str(read_inline(source, Place.of_text(source, Location("")))[0]) == " ".join(text.split())


@pytest.mark.parametrize("text", ["Lön*", "Gator", "Hälso- och sjukvård"])
def test_a_usual_name_is_left_as_it_is(text: str):
    assert markdown(text) == text
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        ("1363720", "sv", "1 363 720"),
        ("-570", "sv", "-570"),
        ("33.50", "sv", "33,5"),
        ("33.5", "en", "33.5"),
        ("33.333", "sv", "33,3330"),
        ("0", "sv", "0"),
        ("0.0005", "sv", "0,0005"),
        ("1E+3", "sv", "1 000"),
    ],
)
def test_a_figure_is_written_as_people_write_it(value: str, language: str, text: str):
    assert figure(Decimal(value), language) == text
    assert parse_number(text) == Decimal(value)


def test_a_figure_of_many_digits_cant_be_written():
    assert writable(Decimal("123.456789"))
    assert not writable(Decimal("1234567890123456789012"))
