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
def _patterns(language: str) -> pyphen.Pyphen | None:
    code = pyphen.language_fallback(language.replace("-", "_"))
    return None if code is None else pyphen.Pyphen(lang=code, left=3, right=3)
