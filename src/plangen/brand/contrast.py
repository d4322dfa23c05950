"""How well colours stand out from each other, as WCAG 2.2 counts it, and the nearest colour that stands out enough."""

from __future__ import annotations

from collections.abc import Iterable

TEXT = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3). Large text may have 3, but each colour of text is used in small too."""

GRAPHICS = 3.0
"""The least contrast of what must be seen to understand the page (WCAG 2.2, 1.4.11)."""

WHITE, BLACK = "#FFFFFF", "#000000"
STEPS = 100

Channels = tuple[int, int, int]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink(ground: str) -> str:
    """White where it can be read on a colour, else black, which then can."""
    return WHITE if contrast(WHITE, ground) >= TEXT else BLACK


def nearest_readable(colour: str, others: Iterable[str], least: float) -> str:
    """The colour with as little black or white in it as gives the contrast to all the others; "" where nothing does."""
    others = tuple(others)
    for step in range(STEPS + 1):
        for towards in (BLACK, WHITE):
            found = mixed(colour, towards, step / STEPS)
            if all(contrast(found, other) >= least for other in others):
                return found
    return ""


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with a share of the other in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(own + (added - own) * share):02X}" for own, added in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> Channels:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
