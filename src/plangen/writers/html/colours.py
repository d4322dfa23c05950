"""A brand's colours -> the page's palettes by day and by night, each readable (WCAG 2.2, 1.4.3 and 1.4.11).

The brand gives the colours by day. By night the same hues are lightened until they stand out from the dark ground.
"""

from __future__ import annotations

from collections.abc import Mapping

from plangen.brand.brand import Colours

NIGHT = "#14191B"
NIGHT_TEXT = "#E6EBED"
TEXT_CONTRAST = 6.0
RULE_CONTRAST = 3.0
SHADE_OF_ACCENT = 0.28
STEPS = 50

Channels = tuple[int, int, int]


def by_day(colours: Colours) -> Mapping[str, str]:
    """The brand's own colours on white."""
    return {
        "ground": "#FFFFFF",
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
        "rule": lightened(colours.rule, NIGHT, RULE_CONTRAST),
        "shade": shade,
        "link": lightened(colours.link, shade, TEXT_CONTRAST),
    }


def lightened(colour: str, ground: str, least: float) -> str:
    """The colour with as little white in it as gives the contrast on the ground."""
    steps = (mixed(colour, "#FFFFFF", step / STEPS) for step in range(STEPS))
    return next((each for each in steps if contrast(each, ground) >= least), "#FFFFFF")


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with a share of the other in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(own + (added - own) * share):02X}" for own, added in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> Channels:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
