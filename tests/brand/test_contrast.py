from __future__ import annotations

import pytest

from plangen.brand.contrast import BLACK, TEXT, WHITE, contrast, ink, mixed, nearest_readable


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21),
        (WHITE, WHITE, 1),
        ("#777777", WHITE, 4.48),
        ("#767676", WHITE, 4.54),
        ("#FF0000", WHITE, 4.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("colour", ["#777777", "#FFFF00", "#00FF00", "#8A9699", "#0B5469"])
def test_nearest_readable_colour_is_readable_and_none_nearer_is(colour: str):
    found = nearest_readable(colour, (WHITE, "#E8F0F2"), TEXT)
    assert contrast(found, WHITE) >= TEXT
    assert contrast(found, "#E8F0F2") >= TEXT
    steps = [mixed(colour, BLACK, step / 100) for step in range(101)]
    assert not any(contrast(each, "#E8F0F2") >= TEXT for each in steps[: steps.index(found)])


def test_nearest_readable_colour_is_lighter_on_a_dark_ground():
    found = nearest_readable("#0B5469", ("#102030",), TEXT)
    assert contrast(found, WHITE) < contrast("#0B5469", WHITE)


def test_there_is_no_colour_that_is_readable_on_black_and_on_white_alike():
    assert nearest_readable("#777777", (WHITE, BLACK), TEXT + 1) == ""


def test_ink_is_white_where_white_can_be_read():
    assert ink("#000080") == WHITE
    assert ink("#FFFF00") == BLACK
    assert all(
        contrast(ink(f"#{step:02X}{step:02X}{step:02X}"), f"#{step:02X}{step:02X}{step:02X}") >= TEXT
        for step in range(256)
    )


def test_mixed_is_between():
    assert mixed(BLACK, WHITE, 0.5) == "#808080"
    assert mixed("#123456", WHITE, 0) == "#123456"
