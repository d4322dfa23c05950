from __future__ import annotations

import pytest

from plangen.locale.units import money_unit, money_units, printed_unit


@pytest.mark.parametrize(
    ("written", "key"),
    [("tkr", "tkr"), ("Tkr", "tkr"), (" mnkr ", "mnkr"), ("£m", "mgbp"), ("€", "eur"), ("MGBP", "mgbp")],
)
def test_a_unit_is_known_by_key_or_symbol(written: str, key: str):
    unit = money_unit(written)
    assert unit is not None
    assert unit.key == key


@pytest.mark.parametrize("written", ["", "%", "årsarbetare", "k r"])
def test_other_units_are_no_money(written: str):
    assert money_unit(written) is None
    assert printed_unit(written) == written


def test_units_of_money_are_printed_with_their_symbol():
    assert printed_unit("mgbp") == "£m"
    assert printed_unit("Mnkr") == "mnkr"


def test_keys_are_filters_and_no_two_units_are_written_alike():
    units = money_units().values()
    written = [name.casefold() for unit in units for name in {unit.key, unit.symbol}]
    assert len(set(written)) == len(written)
    assert all(unit.key.isidentifier() for unit in units)
    assert {unit.currency for unit in units} == {"SEK", "EUR", "GBP"}
    assert all(unit.factor >= 1 for unit in units)
