"""A trap of YAML: what is wrong with a line, and the text with that line put right. Lines and columns count from 0."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangen.dataclass import dataclass

_COMMENT = re.compile(r"\s+#(?:\s|$)")

Extent = tuple[int, int, int, int]
"""The line and column of a node's start and of its end."""


@dataclass(frozen=True, slots=True)
class Trap:
    """A fault of form: code, place, parameters for its message, and the text put right (None where nobody can know).

    `moved`: from which column on the mended line stands how far to the right of the author's.
    `sure`: whether it is a fault; what may as well be meant is warned of.
    """

    code: str
    line: int
    column: int
    length: int
    parameters: tuple[tuple[str, str], ...] = ()
    mended: str | None = None
    moved: tuple[int, int] = (0, 0)
    sure: bool = True


def replaced(lines: Sequence[str], number: int, code: str, corrected: str, extent: tuple[int, int]) -> Trap:
    """The trap of a line that should be another; its extent is from one column to another."""
    mended = "\n".join([*lines[:number], corrected, *lines[number + 1 :]])
    begin, end = extent
    same = corrected == lines[number]
    parameters = (("written", corrected.rstrip()),)
    return Trap(code, number, begin, max(1, end - begin), parameters, None if same else mended)


def blanked(lines: Sequence[str], number: int) -> str | None:
    """The text without a line; None where that line is empty already."""
    if not lines[number].strip():
        return None
    return "\n".join([*lines[:number], "", *lines[number + 1 :]])


def lead(line: str) -> str:
    """The white space that a line begins with."""
    return line[: len(line) - len(line.lstrip())]


def commented(line: str) -> tuple[str, str]:
    """A line up to its comment, and the comment with the space before it, "" for none.

    For lines whose quotation marks don't hold: a `#` within them is taken for a comment too, if it stands apart.
    """
    line = line.rstrip()
    found = _COMMENT.search(line)
    return (line[: found.start()], line[found.start() :]) if found and found.start() else (line, "")
