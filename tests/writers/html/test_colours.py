"""Contrast by day and by night, as WCAG counts it."""

from __future__ import annotations

import pytest

from plangen.brand.brand import DEFAULT, Colours
from plangen.brand.contrast import contrast
from plangen.writers.html.colours import by_day, by_night, lightened

READ = ("text", "accent", "muted", "link")


def test_text_of_the_default_brand_is_readable_by_day() -> None:
    palette = by_day(DEFAULT.colours)
    assert all(contrast(palette[name], palette[ground]) >= 4.5 for name in READ for ground in ("ground", "shade"))


@pytest.mark.parametrize("accent", ["#000000", "#0B5469", "#FF0000", "#003300", "#4B0082", "#FFFFFF"])
def test_any_brand_is_readable_by_night(accent: str) -> None:
    palette = by_night(Colours(text=accent, accent=accent, muted=accent, rule=accent, link=accent))
    assert all(contrast(palette[name], palette[ground]) >= 4.5 for name in READ for ground in ("ground", "shade"))
    assert contrast(palette["rule"], palette["ground"]) >= 3


def test_lightened_leaves_a_colour_that_stands_out() -> None:
    assert lightened("#FFFF00", "#000000", 4.5) == "#FFFF00"
