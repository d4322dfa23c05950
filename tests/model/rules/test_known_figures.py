from __future__ import annotations

from decimal import Decimal

import pytest
from tests.conftest import SmallPlan

from plangen.locale.catalogue import catalogue
from plangen.model.rules.known_figures import KnownFigure, KnownValues, combined, known_figures, nearest_figure
from plangen.model.rules.written_amounts import WrittenAmount, written_amounts


@pytest.fixture
def figures(small: SmallPlan) -> tuple[KnownFigure, ...]:
    """1 300 (frame, sum), 1 000, 50, 1 050, 260, −10, 250, 1 260, 40, all in tkr."""
    return tuple(known_figures(small.read()))


def amount(text: str) -> WrittenAmount:
    (found,) = written_amounts(text, "sv")
    return found


def test_the_frame_and_each_figure_of_money_are_known(figures: tuple[KnownFigure, ...]):
    told = {(str(each.row.name) if each.row else "", each.shown) for each in figures}
    assert ("", Decimal(1300)) in told
    assert ("Summa", Decimal(1260)) in told
    assert ("Stöd", Decimal(-10)) in told
    assert {each.whole for each in figures if each.row is None or each.row.is_sum} == {True}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1 050 tkr", 1050),
        ("1,05 mnkr", 1050),
        ("1,1 mnkr", 1050),
        ("1 050 000 kr", 1050),
        ("10 tkr", -10),
        ("minst 1,3 mnkr", 1300),
        ("drygt 1 200 tkr", 1250),
    ],
)
def test_an_amount_is_a_figure_in_any_unit_and_rounded(figures: tuple[KnownFigure, ...], text: str, shown: int):
    one = KnownFigure(Decimal(abs(shown) * 1000), Decimal(shown), figures[0].unit)
    assert one.is_amount(amount(text))


@pytest.mark.parametrize(
    ("text", "shown"), [("1 051 tkr", 1050), ("1,04 mnkr", 1050), ("1 050 kr", 1050), ("2 mnkr", 1050)]
)
def test_an_amount_that_no_rounding_gives_is_not_the_figure(figures: tuple[KnownFigure, ...], text: str, shown: int):
    assert not KnownFigure(Decimal(shown * 1000), Decimal(shown), figures[0].unit).is_amount(amount(text))


def test_money_of_another_currency_is_never_a_figure(figures: tuple[KnownFigure, ...]):
    assert not any(each.is_amount(amount("1 050 tusen euro")) for each in figures)
    assert nearest_figure(amount("1 050 tusen euro"), figures) is None


def test_the_nearest_figure_is_told_with_its_distance(figures: tuple[KnownFigure, ...]):
    near = nearest_figure(amount("1 040 tkr"), figures)
    assert near is not None
    assert (near.shown, near.differs_from(amount("1 040 tkr"), catalogue("sv"))) == (Decimal(1050), "10 tkr")


@pytest.mark.parametrize(
    ("text", "derived"),
    [("740 tkr", True), ("800 tkr", True), ("0,51 mnkr", True), ("731 tkr", False), ("950 tkr", True), ("2 kr", False)],
)
def test_sums_and_differences_of_two_figures_of_a_row_or_column_are_no_slips(
    figures: tuple[KnownFigure, ...], text: str, derived: bool
):
    assert bool(combined(amount(text), figures)) is derived


@pytest.mark.parametrize("text", ["1 050 tkr", "1,1 mnkr", "1 051 tkr", "10 tkr", "3 mdkr", "1 kr", "1 050 tusen euro"])
def test_looked_up_among_all_an_amount_is_what_it_is_to_one_of_them(figures: tuple[KnownFigure, ...], text: str):
    assert (amount(text) in KnownValues(figures)) is any(each.is_amount(amount(text)) for each in figures)
