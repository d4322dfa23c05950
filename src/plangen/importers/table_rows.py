"""What the rows of a sheet's table are: items, groups, sums of those above, and parts of which a row consists.

A sum is known by its name, by bold type or by its figures, and each is held against the items above it. What it was
known by is told, so that nothing is guessed in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, error, warning
from plangen.importers.sheet import Sheet, SheetCell
from plangen.importers.yaml_text import figure
from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import words
from plangen.model.budget_roles import RowRole

Named = tuple[SheetCell, Mapping[int, SheetCell]]

FEWEST_ADDED = 2
"""Rows above that a sum must add to be known by its figures alone."""


def _starting(table: str) -> re.Pattern[str]:
    found = sorted({word for language in LANGUAGES for word in words(table, language)}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, found))})\b", re.IGNORECASE)


_SUM = _starting("sheet_sum")
_STARS = re.compile(r"(\*{1,9})\s*(?=\w)")
"""What SAP has before the name of a sum, one for each level."""

WHEREOF = _starting("sheet_whereof")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its name, the cell that it stands in, its role, and its filled cells by column."""

    name: str
    cell: SheetCell
    role: RowRole
    cells: Mapping[int, SheetCell]
    group: str = ""


def read_rows(
    sheet: Sheet, columns: Sequence[int], dashed: frozenset[int], named: Sequence[Named]
) -> tuple[tuple[SheetRow, ...], tuple[Diagnostic, ...]]:
    """The rows of a table with their roles, each given by the cell of its name and its other filled cells.

    `columns` are those of figures, `dashed` the rows with a dash for one.
    """
    reader = _RowReader(sheet, columns, dashed)
    return reader.read(named), tuple(reader.found)


@dataclass(slots=True)
class _RowReader:
    """Rows in order; `found` gathers faults and what was guessed."""

    sheet: Sheet
    columns: Sequence[int]
    dashed: frozenset[int]
    found: list[Diagnostic] = field(default_factory=list)
    rows: list[SheetRow] = field(default_factory=list)
    group: str = ""

    def read(self, named: Sequence[Named]) -> tuple[SheetRow, ...]:
        last = max((index for index, (cell, cells) in enumerate(named) if cells or cell.row in self.dashed), default=-1)
        for cell, _ in named[last + 1 :]:
            self.found.append(warning("import-line-left-out", self.sheet.place(cell), text=cell.text))
        for index, (cell, cells) in enumerate(named[: last + 1]):
            role = self.role(cell, cells, any(_counts(*each) for each in named[index + 1 : last + 1]))
            self.group = cell.text if role == "group" else self.group
            name = cell.text if role not in ("total", "subtotal") else _STARS.sub("", cell.text, 1)
            self.rows.append(SheetRow(name, cell, role, cells, self.group))
        self.above()
        return tuple(self.rows)

    def above(self) -> None:
        """Tells of a first row that has the sums of those below it, which isn't known as a sum."""
        items = [row for row in self.rows if row.role == "item"]
        if len(items) <= FEWEST_ADDED:
            return
        first, *others = items
        filled = any(_figure(first.cells, each) for each in self.columns)
        if filled and all(_figure(first.cells, each) == _sum(others, each) for each in self.columns):
            self.found.append(warning("import-sum-above", self.sheet.place(first.cell), row=first.name))

    def role(self, cell: SheetCell, cells: Mapping[int, SheetCell], more_below: bool) -> RowRole:
        if not cells:
            return "item" if cell.row in self.dashed else "group"
        if WHEREOF.match(cell.text):
            return "whereof"
        named = bool(_SUM.match(cell.text) or _STARS.match(cell.text))
        kinds: tuple[RowRole, ...] = ("subtotal", "total") if more_below else ("total", "subtotal")
        for kind in kinds:
            if self.fits(kind, cells, named):
                if not named:
                    code = "import-sum-bold" if cell.bold else "import-sum-guessed"
                    self.found.append(warning(code, self.sheet.place(cell), row=cell.text))
                return kind
        if named:
            self.differing(cell, cells, kinds[0])
            return kinds[0]
        if cell.bold and self.rows:
            self.found.append(warning("import-bold-item", self.sheet.place(cell), row=cell.text))
        return "item"

    def fits(self, kind: RowRole, cells: Mapping[int, SheetCell], named: bool) -> bool:
        """Whether a row's figures are the sums. One that isn't called a sum must have them all, of several rows."""
        added = tuple(self.added(kind))
        if not added or not any(_figure(cells, column) for column in self.columns):
            return False
        columns = [each for each in self.columns if each in cells] if named else self.columns
        fitting = all(_figure(cells, each) == _sum(added, each) for each in columns if _readable(each, cells, added))
        return fitting and (named or len(added) >= FEWEST_ADDED)

    def added(self, kind: RowRole) -> Iterator[SheetRow]:
        """The items above that a total or subtotal adds."""
        for row in reversed(self.rows):
            if row.role == "item":
                yield row
            elif kind == "subtotal" and row.role in ("group", "subtotal", "total"):
                return

    def differing(self, cell: SheetCell, cells: Mapping[int, SheetCell], kind: RowRole) -> None:
        """Reports each figure of a sum that isn't the sum; not where a cell is unreadable, which is the cause."""
        added = tuple(self.added(kind))
        for column in (each for each in self.columns if each in cells and _readable(each, cells, added)):
            given, computed = _figure(cells, column), _sum(added, column)
            if given != computed:
                self.found.append(
                    error(
                        "import-sum-differs",
                        self.sheet.place(cells[column]),
                        row=cell.text,
                        given=figure(given, ""),
                        computed=figure(computed, ""),
                        difference=figure(given - computed, ""),
                    )
                )


def _counts(cell: SheetCell, cells: Mapping[int, SheetCell]) -> bool:
    """Whether a row has figures of its own, and isn't a part of another."""
    return bool(cells) and not WHEREOF.match(cell.text)


def _readable(column: int, cells: Mapping[int, SheetCell], added: Sequence[SheetRow]) -> bool:
    """Whether all that a column's sum is made of, and the sum itself, are figures."""
    filled = [each[column] for each in (cells, *(row.cells for row in added)) if column in each]
    return all(not each.fault and not each.percent and each.number is not None for each in filled)


def _figure(cells: Mapping[int, SheetCell], column: int) -> Decimal:
    return (cells[column].number if column in cells else None) or Decimal(0)


def _sum(rows: Sequence[SheetRow], column: int) -> Decimal:
    return sum((_figure(row.cells, column) for row in rows), Decimal(0))
