"""A heading -> the level that it looks like, in every format.

Beside goals, which are listed in the contents, stand headings that only say what is below ("Beskrivning"). At the third
level they would look like goals of that level; they look like the fourth, as they do everywhere else.
"""

from __future__ import annotations

from plangen.document.nodes import Heading

LABEL = 4
"""The level that such headings look like."""


def look_level(heading: Heading) -> int:
    """The level of the looks that a heading has."""
    return look_of(heading.level, listed=heading.listed)


def look_of(level: int, *, listed: bool) -> int:
    """The same, of the headings of a level."""
    return LABEL if level == LABEL - 1 and not listed else level
