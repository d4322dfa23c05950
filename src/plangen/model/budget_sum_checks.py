"""Rules of figures: a figure that is given though it follows is the one that follows, within the declared rounding.

And signs are as the table declares them, and no decimals are lost in print.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from plangen.diagnostics import Diagnostic, Location, error, warning
from plangen.locale.catalogue import catalogue
from plangen.locale.numbers import EXACT, decimals_of, print_number
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.budget import BudgetTable
from plangen.model.budget_figures import Figure
from plangen.model.budget_roles import PERCENT_COLUMNS
from plangen.model.budget_sums import row_terms

SIGNED = frozenset({"amount", "opening", "closing"})
"""Roles of columns whose figures have the sign that is declared; a change or a deviation may have either."""


def check_sums(table: BudgetTable, language: str) -> Iterator[Diagnostic]:
    """What the rules find in the figures of a table without faults of form."""
    locale = catalogue(language).babel
    for (row, column), figure in sorted(table.reckoned.items()):
        given = figure.given
        if figure.differs:
            yield _differs(table, (row, column), locale)
        elif given is not None and table.rounding is None and table.loses_decimals(given, row, column):
            place, decimals = _place(table, row, column), table.decimals_in(row, column)
            yield error("decimals-lost", place, text=print_number(given, locale), decimals=decimals)
    yield from _shares(table)
    yield from _signs(table, language)


def _place(table: BudgetTable, row: int, column: int) -> Location:
    cell = table.rows[row].given(table.columns[column].id)
    return cell.place if cell else table.rows[row].location


def _differs(table: BudgetTable, at: tuple[int, int], locale: str) -> Diagnostic:
    row, column, figure, place = table.rows[at[0]], table.columns[at[1]], table.reckoned[at], _place(table, *at)
    given = figure.given or Decimal(0)
    if column.role in PERCENT_COLUMNS and figure.computed is None:
        return error("percent-of-nothing", place, row=row.name, column=column, given=print_number(given, locale))
    computed = figure.computed or Decimal(0)
    difference = EXACT.subtract(given, computed)
    said: dict[str, object] = {
        "row": row.name,
        "column": column,
        "given": print_number(given, locale),
        "computed": print_number(computed, locale),
        "difference": print_number(difference, locale),
    }
    if column.role in PERCENT_COLUMNS:
        return error("row-differs", place, **said)
    if table.rounding is not None:
        said["rounding"] = print_number(table.rounding, locale)
        return error("column-beyond-rounding" if row.is_sum else "row-beyond-rounding", place, **said)
    if abs(difference) <= _rounding(figure, max(table.decimals_in(*at), decimals_of(given))):
        tolerance = print_number(abs(difference), locale)
        return error(
            "column-perhaps-rounded" if row.is_sum else "row-perhaps-rounded", place, tolerance=tolerance, **said
        )
    return error("column-differs" if row.is_sum else "row-differs", place, **said)


def _rounding(figure: Figure, decimals: int) -> Decimal:
    """How much a sum may be off because what it adds is rounded: half a unit of the last decimal for each."""
    return EXACT.multiply(Decimal(figure.terms).scaleb(-decimals), Decimal("0.5"))


def _shares(table: BudgetTable) -> Iterator[Diagnostic]:
    """A share is of a total that there is, and of something."""
    total = table.total_row()
    for column in table.columns_of("share"):
        if total is None:
            yield error("share-without-total", column.location, column=column)
        elif column.of and not table.figures.get((total.id, column.of.name)):
            yield warning("share-of-zero", column.place("of"), column=column, of=column.of.name)


def _signs(table: BudgetTable, language: str) -> Iterator[Diagnostic]:
    kinds, signs, keys = terms("row_kind", language), terms("carried", language), terms(KEYS, language)
    carried = {"income": table.income, "cost": table.costs}
    fields = {"income": "income", "cost": "costs"}
    locale = catalogue(language).babel
    for index, row in enumerate(table.rows):
        if not row.kind:
            continue
        if not carried[row.kind]:
            key = keys[fields[row.kind]]
            yield warning("sign-undeclared", row.place("kind"), kind=kinds[row.kind], key=key)
            continue
        for at, column in enumerate(table.columns):
            figure = table.reckoned[index, at].shown if column.role in SIGNED else None
            if figure and (figure > 0) != (carried[row.kind] == "positive"):
                yield error(
                    "sign-differs",
                    _place(table, index, at),
                    row=row.name,
                    column=column,
                    figure=print_number(figure, locale),
                    key=keys[fields[row.kind]],
                    sign=signs[carried[row.kind]],
                )
    yield from _added_kinds(table)


def _added_kinds(table: BudgetTable) -> Iterator[Diagnostic]:
    """A sum takes income and costs from each other: by the signs of the figures, or by those of the rows."""
    carried = {"income": table.income, "cost": table.costs}
    for index, row in enumerate(table.rows):
        if not row.is_sum:
            continue
        counted: dict[str, set[int]] = {"income": set(), "cost": set()}
        for term in row_terms(table.rows, table.row_sums, index):
            kind = table.rows[term.index].kind
            if kind and carried[kind]:
                counted[kind].add(term.sign if carried[kind] == "positive" else -term.sign)
        if counted["income"] & counted["cost"]:
            yield error("kinds-added", row.place("role"), row=row.name)
