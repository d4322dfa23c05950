"""The signs that stand before the words of a status and a trend, so that the eye finds them down a column.

A sign never stands alone, so nothing is lost to who can't see it. Each is one of WGL4, the characters that every font
of an office has: those of Arial and Arimo alike. Those of a trend are no directions, since a figure that falls may be
the better one.
"""

from __future__ import annotations

from plangen.document.walk import NO_BREAK_SPACE

SIGNS = {
    "indicator_status": {
        "achieved": "■",
        "partly_achieved": "▪",
        "not_achieved": "□",
        "ongoing": "►",
        "not_measured": "–",
    },
    "trend": {"better": "+", "unchanged": "=", "worse": "−"},
}


def sign_before(table: str, term: str) -> str:
    """The sign of a word of a table, with the space after it."""
    return SIGNS[table][term] + NO_BREAK_SPACE
