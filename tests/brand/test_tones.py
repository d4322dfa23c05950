from __future__ import annotations

from itertools import pairwise

import pytest

from plangen.brand.brand import DEFAULT, Colours
from plangen.brand.contrast import GRAPHICS, WHITE, contrast
from plangen.brand.tones import LEAST_STEP, tones

ACCENTS = (DEFAULT.colours.accent, "#1F5A3A", "#000000", "#7A0019", "#6A4C00", "#4B2E83", "#005EB8")
"""Accents of brands, dark enough to be read on white as a brand's must be."""


def grey(colour: str) -> str:
    """The colour as a printer without colours has it (ITU-R BT.601)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{level:02X}{level:02X}{level:02X}"


@pytest.mark.parametrize("accent", ACCENTS)
def test_tones_are_told_apart_in_colour_and_in_grey(accent: str) -> None:
    found = list(tones(Colours(accent=accent)).values())
    for one, next_one in pairwise(found):
        assert contrast(one, next_one) >= LEAST_STEP
        assert contrast(grey(one), grey(next_one)) >= LEAST_STEP


@pytest.mark.parametrize("accent", ACCENTS)
def test_every_bar_stands_out_from_the_page_by_its_outline(accent: str) -> None:
    assert contrast(tones(Colours(accent=accent))["strong"], WHITE) >= GRAPHICS
