"""Figures of a table that can't be right beside their neighbours: a group of digits too many or too few.

A figure is held against those of its own row in the columns of other years, which are mostly of one size; where it has
too few of those, against the only one, as other rows are against theirs, and against the figures of its column. There
rows may truly differ, so a figure must be a thousand times what the others are, be written as one in a smaller unit is
(with three zeros more, or with decimals), and have something else that speaks against it: a change of its row that is
nothing to it, the plan's frame that is less, or many others. Changes, parts and percentages are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from plangen.diagnostics import Diagnostic, warning
from plangen.locale.catalogue import catalogue
from plangen.locale.numbers import EXACT, print_number
from plangen.locale.units import money_unit
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.plan import Plan
from plangen.model.rules.reviewed import Reviewed

YEARLY = frozenset({"amount", "opening", "closing"})
"""Roles of columns whose figures are of one size from year to year."""

FEWEST = 2
FEWEST_FOR_TEN = 3
"""Other figures of a row, at least, that show what size its figures are."""

FEWEST_ALONE = 3
"""Other figures of a column, at least, where nothing else speaks against one."""

ALIKE = Decimal(5)
ALIKE_FOR_TEN = Decimal("1.5")
ALIKE_IN_COLUMN = Decimal(10)
ALIKE_WITH_CHANGES = Decimal(100)
"""The largest of those is at most so many times the least."""

STEADY = Decimal(3)
"""Other rows differ from one year to the other by this factor at most."""

THOUSAND = (Decimal(250), Decimal(4000))
TEN = (Decimal(8), Decimal("12.5"))
"""How many times a figure is another of which a group of digits, or one digit, was forgotten."""

SURE = (Decimal(500), Decimal(2000))
"""How many times, where there is only one other."""

ZEROS = 3
NOTHING = Decimal(50)
"""A row's change is nothing to its figure where that of each other row is so many times as much of its own."""


