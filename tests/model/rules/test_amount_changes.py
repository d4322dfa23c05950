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
        ("Ramen ökar med 1 300 tkr jämfört med 2026.", "amount-change-differs"),
        ("Ramen ökar med 1 300 tkr från 2026.", "amount-change-differs"),
        ("Ramen är 1,3 mnkr högre än förra året.", "amount-change-differs"),
        ("Ramen minskar med 1 100 tkr mot 2026 års budget.", "amount-falls"),
        ("Parker minskar med 400 tkr jämfört med 2026.", "amount-falls"),
        ("Parker får 600 tkr mer än 2026.", "amount-differs"),
        ("Parker ökar från 10 800 tkr till 12 100 tkr.", "amount-differs"),
        ("Parker ökar från 10 800 till 12 100 tkr.", "amount-differs"),
        ("Parker ökar från 12 700 tkr 2026 till 11 200 tkr 2027.", "amount-differs"),
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
        "Ramen ökar med 1 100 tkr jämfört med 2026.",
        "Ramen ökar med 1 300 tkr jämfört med 2025.",
        "Från 2028 ökar parker med 700 tkr.",
        "Parker får 400 tkr mer än 2026.",
        "Parker ökar från 10 800 tkr till 11 200 tkr.",
        "Parker ökar från 10,8 mnkr 2026 till 11,2 mnkr 2027.",
        "Priset ökar från 10 kronor till 12 kronor.",
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


def test_the_start_of_a_change_is_held_against_the_year_before(small: SmallPlan):
    told = said(started(small, "Parker ökar från 12 700 tkr till 11 200 tkr."), "amount-differs")
    assert (told["figure"], told["column"]) == ("10\u00a0800 tkr", "b26")


def test_english_verbs_tell_of_changes_too(small: SmallPlan):
    plan = english(small, "Parks fall by £0.4m.")
    assert [code for code, _ in found(plan, *CODES)] == ["amount-falls"]
    assert found(english(small, "Parks rise by £0.4m compared with 2026."), *CODES) == []


def english(small: SmallPlan, text: str) -> SmallPlan:
    plan = "title: Plan\norganisation: Town\nyear: 2027\nlanguage: en\nstatus: draft\nsections: [money]\n"
    budget = (
        "title: Budget\nunit: £000\ncolumns:\n"
        "  b26: {kind: budget, year: 2026, role: opening}\n  change: {heading: Change, role: change}\n"
        "  b27: {kind: budget, year: 2027, role: closing}\nrows:\n"
        "  - {name: Parks, b26: 10800, change: 400}\n  - {name: All, role: total}\n"
    )
    gone = small.without("goals/god-halsa.md").without("goals.yaml").without("sections/inledning.md")
    money = f"---\ntitle: Money\ntables: [fordelning]\n---\n{text}\n"
    return gone.having("plan.yaml", plan).having("budget/fordelning.yaml", budget).having("sections/money.md", money)
