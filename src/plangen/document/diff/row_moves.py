"""Rows that went from one table and came in another under the same name -> the same rows, moved.

A goal's indicators and activities are told apart by their names, whatever goal they stand with. So a row that was
handed over from one goal to another is marked as what it is, with what else differs in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plangen.dataclass import dataclass, replace
from plangen.document.diff.keys import text_key
from plangen.document.diff.lines import INSERTED, compared, whole
from plangen.document.inlines import Change, Inline
from plangen.document.nodes import Block, Cell, Row, Table
from plangen.document.walk import each_and_below, map_inlines, map_tables

NAMED_ROWS = ("indicators", "activities")
"""The roles of tables that nobody knows by name: all that came or went with one is told of row by row."""

Name = tuple[str, object]


@dataclass(frozen=True, slots=True)
class _Found:
    """A row of a table that stands for itself, in cells that none spans."""

    table: Table
    row: Row


def with_moved_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the moves among their tables; where several rows have one name, none of them has moved."""
    gone, come = (_by_name(blocks, kind) for kind in ("deleted", "inserted"))
    pairs = {name: (gone[name], come[name]) for name in gone.keys() & come.keys()}
    if not pairs:
        return tuple(blocks)
    changed = {id(old.row): replace(old.row, change=Change("deleted", new.row.id)) for old, new in pairs.values()}
    changed |= {id(new.row): _moved(old, new) for old, new in pairs.values()}

    def table(each: Table) -> Table:
        return replace(each, rows=tuple(changed.get(id(row), row) for row in each.rows))

    return tuple(map_tables(block, table) for block in blocks)


def _by_name(blocks: Sequence[Block], kind: str) -> Mapping[Name, _Found]:
    """The rows with a mark by their names, those left out whose name others have too."""
    found: dict[Name, _Found | None] = {}
    for name, each in _rows(blocks, kind):
        found[name] = None if name in found else each
    return {name: each for name, each in found.items() if each}


def _rows(blocks: Sequence[Block], kind: str) -> Iterator[tuple[Name, _Found]]:
    for table in each_and_below(blocks):
        if not isinstance(table, Table) or table.role not in NAMED_ROWS:
            continue
        for row in table.rows:
            marked = row.change is not None and row.change.kind == kind and not row.change.of
            plain = len(row.cells) == len(table.columns) and all(cell.row_span == 1 for cell in row.cells)
            if marked and plain and row.id and (key := text_key(row.cells[0].inlines)):
                yield (table.role, key), _Found(table, row)


def _moved(old: _Found, new: _Found) -> Row:
    """The row as it is now, with what differs from what it was."""
    was = {_column(old.table, index): cell for index, cell in enumerate(old.row.cells)}
    cells = (_cell(was.get(_column(new.table, index)), cell) for index, cell in enumerate(new.row.cells))
    return replace(new.row, cells=tuple(cells), change=Change("moved", old.row.id))


def _cell(old: Cell | None, new: Cell) -> Cell:
    now = _unmarked(new.inlines)
    inlines = compared(_unmarked(old.inlines), now) if old else whole(now, INSERTED)
    return replace(new, inlines=inlines, change=None)


def _column(table: Table, index: int) -> object:
    heading = (text_key(row.cells[index].inlines) for row in table.head if index < len(row.cells))
    return table.columns[index].field or tuple(heading)


def _unmarked(line: Sequence[Inline]) -> tuple[Inline, ...]:
    return map_inlines(line, lambda inline: (replace(inline, change=None),))
