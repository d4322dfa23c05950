"""A brand's colours -> the page's palettes by day and by night, each readable (WCAG 2.2, 1.4.3 and 1.4.11).

The brand gives the colours by day. By night the same hues are lightened until they stand out from the dark ground.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from plangen.brand.brand import Colours
from plangen.brand.contrast import GRAPHICS, WHITE, contrast, mixed

NIGHT = "#14191B"
NIGHT_TEXT = "#E6EBED"
TEXT_CONTRAST = 6.0
SHADE_OF_ACCENT = 0.28
STEPS = 50


def by_day(colours: Colours) -> Mapping[str, str]:
    """The brand's own colours on white."""
    return {
        "ground": WHITE,
        "text": colours.text,
        "accent": colours.accent,
        "muted": colours.muted,
        "rule": colours.rule,
        "shade": colours.shade,
        "link": colours.link,
    }


def by_night(colours: Colours) -> Mapping[str, str]:
    """The same hues on a dark ground."""
    shade = mixed(NIGHT, colours.accent, SHADE_OF_ACCENT)
    return {
        "ground": NIGHT,
        "text": NIGHT_TEXT,
        "accent": lightened(colours.accent, shade, TEXT_CONTRAST),
        "muted": lightened(colours.muted, shade, TEXT_CONTRAST),
        "rule": lightened(colours.rule, NIGHT, GRAPHICS),
        "shade": shade,
        "link": lightened(colours.link, shade, TEXT_CONTRAST),
    }


@lru_cache(64)
def lightened(colour: str, ground: str, least: float) -> str:
    """The colour with as little white in it as gives the contrast on the ground."""
    steps = (mixed(colour, WHITE, step / STEPS) for step in range(STEPS))
    return next((each for each in steps if contrast(each, ground) >= least), WHITE)
