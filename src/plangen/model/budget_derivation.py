"""What a computed figure of a budget table follows from: the other figures of its row or column, by their roles.

The figures themselves are computed in `budget_figures`; this tells of it, by the same rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from plangen.dataclass import dataclass
from plangen.model.budget_roles import PERCENT_COLUMNS

if TYPE_CHECKING:
    from plangen.model.budget import BudgetTable

Derived = Literal["sum", "change", "share"]


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure that another is computed from, by the index of its row and of its column, with its sign."""

    row: int
    column: int
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows from others: a sum of them; the change from the first to the second; the first's share."""

    how: Derived
    of: tuple[Counted, ...]


def derivation(table: BudgetTable, row: int, column: int) -> Derivation | None:
    """What the figure that is shown there follows from; None for one that is given, or where none is shown."""
    figure = table.reckoned.get((row, column))
    if figure is None or figure.shown is None or not figure.computable or figure.rounded:
        return None
    its_row, its_column = table.rows[row], table.columns[column]
    terms = table.column_sums.terms.get(column, ())
    if its_column.role == "share":
        last = max(index for index, each in enumerate(table.rows) if each.role == "total")
        return Derivation("share", (Counted(row, terms[0].index), Counted(last, terms[0].index)))
    if its_column.role in PERCENT_COLUMNS:
        return Derivation("change", tuple(Counted(row, term.index) for term in terms))
    if its_row.is_sum and its_column.added:
        counted = tuple(Counted(term.index, column, term.sign) for term in table.row_terms[row])
    else:
        counted = tuple(Counted(row, term.index, term.sign) for term in terms)
    shown = (each for each in counted if table.reckoned[each.row, each.column].shown is not None)
    return Derivation("sum", tuple(sorted(shown, key=lambda each: (each.row, each.column))))
