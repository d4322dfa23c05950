"""Agenda 2030's goals and targets by number: what there is to refer to.

The 169 targets are those of the United Nations General Assembly's resolution 70/1 of 25 September 2015: numbered, and
lettered for the means of implementation ("16.7", "16.a").
"""

from __future__ import annotations

from collections.abc import Iterator

_TARGETS = (
    *((5, 2), (5, 3), (9, 4), (7, 3), (6, 3), (6, 2), (3, 2), (10, 2), (5, 3)),
    *((7, 3), (7, 3), (8, 3), (3, 2), (7, 3), (9, 3), (10, 2), (19, 0)),
)
"""How many numbered and how many lettered targets each goal has, from goal 1 on."""

GOALS = len(_TARGETS)


def targets(goal: int) -> Iterator[str]:
    """The targets of a goal, in order."""
    numbered, lettered = _TARGETS[goal - 1]
    yield from (f"{goal}.{number}" for number in range(1, numbered + 1))
    yield from (f"{goal}.{letter}" for letter in "abcd"[:lettered])
