from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, said, warnings

DASH, RANGE, MINUS, SPACE, QUOTES = (
    "hyphen-as-dash",
    "hyphen-in-range",
    "hyphen-as-minus",
    "double-space",
    "quotes-mixed",
)


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        ("Sjukhuset - det nya - byggs.", DASH, "-"),
        ("Det är så -- tror vi.", DASH, "--"),
        ("Planen 2026-2028 gäller.", RANGE, "2026-2028"),
        ("Vintern 2025-26 var våt.", RANGE, "2025-26"),
        ("Barn 7-20 år.", RANGE, "7-20"),
        ("Det blev -40 grader.", MINUS, "-"),
        ("Skillnaden (-570) är stor.", MINUS, "-"),
        ("Två  blanksteg.", SPACE, "  "),
    ],
)
def test_wrong_signs_are_told_of(small: SmallPlan, text: str, code: str, marked: str):
    plan = small.with_text(text)
    assert {*found(plan, DASH, RANGE, MINUS, SPACE)} == {(code, marked)}


@pytest.mark.parametrize(
    "text",
    [
        "Om- och tillbyggnad av för- och grundskolor.",
        "IT-system, e-handel och SKR-avtal.",
        "Sjukhuset – det nya – byggs 2026–2028.",
        "Ring 054-61 50 00 eller 08-123 456.",
        "Den 2026-11-18 och i 2027-09.",
        "Diarienummer RS/2025-001 och KF 2025-2.",
        "Det blev −40 grader.",
        "Postnummer 5-1 och ISBN 91-7000-12-3.",
        "Paragraf 7-20 gäller.",
        "`a - b  c` är kod.",
        "Se [länken](https://example.org/a--b-2020-2024).",
        "En rad  \nmed brytning.",
        "| a   | b - |\n|-----|-----|\n| -   | c   |",
        "Covid-19 och f-skatt.",
        "- Punkt\n- Punkt",
        "Värde - 5 är färre än 10 - 5.",
    ],
)
def test_right_signs_are_left_alone(small: SmallPlan, text: str):
    assert found(small.with_text(text), DASH, RANGE, MINUS, SPACE) == []


def test_signs_in_names_are_told_of_too(small: SmallPlan):
    plan = small.edited("goals/god-halsa.md", "namn: Väntetid", "namn: Väntetid - i dagar")
    assert found(plan, DASH) == [(DASH, "-")]


def test_the_cure_is_told(small: SmallPlan):
    assert said(small.with_text("Planen 2026-2028 gäller."), RANGE)["right"] == "2026–2028"
    assert said(small.with_text("Det blev -4 grader."), MINUS)["right"] == "−"


def test_words_within_single_straight_marks_are_quotes_and_apostrophes_are_not(small: SmallPlan):
    text = "Det kallas 'vård' här, och Rock 'n' roll.\n\nDet kallas ”stöd” där, ”hjälp” här."
    assert found(small.with_text(text), "quotes-mixed") == [("quotes-mixed", "'")]


def test_the_rarer_quotation_marks_are_told_of_once_a_passage(small: SmallPlan):
    plan = small.with_text('Vi säger ”ja” och ”nej”.\n\nMen "kanske" och "snart".\n\nOch ”sedan”.')
    assert found(plan, QUOTES) == [(QUOTES, '"')]


@pytest.mark.parametrize(
    "text", ['Vi säger "ja".', "Vi säger ”ja”.", "Vi säger “ja” och ”nej”.", "Vi säger 'ja' och ”nej”."]
)
def test_marks_of_one_kind_are_left_alone(small: SmallPlan, text: str):
    assert found(small.with_text(text), QUOTES) == []


def test_a_line_with_several_hyphens_is_told_with_all_of_them_put_right(small: SmallPlan):
    line = "Gatorna - de smala - plogas 2027-2030 i -5 grader."
    told = [dict(each.parameters) for each in warnings(small.with_text(line)) if each.code.startswith("hyphen")]
    assert len(told) == 4
    assert {each.get("written") for each in told} == {"Gatorna – de smala – plogas 2027–2030 i −5 grader."}
    assert all("instead" not in each for each in told)


def test_a_line_with_one_hyphen_is_told_with_what_stands_in_its_place(small: SmallPlan):
    told = said(small.with_text("Gatorna - plogas."), "hyphen-as-dash")
    assert (told["instead"], "written" in told) == ("–", False)


@pytest.mark.parametrize(
    ("text", "words"),
    [("Öppet kl. 8-16.", ["8-16"]), ("Klockan 8.30-16.00 svarar vi.", ["8.30-16.00"]), ("Rum 8-16 är stängt.", [])],
)
def test_times_of_the_clock_have_a_dash_between(small: SmallPlan, text: str, words: list[str]):
    assert [each for _, each in found(small.with_text(text), "hyphen-in-range")] == words


def test_spaces_after_an_expression_are_marked_themselves(small: SmallPlan):
    plan = small.with_text("Ramen är {{ plan.ram | tkr }}  i år.")
    (one,) = [each for each in warnings(plan) if each.code == "double-space"]
    assert (one.location.column, one.location.length) == (30, 2)
