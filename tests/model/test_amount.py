from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.diagnostics import Location
from plangen.locale.units import money_units
from plangen.model.amount import UnitError, convert, number_fault, number_meant, same_unit


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("1899961", "tkr", "tkr", "1899961"),
        ("1.9", "mnkr", "tkr", "1900"),
        ("1900", "tkr", "mnkr", "1.9"),
        ("1", "mnkr", "kr", "1000000"),
        ("-570", "tkr", "kr", "-570000"),
        ("0", "mnkr", "tkr", "0"),
        ("0.10", "mnkr", "tkr", "100"),
    ],
)
def test_amounts_are_counted_in_another_unit(value: str, unit: str, to: str, expected: str):
    converted = convert(Decimal(value), unit, to)
    assert str(converted) == expected, "plainly written, without an exponent"


def test_there_and_back_is_the_same_amount():
    for unit in money_units().values():
        for to in money_units().values():
            if unit.currency == to.currency:
                there = convert(Decimal("1234.5"), unit.key, to.key)
                assert convert(there, to.key, unit.key) == Decimal("1234.5")


def test_a_long_amount_is_counted_in_another_unit_without_loss():
    assert convert(Decimal("12345678901234567890"), "mdkr", "kr") == Decimal("12345678901234567890") * 10**9


def test_an_amount_may_have_the_symbol_of_its_unit():
    assert str(convert(Decimal("1.5"), "£m", "tgbp")) == "1500"


def test_two_ways_to_write_a_unit_mean_the_same():
    assert same_unit("£m", "mgbp")
    assert same_unit("Tkr", "tkr")
    assert same_unit(" kvm", "kvm")
    assert not same_unit("tkr", "kr")
    assert not same_unit("", "kr")


@pytest.mark.parametrize(
    ("unit", "to"), [("tkr", "kvm"), ("årsarbetare", "kr"), ("", "kr"), ("tkr", "meur"), ("kr", "gbp")]
)
def test_only_money_of_one_currency_can_be_converted(unit: str, to: str):
    with pytest.raises(UnitError):
        convert(Decimal(1), unit, to)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("1 300", "1300"),
        ("1300", "1300"),
        ("1 300,50", "1300.50"),
        ("1 300-", "-1300"),
        ("−1 300", "-1300"),
        ('"1 300"', "1300"),
    ],
)
def test_the_amount_of_a_frame_is_read_as_people_write_it(small, written: str, amount: str):
    frame = small.edited("plan.yaml", "belopp: 1 300", f"belopp: {written}").read().frame
    assert frame is not None
    assert str(frame.amount) == amount


@pytest.mark.parametrize("written", ["mycket", "1e3", "1 300 tkr", "[1]", "{a: b}"])
def test_what_is_no_amount_is_reported_at_its_place(small, written: str):
    found = small.edited("plan.yaml", "belopp: 1 300", f"belopp: {written}").found()
    assert "plan.yaml:9:11 number-unreadable" in found


def test_a_number_with_too_many_digits_is_said_to_be_too_long(small):
    for written in ("9" * 21, "9" * 5000, "999 " * 8, "-" + "1" * 36, "0," + "3" * 30):
        found = small.edited("plan.yaml", "belopp: 1 300", f"belopp: {written}").found()
        assert "plan.yaml:9:11 number-too-long" in found


@pytest.mark.parametrize(
    ("text", "to", "meant"),
    [
        ("27,4 mnkr", "tkr", "27 400"),
        ("27,4 mnkr", "mnkr", "27,4"),
        ("28 000 tkr", "tkr", "28 000"),
        ("28 000 tkr", "mnkr", "28"),
        ("1 234 tkr", "mnkr", "1,2340"),
        ("500 kr", "tkr", "0,5"),
        ("-3 mnkr", "kr", "-3 000 000"),
        ("5 meur", "tkr", ""),
        ("27,4 mnkr", "", "27,4"),
        ("27,4 mnkr", "årsarbetare", ""),
        ("48.200", "tkr", "48 200"),
    ],
)
def test_the_number_that_is_meant_is_counted_in_the_unit_that_is_asked_for(text: str, to: str, meant: str):
    assert number_meant(text, to) == meant


def test_a_row_is_given_where_the_unit_is_known():
    place = Location("a.yaml", 1)
    assert dict(number_fault("27,4 mnkr", place, "tkr").parameters)["instead"] == "27 400"
    assert dict(number_fault("48.200", place).parameters)["instead"] == "48 200"
    unsure = dict(number_fault("27,4 mnkr", place).parameters)
    assert unsure["near"] == "27,4"
    assert "instead" not in unsure
