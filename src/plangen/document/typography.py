"""Spaces that must not break: within a number's thousand groups, and between a number and its unit or sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from plangen.dataclass import replace
from plangen.document.inlines import Abbreviation, CrossReference, Emphasis, Inline, Link, Strong, Text
from plangen.document.walk import NO_BREAK_SPACE, every_inline, map_inlines

OBJECT = "\ufffc"
"""Stands for what is no text, where the spaces of a line are looked at."""

_AFTER_DIGIT = re.compile(r"\d ")
"""Each space that is bound has a digit before it, and most lines have none."""

_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")


def bound(line: Sequence[Inline], words: Sequence[str]) -> tuple[Inline, ...]:
    """A line with no-break spaces in its numbers, and between a number and one of some words ("tkr", "%").

    The line is read as a whole, for a number may stand in one inline (in bold, from an expression) and its unit in the
    next. Each space becomes one other character, so that every text has its own stretch of the line.
    """
    text = "".join([_characters(inline) for inline in every_inline(line)])
    if not _AFTER_DIGIT.search(text):
        return line if isinstance(line, tuple) else tuple(line)
    text = _GROUPED.sub(lambda number: number.group().replace(" ", NO_BREAK_SPACE), text)
    text = _units(tuple(words)).sub(NO_BREAK_SPACE, text)
    start = 0

    def change(inline: Inline) -> tuple[Inline, ...]:
        nonlocal start
        end = start + len(_characters(inline))
        own, start = text[start:end], end
        return (replace(inline, text=own) if isinstance(inline, Text | Abbreviation) else inline,)

    return map_inlines(line, change)


def _characters(inline: Inline) -> str:
    if isinstance(inline, Emphasis | Strong | Link | CrossReference):
        return ""
    return inline.text if isinstance(inline, Text | Abbreviation) else OBJECT


@cache
def _units(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<=\d) (?=(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w))")
