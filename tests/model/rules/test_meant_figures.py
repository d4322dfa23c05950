"""The plan that a newcomer makes: Gator och cykelvägar 28 500, Parker 11 200, Lekplatser 1 500, Gemensamt 7 000 tkr."""

from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, said, warnings

CODES = ("amount-differs", "amount-differs-frame", "amount-unit-slip", "amount-unit-slip-frame")


def started(small: SmallPlan, text: str) -> SmallPlan:
    return (
        small.having(
            "budget/fordelning.yaml",
            "titel: Driftbudget\nenhet: tkr\nkolumner:\n"
            "  b26: {typ: budget, år: 2026, roll: ingående}\n  ändring: {rubrik: Ändring, roll: förändring}\n"
            "  ram: {typ: budget, år: 2027, roll: utgående}\nrader:\n"
            "  - {namn: Gator och cykelvägar, b26: 27 400, ändring: 1 100}\n"
            "  - {namn: Parker, b26: 10 800, ändring: 400}\n"
            "  - {namn: Lekplatser, b26: 1 400, ändring: 100}\n"
            "  - {namn: Gemensamt, b26: 7 500, ändring: -500}\n"
            "  - {namn: Summa, roll: summa}\n",
        )
        .edited("plan.yaml", "belopp: 1 300", "belopp: 48 200")
        .edited("plan.yaml", "\når: 2026", "\når: 2027")
        .with_text(text)
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ramen är 48 200 mnkr.", "amount-unit-slip-frame"),
        ("Nämndens ram är 48 200 kronor.", "amount-unit-slip-frame"),
        ("Summan är 48 200 000 tkr.", "amount-unit-slip-frame"),
        ("Verksamheten omsluter cirka 48 200 kronor.", "amount-unit-slip-frame"),
        ("Gemensamt får 7 tkr.", "amount-unit-slip"),
        ("Gemensamt får 7 000 000 tkr.", "amount-unit-slip"),
        ("Lekplatser får 1 500 mnkr.", "amount-unit-slip"),
        ("Nämnden har 48,9 miljoner kronor.", "amount-differs-frame"),
        ("Totalt får nämnden 47 000 tkr.", "amount-differs-frame"),
        ("Gemensamt får 8 000 tkr.", "amount-differs"),
        ("Gator och cykelvägar får 82 500 tkr.", "amount-differs"),
        ("Gatorna får 28,9 mnkr.", "amount-differs"),
        ("Gatorna får 28 mnkr.", "amount-differs"),
        ("Ramen för 2027 är 48,9 mnkr.", "amount-differs-frame"),
        ("Den 22 juni 2026 fick nämnden ramen 48,9 mnkr.", "amount-differs-frame"),
        ("Gatorna och cykelvägarna får 28 900 tkr.", "amount-differs"),
        ("Parker får 11 600 tkr.", "amount-differs"),
        ("Lekplatser ökar med 500 tkr.", "amount-differs"),
        ("Gemensamt minskar med 600 tkr.", "amount-differs"),
    ],
)
def test_one_wrong_amount_is_told_of(small: SmallPlan, text: str, code: str):
    assert [each for each, _ in found(started(small, text), *CODES)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Ramen är 48 200 tkr, alltså 48,2 miljoner kronor.",
        "Ramen är cirka 49 mnkr.",
        "Ramen är mer än 47 mnkr.",
        "Ramen ökar med 1 100 tkr.",
        "Ramen var 47 100 tkr 2026.",
        "Ramen var 44,0 mnkr 2024.",
        "Gatorna får 29 mnkr.",
        "Gatorna får ungefär 28 mnkr.",
        "Ramen för 2028 är 49 mnkr.",
        "År 2025 var ramen 47,6 mnkr.",
        "Ramen beräknas bli 48,9 mnkr 2028 och 49,4 mnkr 2029.",
        "Gemensamt får mer än 6 000 tkr.",
        "Gemensamt får 7 000 tkr, och lokalerna kostar 1 200 tkr.",
        "Gemensamt minskar med 0,5 mnkr.",
        "Staten satsar totalt 48,9 miljoner kronor på gator.",
        "Nämnden söker 48,9 miljoner kronor i bidrag från staten.",
        "Nämnden har 50 miljoner kronor i lån.",
        "Nämnden har 5 miljoner kronor till investeringar.",
        "Nämnden får böta 7 miljoner kronor.",
        "Landets kommuner har 48 200 miljoner kronor i sina budgetar.",
        "Avgiften är 7 000 kronor.",
        "Vitet är 48 200 kronor och betalas av nämnden.",
        "Bidraget är 1 500 kronor per lekplats.",
        "Lekplatserna får bidrag på 1 500 kronor per barn.",
        "Föreningar får 1 500 kronor för lekplatser.",
        "Lekplatser får 500 tkr till en ny rutschkana.",
        "I parker läggs 12 000 kronor på blommor.",
        "Parkering ger 11 300 tkr.",
        "Gator och cykelvägar fick 25 000 tkr 2022.",
        "Gator och parker får tillsammans 39 700 tkr.",
        "Resten, 36 700 tkr, går inte till lekplatser och parker utan ger en summa av annat.",
        "Gator, parker och lekplatser får 41 200 tkr.",
        "Det kostar 48 200 mnkr.",
    ],
)
def test_what_may_be_another_amount_is_not(small: SmallPlan, text: str):
    assert found(started(small, text), *CODES) == []


