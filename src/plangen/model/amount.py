"""Amounts: a number with the unit that it is counted in."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from plangen.diagnostics import nearest
from plangen.document.nodes import NOWHERE
from plangen.locale.numbers import EXACT, parse_number
from plangen.locale.units import money_unit, money_units
from plangen.model.record import Reader, Reading, scalar
from plangen.model.written import Written
from plangen.source.placed import PlacedText, place_of

MOST_DECIMALS = 6
"""Decimals that figures are printed with at most."""


class UnitError(ValueError):
    """An amount asked for in a unit that its own can't be counted in."""

    def __init__(self, unit: str, to: str) -> None:
        super().__init__(unit, to)
        self.unit = unit
        self.to = to


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """An amount counted in another unit of the same currency, exactly. UnitError where there is no such way."""
    own, other = money_unit(unit), money_unit(to)
    if own is None or other is None or own.currency != other.currency:
        raise UnitError(unit, to)
    converted = EXACT.divide(EXACT.multiply(value, Decimal(own.factor)), Decimal(other.factor))
    whole = converted == converted.to_integral_value()
    return converted.quantize(Decimal(1), context=EXACT) if whole else converted.normalize(EXACT)


def same_unit(one: str, other: str) -> bool:
    """Whether two ways to write a unit mean the same."""
    return (money_unit(one) or one.strip()) == (money_unit(other) or other.strip())


def _number(value: Any, context: Reading) -> Any:
    if isinstance(value, Decimal):
        return value
    number = parse_number(value.text) if isinstance(value, PlacedText) else None
    if number is None:
        text = value.text if isinstance(value, PlacedText) else ""
        context.report("number-unreadable", place_of(value, NOWHERE), text=text)
        return Decimal(0)
    return number


def _tolerance(value: Any, context: Reading) -> Any:
    if value is None or isinstance(value, Decimal):
        return value
    number = _number(value, context)
    if number < 0:
        context.report("rounding-negative", place_of(value, NOWHERE), text=value.text.strip())
    return abs(number)


def _decimals(value: Any, context: Reading) -> Any:
    if not isinstance(value, PlacedText):
        return scalar(value, context)
    text = value.text.strip()
    if text.isascii() and text.isdigit() and len(text) == 1 and int(text) <= MOST_DECIMALS:
        return int(text)
    context.report("decimals-unreadable", value.location, text=text, most=MOST_DECIMALS)
    return None


def _money(value: Any, context: Reading) -> Any:
    if not isinstance(value, PlacedText):
        return value if isinstance(value, str) else scalar(value, context) or next(iter(money_units()))
    unit = money_unit(value.text)
    if unit:
        return unit.key
    near, allowed = nearest(value.text.strip(), money_units()), ", ".join(money_units())
    context.report("unknown-word", value.location, word=value.text.strip(), near=near, allowed=allowed)
    return next(iter(money_units()))


Number = Annotated[Decimal, Reader(_number), Written("number")]
Tolerance = Annotated[Decimal | None, Reader(_tolerance), Written("size")]
"""How much a figure that is given may differ from the one that follows, from 0 up; None where nothing is said."""
Decimals = Annotated[int | None, Reader(_decimals), Written("count")]
"""The decimals that figures are printed with; None where nothing is said."""
MoneyKey = Annotated[str, Reader(_money), Written("money")]
"""The key of a unit of money."""
