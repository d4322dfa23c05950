"""Where words may break, by the hyphenation patterns of their language."""

from __future__ import annotations

from functools import cache

import pyphen

from plangen.document.walk import SOFT_HYPHEN


def hyphenate(word: str, language: str) -> str:
    """The word with soft hyphens where it may break; as it is where the language has no patterns."""
    patterns = _patterns(language)
    return word if patterns is None else patterns.inserted(word, hyphen=SOFT_HYPHEN)


@cache
def break_points(word: str, language: str) -> tuple[int, ...]:
    """Before which characters the word may break at the end of a line, as LibreOffice and most of Word's users have it.

    Where a break would change the spelling there is none.
    """
    patterns = _patterns(language, 2)
    return () if patterns is None else tuple(int(each) for each in patterns.positions(word) if each.data is None)


@cache
def _patterns(language: str, least: int = 3) -> pyphen.Pyphen | None:
    """The patterns of a language, with at least so many letters on each side of a hyphen."""
    code = pyphen.language_fallback(language.replace("-", "_"))
    return None if code is None else pyphen.Pyphen(lang=code, left=least, right=least)
