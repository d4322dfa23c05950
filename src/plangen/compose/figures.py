"""Figures with their units, as expressions reckon with them, and fields of the plan: each knows what it is made of."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from typing import TypeAlias

from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.document.figures import Operation
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import EXACT, MINUS, NO_BREAK_SPACE, decimals_of, percent, print_number, print_percent
from plangen.locale.units import MoneyUnit, money_unit, printed_unit
from plangen.model.amount import convert, same_unit
from plangen.model.budget import BudgetTable
from plangen.model.budget_roles import PERCENT
from plangen.model.text import RichText

PERCENT_DECIMALS = 1
"""The decimals of a percentage that an expression asks for without saying how many."""


class PercentError(ValueError):
    """A percentage of nothing, or of an amount on the other side of zero."""


class NotFigureError(TypeError):
    """A text, or a number alone, where an expression reckons with a figure of the plan."""


@dataclass(frozen=True, slots=True)
class CellOrigin:
    """The figure of a budget table, by the indexes of its row and its column."""

    table: BudgetTable
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class FieldOrigin:
    """A field of the plan: its name in expressions, what it belongs to (nothing, of the plan itself), place and text.

    `value` in `unit` is that of a figure.
    """

    name: str
    owner: RichText | None
    location: Location
    text: str = ""
    value: Decimal | None = None
    unit: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """What a value of this field alone is made of."""
        return (Part(self),)


@dataclass(frozen=True, slots=True)
class StepOrigin:
    """A figure that was reckoned with before another was made of it."""

    figure: FigureValue


Origin: TypeAlias = CellOrigin | FieldOrigin | StepOrigin


@dataclass(frozen=True, slots=True)
class Part:
    """One of what a value is made of, counted with a sign."""

    origin: Origin
    sign: int = 1


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A figure with its unit. Sums and differences keep the unit of the first.

    `decimals` are those that a table prints it with; None for as many as it has, as of what has been reckoned with.
    `wording` is the author's own, in which a figure is printed that nothing has been done with. `parts` and `operation`
    tell what the figure is made of and how.
    """

    value: Decimal
    unit: str
    locale: str
    decimals: int | None = None
    wording: str = field(default="", compare=False)
    parts: tuple[Part, ...] = field(default=(), compare=False)
    operation: Operation = field(default="", compare=False)

    def __add__(self, other: object) -> FigureValue:
        return self._combined(other, 1)

    def __sub__(self, other: object) -> FigureValue:
        return self._combined(other, -1)

    def __neg__(self) -> FigureValue:
        """What a text says that the figure is less by ("minskar med"); below zero where it is more after all."""
        parts = self._as_parts(-1)
        return FigureValue(EXACT.minus(self.value), self.unit, self.locale, self.decimals, parts=parts, operation="sum")

    def __str__(self) -> str:
        return self.wording or print_number(self.value, self.locale, self.decimals)

    def in_unit(self, unit: MoneyUnit, words: Catalogue, decimals: int | None = None) -> str:
        """The figure as it is printed in a unit of money, with the unit. UnitError where it can't be.

        It is rounded to a number of decimals only where one is given.
        """
        same = same_unit(self.unit, unit.key)
        value = convert(self.value, self.unit, unit.key)
        given = self.decimals if same and decimals is None else decimals
        return printed_amount(value, unit.key, words, given)

    def with_unit(self, words: Catalogue) -> str:
        """The figure as it is printed, with its unit."""
        if self.wording:
            unit = printed_unit(self.unit)
            told = not unit or self.wording.casefold().endswith(unit.casefold())
            return self.wording if told else f"{self.wording}{NO_BREAK_SPACE}{unit}"
        return printed_amount(self.value, self.unit, words, self.decimals)

    def with_decimals(self, decimals: int) -> str:
        """The figure without its unit, rounded."""
        return print_number(self.value, self.locale, decimals)

    def change_from(self, before: FigureValue, decimals: int | None = None) -> FigureValue:
        """The change in per cent from another. PercentError where that is nothing or on the other side of zero."""
        first = before._value_in(self.unit)
        if not first or first * self.value < 0:
            raise PercentError(str(first))
        change = EXACT.subtract(self.value, first)
        return self._percentage(percent(change, first, _decimals(decimals)), (before, self), "change")

    def share_of(self, whole: FigureValue, decimals: int | None = None) -> FigureValue:
        """Its share of another, in per cent. PercentError of nothing."""
        all_of_it = whole._value_in(self.unit)
        if not all_of_it:
            raise PercentError(str(all_of_it))
        return self._percentage(percent(self.value, all_of_it, _decimals(decimals)), (self, whole), "share")

    def _percentage(self, value: Decimal, of: tuple[FigureValue, FigureValue], operation: Operation) -> FigureValue:
        parts = tuple(each.parts[0] if each._is_one else Part(StepOrigin(each)) for each in of)
        return FigureValue(value, PERCENT, self.locale, decimals_of(value), parts=parts, operation=operation)

    @property
    def _is_one(self) -> bool:
        return len(self.parts) == 1 and self.parts[0].sign == 1 and not self.operation

    def _value_in(self, unit: str) -> Decimal:
        return self.value if same_unit(self.unit, unit) else convert(self.value, self.unit, unit)

    def _combined(self, other: object, sign: int) -> FigureValue:
        if not isinstance(other, FigureValue):
            raise NotFigureError(str(other))
        value = EXACT.add(self.value, sign * other._value_in(self.unit))
        parts = (*self._as_parts(1), *other._as_parts(sign))
        return FigureValue(value, self.unit, self.locale, parts=parts, operation="sum")

    def _as_parts(self, sign: int) -> tuple[Part, ...]:
        """What this adds to a sum: its own terms, or itself where it is no sum."""
        if self.operation in ("", "sum"):
            return tuple(Part(each.origin, each.sign * sign) for each in self.parts)
        return (Part(StepOrigin(self), sign),)


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as a filter prints it. Nothing more can be reckoned with it."""

    figure: FigureValue
    text: str

    def __str__(self) -> str:
        return self.text


class ToldText(str):
    """A field of the plan that is text."""

    __slots__ = ("parts",)

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, text: str, parts: tuple[Part, ...]) -> ToldText:
        """The text, with what it is made of."""
        told = cls(text)
        told.parts = parts
        return told


class ToldNumber(int):
    """A field of the plan that is a whole number, like its year."""

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, number: int, parts: tuple[Part, ...]) -> ToldNumber:
        """The number, with what it is made of."""
        told = cls(number)
        told.parts = parts
        return told


def parts_of(value: object) -> tuple[Part, ...]:
    """What a value of an expression is made of."""
    match value:
        case FigureValue() | ToldText() | ToldNumber():
            return value.parts
        case Printed():
            return value.figure.parts
        case _:
            return ()


def printed_amount(value: Decimal, unit: str, words: Catalogue, decimals: int | None = None) -> str:
    """A number with its unit, as the language writes it; without one where it has none."""
    if unit == PERCENT:
        return print_percent(value, words.babel, decimals)
    number = print_number(value, words.babel, decimals)
    money = money_unit(unit)
    if money is None:
        return f"{number}{NO_BREAK_SPACE}{unit}" if unit else number
    sign, number = (MINUS, number.removeprefix(MINUS)) if number.startswith(MINUS) else ("", number)
    return sign + words.amounts[money.key].format(number=number).replace(" ", NO_BREAK_SPACE)


def _decimals(given: int | None) -> int:
    return PERCENT_DECIMALS if given is None else given
