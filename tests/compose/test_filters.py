from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.compose.figures import FigureValue
from plangen.compose.filters import filters, whole_converted
from plangen.locale.catalogue import catalogue
from plangen.locale.units import money_units

SWEDISH = filters(catalogue("sv"), "sv")
ENGLISH = filters(catalogue("en"), "en")
FIGURE = FigureValue(Decimal("1234.5"), "tkr", "sv_SE")


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        ("a + b | tkr", "(a + b ) | tkr"),
        ("a + b|mnkr(1)", "(a + b) | mnkr(1)"),
        ("a - b | andel(c, 1) ", "(a - b ) | andel(c, 1)"),
        ("a | tkr | mnkr", "(a | tkr ) | mnkr"),
        ("a + b | okänd", "a + b | okänd"),
        ("a + b", "a + b"),
        ("'a | tkr'", "'a | tkr'"),
    ],
)
def test_the_last_filter_is_for_all_that_stands_before_it(source: str, whole: str) -> None:
    assert whole_converted(source, SWEDISH) == whole


def test_every_unit_of_money_is_a_filter_and_the_others_have_names_in_the_plans_language() -> None:
    assert set(SWEDISH) == {*money_units(), "change", "decimals", "share", "förändring", "decimaler", "andel"}
    assert set(ENGLISH) == {*money_units(), "change", "decimals", "share"}


def test_a_filter_keeps_the_figure_that_it_prints() -> None:
    printed = SWEDISH["mnkr"](FIGURE, 1)
    assert (printed.text, printed.figure) == ("1,2\u00a0mnkr", FIGURE)


@pytest.mark.parametrize("decimals", [-1, 7, True, "1", 1.5])
def test_a_number_of_decimals_is_a_small_whole_number(decimals: object) -> None:
    with pytest.raises(ValueError, match=str(decimals)):
        SWEDISH["tkr"](FIGURE, decimals)


@pytest.mark.parametrize("name", ["tkr", "decimals", "change", "share"])
def test_filters_are_for_figures(name: str) -> None:
    with pytest.raises(TypeError):
        SWEDISH[name](1, FIGURE)
