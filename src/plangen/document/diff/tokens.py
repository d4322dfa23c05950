"""Text -> tokens: the smallest pieces that a comparison tells apart.

A number with its sign, thousand groups, decimals and unit is one token, so is a word, a run of spaces, and any other
character with what is combined with it (marks, joiners, the halves of a flag). Two tokens are the same where only
typography differs that doesn't show: composed or decomposed letters, soft hyphens, the kind of a space, a hyphen for
a minus.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from plangen.document.walk import SOFT_HYPHEN

_COMBINED = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff"
_SPACE = " \u00a0\u2007\u2009\u202f"
_NUMBER = rf"(?<![\w,.])[-+\u2212\u2013]?\d+(?:[{_SPACE}]\d{{3}}(?!\d))*(?:[.,:/-]\d+)*"
_UNIT = r"(?:[\u00a0\u202f]?[%‰°]\w*|[\u00a0\u202f][^\W\d_]+)?"
_TOKEN = re.compile(
    rf"(?P<number>{_NUMBER}{_UNIT})"
    rf"|(?P<word>(?:\w[{_COMBINED}{SOFT_HYPHEN}]*)+)"
    rf"|(?P<space>[\s{_SPACE}]+)"
    rf"|(?P<flag>[\U0001f1e6-\U0001f1ff]{{2}})"
    rf"|(?P<other>.(?:[{_COMBINED}{SOFT_HYPHEN}]|\u200d.)*)",
    re.DOTALL,
)
_SPACES = re.compile(rf"[\s{_SPACE}]+")

_MINUS = re.compile(r"(?<![\w,.)-])-(?=\d)")


def tokens(text: str) -> Iterator[str]:
    """The tokens of a text, which together are the text."""
    return (match.group() for match in _TOKEN.finditer(text))


def same(text: str) -> str:
    """What two texts have in common that differ by nothing that shows."""
    plain = _SPACES.sub(" ", text.replace(SOFT_HYPHEN, ""))
    plain = _MINUS.sub("\u2212", plain) if "-" in plain else plain
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain)


@lru_cache(maxsize=50_000)
def known_by(token: str) -> tuple[str, int]:
    """What a token is compared by, and how much it says, in characters: nothing where it is spaces or points."""
    return same(token), len(token) if says(token) else 0


def says(token: str) -> bool:
    """Whether a token says something: it has a letter, a digit or a sign, and not only spaces and points."""
    return token.isalnum() or any(
        character.isalnum() or unicodedata.category(character)[0] == "S" for character in token
    )
