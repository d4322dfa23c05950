from __future__ import annotations

from decimal import Decimal

from plangen.document.chart import KINDS, Bar, BarGroup, Chart


def test_the_bars_of_all_groups_are_in_order():
    one, two, three = (Bar(name, "1", Decimal(1)) for name in "abc")
    assert Chart("bars", (BarGroup("x", (one, two)), BarGroup("y", (three,)))).bars == (one, two, three)


def test_there_are_lying_and_standing_bars():
    assert KINDS == ("bars", "columns")
