"""Capitals of the references that begin sentences."""

from __future__ import annotations

import pytest

from plangen.document.inlines import CrossReference, Emphasis, FootnoteReference, Inline, LineBreak, Strong, Text
from plangen.document.sentences import with_capitals
from plangen.document.walk import plain_text

TABLE = CrossReference("anslag", label="tabell", number="2")
OWN = CrossReference("anslag", inlines=(Text("tabellen ovan"),))
TITLED = CrossReference("mal", title=(Text("ekonomi i balans"),))


def printed(*line: Inline, language: str = "sv") -> str:
    return plain_text(with_capitals(line, language)).replace("\u00a0", " ")


BEGINS = "|Så är det. |Är det så? |Så är det! |Vi gör mer … |Så är det.\u00a0|Ramen gäller 2027. |Så. (|”"
BEGINS_TOO = "Han sade ”nej.” |(Så är det.) |Se bilaga A. |Gator, parker m.m. "
GOES_ON = "Se |Enligt 1.2 |Det är så, |Det (|Beloppen, t.ex. |Beloppen, t. ex. |Beloppen, bl. a. |Jfr. |Så är det: "


@pytest.mark.parametrize("before", [*BEGINS.split("|"), *BEGINS_TOO.split("|")])
def test_reference_that_begins_a_sentence_has_a_capital(before: str) -> None:
    assert printed(Text(before), TABLE, Text(" visar")) == f"{before}Tabell 2 visar".replace("\u00a0", " ")


@pytest.mark.parametrize("before", GOES_ON.split("|"))
def test_reference_within_a_sentence_has_none(before: str) -> None:
    assert printed(Text(before), TABLE) == f"{before}tabell 2"


def test_what_stands_before_may_be_several_inlines() -> None:
    assert printed(Strong((Text("Så är det."),)), Text(" "), TABLE) == "Så är det. Tabell 2"
    assert printed(Text("Så är det."), FootnoteReference("n"), Text(" "), TABLE) == "Så är det. Tabell 2"
    assert printed(Text("Så är det."), LineBreak(), TABLE) == "Så är det. Tabell 2"
    assert printed(Text("Se "), Emphasis((TABLE, Text(". "), TABLE)), Text(" och "), TABLE) == (
        "Se tabell 2. Tabell 2 och tabell 2"
    )


def test_words_of_the_author_and_titles_stay_as_they_are_written() -> None:
    assert printed(OWN, Text(" visar")) == "tabellen ovan visar"
    assert printed(TITLED) == "ekonomi i balans"


def test_short_forms_are_those_of_the_language() -> None:
    assert printed(Text("The amounts, e.g. "), TABLE, language="en") == "The amounts, e.g. tabell 2"
    assert printed(Text("It is so. "), TABLE, language="qaa") == "It is so. Tabell 2"
