"""Characters that no text of a plan may hold: they can't be seen, and mean something else to a format or a program.

Control characters, line and paragraph separators, characters without width that part or join words, halves of
surrogate pairs, private-use characters (plangen's own marks are made of them), noncharacters.
A tab and a line feed are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

STAND_IN = "\ufffd"
MOST_TOLD = 100

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u2060\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """The first forbidden characters of a text: where each stands, and its name (U+0007)."""
    for match in islice(_FORBIDDEN.finditer(text), MOST_TOLD):
        yield match.start(), code_point(match.group())


def permitted(text: str) -> str:
    """The text, as long as before, with a stand-in for each forbidden character, so that it can be read on."""
    return _FORBIDDEN.sub(STAND_IN, text)


def code_point(character: str) -> str:
    """The name of a character in Unicode's notation."""
    return f"U+{ord(character):04X}"
