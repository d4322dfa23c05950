"""The rows of tables, cell by column, with what each row has from those above it: an indicator's name, for its groups.

A cell that spans rows is told of in the first of them. Where rows come or go none spans any (`columns.plain`), and the
rows below the first have empty cells; what these have on either side is that of the row above.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plangen.dataclass import dataclass
from plangen.document.diff.columns import COVERED
from plangen.document.diff.differences import SIDES, Side, shortened, side
from plangen.document.document import Document
from plangen.document.grid import Line, grid
from plangen.document.nodes import Cell, Row, Table
from plangen.document.walk import every_block_with_notes, plain_text

Says = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lined:
    """A row with the cells that start in it by their columns, `own`, and those from above that reach it, `lent`."""

    row: Row
    own: Mapping[int, Cell]
    lent: Mapping[int, Cell]

    def at(self, column: int) -> Cell | None:
        """The cell in a column."""
        return self.own.get(column) or self.lent.get(column)


def lined(table: Table) -> tuple[tuple[Lined, ...], tuple[Lined, ...]]:
    """The head of a table, and its rows."""
    lines = tuple(_lined(line) for line in grid(table).lines)
    return lines[: len(table.head)], lines[len(table.head) :]


def _lined(line: Line) -> Lined:
    spread = {slot.column + at: slot.cell for slot in line.slots for at in range(1, slot.columns)}
    above = {slot.column + at: slot.cell for slot in line.covered for at in range(slot.columns)}
    return Lined(line.row, {slot.column: slot.cell for slot in line.slots}, spread | above)


class OldRows:
    """The rows of the base, by what they say; `above` by ids of what was moved out of its section what it stood in.

    Ids tell nothing where one was renamed.
    """

    def __init__(self, base: Document, above: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.above = above or {}
        self._rows: dict[tuple[str, Says], Lined] = {}
        for block in every_block_with_notes(base):
            if isinstance(block, Table):
                for each in lined(block)[1]:
                    says = _says(each.own.values())
                    self._rows.setdefault((block.id, says), each)
                    self._rows.setdefault(("", says), each)

    def cells(self, table: str, row: Row) -> dict[str, Cell]:
        """By what cells said, the cells before."""
        found = self._row(table, row)
        return {side(cell.inlines, "old"): cell for cell in found.own.values()} if found else {}

    def lent(self, table: str, row: Row) -> dict[int, str]:
        """By columns what a row had from above it."""
        found = self._row(table, row)
        return {at: plain_text(cell.inlines) for at, cell in found.lent.items()} if found else {}

    def _row(self, table: str, row: Row) -> Lined | None:
        says = _says(cell for cell in row.cells if not is_(cell, "inserted"))
        return self._rows.get((table, says)) or self._rows.get(("", says))


def _says(cells: Iterable[Cell]) -> Says:
    return tuple(text for cell in cells if (text := side(cell.inlines, "old")))


@dataclass(frozen=True, slots=True)
class Named:
    """A row of a compared table: its name, and its group's behind it; `lent` what it has from above it, by columns.

    Of what is lent there are both sides, the old and the new.
    """

    line: Lined
    name: str
    group: str
    lent: Mapping[Side, Mapping[int, str]]

    @property
    def title(self) -> str:
        """What the row is called, now or else before."""
        return shortened(", ".join(filter(None, (self.name, self.group))))


def named_rows(table: Table, old_rows: OldRows) -> Iterator[Named]:
    """The rows of a compared table with their names."""
    roles = [column.role for column in table.columns]
    name = roles.index("name") if "name" in roles else 0
    group = roles.index("group") if "group" in roles else None
    above: dict[Side, dict[int, str]] = {of: {} for of in SIDES}
    for line in lined(table)[1]:
        was = old_rows.lent(table.id, line.row)
        lent = {of: _lent(line, of, above[of], was if of == "old" else None) for of in SIDES}
        says = {of: {**lent[of], **_texts(line, of)} for of in SIDES}
        for of in SIDES:
            if _there(line.row, of):
                above[of] = says[of]
        now = says["new" if _there(line.row, "new") else "old"]
        own = now.get(name) or next((text for _, text in sorted(now.items()) if text), "")
        yield Named(line, own, now.get(group, "") if group is not None else "", lent)


def _lent(line: Lined, of: Side, above: Mapping[int, str], was: Mapping[int, str] | None) -> dict[int, str]:
    """What a row has from above on one side: by its spans, or else since it has lost them."""
    lent = {at: side(cell.inlines, of) for at, cell in line.lent.items()}
    gone = line.row.change is not None and line.row.change.kind == "deleted"
    if was is not None and not gone:
        return lent | {at: text for at, text in was.items() if at not in lent}
    return lent | {at: above.get(at, "") for at, cell in line.own.items() if cell.role == COVERED}


def _texts(line: Lined, of: Side) -> dict[int, str]:
    return {at: text for at, cell in line.own.items() if (text := side(cell.inlines, of))}


def _there(row: Row, of: Side) -> bool:
    gone = "deleted" if of == "new" else "inserted"
    return row.change is None or row.change.kind != gone


def is_(cell: Cell, kind: str) -> bool:
    """Whether a cell as a whole has a mark of a kind."""
    return cell.change is not None and cell.change.kind == kind
