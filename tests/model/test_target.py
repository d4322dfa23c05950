from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.document.inlines import FootnoteReference, Text
from plangen.model.target import Target, read_target
from plangen.model.text import RichText


def target(wording: str, language: str = "sv") -> Target:
    return read_target(RichText((Text(wording),) if wording else ()), language)


@pytest.mark.parametrize(
    ("wording", "direction"),
    [
        ("ökande", "increasing"),
        ("Ökande", "increasing"),
        (" minskande ", "decreasing"),
        ("bibehållen", "maintained"),
        ("bibehållen eller minskande", "maintained_or_decreasing"),
    ],
)
def test_a_direction(wording: str, direction: str):
    assert target(wording) == Target("direction", direction)


def test_something_to_be_done():
    assert target("Genomfört") == Target("done")
    assert target("Completed", "en") == Target("done")


def test_the_words_of_another_language_are_text():
    assert target("increasing").kind == "text"
    assert target("increasing", "en") == Target("direction", "increasing")


@pytest.mark.parametrize(
    ("wording", "comparison", "number", "unit"),
    [
        ("0", "", "0", ""),
        ("100 %", "", "100", "%"),
        ("100%", "", "100", "%"),
        ("≥ 80 %", "≥", "80", "%"),
        (">= 80 %", "≥", "80", "%"),
        ("<=5", "≤", "5", ""),
        ("> 1 000 kr", ">", "1000", "kr"),
        ("33,5", "", "33.5", ""),
        ("−2", "", "-2", ""),
        ("-2 procentenheter", "", "-2", "procentenheter"),
        ("1\u00a0000 st per år", "", "1000", "st per år"),
    ],
)
def test_a_number(wording: str, comparison: str, number: str, unit: str):
    assert target(wording) == Target("number", comparison=comparison, number=Decimal(number), unit=unit)


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "Beslutas under året",
        "ca 80 %",
        "80–90 %",
        "80 - 90",
        "1e3",
        "1 36 72",
        "2026-12-31",
        "≥",
        "% 80",
        "9" * 400,
    ],
)
def test_anything_else_is_text(wording: str):
    assert target(wording).kind == "text"


def test_a_mark_of_a_note_alone_is_followed_only():
    assert read_target(RichText((FootnoteReference("a"),)), "sv") == Target("followed")
    assert target("*") == Target("followed")


def test_a_note_beside_a_number_changes_nothing():
    assert read_target(RichText((Text("80 %"), FootnoteReference("a"))), "sv").number == Decimal(80)


def test_an_indicator_knows_what_its_target_means(small):
    (goal,) = small.read().goals
    assert goal.indicators[0].typed_target("sv") == Target("direction", "decreasing")
