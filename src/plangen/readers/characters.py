"""Characters that no text of a plan may hold: they can't be seen, and mean something else to a format or a program.

Control characters, line and paragraph separators, characters without width that part or join words, those that turn
the direction of what follows (by which `34` would read `43` in one format and not in the next), halves of surrogate
pairs, private-use characters (plangen's own marks are made of them), noncharacters. A tab and a line feed are text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.entities import html5
from itertools import islice

STAND_IN = "\ufffd"
MOST_TOLD = 100

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ue000-\uf8ff"
    "\ufdd0-\ufdef\ufeff\ufffe\uffff\U000f0000-\U0010ffff]"
)
_ENTITY = re.compile(r"&(?:#[xX](?P<hex>[0-9a-fA-F]{1,6})|#(?P<decimal>[0-9]{1,7})|(?P<name>[a-zA-Z0-9]{2,31}));")


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """The first forbidden characters of a text: where each stands, and its name (U+0007)."""
    for match in () if text.isprintable() else islice(_FORBIDDEN.finditer(text), MOST_TOLD):
        yield match.start(), code_point(match.group())


def forbidden_entities(text: str) -> Iterator[tuple[int, int, str]]:
    """The entities of Markdown (CommonMark 0.31 §2.5) that stand for such a character: offset, length and its name."""
    for match in _ENTITY.finditer(text):
        number = int(match["hex"], 16) if match["hex"] else int(match["decimal"] or 0)
        meant = html5.get(f"{match['name']};", "") if match["name"] else chr(number) if number <= sys.maxunicode else ""
        for _, name in forbidden(meant):
            yield match.start(), len(match.group()), name


def permitted(text: str) -> str:
    """The text, as long as before, with a stand-in for each forbidden character, so that it can be read on."""
    return text if text.isprintable() else _FORBIDDEN.sub(STAND_IN, text)  # of these none counts as printable


def code_point(character: str) -> str:
    """The name of a character in Unicode's notation."""
    return f"U+{ord(character):04X}"
