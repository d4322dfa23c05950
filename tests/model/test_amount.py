from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.model.amount import KRONOR, convert


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
    for unit in KRONOR:
        for to in KRONOR:
            assert convert(convert(Decimal("1234.5"), unit, to), to, unit) == Decimal("1234.5")


@pytest.mark.parametrize(("unit", "to"), [("tkr", "kvm"), ("årsarbetare", "kr"), ("", "kr")])
def test_what_is_no_unit_of_money_can_not_be_converted(unit: str, to: str):
    with pytest.raises(KeyError):
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


@pytest.mark.parametrize("written", ["mycket", "1e3", "1 300 tkr", "[1]", "{a: b}", "9" * 5000])
def test_what_is_no_amount_is_reported_at_its_place(small, written: str):
    found = small.edited("plan.yaml", "belopp: 1 300", f"belopp: {written}").found()
    assert "plan.yaml:9:11 number-unreadable" in found
