"""Where words of a text stand in its file: the text is followed through its source, sign by sign.

So marks of Markdown within an amount ("**27,9** mnkr"), entities ("27,9&nbsp;mnkr"), lines and quotation marks don't
hide it, and words that stand in the next paragraph too are never taken for those of this one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import islice
from typing import NamedTuple

SIGN = "\ufffc"
"""Stands in a text for what is no word of it (U+FFFC, the object replacement character)."""

MOST_LINES = 3
"""Lines of a source in which its text begins, after marks as those of a heading or of a field."""

MOST_BEGINS = 50
"""Places in them where it may begin. A long line may hold its first word thousands of times."""

_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_OPAQUE = re.compile(
    r"\{\{.*?\}\}|(`+).+?\1|\[\^[^\]]*\]|!?\[[^\]]*\](?:\([^)]*\)|\{[^}]*\}|\[[^\]]*\])|<[^>\s]*>", re.DOTALL
)
"""What prints as one sign."""

_GAP = re.compile(r"(?:\\?\n[ \t>]*|\s|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#8239|#x202f);)+", re.IGNORECASE)
_CELL = re.compile(r"[ \t]*\|[ \t]*")
_ESCAPED = re.compile(r"\\[^\w\s]|''")
_ENTITY = re.compile(r"&#?\w{1,9};")
_MARKUP = re.compile(r"\]\([^)\n]*\)|\]\{[^}\n]*\}|\]\[[^\]\n]*\]|[*_~\[\]`\u00ad]")
_PLAIN = re.compile(r"[^*_~\[\]`\\&{}<>|\s]+")
_WORD = re.compile(r"\w+")
_SPACES = re.compile(r"\s+")


def stretch(text: str, source: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of a source in which signs `start` to `end` of a text stand; None where it can't be followed."""
    way = next((each for each in _ways(text, source) if each.signs[-1] >= end), None)
    if way is None:
        return None
    first = bisect_right(way.signs, start) - 1
    at, here = way.signs[first], way.places[first]
    if at < start and text[at].isspace():  # within some spaces that are one gap in the source
        here = min(here + start - at, way.places[first + 1] - 1)
    return here, way.places[bisect_left(way.signs, end)]


class _Way(NamedTuple):
    """How far each step goes in a text, and in its source, as long as they say the same."""

    signs: tuple[int, ...]
    places: tuple[int, ...]


@lru_cache(maxsize=32)
def _ways(text: str, source: str) -> tuple[_Way, ...]:
    """The ways through a source, each of which leads farther in the text than those that begin before it.

    They are sought once for a text, however many of its words are asked for.
    """
    ways: list[_Way] = []
    for begin in islice(_begins(text, source), MOST_BEGINS):
        way = _followed(text, source, begin)
        if not ways or way.signs[-1] > ways[-1].signs[-1]:
            ways.append(way)
    return tuple(ways)


def _begins(text: str, source: str) -> Iterator[int]:
    """Where in its source a text may begin: at once, or with its first word in the first lines."""
    yield 0
    head = len("\n".join(source.split("\n", MOST_LINES)[:MOST_LINES]))
    first = _WORD.match(text)
    if first is None:
        yield from range(1, head)
        return
    at = source.find(first.group(), 1, head)
    while at >= 0:
        yield at
        at = source.find(first.group(), at + 1, head)


def _followed(text: str, source: str, begin: int) -> _Way:
    at, here, alike = 0, begin, True
    signs, places = [at], [here]
    while alike and at < len(text) and here < len(source):
        at, here, alike = _step(text, source, at, here)
        signs.append(at)
        places.append(here)
    return _Way(tuple(signs), tuple(places))


def _step(text: str, source: str, at: int, here: int) -> tuple[int, int, bool]:
    """The text and the source after their next signs that belong together; at last False where they differ."""
    sign, its = text[at], source[here]
    if sign == SIGN and (opaque := _OPAQUE.match(source, here)):
        return at + 1, opaque.end(), True
    if its == "{" and sign != its and (expression := _EXPRESSION.match(source, here)):
        return _resumed(text, source, at, expression.end()), expression.end(), True
    if (spaces := _SPACES.match(text, at)) and (gap := _GAP.match(source, here)):
        return spaces.end(), gap.end(), True
    if its in "\\'" and (escaped := _ESCAPED.match(source, here)) and escaped.group()[1] == sign:
        return at + 1, escaped.end(), True
    if its == "&" and (entity := _ENTITY.match(source, here)) and unescape(entity.group()) == sign:
        return at + 1, entity.end(), True
    if sign == its:
        return at + 1, here + 1, True
    if sign == "|" and (cell := _CELL.match(source, here)):
        return at + 1, cell.end(), True
    if markup := _MARKUP.match(source, here):
        return at, markup.end(), True
    return at, here, False


def _resumed(text: str, source: str, at: int, here: int) -> int:
    """Where a text goes on after what an expression has printed in it."""
    plain = _PLAIN.search(source, here)
    found = text.find(plain.group(), at) if plain else -1
    if found < 0:
        return len(text)
    return len(text[:found].rstrip()) if source[here : here + 1].isspace() else found
