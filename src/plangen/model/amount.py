"""Amounts: a number with the unit that it is counted in."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from plangen.diagnostics import Diagnostic, Location, error, meant, nearest
from plangen.document.inlines import NOWHERE
from plangen.locale.catalogue import catalogue
from plangen.locale.numbers import EXACT, MOST_DIGITS, as_typed, has_too_many_digits, parse_number
from plangen.locale.units import money_unit, money_units, other_words
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


_NUMBER_AND_UNIT = re.compile(r"(?:ca\.? |kr )?(?P<number>[-−]?\d[\d\s.,'’]*?)(?P<unit>[.,]?\s*[^\s\d.,][^\d]*)?")

_IN_BRACKETS = re.compile(r"\((\d[\d\s.,]*)\)")
"""An amount below zero, as accounts have it."""

_BESIDE = frozenset({"%", "procent", "kronor", ":-", "sek", "st", "personer"})
"""What people write beside a number, besides the units of money."""


def number_fault(text: str, place: Location, unit: str = "") -> Diagnostic:
    """That a text is no number, or too long a one. `unit`: the one that numbers are counted in there, "" for any."""
    if has_too_many_digits(text):
        return error("number-too-long", place, most=MOST_DIGITS)
    near = number_meant(text, unit)
    counted = _NUMBER_AND_UNIT.fullmatch(text)
    unsure = not unit and counted and money_unit((counted["unit"] or "").strip(" .,"))
    return error("number-unreadable", place, text=text, **({"near": near} if unsure else meant(near)))


def number_meant(text: str, to: str = "") -> str:
    """The number that another way to write one most likely means ("48.200", "48 200 tkr"); "" for what is none.

    An amount in another unit of money is counted in that which is asked for.
    """
    bracketed = _IN_BRACKETS.fullmatch(text)
    plain = _NUMBER_AND_UNIT.fullmatch(f"-{bracketed[1]}" if bracketed else text)
    unit = (plain["unit"] or "").strip(" .,") if plain else ""
    if not plain or (unit and money_unit(unit) is None and unit.casefold() not in _BESIDE):
        return ""
    number = re.sub(r"[.,'’\s](?=\d{3}(?!\d))", " ", plain["number"].strip())
    value = parse_number(number)
    if value is None or not unit or not to or money_unit(unit) in (None, money_unit(to)):
        return "" if value is None else number
    try:
        return as_typed(convert(value, unit, to))
    except UnitError:
        return ""


def unit_meant(text: str, language: str) -> str:
    """The unit of money that an unknown word most likely means ("kkr", "tusen kronor"); "" for what is none."""
    names = {name: key for key, name in catalogue(language).units.items()}
    known = {**{key: key for key in money_units()}, **names, **other_words()}
    near = [known[each] for each in nearest(text.strip(), known).split(", ") if each]
    return ", ".join(dict.fromkeys(near))


def _number(value: Any, context: Reading) -> Any:
    if isinstance(value, Decimal):
        return value
    number = parse_number(value.text) if isinstance(value, PlacedText) else None
    if number is None:
        text = value.text.strip() if isinstance(value, PlacedText) else ""
        context.found.append(number_fault(text, place_of(value, NOWHERE)))
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
    near, allowed = unit_meant(value.text, context.language), ", ".join(money_units())
    context.report("unknown-word", value.location, word=value.text.strip(), allowed=allowed, **meant(near))
    return next(iter(money_units()))


Number = Annotated[Decimal, Reader(_number), Written("number")]
Tolerance = Annotated[Decimal | None, Reader(_tolerance), Written("size")]
"""How much a figure that is given may differ from the one that follows, from 0 up; None where nothing is said."""
Decimals = Annotated[int | None, Reader(_decimals), Written("count")]
"""The decimals that figures are printed with; None where nothing is said."""
MoneyKey = Annotated[str, Reader(_money), Written("money")]
"""The key of a unit of money."""
