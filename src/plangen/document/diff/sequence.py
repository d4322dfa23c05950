"""Orders compared: which of the things that two sequences share have kept their order, and which were moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence

from rapidfuzz.distance import LCSseq

Stretch = tuple[int, int, int, int, bool]
"""Where a stretch starts and ends in the base, and in the head, and whether it is equal in both."""


def heaviest_in_order(positions: Sequence[int], weights: Sequence[float]) -> frozenset[int]:
    """The indices of the heaviest strictly increasing subsequence of positions: what has stayed when the rest moved.

    Prefix maxima in a Fenwick tree (Fenwick 1994), so n log n.
    """
    order = sorted(positions)
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(order) + 1)
    before = [-1] * len(positions)
    for index, position in enumerate(positions):
        rank = bisect_left(order, position) + 1
        weight, last = _highest(best, rank - 1)
        before[index] = last
        _raise(best, rank, (weight + weights[index], index))
    kept: set[int] = set()
    _, last = _highest(best, len(order))
    while last >= 0:
        kept.add(last)
        last = before[last]
    return frozenset(kept)


def _highest(best: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    found = (0.0, -1)
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank -= rank & -rank
    return found


def _raise(best: list[tuple[float, int]], rank: int, candidate: tuple[float, int]) -> None:
    while rank < len(best):
        if candidate[0] > best[rank][0]:
            best[rank] = candidate
        rank += rank & -rank


def common(base: Sequence[Hashable], head: Sequence[Hashable]) -> list[Stretch]:
    """Stretches of two sequences by a longest common subsequence, equal and other ones by turns."""
    numbers: dict[Hashable, int] = {}

    def numbered(items: Sequence[Hashable]) -> list[int]:
        return [numbers.setdefault(item, len(numbers)) for item in items]

    stretches: list[Stretch] = []
    for step in LCSseq.opcodes(numbered(base), numbered(head)):
        equal = step.tag == "equal"
        stretch = (step.src_start, step.src_end, step.dest_start, step.dest_end, equal)
        if stretches and stretches[-1][4] == equal:
            last = stretches.pop()
            stretch = (last[0], step.src_end, last[2], step.dest_end, equal)
        stretches.append(stretch)
    return stretches
