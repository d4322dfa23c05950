"""The budget of the small plan, in tkr: Vård 1 000, 50, 1 050; Stöd 260, −10, 250; Summa 1 260, 40, 1 300."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, said
from tests.repository import PLANS

from plangen.build import examine
from plangen.locale.numbers import print_number
from plangen.source.source import Memory

CODES = ("amount-differs", "amount-differs-frame", "amount-unit-slip")


def larger(small: SmallPlan) -> SmallPlan:
    """The plan with amounts of five digits and more, and years."""
    return small.having(
        "budget/fordelning.yaml",
        "titel: Fördelning\nenhet: tkr\nkolumner:\n"
        "  b26: {typ: budget, år: 2026}\n  ram: {typ: plan, år: 2027}\n"
        "rader:\n"
        "  - {namn: Hälso- och sjukvård, b26: 112 050, ram: 115 221}\n"
        "  - {namn: Stöd, b26: 45 300, ram: 46 100}\n"
        "  - {namn: Summa, roll: summa}\n",
    ).edited("plan.yaml", "belopp: 1 300", "belopp: 161 321")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Vården får 1 040 tkr.", "1 040 tkr"),
        ("Till vård går i år 1,04 mnkr.", "1,04 mnkr"),
        ("Av ramen får stöd 255 tkr.", "255 tkr"),
        ("Det går 1 310 tkr till allt.", "1 310 tkr"),
        ("Vården får 990 tkr.", "990 tkr"),
        ("Nettokostnadsramen är\n1 350 tkr.", "1 350 tkr"),
    ],
)
def test_an_amount_that_is_nearly_a_figure_is_told_of(small: SmallPlan, text: str, marked: str):
    assert [words for _, words in found(small.with_text(text), *CODES)] == [marked]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Hälso- och sjukvården får 112,5 mnkr 2026.", "112,5 mnkr"),
        ("Det kostar 112 500 kr mer, alltså 112 060 tkr.", "112 060 tkr"),
        ("Det kostar 121 050 tkr.", "121 050 tkr"),
        ("Hälso- och sjukvård kostar 112,1 mnkr 2026 och 116,1 mnkr 2027.", "116,1 mnkr"),
        ("Hälso- och sjukvård: 115,2 tkr.", "115,2 tkr"),
    ],
)
def test_slips_of_digits_and_units_are_told_of(small: SmallPlan, text: str, marked: str):
    assert [words for _, words in found(larger(small).with_text(text), *CODES)] == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "Vården får 1 050 tkr.",
        "Vården får 1,05 mnkr, alltså ungefär 1 miljon kronor.",
        "Vården får {{ budget.fordelning.vard.ram | tkr }}.",
        "Vården får cirka 1 040 tkr.",
        "Vården får 1 000–1 045 tkr.",
        "Staten satsar 220 miljoner kronor på vård.",
        "Staten satsar 1 040 tkr på skolan.",
        "Vårdcentralen kostar 1 040 tkr.",
        "Vård och stöd får 750 tkr mer än i dag.",
        "Avgiften är 100 kronor.",
        "I vården arbetar 1 040 personer, och 1 040 000 besök görs.",
        "Vården får 5 tkr till.",
        "Vården får 1 050 tkr, och i den ingår 990 tkr till löner.",
        "Ramen ökar med 800 tkr.",
        "| Vård | 1 040 tkr |\n|---|---|\n| a | b |",
    ],
)
def test_other_amounts_are_left_alone(small: SmallPlan, text: str):
    assert found(small.with_text(text), *CODES) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hälso- och sjukvården får 112,1 mnkr 2026.",
        "Hälso- och sjukvården får 3,2 mnkr mer 2027.",
        "Stöd kostade 44,0 mnkr 2024.",
        "Stöd kostar 45,3 mnkr, och 44,0 mnkr är löner.",
        "Staten satsar 98 765 tkr.",
        "Hälso- och sjukvården får 12 tkr till kaffe.",
    ],
)
def test_amounts_of_other_years_and_sizes_are_left_alone(small: SmallPlan, text: str):
    assert found(larger(small).with_text(text), *CODES) == []


def test_what_is_said_names_the_figure_and_how_far_it_is_off(small: SmallPlan):
    told = said(small.with_text("Vården får 1 040 tkr."), "amount-differs")
    assert told == {
        "amount": "1 040 tkr",
        "figure": "1\u00a0050 tkr",
        "difference": "10 tkr",
        "table": "fordelning",
        "row": "Vård",
        "column": "Ram",
    }


def test_an_amount_near_the_frame_alone_is_told_of_with_its_title(small: SmallPlan):
    plan = small.edited("plan.yaml", "belopp: 1 300", "belopp: 1 300,4").edited(
        "budget/fordelning.yaml", "enhet: tkr", "enhet: tkr\navrundning: 1"
    )
    told = said(plan.with_text("Nettokostnadsramen är 1 300,5 tkr."), "amount-differs-frame")
    assert (told["row"], told["difference"]) == ("Nettokostnadsram", "0,1 tkr")


def test_the_row_named_nearest_before_an_amount_is_meant(small: SmallPlan):
    assert found(small.with_text("Vård får 1 050 tkr och stöd får 260 tkr."), *CODES) == []
    told = said(small.with_text("Vård får 1 050 tkr och stöd får 256 tkr."), "amount-differs")
    assert told["row"] == "Stöd"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(st.sampled_from([1050, 1000, 260, 1260, 1300]), st.integers(0, 2), st.sampled_from(["tkr", "mnkr", "kr"]))
def test_no_rounding_of_a_figure_is_ever_told_of(small: SmallPlan, figure: int, decimals: int, unit: str):
    factor = {"tkr": Decimal(1), "mnkr": Decimal("0.001"), "kr": Decimal(1000)}[unit]
    text = f"Vård och stöd får {print_number(figure * factor, 'sv_SE', decimals)} {unit}."
    assert found(small.with_text(text), *CODES) == []


AGENCY = next(each for each in PLANS if each.name == "performance-plan-2027")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Staff will cost £139.2m.", [("amount-differs", "£139.2m")]),
        ("Net cost is £183.0m, an increase of 2 per cent.", [("amount-differs", "£183.0m")]),
        ("The grant is £181.4 million, and energy and water costs £12.4m.", [("amount-differs", "£12.4m")]),
        ("Property and systems cost £28,700 in all.", [("amount-unit-slip", "£28,700")]),
        ("Maintenance and repairs falls by £2.4m.", [("amount-falls", "£2.4m")]),
        ("Staff rises by £4.9m.", [("amount-change-differs", "£4.9m")]),
        ("Maintenance and repairs gets £95,400 thousand, and energy and water £12.6 million.", []),
        ("Staff rises by £5.6m and property income falls by £2.4m.", []),
        ("The government set aside £1.2 billion for coasts; we expect about £14m.", []),
        ("A ranger costs £52,000 a year, and each lease earns £35k–£60k.", []),
        ("SEK 1.2 million was lost, and a fine of EUR 3,400 thousand (€3.4m) may follow.", []),
        ("The board sold two warehouses for £183.0m.", []),
    ],
)
def test_english_amounts_are_held_against_an_english_plan(text: str, told: list[tuple[str, str]]):
    root, folder = AGENCY.parents[1], AGENCY.relative_to(AGENCY.parents[1]).as_posix()
    files = {each.relative_to(root).as_posix(): each.read_bytes() for each in AGENCY.rglob("*") if each.is_file()}
    before = files[f"{folder}/sections/finances.md"]
    found = examine(Memory({**files, f"{folder}/sections/finances.md": before + f"\n{text}\n".encode()}), folder)
    said = [(each.code, dict(each.parameters)["amount"]) for each in found.diagnostics if each.code != "passage-twice"]
    assert said == told
