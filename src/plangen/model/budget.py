"""Budget tables: columns and rows with roles, and the figures that follow from them.

What an author gives are the items; what the roles make computable is computed (`budget_figures`) and nowhere else. A
computable figure that is given all the same is compared with the computed one (`budget_sum_checks`).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from plangen.locale.numbers import parse_number, rounded
from plangen.model.amount import Decimals, Tolerance
from plangen.model.budget_figures import Figure, printed_decimals, reckon
from plangen.model.budget_roles import (
    PERCENT,
    PERCENT_COLUMNS,
    SUM_ROWS,
    Carried,
    ColumnKind,
    ColumnRole,
    RowKind,
    RowRole,
    Sign,
)
from plangen.model.budget_sums import Counted, Sums, column_sums, row_sums, row_terms
from plangen.model.budget_terms import OneTerm, SideOrTerms, Terms
from plangen.model.dates import Year
from plangen.model.notes import Notes
from plangen.model.record import (
    AS_NAMED_RECORDS,
    AS_RECORDS,
    GivenCell,
    Identity,
    PlainText,
    Record,
    Rich,
    choice,
    required,
)
from plangen.model.text import RichText

HEADED_BY = ("kind", "year", "between", "of")
"""Fields of a column that a heading can be made of."""


class BudgetColumn(Record):
    """A column. Without a heading of its own it is headed by its kind and year ("Utfall 2024").

    A closing column is opening plus changes, or what it `sums`; so is a total. A percentage change is that `between`
    two columns; a share is a figure's part `of` the last total of a column. A whereof column is shown and never added
    to another. `unit` where it differs from the table's.
    """

    elsewhere: ClassVar[frozenset[str]] = frozenset({"id"})

    id: str = ""
    heading: Rich = required(RichText(()), unless=HEADED_BY)
    role: Annotated[ColumnRole, choice("column_role")] = "amount"
    kind: Annotated[ColumnKind | Literal[""], choice("column_kind")] = ""
    year: Year = 0
    unit: PlainText = ""
    decimals: Decimals = None
    sums: Terms = None
    between: Terms = None
    of: OneTerm = None

    @property
    def numeric(self) -> bool:
        """Whether the column holds figures."""
        return self.role != "text"

    @property
    def added(self) -> bool:
        """Whether the column's figures can be added to each other."""
        return self.numeric and self.role not in PERCENT_COLUMNS and self.unit.strip() != PERCENT

    def __str__(self) -> str:
        """How messages name the column."""
        return str(self.heading) or self.id


class BudgetRow(Record):
    """A row. A total adds every item above it, a subtotal those since the last sum or group, or what they `sums`.

    Whereof rows and key figures are shown and not added. `sign`: a row with minus is shown as it is and subtracted in
    sums. `unit` and `decimals` are those of a key figure.
    """

    open_cells: ClassVar[bool] = True

    id: Identity = ""
    name: Rich = required(RichText(()))
    role: Annotated[RowRole, choice("row_role")] = "item"
    kind: Annotated[RowKind | Literal[""], choice("row_kind")] = ""
    sign: Annotated[Sign, choice("sign")] = "plus"
    sums: SideOrTerms = None
    unit: PlainText = ""
    decimals: Decimals = None
    cells: tuple[GivenCell, ...] = ()

    @property
    def is_sum(self) -> bool:
        """Whether the row adds others."""
        return self.role in SUM_ROWS

    def given(self, column: str) -> GivenCell | None:
        """What the author wrote in a column."""
        return next((cell for cell in self.cells if cell.key == column), None)

    def number(self, column: str) -> Decimal | None:
        """The figure that the author wrote in a column; None for nothing and for what is no number."""
        cell = self.given(column)
        return parse_number(str(cell.text)) if cell else None


class BudgetTable(Record):
    """A table of figures in one unit.

    `decimals` that figures are printed with; `rounding`: how much a sum that is given may differ from the computed
    one; `income` and `costs`: the sign that rows of that kind carry; `notes` that its cells refer to.
    """

    id: Identity = ""
    title: Rich = required(RichText(()))
    unit: PlainText = ""
    stub_heading: Rich = RichText(())
    remark: Rich = RichText(())
    decimals: Decimals = None
    rounding: Tolerance = None
    income: Annotated[Carried | Literal[""], choice("carried")] = ""
    costs: Annotated[Carried | Literal[""], choice("carried")] = ""
    notes: Notes = ()
    columns: Annotated[tuple[BudgetColumn, ...], AS_NAMED_RECORDS] = required(())
    rows: Annotated[tuple[BudgetRow, ...], AS_RECORDS] = required(())

    @cached_property
    def row_sums(self) -> Sums:
        """What each sum among the rows adds."""
        return row_sums(self.rows)

    @cached_property
    def row_terms(self) -> Mapping[int, tuple[Counted, ...]]:
        """What each row of sums adds and subtracts, whether it names that or not."""
        sums = (index for index, row in enumerate(self.rows) if row.is_sum)
        return MappingProxyType({index: tuple(row_terms(self.rows, self.row_sums, index)) for index in sums})

    @cached_property
    def column_sums(self) -> Sums:
        """What each sum among the columns adds, and what percentages are computed from."""
        return column_sums(self.columns, self.unit)

    @cached_property
    def reckoned(self) -> Mapping[tuple[int, int], Figure]:
        """Every figure by the index of its row and of its column."""
        return reckon(self)

    @cached_property
    def figures(self) -> Mapping[tuple[str, str], Decimal | None]:
        """Every figure as it is shown, by row and column; None where nothing stands."""
        return MappingProxyType(
            {
                (self.rows[row].id, self.columns[column].id): figure.shown
                for (row, column), figure in self.reckoned.items()
            }
        )

    @cached_property
    def is_rounded(self) -> bool:
        """Whether sums may differ from what is printed above them: a given sum is used, or decimals aren't printed."""
        return self.rounding is not None and any(
            figure.rounded or (figure.given is not None and self.loses_decimals(figure.given, row, column))
            for (row, column), figure in self.reckoned.items()
        )

    def decimals_in(self, row: int, column: int) -> int:
        """The decimals that the figure of a row and column is printed with."""
        return self._decimals[row, column]

    def loses_decimals(self, figure: Decimal, row: int, column: int) -> bool:
        """Whether printing a figure there would round it."""
        return figure != rounded(figure, self._decimals[row, column])

    @cached_property
    def _decimals(self) -> Mapping[tuple[int, int], int]:
        return printed_decimals(self)

    def unit_of(self, row: BudgetRow, column: BudgetColumn) -> str:
        """The unit that a row's figure in a column is counted in."""
        if column.role in PERCENT_COLUMNS:
            return PERCENT
        return row.unit or column.unit or self.unit

    def columns_of(self, *roles: ColumnRole) -> tuple[BudgetColumn, ...]:
        """The columns with one of some roles, in order."""
        return tuple(column for column in self.columns if column.role in roles)

    def total_row(self) -> BudgetRow | None:
        """The last total."""
        return next((row for row in reversed(self.rows) if row.role == "total"), None)
