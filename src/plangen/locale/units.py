"""Units of money, from `units.toml`: what one is worth in its currency, and what it is called in print.

Every other unit is any text ("årsarbetare", "%").
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from plangen.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class MoneyUnit:
    """A unit that money is counted in: its key ("tkr"), currency (ISO 4217), worth in that, and symbol in print.

    `written` and `around`: the other ways that texts have of writing it, after a number and on both sides of one.
    """

    key: str
    currency: str
    factor: int
    symbol: str
    written: tuple[str, ...] = ()
    around: tuple[tuple[str, str], ...] = ()


@cache
def money_units() -> Mapping[str, MoneyUnit]:
    """Every unit of money by its key."""
    text = files("plangen.locale").joinpath("units.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            key: MoneyUnit(
                key,
                unit["currency"],
                unit["factor"],
                unit["symbol"],
                tuple(unit["written"]),
                tuple((before, after) for before, after in unit["around"]),
            )
            for key, unit in tomllib.loads(text).items()
        }
    )


def money_unit(written: str) -> MoneyUnit | None:
    """The unit of money with that key or symbol, in small letters or capitals; None for what isn't of money."""
    return _written().get(written.strip().casefold())


@cache
def _written() -> Mapping[str, MoneyUnit]:
    by_symbol = {unit.symbol.casefold(): unit for unit in money_units().values()}
    return MappingProxyType({**by_symbol, **money_units()})


def other_words() -> Mapping[str, str]:
    """What people call units besides, with the key of each."""
    return {name: unit.key for unit in money_units().values() for name in unit.written}


def printed_unit(written: str) -> str:
    """A unit as it stands beside figures: the symbol of one of money, else what the author wrote."""
    unit = money_unit(written)
    return unit.symbol if unit else written
