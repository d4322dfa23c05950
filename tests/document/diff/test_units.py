from decimal import Decimal

import pytest

from plangen.document.diff.units import before, converted


@pytest.mark.parametrize(
    ("value", "unit", "to", "found"),
    [("1501107", "tkr", "mnkr", "1501.107"), ("1.5", "mnkr", "tkr", "1500"), ("7", "%", "%", "7")],
)
def test_amounts_are_converted_within_a_currency(value, unit, to, found):
    assert converted(Decimal(value), unit, to) == Decimal(found)


@pytest.mark.parametrize(("unit", "to"), [("tkr", "€"), ("tkr", "årsarbetare"), ("%", "tkr"), ("", "tkr")])
def test_there_is_no_way_between_other_units(unit, to):
    assert converted(Decimal(1), unit, to) is None
    assert before(Decimal(1), unit, Decimal(1), to) is None


@pytest.mark.parametrize(
    ("old", "unit", "new", "to"),
    [("1501107", "tkr", "1501.1", "mnkr"), ("1501.1", "mnkr", "1501107", "tkr"), ("1500", "tkr", "1.5", "mnkr")],
)
def test_what_is_only_rounded_is_the_same_amount(old, unit, new, to):
    assert before(Decimal(old), unit, Decimal(new), to) == Decimal(new)


def test_what_has_grown_is_told_as_exactly_as_the_coarser_unit_can():
    assert before(Decimal(1501107), "tkr", Decimal("1502.3"), "mnkr") == Decimal("1501.1")
    assert before(Decimal("1501.1"), "mnkr", Decimal(1502307), "tkr") == Decimal(1501100)


def test_the_same_figure_in_another_unit_is_another_amount():
    assert before(Decimal(500), "tkr", Decimal(500), "mnkr") == Decimal(0)
