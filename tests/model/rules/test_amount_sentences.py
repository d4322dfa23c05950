from __future__ import annotations

import re

import pytest

from plangen.diagnostics import Location
from plangen.model.rules.amount_sentences import AmountSentence, sentence_of
from plangen.model.rules.passages import Passage
from plangen.model.rules.written_amounts import written_amounts


def read(text: str) -> AmountSentence:
    amount = next(iter(written_amounts(text, "sv")))
    return sentence_of(Passage(text, Location("a.md", 1)), amount, [re.compile("Parker")], "sv")


@pytest.mark.parametrize(
    "text", ["Parker får 8 tkr.", "Nämnden har 8 mnkr.", "Till Parker går i år 8 tkr.", "Parker: 8 tkr"]
)
def test_a_sentence_that_only_gives_an_amount_is_plain(text: str):
    assert read(text).plain


@pytest.mark.parametrize(
    "text",
    [
        "Parker får 8 tkr till blommor.",
        "Parker får 8 tkr, och 2 tkr till.",
        "Avgiften är 8 kronor.",
        "Parker 3 får 8 tkr.",
    ],
)
def test_a_sentence_that_says_anything_else_is_not_plain(text: str):
    assert not read(text).plain


def test_years_are_those_of_the_sentence_alone():
    assert read("Parker får 8 tkr 2027. Allt var annorlunda 2024.").years == {2027}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ramen är 8 tkr.", ["whole"]),
        ("Parker ökar med 8 tkr.", ["changes"]),
        ("Tillsammans får de 8 tkr.", ["sums"]),
        ("Staten ger 8 tkr.", ["elsewhere"]),
        ("Parker får 8 tkr.", []),
        ("Perrongen kostar 8 tkr.", []),
    ],
)
def test_words_tell_what_an_amount_is_of(text: str, told: list[str]):
    found = read(text)
    assert [name for name in ("whole", "changes", "sums", "elsewhere") if getattr(found, name)] == told
