"""A diagnostic -> what is wrong, in words, so that it can be shown anywhere: in a terminal, on a page, in a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plangen.diagnostics import Diagnostic
from plangen.locale.catalogue import Catalogue

LONGEST = 600
"""Characters of what a message quotes."""

_BREAKS = re.compile(r"[\t\n]+ *")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def message(diagnostic: Diagnostic, words: Catalogue) -> str:
    """What is wrong, in words."""
    return words.messages[diagnostic.code].format(**quoted(diagnostic.parameters))


def quoted(given: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What a message speaks of, on one line each, and cut where it is long."""
    lines = ((name, printable(_BREAKS.sub(" ", value.strip()))) for name, value in given)
    return {name: value if len(value) <= LONGEST else value[:LONGEST] + "…" for name, value in lines}


def printable(text: str) -> str:
    """The text without control characters: an excerpt must not command the terminal that it is read on."""
    return _CONTROL.sub("\ufffd", text)
