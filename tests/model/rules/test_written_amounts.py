from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.locale.catalogue import catalogue
from plangen.locale.numbers import print_number
from plangen.locale.units import money_units
from plangen.model.rules.written_amounts import printed_money, written_amounts


def amounts(text: str, language: str = "sv") -> list[tuple[str, str, str]]:
    return [(text[each.start : each.end], str(each.number), each.unit.key) for each in written_amounts(text, language)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("115 miljoner kronor", "115", "mnkr"),
        ("33,5 mnkr", "33.5", "mnkr"),
        ("14tkr", "14", "tkr"),
        ("1 899 961 tkr", "1899961", "tkr"),
        ("1\u00a0899\u202f961 tkr", "1899961", "tkr"),
        ("−570 tkr", "-570", "tkr"),
        ("-570 tkr", "-570", "tkr"),
        ("1 miljon kronor", "1", "mnkr"),
        ("2 MSEK", "2", "mnkr"),
        ("2 Mkr", "2", "mnkr"),
        ("1,9 miljarder kronor", "1.9", "mdkr"),
        ("500 tusen kronor", "500", "tkr"),
        ("21,94 kronor", "21.94", "kr"),
        ("7 miljoner euro", "7", "meur"),
    ],
)
def test_swedish_amounts(text: str, number: str, unit: str):
    assert amounts(f"Det kostar {text}, sägs det.") == [(text, number, unit)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("£250,000", "250000", "gbp"),
        ("£1.2 million", "1.2", "mgbp"),
        ("£1.2m", "1.2", "mgbp"),
        ("SEK 115 million", "115", "mnkr"),
        ("€40k", "40", "teur"),
        ("3 million pounds", "3", "mgbp"),
        ("GBP 5", "5", "gbp"),
        ("1,204 million kronor", "1204", "mnkr"),
    ],
)
def test_english_amounts(text: str, number: str, unit: str):
    assert amounts(f"It costs {text}, they say.", "en") == [(text, number, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "435 000 kvm",
        "115 procent",
        "år 2026",
        "115 miljoner",
        "1.820 kr",
        "1,820 kr",
        "mnkr 5a",
        "RS/2025-001",
        "3 krokar",
        "5 mnkronor",
        "£3bn or €2tn",
        "den 5 mars",
        "",
    ],
)
def test_what_is_no_amount_of_money_that_can_be_read(text: str):
    assert amounts(text) == []


def test_an_amount_after_the_word_minus_is_below_zero():
    text = "får minus 570 tkr, terminus 5 tkr"
    below, above = written_amounts(text, "sv")
    assert (below.number, above.number) == (-570, 5)
    assert (text[below.start : below.end], text[above.start : above.end]) == ("minus 570 tkr", "5 tkr")


def test_a_year_before_an_amount_is_no_part_of_it():
    assert amounts("för 2026 115 mnkr") == [("115 mnkr", "115", "mnkr")]


@pytest.mark.parametrize(
    ("text", "inexact"),
    [
        ("får 10–12 mnkr", True),
        ("får 10 - 12 mnkr", True),
        ("mellan 10 och 12 mnkr", True),
        ("cirka 12 mnkr", True),
        ("drygt 12 mnkr", True),
        ("upp till 12 mnkr", True),
        ("får 12 mnkr", False),
        ("och 12 mnkr", False),
        ("bländande 12 mnkr", False),
    ],
)
def test_ranges_and_amounts_about_so_much_are_inexact(text: str, inexact: bool):
    (amount,) = written_amounts(text, "sv")
    assert (amount.inexact, amount.number) == (inexact, Decimal(12))


def test_what_the_digits_of_an_amount_say():
    (amount,) = written_amounts("33,50 mnkr", "sv")
    assert (amount.value, amount.step, amount.digits) == (Decimal("33500000"), Decimal("10000"), 3)
    (amount,) = written_amounts("1 200 000 kr", "sv")
    assert (amount.step, amount.digits) == (Decimal(1), 2)


def test_money_is_printed_in_its_unit():
    assert printed_money(Decimal("1345000"), money_units()["mnkr"], catalogue("sv")) == "1,345 mnkr"
    assert printed_money(Decimal("2500000.00"), money_units()["tkr"], catalogue("sv")) == "2\u00a0500 tkr"
    assert printed_money(Decimal(-550000), money_units()["mgbp"], catalogue("en")) == "−£0.55m"


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(sorted(money_units())))
def test_what_is_printed_is_read_again(number: Decimal, unit: str):
    text = f"Det blir {print_number(number, 'sv_SE')} {unit} i år."
    (amount,) = written_amounts(text, "sv")
    assert (amount.number, amount.unit.key) == (number, unit)


@given(st.text(alphabet="0123456789 ,.-–−£€kmr()\n\u00a0tn"))
def test_any_text_is_read_without_fault_and_amounts_stand_in_order(text: str):
    found = [*written_amounts(text, "sv"), *written_amounts(text, "en")]
    assert all(0 <= each.start < each.end <= len(text) for each in found)
