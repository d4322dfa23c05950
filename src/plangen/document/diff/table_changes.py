"""A compared table -> its differences: what it is called, its columns, its rows with their cells, its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from plangen.dataclass import replace
from plangen.document.diff.differences import (
    KINDS,
    SIDES,
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
from plangen.document.diff.marks import changed
from plangen.document.diff.table_rows import Named, OldRows, is_, lined, named_rows
from plangen.document.nodes import Cell, Row, Table
from plangen.document.walk import plain_text
from plangen.locale.units import money_unit

_ROWS: dict[str, What] = {"indicators": "indicator", "activities": "activity", "budget": "budget-row"}
_COLUMNS: dict[str, What] = {"indicators": "indicator-column", "budget": "budget-column"}
_TOTALS = ("total", "subtotal")

Units = tuple[str, str]
"""What figures were counted in, and are."""


def table_changes(table: Table, above: tuple[str, ...], old_rows: OldRows) -> Iterator[Difference]:
    """The differences within a table that stands on both sides."""
    if not changed(table):
        return
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


class _TableWalk:
    def __init__(
        self, table: Table, above: tuple[str, ...], old_rows: OldRows, other_units: Mapping[int, Units] | None = None
    ) -> None:
        self.table, self.above, self.old_rows = table, above, old_rows
        self.other_units = other_units or {}
        self.head, self.lines = lined(table)
        self.whole = {index: found for index in range(len(table.columns)) if (found := self.column_kind(index))}
        gone = {self.name(index): index for index, kind in self.whole.items() if kind == "deleted"}
        come = (index for index, kind in self.whole.items() if kind == "inserted")
        self.moved = {index: gone[name] for index in come if (name := self.name(index)) in gone}
        self.total = next(
            (each for each in reversed(self.lines) if each.row.role == "total" and not each.row.change), None
        )

    def units(self, found: Mapping[int, tuple[Units, Sequence[Cell]]]) -> Iterator[Difference]:
        """The unit of the table, or else those of columns, if it is another; with the figures that are as before."""
        money = {at for line in self.lines for at, cell in line.own.items() if money_unit(cell.unit)}
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
        for index in range(len(self.table.columns)):
            kind = self.whole.get(index, "")
            if index in self.moved:
                before = [at for at in range(index) if self.whole.get(at) != "deleted"]
                yield replace(self.column("moved", index), after=self.heading(before[-1]) if before else "")
            elif index in self.moved.values():
                continue
            elif kind:
                yield self.column(KINDS[kind], index)
            elif any(line_kind(cell.inlines) for cell in self.heads(index)):
                yield self.column("renamed", index)

    def column_kind(self, index: int) -> str:
        """How a column was changed as a whole: "inserted", "deleted" or ""."""
        lines = [line for line in (*self.head, *self.lines) if line.row.change is None]
        cells = [cell for line in lines if (cell := line.own.get(index))]
        kinds = {cell.change.kind if cell.change else "" for cell in cells}
        return kinds.pop() if len(kinds) == 1 else ""

    def name(self, index: int) -> str:
        return self.table.columns[index].field or self.heading(index)

    def heads(self, index: int) -> list[Cell]:
        """The cells of the head over a column."""
        return [cell for line in self.head if (cell := line.own.get(index) or line.lent.get(index))]

    def heading(self, index: int) -> str:
        """What stands over a column, now or else before."""
        new, old = (
            " ".join(filter(None, (side(cell.inlines, of) for cell in self.heads(index)))) for of in ("new", "old")
        )
        return new or old

    def column(self, kind: Kind, index: int) -> Difference:
        heading = self.heads(index)
        old, new = (" ".join(side(cell.inlines, of) for cell in heading) for of in SIDES)
        return Difference(
            kind=kind,
            what=_COLUMNS.get(self.table.role, "column"),
            id=heading[0].id if heading else self.table.id,
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
        cell = self.total.own.get(index) if self.total else None
        if self.total and cell and isinstance(cell.value, Decimal):
            texts = ("", plain_text(cell.inlines)) if is_(cell, "inserted") else (plain_text(cell.inlines), "")
            name = next(iter(self.total.own.values()))
            yield replace(self.cell(index, cell, texts, {}), heading=side(name.inlines, "new"), unit_was="", total=None)

    @property
    def title(self) -> str:
        """What the table is called."""
        return shortened(side(self.table.caption, "new") or side(self.table.caption, "old"))

    def rows(self, without: str = "-") -> Iterator[Difference]:
        """What differs in the rows, but for those of a role, each told behind which it stands if it was moved."""
        before = ""
        for named in named_rows(self.table, self.old_rows):
            row = named.line.row
            if row.role != without:
                for each in self.row(named):
                    here = each.kind == "moved" and each.above_was in ((), self.above)
                    yield replace(each, after=before) if here else each
            if row.change is None or row.change.kind != "deleted":
                before = named.title

    def row(self, named: Named) -> Iterator[Difference]:
        """What of a row differs; nothing for the copy of one that was moved."""
        row = named.line.row
        if row.change and row.change.kind == "deleted" and row.change.of:
            return
        found = tuple(self.cells(named))
        cells = tuple(cell for _, cell in found)
        title = named.title
        if found and all(named.line.own[index].row_span > 1 for index, _ in found):
            title = shortened(named.name)
        base = Difference(
            kind="edited", what=self.what(row), id=row.id, above=self.above, title=title, cells=cells, table=self.title
        )
        if row.change:
            kind = KINDS[row.change.kind]
            was = row.change.of if kind == "moved" else ""
            yield replace(base, kind=kind, was=was, above_was=self.old_rows.above.get(row.id, ()))
        elif cells:
            name = next((each for each in cells if each.is_name and each.old and each.new), None)
            yield replace(base, kind="renamed", old=name.old, new=name.new) if name else base

    def what(self, row: Row) -> What:
        return "total-row" if row.role in _TOTALS else _ROWS.get(self.table.role, "row")

    def cells(self, named: Named) -> Iterator[tuple[int, CellDifference]]:
        """The cells that differ, by their columns, those of added and removed columns left out."""
        row, own = named.line.row, named.line.own
        cells = self.old_rows.cells(self.table.id, row)
        whole = row.change is not None and row.change.kind in ("inserted", "deleted")
        for index, cell in own.items():
            if not whole and index in self.moved:
                texts = (plain_text(own[self.moved[index]].inlines), plain_text(cell.inlines))
                cells = {**cells, texts[0]: own[self.moved[index]]}
            elif (cell.change is not None and not whole) or (not whole and not line_kind(cell.inlines)):
                continue
            else:
                texts = (
                    "" if is_(cell, "inserted") else side(cell.inlines, "old"),
                    "" if is_(cell, "deleted") else side(cell.inlines, "new"),
                )
                lent = (named.lent[of].get(index, "") for of in SIDES)
                spread = tuple(text or above for text, above in zip(texts, lent, strict=True))
                if not whole and spread != texts and spread[0] == spread[1]:
                    continue
            if any(texts) and (texts[0] != texts[1] or index not in self.moved):
                found = self.cell(index, cell, texts, cells)
                if not (index in self.other_units and found.figure and found.figure.difference == 0):
                    yield index, found

    def cell(self, index: int, cell: Cell, texts: tuple[str, str], cells: Mapping[str, Cell]) -> CellDifference:
        old, new = texts
        was = (cell if is_(cell, "deleted") else cells.get(old)) if old else None
        before = was.value if was else None
        after = cell.value if new else None
        unit = was.unit if was and after is None else cell.unit
        column = self.table.columns[index]
        figures = isinstance(before, Decimal) or isinstance(after, Decimal)
        return CellDifference(
            id=cell.id,
            heading=self.heading(index),
            role=column.role or cell.role,
            field=cell.field,
            old=excerpts(old, new)[0],
            new=excerpts(old, new)[1],
            old_value=before,
            new_value=after,
            unit=unit,
            unit_was=was.unit if was and was.unit != unit else "",
            total=self.total_figure(index) if figures else None,
        )

    def total_figure(self, index: int) -> Figure | None:
        """The figure of the last row of totals in a column."""
        cell = self.total.own.get(index) if self.total else None
        if self.total is None or cell is None:
            return None
        new = cell.value if isinstance(cell.value, Decimal) else None
        was = self.old_rows.cells(self.table.id, self.total.row).get(side(cell.inlines, "old"))
        if index in self.moved:
            was = self.total.own[self.moved[index]]
        old = was.value if was and isinstance(was.value, Decimal) else None
        return figure(old, was.unit if was else cell.unit, new, cell.unit)


def _units(table: Table, old_rows: OldRows) -> dict[int, tuple[Units, Sequence[Cell]]]:
    """By the index of a column whose figures are all counted in another unit, the two, and those that are as before."""
    pairs: dict[int, set[Units]] = {}
    same: dict[int, list[Cell]] = {}
    for line in lined(table)[1]:
        before = old_rows.cells(table.id, line.row) if line.row.change is None else {}
        for index, cell in line.own.items():
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
