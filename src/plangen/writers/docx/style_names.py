"""The names of styles, in any language that there is a catalogue of -> the English ones, by which styles are matched.

Word keeps the names of its own styles in English and lower case whatever it shows ("heading 1" as "Rubrik 1"), but
other programs, and people who make a style anew, write what they see.
"""

from __future__ import annotations

import re
from functools import cache

from plangen.locale.catalogue import LANGUAGES, catalogue

NUMBERED = frozenset({"heading", "toc", "list bullet", "list number", "list continue"})
"""Styles that there is one of for each level."""


def english(name: str) -> str:
    """The English name of a style in lower case: "heading 1" of "Rubrik 1"."""
    folded = " ".join(name.split()).casefold()
    family = re.fullmatch(r"(.+?) ?([1-9])", folded)
    if family:
        return f"{_names(True).get(family[1], family[1])} {family[2]}"
    return _names(False).get(folded, folded)


@cache
def _names(numbered: bool) -> dict[str, str]:
    """The English name by each localised one; "Rubrik" is a title, but with a number a heading."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for known, shown in catalogue(language).word_styles.items():
            if known in NUMBERED if numbered else known not in ("heading", "toc"):
                found.setdefault(shown.casefold(), known)
    return found
