"""The settings of a Word file (`w:settings`) -> how its running text is hyphenated."""

from __future__ import annotations

from lxml.etree import _Element as Element

from plangen.brand.brand import Hyphenation
from plangen.word.xml import word_name

POINTS_PER_TWIP = 1 / 20
WORDS_OWN_ZONE = 360
"""Twips: what is meant where a file says none (ECMA-376 part 1, 17.15.1.53)."""

OFF = frozenset({"0", "false", "off"})


def hyphenation_of(settings: Element | None) -> Hyphenation | None:
    """The hyphenation that the settings ask for (17.15.1.10), or None: Word hyphenates only where it is told to."""
    asked = None if settings is None else settings.find(word_name("autoHyphenation"))
    if settings is None or asked is None or asked.get(word_name("val"), "1") in OFF:
        return None
    zone = _number(settings.find(word_name("hyphenationZone")), WORDS_OWN_ZONE)
    return Hyphenation(zone * POINTS_PER_TWIP, _number(settings.find(word_name("consecutiveHyphenLimit")), 0))


def _number(element: Element | None, default: int) -> int:
    value = "" if element is None else element.get(word_name("val"), "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else default
