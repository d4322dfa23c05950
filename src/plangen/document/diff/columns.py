"""Two tables -> which column is which: by field, heading or what stands there. And tables without spans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from plangen.dataclass import replace
from plangen.document.diff.keys import text_key
from plangen.document.diff.sequence import heaviest_in_order
from plangen.document.grid import Line, grid
from plangen.document.nodes import Cell, Row, Table
from plangen.document.walk import plain_text

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

RENAMED_ALIKE = 0.5
"""The share of the cells that must be the same for two columns of other names to be one."""

COVERED = "covered"
"""The role of the empty cells of a table without spans that a cell above covered."""

Pair = tuple[int | None, int | None]
"""An index in the base and one in the head; None where there is no such thing on that side."""


def columns_aligned(base: Table, head: Table) -> list[Pair]:
    """The columns of both in one order. One that was moved is in both places.

    Where all are the same but for their years, a table of one year is compared with that of another, and each column
    with that in its place: "Budget 2026" with "Budget 2027", although there was a "Plan 2027" as well.
    """
    old, new = column_keys(base), column_keys(head)
    if set(old) != set(new) and _yearless(base) == _yearless(head):
        return [(index, index) for index in range(len(new))]
    partners = {index: new.index(key) for index, key in enumerate(old) if key in new}
    stay = in_order(partners, {index: 1 + len(str(key)) / 1e7 for index, key in enumerate(old)})
    pairs = interleaved({one: other for one, other in partners.items() if one in stay}, len(old), len(new))
    renamed = dict(_renamed(base, head, pairs, partners))
    return interleaved({**{one: partners[one] for one in stay}, **renamed}, len(old), len(new)) if renamed else pairs


def column_keys(table: Table) -> list[Hashable]:
    """What columns are known by: field, or heading; the second of the same by its number too."""
    keys: list[Hashable] = []
    seen: Counter[Hashable] = Counter()
    for index, column in enumerate(table.columns):
        heading = tuple(text_key(row.cells[index].inlines) for row in table.head if index < len(row.cells))
        key: Hashable = column.field or heading
        keys.append((key, seen[key]))
        seen[key] += 1
    return keys


def _yearless(table: Table) -> list[tuple[str, str]]:
    """What columns are known by, but for years."""
    headings = (
        " ".join(plain_text(row.cells[index].inlines) for row in table.head if index < len(row.cells))
        for index in range(len(table.columns))
    )
    pairs = zip((column.field for column in table.columns), headings, strict=True)
    return [(_YEAR.sub("0", field), _YEAR.sub("0", heading)) for field, heading in pairs]


def _renamed(base: Table, head: Table, pairs: Sequence[Pair], partners: Mapping[int, int]) -> list[tuple[int, int]]:
    """Columns of other names in the same place in which the same stands."""
    found: list[tuple[int, int]] = []
    old: list[int] = []
    new: list[int] = []
    moved = set(partners.values())
    for one, other in [*pairs, (-1, -1)]:
        if one is not None and other is not None:
            found += [(a, b) for a, b in zip(old, new, strict=False) if _column_likeness(base, a, head, b)]
            old, new = [], []
        elif one is not None and one not in partners:
            old.append(one)
        elif other is not None and other not in moved:
            new.append(other)
    return found


def _column_likeness(base: Table, old: int, head: Table, new: int) -> bool:
    before, after = _cells(base, old), _cells(head, new)
    most = max(before.total(), after.total())
    return most > 0 and (before & after).total() >= RENAMED_ALIKE * most


def _cells(table: Table, column: int) -> Counter[Hashable]:
    """What stands in a column, but for the empty cells."""
    keys = (text_key(row.cells[column].inlines) for row in table.rows if column < len(row.cells))
    return Counter(key for key in keys if key)


def in_order(partners: Mapping[int, int], weights: Mapping[int, float] | None = None) -> frozenset[int]:
    """Those of the base's indices that have kept their order, as many as can be, or the heaviest."""
    shared = sorted(partners)
    heavy = [1.0 if weights is None else weights[index] for index in shared]
    kept = heaviest_in_order([partners[index] for index in shared], heavy)
    return frozenset(shared[index] for index in kept)


def interleaved(partners: Mapping[int, int], base: int, head: int) -> list[Pair]:
    """All indices of both sides, paired by partners in one order, the base's own behind what they stood behind."""
    behind: dict[int, list[int]] = {}
    last = -1
    for index in range(base):
        if index in partners:
            last = partners[index]
        else:
            behind.setdefault(last, []).append(index)
    of = {new: old for old, new in partners.items()}
    pairs: list[Pair] = [(old, None) for old in behind.get(-1, ())]
    for new in range(head):
        pairs.append((of.get(new), new))
        pairs += [(old, None) for old in behind.get(new, ())]
    return pairs


def plain(table: Table) -> Table:
    """The table with a cell for each column in each row, so that rows and columns can come and go.

    No cell spans several; the text stands in the first of the places that the cell covered; the others are empty.
    """
    if _is_plain(table):
        return table
    lines = grid(table)
    head = tuple(_plain_row(line, len(table.columns)) for line in lines.head)
    rows = tuple(_plain_row(line, len(table.columns)) for line in lines.lines[len(lines.head) :])
    return replace(table, head=head, rows=rows)


def _is_plain(table: Table) -> bool:
    rows = (*table.head, *table.rows)
    return all(len(row.cells) == len(table.columns) for row in rows) and not any(
        cell.row_span > 1 or cell.column_span > 1 for row in rows for cell in row.cells
    )


def _plain_row(line: Line, width: int) -> Row:
    cells = {slot.column: replace(slot.cell, row_span=1, column_span=1) for slot in line.slots}
    above = {
        slot.column + index: Cell(header=slot.cell.header, role=COVERED)
        for slot in line.covered
        for index in range(slot.columns)
    }
    return replace(line.row, cells=tuple(cells.get(at) or above.get(at) or Cell() for at in range(width)))
