"""A compared table -> its differences: what it is called, its columns, its rows with their cells, its notes.

The old value of a cell is that of the base's row that says what the row said: ids tell nothing where one was renamed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal

from plangen.dataclass import dataclass, replace
from plangen.document.diff.differences import (
    KINDS,
    CellDifference,
    Difference,
    Figure,
    Kind,
    What,
    excerpts,
    figure,
    line_kind,
    replacements,
    shortened,
    side,
)
from plangen.document.document import Document
from plangen.document.nodes import Cell, Row, Table
from plangen.document.walk import every_block_with_notes, plain_text
from plangen.locale.units import money_unit

_ROWS: dict[str, What] = {"indicators": "indicator", "activities": "activity", "budget": "budget-row"}
_COLUMNS: dict[str, What] = {"indicators": "indicator-column", "budget": "budget-column"}
_TOTALS = ("total", "subtotal")

Says = tuple[str, ...]

Units = tuple[str, str]
"""What figures were counted in, and are."""


class OldRows:
    """The rows of the base, by what they say; `above` by ids of what was moved out of its section what it stood in."""

    def __init__(self, base: Document, above: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.above = above or {}
        self._rows: dict[tuple[str, Says], Row] = {}
        for block in every_block_with_notes(base):
            if isinstance(block, Table):
                for row in block.rows:
                    says = tuple(text for cell in row.cells if (text := side(cell.inlines, "old")))
                    self._rows.setdefault((block.id, says), row)
                    self._rows.setdefault(("", says), row)

    def cells(self, table: str, row: Row) -> dict[str, Cell]:
        """By what cells said, the cells before."""
        says = tuple(text for cell in row.cells if not _is(cell, "inserted") and (text := side(cell.inlines, "old")))
        found = self._rows.get((table, says)) or self._rows.get(("", says))
        return {side(cell.inlines, "old"): cell for cell in found.cells} if found else {}


def table_changes(table: Table, above: tuple[str, ...], old_rows: OldRows) -> Iterator[Difference]:
    """The differences within a table that stands on both sides."""
    units = _units(table, old_rows)
    walk = _TableWalk(table, above, old_rows, {at: pair for at, (pair, _) in units.items()})
    told = tuple(walk.units(units))
    if table.caption_visible and (kind := line_kind(table.caption)) and not _told_by(told, table):
        old, new = excerpts(side(table.caption, "old"), side(table.caption, "new"))
        title = side(table.caption, "new")
        yield Difference(kind=kind, what="table", id=table.id, above=above, title=title, old=old, new=new)
    yield from told
    yield from walk.columns()
    yield from walk.rows()
    for note in table.notes:
        found = KINDS[note.change.kind] if note.change else line_kind(note.inlines)
        if found:
            old, new = excerpts(side(note.inlines, "old"), side(note.inlines, "new"))
            yield Difference(kind=found, what="note", id=note.id, above=above, old=old, new=new)


def whole_rows(table: Table, above: tuple[str, ...], old_rows: OldRows) -> Iterator[Difference]:
    """The rows of a table that only one side has, but for the headings of groups."""
    yield from _TableWalk(table, above, old_rows).rows(without="group")


@dataclass(frozen=True, slots=True)
class _TableWalk:
    table: Table
    above: tuple[str, ...]
    old_rows: OldRows
    other_units: Mapping[int, Units] = field(default_factory=dict)

    def units(self, found: Mapping[int, tuple[Units, Sequence[Cell]]]) -> Iterator[Difference]:
        """The unit of the table, or else those of columns, if it is another; with the figures that are as before."""
        money = {at for row in self.table.rows for at, cell in enumerate(row.cells) if money_unit(cell.unit)}
        own = Difference(kind="edited", what="budget-unit", id=self.table.id, above=self.above)
        if len({pair for pair, _ in found.values()}) == 1 and money <= set(found):
            (old, new), _ = next(iter(found.values()))
            cells = tuple(self.same(at, cell) for at, (_, same) in found.items() for cell in same)
            yield replace(own, title=self.title, table=self.title, old=old, new=new, cells=cells)
            return
        for at, ((old, new), same) in found.items():
            cells = tuple(self.same(at, cell) for cell in same)
            yield replace(own, title=self.heading(at), table=self.title, old=old, new=new, cells=cells)

    def same(self, index: int, cell: Cell) -> CellDifference:
        """A figure that is the same in another unit, and so another amount."""
        return self.cell(index, cell, (plain_text(cell.inlines), plain_text(cell.inlines)), {})

    def columns(self) -> Iterator[Difference]:
        """Columns that came, went, were moved or have another heading."""
        whole = {index: found for index in range(len(self.table.columns)) if (found := self.column_kind(index))}
        for index in range(len(self.table.columns)):
            heading = [cell for row in self.table.head for cell in row.cells[index : index + 1]]
            id_ = heading[0].id if heading else self.table.id
            kind = whole.get(index, "")
            if kind == "inserted" and self.twin(index, "deleted", whole):
                before = [at for at in range(index) if whole.get(at) != "deleted"]
                moved = self.column("moved", index, id_, heading)
                yield replace(moved, after=self.heading(before[-1]) if before else "")
            elif kind == "deleted" and self.twin(index, "inserted", whole):
                continue
            elif kind:
                yield self.column(KINDS[kind], index, id_, heading)
            elif any(line_kind(cell.inlines) for cell in heading):
                yield self.column("renamed", index, id_, heading)

    def column_kind(self, index: int) -> str:
        """How a column was changed as a whole: "inserted", "deleted" or ""."""
        rows = [row for row in (*self.table.head, *self.table.rows) if row.change is None]
        cells = [row.cells[index] for row in rows if len(row.cells) == len(self.table.columns)]
        kinds = {cell.change.kind if cell.change else "" for cell in cells}
        return kinds.pop() if len(kinds) == 1 else ""

    def twin(self, index: int, kind: str, whole: dict[int, str]) -> bool:
        """Whether the same column is there on the other side too."""
        return any(other == kind and self.name(at) == self.name(index) for at, other in whole.items())

    def name(self, index: int) -> str:
        return self.table.columns[index].field or self.heading(index, "new") or self.heading(index, "old")

    def heading(self, index: int, of: str = "new") -> str:
        cells = [cell for row in self.table.head for cell in row.cells[index : index + 1]]
        return " ".join(filter(None, (side(cell.inlines, "old" if of == "old" else "new") for cell in cells)))

    def column(self, kind: Kind, index: int, id_: str, heading: Sequence[Cell]) -> Difference:
        old, new = (" ".join(side(cell.inlines, of) for cell in heading) for of in ("old", "new"))
        return Difference(
            kind=kind,
            what=_COLUMNS.get(self.table.role, "column"),
            id=id_,
            above=self.above,
            title=new or old,
            role=self.table.columns[index].role,
            old=old,
            new=new,
            table=self.title,
            cells=tuple(self.total_of(index)) if kind in ("added", "removed") else (),
        )

    def total_of(self, index: int) -> Iterator[CellDifference]:
        """What a column of one side comes to, in the last row of totals."""
        total = next((row for row in reversed(self.table.rows) if row.role == "total" and not row.change), None)
        cell = total.cells[index] if total and index < len(total.cells) else None
        if total and cell and isinstance(cell.value, Decimal):
            texts = ("", plain_text(cell.inlines)) if _is(cell, "inserted") else (plain_text(cell.inlines), "")
            found = self.cell(index, cell, texts, {})
            yield replace(found, heading=_name(total), unit_was="", total=None)

    @property
    def title(self) -> str:
        """What the table is called."""
        return shortened(side(self.table.caption, "new") or side(self.table.caption, "old"))

    def rows(self, without: str = "-") -> Iterator[Difference]:
        """What differs in the rows, but for those of a role, each told behind which it stands if it was moved."""
        before = ""
        for row in self.table.rows:
            if row.role != without:
                for each in self.row(row):
                    here = each.kind == "moved" and each.above_was in ((), self.above)
                    yield replace(each, after=before) if here else each
            if row.change is None or row.change.kind != "deleted":
                before = _name(row)

    def row(self, row: Row) -> Iterator[Difference]:
        """What of a row differs; nothing for the copy of one that was moved."""
        if row.change and row.change.kind == "deleted" and row.change.of:
            return
        cells = tuple(self.cells(row))
        what = self.what(row)
        title = _name(row)
        if row.change:
            kind = KINDS[row.change.kind]
            was = row.change.of if kind == "moved" else ""
            found = Difference(kind=kind, what=what, id=row.id, was=was, above=self.above, title=title, cells=cells)
            yield replace(found, table=self.title, above_was=self.old_rows.above.get(row.id, ()))
        elif cells:
            names = [each for each in cells if each.role == "name" or each.field == "name"]
            kind = "renamed" if len(names) == len(cells) else "edited"
            old, new = (names[0].old, names[0].new) if names else ("", "")
            found = Difference(kind=kind, what=what, id=row.id, above=self.above, title=title, old=old, new=new)
            yield replace(found, cells=cells, table=self.title)

    def what(self, row: Row) -> What:
        return "total-row" if row.role in _TOTALS else _ROWS.get(self.table.role, "row")

    def cells(self, row: Row) -> Iterator[CellDifference]:
        """The cells that differ, those of added and removed columns left out."""
        before = self.old_rows.cells(self.table.id, row)
        for index, cell in enumerate(row.cells):
            whole = row.change is not None and row.change.kind in ("inserted", "deleted")
            if (cell.change is not None and not whole) or (not whole and not line_kind(cell.inlines)):
                continue
            old = "" if _is(cell, "inserted") else side(cell.inlines, "old")
            new = "" if _is(cell, "deleted") else side(cell.inlines, "new")
            if old or new:
                found = self.cell(index, cell, (old, new), before)
                counted_otherwise = index in self.other_units and found.figure and found.figure.difference == 0
                if not counted_otherwise:
                    yield found

    def cell(self, index: int, cell: Cell, texts: tuple[str, str], cells: Mapping[str, Cell]) -> CellDifference:
        old, new = texts
        was = (cell if _is(cell, "deleted") else cells.get(old)) if old else None
        before = was.value if was else None
        after = cell.value if new else None
        unit = was.unit if was and after is None else cell.unit
        column = self.table.columns[index] if index < len(self.table.columns) else None
        figures = isinstance(before, Decimal) or isinstance(after, Decimal)
        return CellDifference(
            id=cell.id,
            heading=self.heading(index) or self.heading(index, "old"),
            role=(column.role if column else "") or cell.role,
            field=cell.field,
            old=excerpts(old, new)[0],
            new=excerpts(old, new)[1],
            old_value=before,
            new_value=after,
            unit=unit,
            unit_was=was.unit if was and was.unit != unit else "",
            total=self.total(index) if figures else None,
        )

    def total(self, index: int) -> Figure | None:
        """The figure of the last row of totals in a column."""
        total = next((row for row in reversed(self.table.rows) if row.role == "total" and not row.change), None)
        if total is None or index >= len(total.cells):
            return None
        cell = total.cells[index]
        new = cell.value if isinstance(cell.value, Decimal) else None
        before = self.old_rows.cells(self.table.id, total).get(side(cell.inlines, "old"))
        old = before.value if before and isinstance(before.value, Decimal) else None
        return figure(old, before.unit if before else cell.unit, new, cell.unit)


def _units(table: Table, old_rows: OldRows) -> dict[int, tuple[Units, Sequence[Cell]]]:
    """By the index of a column whose figures are all counted in another unit, the two, and those that are as before."""
    pairs: dict[int, set[Units]] = {}
    same: dict[int, list[Cell]] = {}
    for row in table.rows if all(len(row.cells) == len(table.columns) for row in table.rows if not row.change) else ():
        before = old_rows.cells(table.id, row) if row.change is None else {}
        for index, cell in enumerate(row.cells):
            was = before.get(side(cell.inlines, "old"))
            if was and isinstance(was.value, Decimal) and isinstance(cell.value, Decimal):
                pairs.setdefault(index, set()).add((was.unit, cell.unit))
                if was.value == cell.value != 0:
                    same.setdefault(index, []).append(cell)
    single = {index: pair for index, (pair, *others) in pairs.items() if not others and pair[0] != pair[1]}
    return {index: (pair, same.get(index, ())) for index, pair in single.items()}


def _told_by(units: Sequence[Difference], table: Table) -> bool:
    """Whether nothing but the unit differs in a caption."""
    return set(replacements(table.caption)) <= {(each.old, each.new) for each in units}


def _is(cell: Cell, kind: str) -> bool:
    return cell.change is not None and cell.change.kind == kind


def _name(row: Row) -> str:
    """What a row is called, now or else before."""
    return shortened(next((text for cell in row.cells[:1] if (text := _says(cell))), ""))


def _says(cell: Cell) -> str:
    """What a cell says now, or said."""
    return side(cell.inlines, "new") or side(cell.inlines, "old") or plain_text(cell.inlines)
