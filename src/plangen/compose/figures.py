"""Figures with their units, as expressions reckon with them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import EXACT, MINUS, NO_BREAK_SPACE, print_number
from plangen.locale.units import MoneyUnit
from plangen.model.amount import convert, same_unit


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A figure with its unit. Sums and differences keep the unit of the first.

    `decimals` are those that a table prints it with; None for as many as it has, as of what has been reckoned with.
    """

    value: Decimal
    unit: str
    locale: str
    decimals: int | None = None

    def __add__(self, other: object) -> FigureValue:
        return self._combined(other, 1)

    def __sub__(self, other: object) -> FigureValue:
        return self._combined(other, -1)

    def __str__(self) -> str:
        return print_number(self.value, self.locale, self.decimals)

    def in_unit(self, unit: MoneyUnit, words: Catalogue) -> str:
        """The figure as it is printed in a unit of money, with the unit. UnitError where it can't be."""
        same = same_unit(self.unit, unit.key)
        value = convert(self.value, self.unit, unit.key)
        number = print_number(abs(value), words.babel, self.decimals if same else None)
        below = MINUS if value < 0 else ""
        return below + words.amounts[unit.key].format(number=number).replace(" ", NO_BREAK_SPACE)

    def _combined(self, other: object, sign: int) -> FigureValue:
        if not isinstance(other, FigureValue):
            raise TypeError(str(other))
        there = other.value if same_unit(other.unit, self.unit) else convert(other.value, other.unit, self.unit)
        return FigureValue(EXACT.add(self.value, sign * there), self.unit, self.locale)
