"""Plans of two sources -> which plan of the later one is a plan of the earlier one under another name.

A folder that is gone and one that has come are one plan where most lines of their files are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plangen.source.plans import files_below
from plangen.source.source import Source

ALIKE = 0.5
"""The share of lines in common from which two folders are one that was renamed."""

Lines = Counter[tuple[str, bytes]]
"""How often each line stands in each file, by its path within the plan's folder."""


def renamed_plans(before: Source, gone: Sequence[str], after: Source, come: Sequence[str]) -> dict[str, str]:
    """By the path of a folder that has come that of the one it was; the most alike first, each only once."""
    old = {folder: _lines(before, folder) for folder in gone if come}
    new = {folder: _lines(after, folder) for folder in come if gone}
    scored = sorted((-_likeness(old[was], new[now]), now, was) for was in old for now in new)
    found: dict[str, str] = {}
    for score, now, was in scored:
        if -score >= ALIKE and now not in found and was not in found.values():
            found[now] = was
    return found


def _lines(source: Source, folder: str) -> Lines:
    lines: Lines = Counter()
    for path in files_below(source, folder):
        name = path.removeprefix(f"{folder}/")
        lines.update((name, line) for line in (source.read(path) or b"").splitlines())
    return lines


def _likeness(one: Lines, other: Lines) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())
