"""Budget tables: columns and rows with roles, and the figures that follow from them.

What an author gives are the items; what the roles make computable is computed here and nowhere else. A computable
figure that is given all the same is compared with the computed one (`plangen.model.checks`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from plangen.locale.numbers import parse_number
from plangen.model.record import AS_NAMED_RECORDS, AS_RECORDS, GivenCell, PlainText, Record, Rich, choice, required
from plangen.model.text import RichText

ColumnRole = Literal["amount", "opening", "change", "closing", "whereof", "text"]
RowRole = Literal["item", "group", "subtotal", "total", "whereof"]


class BudgetColumn(Record):
    """A column. A closing column is opening plus changes; a whereof column is shown and never added to another."""

    elsewhere: ClassVar[frozenset[str]] = frozenset({"id"})

    id: str = ""
    heading: Rich = required(RichText(()))
    role: Annotated[ColumnRole, choice("column_role")] = "amount"

    @property
    def numeric(self) -> bool:
        """Whether the column holds figures."""
        return self.role != "text"


class BudgetRow(Record):
    """A row. A total adds every item, a subtotal those since the last group or subtotal; a whereof row is not added."""

    open_cells: ClassVar[bool] = True

    id: PlainText = ""
    name: Rich = required(RichText(()))
    role: Annotated[RowRole, choice("row_role")] = "item"
    cells: tuple[GivenCell, ...] = ()

    def given(self, column: str) -> GivenCell | None:
        """What the author wrote in a column."""
        return next((cell for cell in self.cells if cell.key == column), None)

    def number(self, column: str) -> Decimal | None:
        """The figure that the author wrote in a column; None for nothing and for what is no number."""
        cell = self.given(column)
        return parse_number(str(cell.text)) if cell else None


class BudgetTable(Record):
    """A table of figures in one unit."""

    id: PlainText = ""
    title: Rich = required(RichText(()))
    unit: PlainText = ""
    stub_heading: Rich = RichText(())
    remark: Rich = RichText(())
    columns: Annotated[tuple[BudgetColumn, ...], AS_NAMED_RECORDS] = required(())
    rows: Annotated[tuple[BudgetRow, ...], AS_RECORDS] = required(())

    @cached_property
    def figures(self) -> Mapping[tuple[str, str], Decimal | None]:
        """Every figure by row and column, given or computed; None where nothing stands."""
        found: dict[tuple[str, str], Decimal | None] = {}
        for column in (each for each in self.columns if each.numeric):
            items = {index: self._figure(row, column) for index, row in enumerate(self.rows)}
            for index, row in enumerate(self.rows):
                sums = row.role in ("total", "subtotal")
                figure = _sum(items[each] for each in self._added(index)) if sums else items[index]
                found[row.id, column.id] = figure
        return MappingProxyType(found)

    def decimals(self, column: BudgetColumn) -> int:
        """The decimals of a column's figures: as many as the figure with the most has."""
        figures = (self.figures[row.id, column.id] for row in self.rows)
        return max((-int(figure.as_tuple().exponent) for figure in figures if figure is not None), default=0)

    def computable(self, row: BudgetRow, column: BudgetColumn) -> bool:
        """Whether a figure follows from others."""
        return row.role in ("total", "subtotal") or (column.role == "closing" and row.role != "group")

    def columns_of(self, *roles: ColumnRole) -> tuple[BudgetColumn, ...]:
        """The columns with one of some roles, in order."""
        return tuple(column for column in self.columns if column.role in roles)

    def total_row(self) -> BudgetRow | None:
        """The row that adds every item."""
        return next((row for row in self.rows if row.role == "total"), None)

    def _figure(self, row: BudgetRow, column: BudgetColumn) -> Decimal | None:
        """The figure of a row that isn't the sum of others."""
        if row.role in ("group", "total", "subtotal"):
            return None
        if column.role == "closing":
            parts = self.columns_of("opening", "change")
            return _sum(row.number(part.id) for part in parts) if parts else row.number(column.id)
        return row.number(column.id)

    def _added(self, index: int) -> Iterator[int]:
        """The items that a total or subtotal at an index adds."""
        if self.rows[index].role == "total":
            yield from (other for other, row in enumerate(self.rows) if row.role == "item")
            return
        for other in range(index - 1, -1, -1):
            role = self.rows[other].role
            if role in ("group", "subtotal"):
                return
            if role == "item":
                yield other


def _sum(numbers: Iterator[Decimal | None]) -> Decimal | None:
    present = [number for number in numbers if number is not None]
    return sum(present, Decimal(0)) if present else None
