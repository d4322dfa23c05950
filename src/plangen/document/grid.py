"""A table -> its grid: every cell with the row and the column that it starts in, and how many of each it covers.

As the table model of HTML has it (4.9.12). What that calls errors is decided here, once for every format: a cell covers
no place that another has, and spans neither the table's edge nor the end of its part (the head, a group of rows, the
foot). A row is as long as the table is wide: what it lacks are empty cells, what it has too much is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from plangen.dataclass import dataclass
from plangen.document.keeping import stands_whole
from plangen.document.nodes import Cell, Row, Table


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell, the row and the column that it starts in, counted from 0, and how many of them it covers."""

    cell: Cell
    row: int
    column: int
    rows: int = 1
    columns: int = 1


MOST_KEPT = 12
"""Rows that a cell may cover and still hold together on a page. More than that may be broken between."""

SUMS = frozenset({"subtotal", "total"})
"""The roles of rows that add up those above them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row and its place in the table, 0 the first; the cells that start in it, and those from above that reach it.

    `inside`: no page may end below it, since too little would stand above or below.
    """

    row: Row
    index: int
    slots: tuple[Slot, ...]
    covered: tuple[Slot, ...] = ()
    inside: bool = False

    @property
    def keeps_next(self) -> bool:
        """Whether no page may end below this row: it names a group, a cell of it goes on, or it is `inside`."""
        reaching = (each for each in (*self.slots, *self.covered) if each.row + each.rows > self.index + 1)
        return self.inside or self.row.role == "group" or any(each.rows <= MOST_KEPT for each in reaching)


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of a table by its parts: a group row starts a body of its own, a last row of totals is the foot."""

    head: tuple[Line, ...]
    bodies: tuple[tuple[Line, ...], ...]
    foot: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, from the top."""
        return (*self.head, *(line for body in self.bodies for line in body), *self.foot)


def grid(table: Table) -> Grid:
    """The grid of a table."""
    width = len(table.columns)
    foot = table.rows[-1:] if table.rows and table.rows[-1].role == "total" else ()
    rows = table.rows[: len(table.rows) - len(foot)]
    starts = [0, *(index for index, row in enumerate(rows) if row.role == "group" and index), len(rows)]
    above = len(table.head)
    inside = _inside(table)
    return Grid(
        head=_lines(table.head, 0, width, inside),
        bodies=tuple(
            _lines(rows[start:end], above + start, width, inside) for start, end in pairwise(starts) if start < end
        ),
        foot=_lines(foot, above + len(rows), width, inside),
    )


def _inside(table: Table) -> frozenset[int]:
    """The rows below which no page ends, by index: every one of a table that stands whole but the last.

    In a longer table two rows stand at the least above and below the end of a page, and a sum by the row above it.
    """
    above, last = len(table.head), len(table.head) + len(table.rows) - 1
    if stands_whole(table):
        return frozenset(range(last))
    first = next((index for index, row in enumerate(table.rows, above) if row.role != "group"), last)
    sums = {index - 1 for index, row in enumerate(table.rows, above) if row.role in SUMS and index > above}
    return frozenset({first, last - 1} | sums)


def _lines(rows: Sequence[Row], first: int, width: int, inside: AbstractSet[int]) -> tuple[Line, ...]:
    """The lines of one part of a table, of which the first has that index."""
    lines: list[Line] = []
    reaching: list[Slot] = []
    for index, row in enumerate(rows, first):
        covered = tuple(slot for slot in reaching if slot.row + slot.rows > index)
        slots = _slots(row, index, _free(covered, width), first + len(rows))
        lines.append(Line(row, index, slots, covered, inside=index in inside))
        reaching = [*covered, *slots]
    return tuple(lines)


def _free(covered: Sequence[Slot], width: int) -> list[int]:
    """The columns of a row that no cell from above covers."""
    taken = {column for slot in covered for column in range(slot.column, slot.column + slot.columns)}
    return [column for column in range(width) if column not in taken]


def _slots(row: Row, index: int, free: list[int], end: int) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    cells = iter(row.cells)
    while free:
        cell = next(cells, Cell())
        columns = 1
        while columns < min(cell.column_span, len(free)) and free[columns] == free[0] + columns:
            columns += 1
        slots.append(Slot(cell, index, free[0], min(max(cell.row_span, 1), end - index), columns))
        free = free[columns:]
    return tuple(slots)
