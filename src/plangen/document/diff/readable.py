"""Stretches of a comparison -> stretches that people can read: few, and each a whole thought.

A longest common subsequence keeps a single "och" in the midst of two sentences that have nothing else in common. A
reader wants the one sentence out and the other in.
"""

from __future__ import annotations

from collections.abc import Sequence

from plangen.dataclass import dataclass
from plangen.document.diff.sequence import Stretch

KEPT_APART = 5
"""How many words that are changed around it each word that is kept has to stand against, not to be taken for change."""


@dataclass(frozen=True, slots=True)
class _Size:
    """How many words a stretch has on its longer side."""

    words: int
    equal: bool


def readable(stretches: Sequence[Stretch], old: Sequence[int], new: Sequence[int]) -> list[Stretch]:
    """The stretches without those that a reader won't see as kept.

    `old` and `new` have a 1 for each token that says something and a 0 for each that doesn't (a space, a comma).
    """
    joined: list[Stretch] = []
    for stretch in stretches:
        joined.append(stretch)
        while len(joined) > 2 and _drowns(joined[-3:], old, new):
            first, _, last = joined[-3:]
            joined[-3:] = [(first[0], last[1], first[2], last[3], False)]
    return joined


def _drowns(three: Sequence[Stretch], old: Sequence[int], new: Sequence[int]) -> bool:
    """Whether what is kept between two changes says nothing, or little beside them."""
    before, kept, after = (_size(each, old, new) for each in three)
    if before.equal or after.equal or not kept.equal:
        return False
    return not kept.words or (
        kept.words <= min(before.words, after.words) and kept.words * KEPT_APART <= before.words + after.words
    )


def _size(stretch: Stretch, old: Sequence[int], new: Sequence[int]) -> _Size:
    old_start, old_end, new_start, new_end, equal = stretch
    return _Size(max(sum(old[old_start:old_end]), sum(new[new_start:new_end])), equal)