def figure_sizes(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """The figures of the plan's tables that seem to be a thousand times, or ten times, too much or too little."""
    locale = catalogue(reviewed.plan.language).babel
    for table in reviewed.plan.tables:
        columns = [each for each in table.columns if each.role in YEARLY]
        told: set[tuple[str, str]] = set()
        for row in table.rows:
            if row.role in ("item", "whereof", "key_figure"):
                for column, others, times in _in_row(table, row, columns):
                    told.add((row.id, column.id))
                    yield _told("figure-size", row, column, times, others, locale)
        for column in columns:
            for row, others in _in_column(table, column, reviewed.plan):
                if (row.id, column.id) not in told:
                    yield _told("figure-size-column", row, column, 1000, others, locale)


def _told(
    code: str, row: BudgetRow, column: BudgetColumn, times: int, others: Sequence[Decimal], locale: str
) -> Diagnostic:
    cell, number = row.given(column.id), row.number(column.id) or Decimal(0)
    return warning(
        code,
        cell.place if cell else row.location,
        figure=print_number(number, locale),
        row=row.name,
        column=column,
        times=times,
        others=", ".join(print_number(each, locale) for each in others),
    )


def _in_row(
    table: BudgetTable, row: BudgetRow, columns: Sequence[BudgetColumn]
) -> Iterator[tuple[BudgetColumn, list[Decimal], int]]:
    """A figure far from all others of its row is likely missing digits, or has too many."""
    given = _row(row, columns)
    for column in columns:
        others = [number for name, number in given.items() if name != column.id]
        if column.id not in given or table.unit_of(row, column) != table.unit_of(row, columns[0]):
            continue
        times = _times(given[column.id], others)
        if not times and len(others) == 1 and _is_alone(table, row, column, columns, given):
            times = 1000
        if times:
            yield column, others, times


def _row(row: BudgetRow, columns: Sequence[BudgetColumn]) -> dict[str, Decimal]:
    """The figures of a row that its author gave, but for nothing, without their signs."""
    return {each.id: abs(number) for each in columns if (number := row.number(each.id))}


def _times(figure: Decimal, others: Sequence[Decimal]) -> int:
    """How many times too large or too small a figure seems: 1000, 10 or, for none, 0."""
    if len(others) < FEWEST:
        return 0
    middle = sorted(others)[len(others) // 2]
    ratio = max(figure / middle, middle / figure)
    spread = max(others) / min(others)
    if spread <= ALIKE and THOUSAND[0] <= ratio <= THOUSAND[1]:
        return 1000
    if len(others) >= FEWEST_FOR_TEN and spread <= ALIKE_FOR_TEN and TEN[0] <= ratio <= TEN[1]:
        return 10
    return 0


def _is_alone(
    table: BudgetTable,
    row: BudgetRow,
    column: BudgetColumn,
    columns: Sequence[BudgetColumn],
    given: Mapping[str, Decimal],
) -> bool:
    """Whether of two figures of a row this is the one that is off, where all other rows have two alike."""
    one, other = given[column.id], next(number for name, number in given.items() if name != column.id)
    if not SURE[0] <= max(one / other, other / one) <= SURE[1]:
        return False
    rest = [_row(each, columns) for each in table.rows if each.role == "item" and each is not row]
    pairs = [
        (own[column.id], sum(own.values()) - own[column.id])
        for own in rest
        if len(own) == 2 and own.keys() == given.keys()
    ]
    if len(pairs) < FEWEST or any(max(a / b, b / a) > STEADY for a, b in pairs):
        return False
    middle = sorted(mine for mine, _ in pairs)[len(pairs) // 2]
    return max(one / middle, middle / one) > max(other / middle, middle / other)


def _in_column(table: BudgetTable, column: BudgetColumn, plan: Plan) -> Iterator[tuple[BudgetRow, list[Decimal]]]:
    """The figures that seem to be of another unit than the others of their column, which they are set beside."""
    unit = money_unit(table.unit)
    given = {
        row.id: (row, abs(number))
        for row in table.rows
        if row.role == "item" and (number := row.number(column.id)) and table.unit_of(row, column) == table.unit
    }
    for row, figure in given.values() if unit else ():
        others = [number for other, number in given.values() if other is not row]
        if len(others) < FEWEST or max(others) > min(others) * ALIKE_WITH_CHANGES or _is_confirmed(table, row, column):
            continue
        larger = _lies_among(figure / 1000, others) and _last(figure) - ZEROS >= min(map(_last, others))
        smaller = _lies_among(figure * 1000, others) and _last(figure) < 0 <= min(map(_last, others))
        if (larger or smaller) and _speaks_against(
            table, column, row, [each for each, _ in given.values()], plan, larger
        ):
            yield row, others


def _lies_among(figure: Decimal, others: Sequence[Decimal]) -> bool:
    return min(others) / 2 <= figure <= max(others) * 2


def _last(figure: Decimal) -> int:
    """The power of ten of the last digit that isn't a zero: 2 of 27 400, −1 of 12,3."""
    exponent = figure.normalize(EXACT).as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _is_confirmed(table: BudgetTable, row: BudgetRow, column: BudgetColumn) -> bool:
    """Whether another year of the row is of the same size."""
    given = _row(row, [each for each in table.columns if each.role in YEARLY])
    own = given.pop(column.id)
    return any(max(own / other, other / own) <= ALIKE for other in given.values())


def _speaks_against(
    table: BudgetTable, column: BudgetColumn, row: BudgetRow, rows: Sequence[BudgetRow], plan: Plan, larger: bool
) -> bool:
    """Whether something beside its column says that a figure is too large (or too small)."""
    changes = {each.id: _changed(table, each, column) for each in rows}
    others = [change for name, change in changes.items() if name != row.id]
    if (own := changes[row.id]) and all(others):
        least, most = min(map(Decimal, others)), max(map(Decimal, others))
        return own * NOTHING < least if larger else own > most * NOTHING
    rest = [abs(each.number(column.id) or Decimal(0)) for each in rows if each is not row]
    if max(rest) > min(rest) * ALIKE_IN_COLUMN:
        return False
    if larger and plan.frame and table.id != plan.frame.table:
        return _is_more_than_frame(table, row, column, plan)
    return len(others) >= FEWEST_ALONE


def _changed(table: BudgetTable, row: BudgetRow, column: BudgetColumn) -> Decimal:
    """How much of a row's figure its changes are; 0 where it has none."""
    changes = sum((abs(row.number(each.id) or Decimal(0)) for each in table.columns_of("change")), Decimal(0))
    return EXACT.divide(changes, abs(row.number(column.id) or Decimal(1)))


def _is_more_than_frame(table: BudgetTable, row: BudgetRow, column: BudgetColumn, plan: Plan) -> bool:
    own, frame = money_unit(table.unit), money_unit(plan.frame.unit) if plan.frame else None
    if own is None or frame is None or plan.frame is None or own.currency != frame.currency:
        return False
    return abs(row.number(column.id) or Decimal(0)) * own.factor > abs(plan.frame.amount) * frame.factor
