"""Amounts: a number with the unit that it is counted in."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo

from plangen.document.nodes import NOWHERE
from plangen.locale.numbers import parse_number
from plangen.model.record import reading
from plangen.source.placed import PlacedText, place_of

KRONOR = {"kr": Decimal(1), "tkr": Decimal(1000), "mnkr": Decimal(1_000_000)}
"""Kronor in one of each unit of money."""


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """An amount counted in another unit of money. KeyError for a unit that isn't of money."""
    return (value * KRONOR[unit] / KRONOR[to]).normalize() + 0


def _number(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, Decimal):
        return value
    number = parse_number(value.text) if isinstance(value, PlacedText) else None
    if number is None:
        text = value.text if isinstance(value, PlacedText) else ""
        reading(info).report("number-unreadable", place_of(value, NOWHERE), text=text)
        return Decimal(0)
    return number


Number = Annotated[Decimal, BeforeValidator(_number)]
