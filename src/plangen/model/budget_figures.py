"""Every figure of a budget table: given by its author, or computed from others by the roles of its row and column.

Sums are exact. A percentage is rounded once, to the decimals that it is printed with. A sum that is given and differs
from the computed one by no more than the table's declared rounding is used as it is given, and so counted in other
sums; any other sum is the computed one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from plangen.dataclass import dataclass
from plangen.locale.numbers import EXACT, decimals_of, percent, total
from plangen.model.amount import same_unit
from plangen.model.budget_roles import PERCENT_COLUMNS
from plangen.model.budget_sums import Counted

if TYPE_CHECKING:
    from plangen.model.budget import BudgetColumn, BudgetTable

PERCENT_DECIMALS = 1
"""The decimals of percentages that are computed, where nothing else is said."""

Shown = Callable[[int], Decimal | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of a row and a column: what is given, what follows from others, and what is shown.

    `terms`: how many figures it is computed from. `differs`: what is given can't stand beside what follows.
    """

    given: Decimal | None = None
    computed: Decimal | None = None
    computable: bool = False
    shown: Decimal | None = None
    differs: bool = False
    terms: int = 0

    @property
    def rounded(self) -> bool:
        """Whether the given figure is shown though another follows."""
        return self.computable and self.shown != self.computed


def reckon(table: BudgetTable) -> Mapping[tuple[int, int], Figure]:
    """Every figure of the columns of figures, by the index of its row and of its column."""
    found: dict[tuple[int, int], Figure] = {}
    for column in table.column_sums.order:
        if not table.columns[column].numeric:
            continue
        for row in table.row_sums.order:
            found[row, column] = _figure(table, row, column, found)
    return MappingProxyType(found)


def _figure(table: BudgetTable, row: int, column: int, found: Mapping[tuple[int, int], Figure]) -> Figure:
    its_row, its_column = table.rows[row], table.columns[column]
    given = its_row.number(its_column.id)
    if its_row.role == "group":
        return Figure(given)
    if its_row.role == "key_figure":
        return Figure(given, shown=given)
    if its_column.role in PERCENT_COLUMNS:
        return _percentage(table, row, column, found)
    if its_row.is_sum and its_column.added:
        return _sum(given, table.row_terms[row], lambda other: found[other, column].shown, table.rounding)
    terms = table.column_sums.terms.get(column, ())
    if terms and not its_row.is_sum:
        return _sum(given, terms, lambda other: found[row, other].shown, table.rounding)
    return Figure(given, shown=given)


def _sum(given: Decimal | None, terms: tuple[Counted, ...], shown: Shown, rounding: Decimal | None) -> Figure:
    figures = [(term.sign, figure) for term in terms if (figure := shown(term.index)) is not None]
    computed = total(sign * figure for sign, figure in figures) if figures else None
    off = Decimal(0) if given is None else abs(EXACT.subtract(given, computed or Decimal(0)))
    differs = off > (rounding or Decimal(0))
    used = given if off and not differs else computed
    return Figure(given, computed, computable=True, shown=used, differs=differs, terms=len(figures))


def _percentage(table: BudgetTable, row: int, column: int, found: Mapping[tuple[int, int], Figure]) -> Figure:
    """A figure's change from another, or its share of a total; none of nothing, of zero or across zero."""
    its_column = table.columns[column]
    given = table.rows[row].number(its_column.id)
    part, whole = _part_and_whole(table, row, column, found)
    if part is None or not whole:
        return Figure(given, computable=True, differs=given is not None)
    decimals = percent_decimals(its_column)
    computed = percent(part, whole, decimals)
    differs = given is not None and given != percent(part, whole, min(decimals_of(given), decimals))
    return Figure(given, computed, computable=True, shown=computed, differs=differs)


def _part_and_whole(
    table: BudgetTable, row: int, column: int, found: Mapping[tuple[int, int], Figure]
) -> tuple[Decimal | None, Decimal | None]:
    terms = table.column_sums.terms.get(column, ())
    if table.columns[column].role == "share":
        totals = [index for index, each in enumerate(table.rows) if each.role == "total"]
        if not terms or not totals:
            return None, None
        of = terms[0].index
        return found[row, of].shown, found[totals[-1], of].shown
    if len(terms) != len(("from", "to")):
        return None, None
    before, after = (found[row, term.index].shown for term in terms)
    if before is None or after is None or before * after < 0:
        return None, None
    return EXACT.subtract(after, before), before


def percent_decimals(column: BudgetColumn) -> int:
    """The decimals of a column of percentages that are computed."""
    return PERCENT_DECIMALS if column.decimals is None else column.decimals


def printed_decimals(table: BudgetTable) -> Mapping[tuple[int, int], int]:
    """The decimals that each figure is printed with: those declared, else as many as the figure with the most has.

    That is among the column's figures, or those of a key figure's row. What the table declares is for its own unit.
    """
    amounts = [at for at, column in enumerate(table.columns) if column.numeric and column.role not in PERCENT_COLUMNS]
    shown = {place: figure.shown for place, figure in table.reckoned.items()}
    others = [at for at, row in enumerate(table.rows) if row.role != "key_figure"]
    by_column = {at: _most(shown[row, at] for row in others) for at in amounts}
    by_row = {
        at: _most(shown[at, column] for column in amounts)
        for at, row in enumerate(table.rows)
        if row.role == "key_figure"
    }

    def decimals(row: int, column: int) -> int:
        its_row, its_column = table.rows[row], table.columns[column]
        if column not in by_column:
            return percent_decimals(its_column)
        if row in by_row:
            return by_row[row] if its_row.decimals is None else its_row.decimals
        declared = its_column.decimals
        if declared is None and same_unit(its_column.unit or table.unit, table.unit):
            declared = table.decimals
        return by_column[column] if declared is None else declared

    return MappingProxyType({place: decimals(*place) for place in shown})


def _most(figures: Iterable[Decimal | None]) -> int:
    return max((decimals_of(figure) for figure in figures if figure is not None), default=0)
