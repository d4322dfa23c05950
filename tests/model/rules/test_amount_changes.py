"""The plan that a newcomer makes: Gator 27 400 + 1 100, Parker 10 800 + 400, Gemensamt 7 500 − 500, all 47 100 tkr."""

from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, said
from tests.model.rules.test_meant_figures import started

CODES = ("amount-rises", "amount-falls", "amount-change-differs", "amount-differs", "amount-differs-frame")
COSTS = (
    "titel: Resultat\nenhet: tkr\nkostnader: negativa\nkolumner:\n"
    "  b25: {typ: budget, år: 2025}\n  b26: {typ: budget, år: 2026}\n"
    "  diff: {rubrik: Skillnad, roll: summa, summerar: [b26, -b25]}\nrader:\n"
    "  - {namn: Personal, typ: kostnad, b25: -1 000, b26: -1 200}\n"
    "  - {namn: Hyror, typ: kostnad, b25: -300, b26: -280}\n"
    "  - {namn: Summa, roll: summa}\n"
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Parker minskar med 400 tkr.", "amount-falls"),
        ("Parkerna får 0,4 mnkr mindre.", "amount-falls"),
        ("Gemensamt ökar med 500 tkr, eftersom hyran stiger.", "amount-rises"),
        ("Ramen minskar med 1 100 tkr.", "amount-falls"),
        ("Parker får 11,2 mnkr, en minskning med 400 tkr.", "amount-falls"),
        ("Ramen ökar med 1 000 tkr.", "amount-change-differs"),
        ("Nettokostnadsramen är 48,2 mnkr, en ökning med 1,2 mnkr.", "amount-change-differs"),
        ("Parker ökar med 600 tkr.", "amount-differs"),
    ],
)
def test_a_change_that_the_table_doesn_t_have_is_told_of(small: SmallPlan, text: str, code: str):
    assert [each for each, _ in found(started(small, text), *CODES)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Parker ökar med 400 tkr.",
        "Gemensamt minskar med 0,5 mnkr.",
        "Ramen är 48,2 mnkr, en ökning med 1,1 mnkr.",
        "Kravet på parker minskar med 400 tkr.",
        "Parker ökar inte med 500 tkr.",
        "Parker minskar med cirka 400 tkr.",
        "Gator och parker minskar med 400 tkr.",
        "Intäkterna från parker minskar med 400 tkr.",
        "Hyran ökar med 500 tkr för gemensamt.",
        "Ramen ökar med 5 000 tkr.",
        "Det minskar med 400 tkr.",
        "I Parker, som gemensamt, ökar belysningen med 500 tkr.",
        "Parker ökar och minskar med 400 tkr.",
        "Parker ökade med 400 tkr 2019.",
    ],
)
def test_what_may_be_another_change_is_not(small: SmallPlan, text: str):
    assert found(started(small, text), *CODES) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Personal ökar med 200 tkr.", []),
        ("Personal minskar med 200 tkr.", ["amount-falls"]),
        ("Hyrorna minskar med 20 tkr.", []),
        ("Hyrorna ökar med 20 tkr.", ["amount-rises"]),
    ],
)
def test_costs_that_are_below_zero_grow_when_they_sink(small: SmallPlan, text: str, codes: list[str]):
    plan = small.having("budget/fordelning.yaml", COSTS).edited(
        "plan.yaml",
        "ram:\n  titel: Nettokostnadsram\n  belopp: 1 300\n  enhet: tkr\n  beslutad av: RF\n  datum: 2025-06-11\n"
        "  tabell: fordelning\n  kolumn: ram\n",
        "",
    )
    plan = plan.edited("sections/inledning.md", " inom {{ budget.fordelning.summa.ram | tkr }}", "")
    text = f"{plan.files['sections/inledning.md']}\n{text}"
    assert [each for each, _ in found(plan.having("sections/inledning.md", text), *CODES)] == codes


def test_the_change_from_the_year_before_is_named(small: SmallPlan):
    told = said(started(small, "Ramen ökar med 1 000 tkr."), "amount-change-differs")
    assert (told["start"], told["to"]) == ("b26", "ram")
    assert (told["figure"], told["difference"]) == ("1\u00a0100 tkr", "100 tkr")
