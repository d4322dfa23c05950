from __future__ import annotations

import pytest

from plangen.document.inlines import (
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from plangen.document.typography import bound
from plangen.document.walk import plain_text
from plangen.locale.catalogue import catalogue

WORDS = catalogue("sv").bound_words


def printed(*inlines: Inline) -> str:
    return plain_text(bound(inlines, WORDS)).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 000 000", "1~000~000"),
        ("12 345 678", "12~345~678"),
        ("435 000 kvm", "435~000~kvm"),
        ("5 mnkr", "5~mnkr"),
        ("33,5 mnkr och 1,5 mnkr", "33,5~mnkr och 1,5~mnkr"),
        ("100 %", "100~%"),
        ("115 miljoner kronor", "115~miljoner kronor"),
        ("\u2212570 tkr.", "\u2212570~tkr."),
        ("1 899 961,5 tkr", "1~899~961,5~tkr"),
        ("2025 2026", "2025 2026"),
        ("år 2026 100 personer", "år 2026 100 personer"),
        ("1 0000", "1 0000"),
        ("12 34", "12 34"),
        ("5 krav", "5 krav"),
        ("5 åringar", "5 åringar"),
        ("mål 3 och 5", "mål 3 och 5"),
        ("a1 000", "a1~000"),
        ("", ""),
    ],
)
def test_spaces_within_numbers_and_before_units_do_not_break(text: str, expected: str) -> None:
    assert printed(Text(text)) == expected


def test_number_and_unit_in_different_inlines_are_bound() -> None:
    assert printed(Strong((Text("5"),)), Text(" mnkr")) == "5~mnkr"
    assert printed(Text("1 899"), Text(" 961"), Emphasis((Text(" tkr"),))) == "1~899~961~tkr"


@pytest.mark.parametrize("between", [LineBreak(), Code("5"), FootnoteReference("a")])
def test_what_is_no_text_keeps_number_and_unit_apart(between: Inline) -> None:
    assert bound((Text("5"), between, Text(" mnkr")), WORDS) == (Text("5"), between, Text(" mnkr"))


def test_texts_in_links_and_references_are_bound_in_their_places() -> None:
    reference = CrossReference("b", (Text("2 %"),))
    link, _, reference = bound((Link("https://a.se", (Text("1 000 kr"),)), Text(" "), reference), WORDS)
    assert isinstance(link, Link)
    assert isinstance(reference, CrossReference)
    assert (plain_text(link.inlines), plain_text(reference.inlines)) == ("1\u00a0000\u00a0kr", "2\u00a0%")


def test_code_is_left_as_it_is() -> None:
    assert printed(Code("1 000 kr")) == "1 000 kr"


def test_only_the_words_given_are_bound() -> None:
    assert plain_text(bound((Text("5 mnkr, 5 st"),), ("st",))) == "5 mnkr, 5\u00a0st"


def test_a_word_that_means_something_in_a_pattern_is_taken_as_it_is() -> None:
    assert plain_text(bound((Text("5 m. 5 mx"),), ("m.",))) == "5\u00a0m. 5 mx"
