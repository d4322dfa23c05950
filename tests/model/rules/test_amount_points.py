from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, said


@pytest.mark.parametrize(
    ("text", "marked"),
    [("Ramen är 48.200 tkr.", "48.200 tkr"), ("Det kostar 1.500.000 kronor per år.", "1.500.000 kronor")],
)
def test_points_between_thousands_are_told_of(small: SmallPlan, text: str, marked: str):
    assert found(small.with_text(text), "amount-points") == [("amount-points", marked)]


@pytest.mark.parametrize(
    "text",
    ["Det kostar 48 200 tkr.", "Det kostar 2,125 mnkr.", "Det kostar 2.5 mnkr.", "Version 1.200 kom.", "0.125 mnkr"],
)
def test_other_points_are_left_alone(small: SmallPlan, text: str):
    assert found(small.with_text(text), "amount-points") == []


def test_the_right_writing_is_said(small: SmallPlan):
    told = said(small.with_text("Ramen är 48.200 tkr."), "amount-points")
    assert (told["right"], told["decimals"]) == ("48\u00a0200 tkr", "48,200 tkr")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Det kostar 48.2 mnkr.", "48.2"),
        ("Taxan höjs med 2.5 procent.", "2.5"),
        ("Andelen är 80.5 % i år.", "80.5"),
        ("Vi följer WCAG 2.2 och delmål 16.7.", ""),
        ("Se 11.12 kr-lagen och § 4.2.", ""),
        ("Det kostar 48,2 mnkr.", ""),
    ],
)
def test_a_point_before_the_decimals_of_an_amount_is_told_of(small: SmallPlan, text: str, marked: str):
    assert [words for _, words in found(small.with_text(text), "decimal-point")] == ([marked] if marked else [])
