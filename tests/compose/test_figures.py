from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.compose.figures import FigureValue


def tkr(value: str, unit: str = "tkr") -> FigureValue:
    return FigureValue(Decimal(value), unit, "sv_SE")


def test_a_figure_prints_as_the_language_prints_it() -> None:
    assert str(tkr("1899961")) == "1\u00a0899\u00a0961"
    assert str(tkr("-570")) == "\u2212570"
    assert str(tkr("33.5")) == "33,5"
    assert str(tkr("0")) == "0"


def test_sums_and_differences_are_exact_and_keep_the_first_unit() -> None:
    assert tkr("0.1") + tkr("0.2") == tkr("0.3")
    assert tkr("1000") - tkr("1", "mnkr") == tkr("0")
    assert (tkr("1", "mnkr") + tkr("500")).unit == "mnkr"


@pytest.mark.parametrize(
    ("unit", "printed"),
    [("kr", "1\u00a0500\u00a0000\u00a0kr"), ("tkr", "1\u00a0500\u00a0tkr"), ("mnkr", "1,5\u00a0mnkr")],
)
def test_a_figure_is_printed_in_another_unit(unit: str, printed: str) -> None:
    assert tkr("1500").in_unit(unit) == printed


def test_a_figure_that_is_no_money_has_no_unit_of_money() -> None:
    with pytest.raises(KeyError):
        tkr("1", "st").in_unit("kr")


@pytest.mark.parametrize("other", [1, Decimal(1), "1", None])
def test_a_figure_is_added_to_figures_only(other: object) -> None:
    with pytest.raises(TypeError):
        tkr("1") + other
    with pytest.raises(TypeError):
        tkr("1") - other
