"""How alike things are by the words they say, each counting for the less the more of them have it.

"ska" and "och" stand in every paragraph, "ökande" in every table of indicators; they tell nothing of which one it is.
In which order the words stand doesn't count. What is compared is bounded: all with all where they are few, else each
with those that share its rarest words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from plangen.document.diff.keys import ATOM_WEIGHT
from plangen.document.diff.sequence import heaviest_in_order
from plangen.document.diff.tokens import says, tokens

MOST_PAIRS = 2_000
"""How many pairs are all compared; where there would be more, only the likely ones."""

RAREST = 8
"""How many of a thing's rarest words tell which ones are likely."""

COMMON = 64
"""How many things have a word that tells nothing of which one is likely."""

CANDIDATES = 6
"""How many likely ones are compared."""

Bag = Counter[Hashable]
"""How often each word stands in a text."""

_Weighed = tuple[dict[Hashable, float], float]

Score = Callable[[int, int], float]
"""What speaks for the one of an index and the other of an index being one; 0 where they aren't."""


def bag(keys: Iterable[Iterable[Hashable]]) -> Bag:
    """The words of some lines, given by their text keys."""
    counts: Bag = Counter()
    for key in keys:
        for piece in key:
            if isinstance(piece, str):
                counts.update(tokens(piece))
            else:
                counts[piece] += 1
    for word in [word for word in counts if isinstance(word, str) and not says(word)]:
        del counts[word]
    return counts


def sizes(counts: Bag) -> dict[Hashable, int]:
    """How much each word of a bag says, as often as it stands there, in characters."""
    return {word: count * _length(word) for word, count in counts.items()}


def shared(one: Mapping[Hashable, int], other: Mapping[Hashable, int]) -> int:
    """How much two bags have in common, by the sizes of their words, in characters."""
    return sum(min(one[word], other[word]) for word in one.keys() & other.keys())


def how_many_have(bags: Iterable[Bag]) -> Bag:
    """In how many bags each word is."""
    return Counter(word for each in bags for word in each)


def _length(word: Hashable) -> int:
    return len(word) if isinstance(word, str) else ATOM_WEIGHT


class Likeness:
    """The likeness of the things of two sides, from 0 to 1.

    `having` tells how many things have each word, where there are more of them than are compared.
    """

    def __init__(self, old: Sequence[Bag], new: Sequence[Bag], having: Bag | None = None) -> None:
        having = having or how_many_have(old) | how_many_have(new)
        self._old, self._new, self._having = old, new, having
        self._weighed: tuple[dict[int, _Weighed], dict[int, _Weighed]] = ({}, {})
        self._places: dict[Hashable, list[int]] = defaultdict(list)
        for index, each in enumerate(new):
            for word in each:
                self._places[word].append(index)

    def of(self, old: int, new: int) -> float:
        """The likeness of one and another."""
        (one, size), (other, more) = self._weights(0, old), self._weights(1, new)
        if not size + more:
            return 1.0
        return 2 * sum(min(one[word], other[word]) for word in one.keys() & other.keys()) / (size + more)

    def _weights(self, side: Literal[0, 1], index: int) -> _Weighed:
        """How much each word of a thing tells, and all together; found when it is first asked for."""
        found = self._weighed[side].get(index)
        if found is None:
            counts = (self._old, self._new)[side][index]
            weights = {word: count * _length(word) / max(1, self._having[word]) for word, count in counts.items()}
            found = self._weighed[side][index] = (weights, sum(weights.values()))
        return found

    def likely(self, old: int) -> list[int]:
        """Those that may be one, in their order."""
        if len(self._old) * len(self._new) <= MOST_PAIRS:
            return list(range(len(self._new)))
        votes: Counter[int] = Counter()
        words = sorted(self._old[old], key=lambda word: (self._having[word], str(word)))
        for word in words[:RAREST]:
            places = self._places.get(word, ())
            if len(places) <= COMMON:
                votes.update(places)
        return sorted(index for index, _ in votes.most_common(CANDIDATES))

    def pairs(self, score: Score) -> Iterator[tuple[int, int]]:
        """The pairs that are in order with the greatest score in all."""
        scored = [
            (old, new, value)
            for old in range(len(self._old))
            for new in reversed(self.likely(old))
            if (value := score(old, new)) > 0
        ]
        for index in sorted(heaviest_in_order([new for _, new, _ in scored], [value for *_, value in scored])):
            old, new, _ = scored[index]
            yield old, new
