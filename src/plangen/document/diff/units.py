"""Amounts in two units of money: whether they are the same amount, and what one is in the other's unit."""

from __future__ import annotations

from decimal import Decimal

from plangen.locale.units import money_unit


def converted(value: Decimal, unit: str, to: str) -> Decimal | None:
    """A value in another unit; None where the two aren't units of money in one currency."""
    if unit == to:
        return value
    one, other = money_unit(unit), money_unit(to)
    if one is None or other is None or one.currency != other.currency:
        return None
    return value * one.factor / other.factor


def before(old: Decimal, unit: str, new: Decimal, to: str) -> Decimal | None:
    """An amount as it was, in the unit that it is counted in now; the new amount itself where it is only rounded.

    1 501 107 tkr are 1 501,1 mnkr, and the other way round: the coarser of the two can't say more. None as above.
    """
    found = converted(old, unit, to)
    if found is None or unit == to:
        return found
    back = converted(new, to, unit)
    rounded = found.quantize(_last(new))
    same = rounded == new or (back is not None and back.quantize(_last(old)) == old)
    coarser = converted(_last(old), unit, to) or Decimal()
    return new if same else rounded if coarser < _last(new) else found


def _last(value: Decimal) -> Decimal:
    """One of the last decimal that a value has."""
    return Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