@pytest.mark.parametrize(
    ("text", "times"), [("Gemensamt får 7 tkr.", "1\u00a0000"), ("Ramen är 48,2 kr.", "1\u00a0000\u00a0000")]
)
def test_how_many_times_too_much_is_said(small: SmallPlan, text: str, times: str):
    (one,) = [each for each in warnings(started(small, text)) if each.code in CODES]
    assert dict(one.parameters)["times"] == times


def test_the_figure_of_the_plan_s_year_is_named(small: SmallPlan):
    told = said(started(small, "Gemensamt får 7 300 tkr."), "amount-differs")
    assert told["figure"] == "7\u00a0000 tkr"


def test_a_sum_excuses_an_amount_only_where_it_is_spoken_of(small: SmallPlan):
    assert [code for code, _ in found(started(small, "Parker får 11 600 tkr till skötsel."), *CODES)] == [
        "amount-differs"
    ]
    assert found(started(small, "Parker får 11 600 tkr mer än väntat till skötsel."), *CODES) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## Gemensamt får 7 200 tkr\n\nText.", "7 200 tkr"),
        ("> [!VIKTIGT] Gemensamt får 7 200 tkr\n> Text.", "7 200 tkr"),
        ("| Vad | Hur |\n|---|---|\n| Sagt | Gemensamt får 7 200 tkr |", "7 200 tkr"),
        ("- Gemensamt får 7 200 tkr", "7 200 tkr"),
    ],
)
def test_amounts_of_headings_boxes_tables_and_lists_are_read_too(small: SmallPlan, text: str, words: str):
    assert found(started(small, text), *CODES) == [("amount-differs", words)]


def test_an_amount_of_a_remark_is_read_too(small: SmallPlan):
    plan = started(small, "Text.")
    activity = "aktiviteter:\n  - namn: Städa\n    anmärkning: Gemensamt får 7 200 tkr\n"
    goal = plan.edited("goals/god-halsa.md", "titel: God hälsa\n", f"titel: God hälsa\n{activity}")
    assert found(goal, *CODES) == [("amount-differs", "7 200 tkr")]


@pytest.mark.parametrize(
    "text",
    ["## Gemensamt får 7 000 tkr\n\nText.", "| Vad | Kostnad |\n|---|---|\n| Skyltar | 48 900 tkr |"],
)
def test_a_heading_that_is_right_and_a_cell_that_names_nothing_are_not_told_of(small: SmallPlan, text: str):
    assert found(started(small, text), *CODES) == []
