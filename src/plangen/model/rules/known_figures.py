"""Every figure of money that a plan holds, in the currency's own unit, and which of them an amount in a text may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Literal

from plangen.dataclass import dataclass
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import EXACT, MINUS, print_number
from plangen.locale.units import MoneyUnit, money_unit
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.plan import Plan
from plangen.model.rules.written_amounts import WrittenAmount, printed_money


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A figure of a table, or of the frame, which has neither table, row nor column.

    `value`: so many of the currency's own unit, without the sign; `shown`: as the table has it, in its unit. `planned`:
    the plan's year, which the frame is for.
    """

    value: Decimal
    shown: Decimal
    unit: MoneyUnit
    table: BudgetTable | None = None
    row: BudgetRow | None = None
    column: BudgetColumn | None = None
    planned: int = 0

    @property
    def whole(self) -> bool:
        """Whether it is the frame, or a sum of rows: what a text means that says no more than an amount."""
        return self.row is None or self.row.is_sum

    @property
    def signed(self) -> Decimal:
        """So many of the currency's own unit, with the sign."""
        return self.value if self.shown > 0 else -self.value

    @property
    def aside(self) -> bool:
        """Whether its column has changes, differences or parts of others, which a text means only where it says so."""
        if self.column is None:
            return False
        return self.column.role in ("change", "whereof") or len({each.sign for each in self.column.sums or ()}) > 1

    @property
    def year(self) -> int:
        """The year that its column is for, or the frame; 0 where that isn't known."""
        return self.column.year if self.column else self.planned

    def printed(self, words: Catalogue) -> str:
        """The figure as messages have it, with the decimals that its author gave it."""
        number = print_number(abs(self.shown), words.babel)
        return (MINUS if self.shown < 0 else "") + words.amounts[self.unit.key].format(number=number)

    def differs_from(self, amount: WrittenAmount, words: Catalogue) -> str:
        """How far an amount is from the figure, in the figure's unit."""
        return printed_money(abs(EXACT.subtract(self.value, amount.value)), self.unit, words)

    def is_amount(self, amount: WrittenAmount) -> bool:
        """Whether an amount is the figure, or the figure rounded to the digits that the amount is written with."""
        return self.unit.currency == amount.unit.currency and rounds(amount, self.value)

    def distance(self, amount: WrittenAmount) -> Decimal:
        """How far an amount is from the figure, as a part of the figure, which is not 0."""
        return EXACT.divide(abs(EXACT.subtract(self.value, amount.value)), self.value)


def rounds(amount: WrittenAmount, value: Decimal) -> bool:
    """Whether an amount is a value, or the value rounded as the filters of expressions do it: a half away from zero."""
    low, high = _rounded_by(amount)
    return low <= value < high or (amount.inexact and value == high)


def _rounded_by(amount: WrittenAmount) -> tuple[Decimal, Decimal]:
    """The least value that rounds to an amount, and the least beyond that does not."""
    half = _step(amount) / 2
    return amount.value - half, amount.value + half


def _step(amount: WrittenAmount) -> Decimal:
    """What an amount is rounded to: its last digit, or where it is inexact the last that isn't a zero."""
    if not amount.inexact:
        return amount.step
    whole = str(amount.value.to_integral_value())
    return max(amount.step, Decimal(10) ** (len(whole) - len(whole.rstrip("0"))))


def known_figures(plan: Plan) -> Iterator[KnownFigure]:
    """The frame, and the figures of money of each table. Nothing and zero can't be told from other amounts."""
    if plan.frame and (unit := money_unit(plan.frame.unit)) and plan.frame.amount:
        yield KnownFigure(_value(plan.frame.amount, unit), plan.frame.amount, unit, planned=plan.year)
    for table in plan.tables:
        for (at_row, at_column), figure in table.reckoned.items():
            row, column = table.rows[at_row], table.columns[at_column]
            unit = money_unit(table.unit_of(row, column))
            if figure.shown and unit:
                yield KnownFigure(_value(figure.shown, unit), figure.shown, unit, table, row, column)


def _value(figure: Decimal, unit: MoneyUnit) -> Decimal:
    return abs(EXACT.multiply(figure, Decimal(unit.factor)))


class KnownValues:
    """The values of figures in order, to ask whether an amount is any of them."""

    def __init__(self, figures: Iterable[KnownFigure]) -> None:
        by_currency: dict[str, list[Decimal]] = {}
        for each in figures:
            by_currency.setdefault(each.unit.currency, []).append(each.value)
        self._values = {currency: sorted(values) for currency, values in by_currency.items()}

    def __contains__(self, amount: WrittenAmount) -> bool:
        """Whether an amount is one of the figures, as `is_amount` has it."""
        values, (low, _) = self._values.get(amount.unit.currency, []), _rounded_by(amount)
        first = bisect_left(values, low)
        return first < len(values) and rounds(amount, values[first])


def nearest_figure(amount: WrittenAmount, figures: Iterable[KnownFigure]) -> KnownFigure | None:
    """The figure that an amount differs least from, as a part of the figure; the first of those alike."""
    own = [each for each in figures if each.unit.currency == amount.unit.currency]
    return min(own, key=lambda each: each.distance(amount), default=None)


Combination = tuple[KnownFigure, Literal["+", "-"], KnownFigure]
"""Two figures, added, or the second taken from the first."""


def combined(amount: WrittenAmount, figures: Sequence[KnownFigure], *, within_rows: bool = True) -> Combination | None:
    """The two figures of one column of a table, or of one row, that an amount is the sum or the difference of."""
    lines: dict[tuple[str, str, str], list[KnownFigure]] = {}
    for each in figures:
        if each.table and each.row and each.column and each.unit.currency == amount.unit.currency:
            if within_rows:
                lines.setdefault((each.table.id, "row", each.row.id), []).append(each)
            lines.setdefault((each.table.id, "column", each.column.id), []).append(each)

    def makes(value: Decimal) -> bool:
        return rounds(amount, value) if amount.digits > FEWEST_DIGITS else value == amount.value

    for one, other in (pair for line in lines.values() for pair in combinations(line, 2)):
        if makes(abs(one.signed + other.signed)):
            return one, "+", other
        if makes(abs(one.signed - other.signed)):
            return (one, "-", other) if one.signed > other.signed else (other, "-", one)
    return None


FEWEST_DIGITS = 2
"""So few digits are those of many sums by chance, and only an exact one is then taken for what is meant."""
