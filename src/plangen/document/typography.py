"""Spaces that must not break: within a number's thousand groups, and between a number and its unit or sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from plangen.document.nodes import Inline, Text

NO_BREAK_SPACE = "\u00a0"

_GROUPS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def bound(inline: Inline, words: Sequence[str]) -> Inline:
    """A text with no-break spaces in its numbers, and between a number and one of some words ("tkr", "%")."""
    if not isinstance(inline, Text) or " " not in inline.text:
        return inline
    text = _GROUPS.sub(NO_BREAK_SPACE, inline.text)
    return replace(inline, text=_units(tuple(words)).sub(NO_BREAK_SPACE, text))


@cache
def _units(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<=\d) (?=(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w))")
