from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.compose.figures import FigureValue
from plangen.locale.catalogue import catalogue
from plangen.locale.units import money_units
from plangen.model.amount import UnitError

SWEDISH, ENGLISH = catalogue("sv"), catalogue("en")


def tkr(value: str, unit: str = "tkr", decimals: int | None = None) -> FigureValue:
    return FigureValue(Decimal(value), unit, "sv_SE", decimals)


def test_a_figure_prints_as_the_language_prints_it() -> None:
    assert str(tkr("1899961")) == "1\u00a0899\u00a0961"
    assert str(tkr("-570")) == "\u2212570"
    assert str(tkr("33.5")) == "33,5"
    assert str(tkr("0")) == "0"


def test_a_figure_prints_with_the_decimals_of_its_table_until_it_is_reckoned_with() -> None:
    assert str(tkr("33", decimals=1)) == "33,0"
    assert str(tkr("33", decimals=1) + tkr("1")) == "34"
    assert tkr("33", decimals=1).in_unit(money_units()["tkr"], SWEDISH) == "33,0\u00a0tkr"
    assert tkr("33", decimals=1).in_unit(money_units()["kr"], SWEDISH) == "33\u00a0000\u00a0kr"


def test_sums_and_differences_are_exact_and_keep_the_first_unit() -> None:
    assert tkr("0.1") + tkr("0.2") == tkr("0.3")
    assert tkr("1000") - tkr("1", "mnkr") == tkr("0")
    assert (tkr("1", "mnkr") + tkr("500")).unit == "mnkr"
    assert tkr("9" * 28) + tkr("0.1") == tkr("9" * 28 + ".1")


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        ("kr", "1\u00a0500\u00a0000\u00a0kr"),
        ("tkr", "1\u00a0500\u00a0tkr"),
        ("mnkr", "1,5\u00a0mnkr"),
        ("mdkr", "0,0015\u00a0mdkr"),
    ],
)
def test_a_figure_is_printed_in_another_unit(unit: str, printed: str) -> None:
    assert tkr("1500").in_unit(money_units()[unit], SWEDISH) == printed


def test_an_amount_is_written_as_the_language_writes_it() -> None:
    assert tkr("-1500", "£000").in_unit(money_units()["mgbp"], ENGLISH) == "\u2212£1.5m"
    assert tkr("1500", "tgbp").in_unit(money_units()["mgbp"], SWEDISH) == "1,5\u00a0miljoner\u00a0pund"


def test_a_figure_turned_keeps_its_decimals_and_shows_the_sign_where_it_is_above_zero_after_all() -> None:
    assert str(-tkr("-33", decimals=1)) == "33,0"
    assert str(-tkr("33")) == "\u221233"
    assert str(-tkr("0")) == "0"


@pytest.mark.parametrize(("own", "to"), [("st", "kr"), ("tkr", "meur")])
def test_a_figure_has_no_unit_of_another_currency(own: str, to: str) -> None:
    with pytest.raises(UnitError):
        tkr("1", own).in_unit(money_units()[to], SWEDISH)


@pytest.mark.parametrize("other", [1, Decimal(1), "1", None])
def test_a_figure_is_added_to_figures_only(other: object) -> None:
    with pytest.raises(TypeError):
        tkr("1") + other
    with pytest.raises(TypeError):
        tkr("1") - other
