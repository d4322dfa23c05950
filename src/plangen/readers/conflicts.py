"""A file in which Git has left two versions, one after the other -> the first of them, and what is to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangen.diagnostics import Diagnostic, Location, error

_BEGIN, _BETWEEN, _END = re.compile(r"<{7}(?: .*)?"), re.compile(r"={7}"), re.compile(r">{7}(?: .*)?")

LONGEST_SHOWN = 60
"""Characters of a version that a message shows."""


def without_conflicts(text: str, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with the first version at each place, on the lines that it stands on, and where there are two."""
    if "<<<<<<<" not in text:
        return text, ()
    lines, found = text.split("\n"), []
    for begin in (number for number, line in enumerate(lines) if _BEGIN.fullmatch(line)):
        between = _next(lines, _BETWEEN, begin)
        end = _next(lines, _END, between)
        if not begin < between < end:
            continue
        place = Location(path, begin + 1, 1, len(lines[begin]))
        one, other = _version(lines, begin, between), _version(lines, between, end)
        said = {"one": one[0], "one_lines": one[1], "other": other[0], "other_lines": other[1]}
        found.append(error("git-conflict", place, begin=begin + 1, between=between + 1, end=end + 1, **said))
        for number in (begin, *range(between, end + 1)):
            lines[number] = ""
    return "\n".join(lines), tuple(found)


def _version(lines: Sequence[str], begin: int, end: int) -> tuple[str, str]:
    """What stands between two marks, cut where it is long, and on which lines; – for nothing."""
    text = " ".join(line.strip() for line in lines[begin + 1 : end]).strip()
    numbers = sorted({begin + 2, end})
    shown = text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"
    return (shown or "–"), ("–".join(map(str, numbers)) if end > begin + 1 else "–")


def _next(lines: Sequence[str], mark: re.Pattern[str], after: int) -> int:
    """The next line that is a mark; -1 for none."""
    return next((number for number in range(after + 1, len(lines)) if mark.fullmatch(lines[number])), -1)
