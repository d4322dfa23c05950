"""Where words of a text stand in its file: the text is followed through its source, sign by sign.

So marks of Markdown within an amount ("**27,9** mnkr"), entities ("27,9&nbsp;mnkr"), lines and quotation marks don't
hide it, and words that stand in the next paragraph too are never taken for those of this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

SIGN = "\ufffc"
"""Stands in a text for what is no word of it (U+FFFC, the object replacement character)."""

MOST_LINES = 3
"""Lines of a source in which its text begins, after marks as those of a heading or of a field."""

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


def stretch(text: str, source: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of a source in which signs `start` to `end` of a text stand; None where it can't be followed."""
    for begin in _begins(text, source):
        if found := _followed(text, source, begin, start, end):
            return found
    return None


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


def _followed(text: str, source: str, begin: int, start: int, end: int) -> tuple[int, int] | None:
    at, here, first = 0, begin, -1
    while at < end:
        if here >= len(source):
            return None
        after, reach, there = _step(text, source, at, here)
        if first < 0 and after > start:
            first = min(here + start - at, reach - 1) if text[at].isspace() else here
        at, here = after, reach
        if there is None:
            return None
    return first, here


def _step(text: str, source: str, at: int, here: int) -> tuple[int, int, bool | None]:
    """The text and the source after their next signs that belong together; None at the end where they differ."""
    sign, its = text[at], source[here]
    if sign == SIGN and (opaque := _OPAQUE.match(source, here)):
        return at + 1, opaque.end(), True
    if its == "{" and sign != its and (expression := _EXPRESSION.match(source, here)):
        return _resumed(text, source, at, expression.end()), expression.end(), True
    if sign.isspace() and (gap := _GAP.match(source, here)):
        spaces = len(text) - len(text[at:].lstrip()) - at
        return at + spaces, gap.end(), True
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
    return at, here, None


def _resumed(text: str, source: str, at: int, here: int) -> int:
    """Where a text goes on after what an expression has printed in it."""
    plain = _PLAIN.search(source, here)
    found = text.find(plain.group(), at) if plain else -1
    if found < 0:
        return len(text)
    return len(text[:found].rstrip()) if source[here : here + 1].isspace() else found
