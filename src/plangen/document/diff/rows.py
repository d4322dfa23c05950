"""Two tables -> which row is which: by id, else by what it says, else by likeness, of words or of figures."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Container, Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from rapidfuzz.distance import Indel

from plangen.dataclass import dataclass
from plangen.document.diff.columns import Pair
from plangen.document.diff.keys import text_key
from plangen.document.diff.likeness import Bag, Likeness, bag, how_many_have
from plangen.document.diff.parts import row_name
from plangen.document.diff.sequence import common
from plangen.document.nodes import Row, Table
from plangen.document.walk import plain_text

ALIKE = 0.4
"""The likeness from which two rows without ids are one that was edited."""

RENAMED_ALIKE = 0.5
"""The likeness from which they are so although their ids, which are formed of their names, differ."""

NAME_ALIKE = 0.65
"""The likeness, letter by letter, from which two names in the first cell are one that was reworded."""


TELLING = 3
"""Digits that a figure has at least that tells which row it stands in."""

COMPUTED = ("closing", "total", "percentage-change", "share")
"""Roles of columns whose figures follow from others in the row."""

Gap = tuple[Sequence[int], Sequence[int]]
"""Rows of the base and of the head between two that are the same."""


def row_partners(base: Table, head: Table, columns: Sequence[Pair]) -> dict[int, int]:
    """By the index of a row of the base that of the head's."""
    partners = _named(base, head)
    taken = set(partners.values())
    old = [index for index in range(len(base.rows)) if index not in partners]
    new = [index for index in range(len(head.rows)) if index not in taken]
    shared = [(one, other) for one, other in columns if one is not None and other is not None]
    old_keys = {index: _key(base.rows[index], [one for one, _ in shared]) for index in old}
    new_keys = {index: _key(head.rows[index], [other for _, other in shared]) for index in new}
    gaps: list[Gap] = []
    steps = common([old_keys[index] for index in old], [new_keys[index] for index in new])
    for old_start, old_end, new_start, new_end, equal in steps:
        gap = (old[old_start:old_end], new[new_start:new_end])
        if equal:
            partners.update(zip(*gap, strict=True))
        else:
            gaps.append(gap)
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for index in (index for _, gap in gaps for index in gap):
        waiting[new_keys[index]].append(index)
    for index in (index for gap, _ in gaps for index in gap):
        if waiting.get(old_keys[index]) and any(old_keys[index]):
            partners[index] = waiting[old_keys[index]].popleft()
    taken = set(partners.values())
    rest = [
        ([each for each in before if each not in partners], [each for each in after if each not in taken])
        for before, after in gaps
    ]
    rest = [gap for gap in rest if all(gap)]
    if rest:
        bags = _Bags([_bag(row) for row in base.rows], [_bag(row) for row in head.rows])
        figures = _Figures(base, head, shared)
        for gap in rest:
            partners.update(_alike(base, head, gap, bags, figures))
    partners.update(_called_alike(base, head, partners))
    return partners


def _called_alike(base: Table, head: Table, partners: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Of the rows that are left those without ids that begin with the same words, which no other row of a side does."""
    taken = set(partners.values())
    old, new = _by_first(base, partners), _by_first(head, taken)
    yield from ((old[words], new[words]) for words in old.keys() & new.keys())


def _by_first(table: Table, known: Container[int]) -> dict[tuple[str, Hashable], int]:
    first = [text_key(row.cells[0].inlines) if row.cells else () for row in table.rows]
    counts = Counter(first)
    return {
        (table.rows[index].role, words): index
        for index, words in enumerate(first)
        if index not in known
        and counts[words] == 1
        and not row_name(table.rows[index], table)
        and any(character.isalpha() for each in words for character in str(each))
    }


def _named(base: Table, head: Table) -> dict[int, int]:
    names = {name: index for index, row in enumerate(head.rows) if (name := row_name(row, head))}
    old = [row_name(row, base) for row in base.rows]
    return {index: names[name] for index, name in enumerate(old) if name in names}


def _key(row: Row, columns: Sequence[int]) -> tuple[Hashable, ...]:
    return tuple(text_key(row.cells[index].inlines) for index in columns if index < len(row.cells))


@dataclass(frozen=True)
class _Bags:
    """The words of all rows, and how many of them have each."""

    old: Sequence[Bag]
    new: Sequence[Bag]

    @cached_property
    def having(self) -> Bag:
        return how_many_have(self.old) | how_many_have(self.new)


class _Figures:
    """The figures of two tables that are given, not computed: what a row is known by that has another name.

    Sums repeat what stands in the rows that they are of, so they tell nothing.
    """

    def __init__(self, base: Table, head: Table, columns: Sequence[tuple[int, int]]) -> None:
        given = [pair for pair in columns if head.columns[pair[1]].role not in COMPUTED]
        self.old = [_figures(row, [one for one, _ in given]) for row in base.rows]
        self.new = [_figures(row, [other for _, other in given]) for row in head.rows]
        sides = ((base, self.old), (head, self.new))
        items = (figures for table, side in sides for row, figures in zip(table.rows, side, strict=True) if _item(row))
        self.having = Counter(each for figures in items for each in enumerate(figures))

    def likeness(self, one: int, other: int) -> float:
        """The share of a row's figures that are the other's, where no third row has them and they aren't short."""
        old, new = self.old[one], self.new[other]
        most = sum(bool(was or now) for was, now in zip(old, new, strict=True))
        same = [was for at, (was, now) in enumerate(zip(old, new, strict=True)) if was == now and self.rare(at, was)]
        return len(same) / most if most else 0.0

    def rare(self, column: int, figure: str) -> bool:
        return sum(map(str.isdigit, figure)) >= TELLING and self.having[column, figure] <= 2


def _item(row: Row) -> bool:
    return row.role not in ("total", "subtotal")


def _figures(row: Row, columns: Sequence[int]) -> tuple[str, ...]:
    cells = (row.cells[index] if index < len(row.cells) else None for index in columns)
    return tuple(plain_text(each.inlines) if each and isinstance(each.value, Decimal) else "" for each in cells)


def _alike(base: Table, head: Table, gap: Gap, bags: _Bags, figures: _Figures) -> Iterator[tuple[int, int]]:
    """The pairs of a gap that are in order and have the greatest likeness in all."""
    old, new = gap
    likeness = Likeness([bags.old[index] for index in old], [bags.new[index] for index in new], bags.having)

    def score(one: int, other: int) -> float:
        row, now = base.rows[old[one]], head.rows[new[other]]
        if row.role != now.role:
            return 0.0
        value = max(likeness.of(one, other), _name_likeness(row, now), figures.likeness(old[one], new[other]))
        least = RENAMED_ALIKE if row_name(row, base) or row_name(now, head) else ALIKE
        return value if value >= least else 0.0

    for one, other in likeness.pairs(score):
        yield old[one], new[other]


def _name_likeness(row: Row, other: Row) -> float:
    """How much of the first cells is the same, letter by letter, since compounds are split and joined."""
    one, now = (plain_text(each.cells[0].inlines).casefold() if each.cells else "" for each in (row, other))
    alike = Indel.normalized_similarity(one, now)
    return alike if alike >= NAME_ALIKE else 0.0


def _bag(row: Row) -> Bag:
    return bag(text_key(cell.inlines) for cell in row.cells)
