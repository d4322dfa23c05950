"""Heads of columns that are of one kind and a year ("Utfall 2025", "Budget 2026"): all of a table's are set alike.

A head that breaks beside one that doesn't looks like a difference in meaning. So either all stand on one line or all
have the year on a line of its own.
"""

from __future__ import annotations

import re

from plangen.dataclass import replace
from plangen.document.grid import grid
from plangen.document.inlines import Inline, Text
from plangen.document.nodes import Cell, Table
from plangen.document.walk import NO_BREAK_SPACE, map_inlines, plain_text

_OF_A_YEAR = re.compile(r"[^\W\d][^\d\s]*(?: [^\W\d][^\d\s]*)? (?:19|20)\d\d(?:[–-](?:\d\d){1,2})?")
"""One or two words and a year; a longer head that ends with one is a sentence, which breaks where it may."""


def year_columns(table: Table) -> frozenset[int]:
    """The columns headed by a kind and a year, where there are several; none where heads span columns."""
    heads = [slot for line in grid(table).head for slot in line.slots]
    if len(table.head) != 1 or any(slot.columns > 1 for slot in heads):
        return frozenset()
    found = frozenset(slot.column for slot in heads if _OF_A_YEAR.fullmatch(plain_text(slot.cell.inlines)))
    return found if len(found) > 1 else frozenset()


def broken(table: Table) -> Table:
    """The table with the year of each such head on a line of its own."""
    years = year_columns(table)
    columns = (replace(column, broken_head=index in years) for index, column in enumerate(table.columns))
    return replace(table, columns=tuple(columns)) if years else table


def whole(table: Table) -> Table:
    """The table with such heads as they are where they can't break."""
    years = year_columns(table)
    if not years:
        return table

    def joined(cell: Cell) -> Cell:
        return replace(cell, inlines=map_inlines(cell.inlines, _unbreakable))

    (row,) = table.head
    cells = (joined(cell) if index in years else cell for index, cell in enumerate(row.cells))
    return replace(table, head=(replace(row, cells=tuple(cells)),))


def _unbreakable(inline: Inline) -> tuple[Inline, ...]:
    return (replace(inline, text=inline.text.replace(" ", NO_BREAK_SPACE)) if isinstance(inline, Text) else inline,)
