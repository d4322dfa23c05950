"""Figures with their units, as expressions reckon with them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plangen.locale.numbers import NO_BREAK_SPACE, print_number
from plangen.model.amount import convert


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A figure with its unit. Sums and differences keep the unit of the first."""

    value: Decimal
    unit: str
    locale: str

    def __add__(self, other: object) -> FigureValue:
        return self._combined(other, 1)

    def __sub__(self, other: object) -> FigureValue:
        return self._combined(other, -1)

    def __str__(self) -> str:
        return print_number(self.value, self.locale)

    def in_unit(self, unit: str) -> str:
        """The figure as it is printed in a unit of money, with the unit."""
        return f"{print_number(convert(self.value, self.unit, unit), self.locale)}{NO_BREAK_SPACE}{unit}"

    def _combined(self, other: object, sign: int) -> FigureValue:
        if not isinstance(other, FigureValue):
            raise TypeError(str(other))
        there = other.value if other.unit == self.unit else convert(other.value, other.unit, self.unit)
        return FigureValue(self.value + sign * there, self.unit, self.locale)
