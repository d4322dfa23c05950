"""Amounts of money as running text has them -> numbers with their units, and where in the text they stand.

"115 miljoner kronor", "−570 tkr", "minus 570 tkr", "33,5 mnkr", "£250,000", "SEK 1.2 million", "10–12 mnkr" (a range,
which is no exact amount). A number without a unit of money is no amount. Where a comma or point may be meant in two
ways (`locale/numbers.py`) there is none either, but in English a comma parts groups of three digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from plangen.dataclass import dataclass
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import EXACT, MINUS, decimals_of, parse_number, print_number
from plangen.locale.units import MoneyUnit, money_units
from plangen.locale.wording import wording

_GROUP_SPACE = "[ \u00a0\u202f\u2009]"
_NUMBER = re.compile(
    r"(?P<number>(?=[0-9](?<![\w.,].))(?:"
    rf"[0-9]{{1,3}}(?:{_GROUP_SPACE}[0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)?))"
)
_DIGIT = re.compile("[0-9]")
"""Looked for first, since a text without is passed over twenty times as fast."""

_MINUS = re.compile(r"[^\w.,]?[-−–]")
_TO = re.compile(r"\s?[–-]\s?[£€]?[0-9]")
"""What follows a number that begins a range."""

_WORDS = re.compile(r"\s{0,2}(?P<first>[€£]?[^\W\d_]+\.?|€)(?:\s(?P<second>[^\W\d_]+)(?!\w))?")
_SYMBOL = re.compile(r"(?P<symbol>[^\W\d_]{3}|[^\w\s])\s?$")
_COMMA_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")

_MINUS_WORD = re.compile(r"(?<!\w)minus\s*$", re.IGNORECASE)
"""The sign in words, in every language so far."""

LONGEST_CHANGE = 40
_CHANGE_BEFORE = re.compile(r"(\w+) \w+ [\d.,]+ \w+\s+$")
"""The verb before "från 14 till", by which that is a change and no range; and characters in which it stands."""

LONGEST_LEAD = 14
"""Characters before an amount in which a word that makes it inexact may stand ("mindre än")."""


@dataclass(frozen=True, slots=True)
class WrittenAmount:
    """An amount: where it stands in its text, the number, and the unit. `inexact`: a range, or "about" so much.

    `last`: where the last number of a range begins, or the sign of money before it; else `start`.
    """

    start: int
    end: int
    number: Decimal
    unit: MoneyUnit
    inexact: bool = False
    last: int = 0

    @property
    def value(self) -> Decimal:
        """So many of the currency's own unit, without the sign, since "minskar med 5 mnkr" is an amount of −5 mnkr."""
        return abs(EXACT.multiply(self.number, Decimal(self.unit.factor)))

    @property
    def signed(self) -> Decimal:
        """So many of the currency's own unit, with the sign that is written."""
        return self.value if self.number >= 0 else -self.value

    @property
    def step(self) -> Decimal:
        """What the last digit written stands for, of the currency's own unit: 100 000 in "33,5 mnkr"."""
        return EXACT.multiply(Decimal(1).scaleb(-decimals_of(self.number)), Decimal(self.unit.factor))

    @property
    def digits(self) -> int:
        """Digits that say something: those of "1 200 000" are two."""
        return len(str(abs(self.number)).replace(".", "").strip("0"))


def printed_money(value: Decimal, unit: MoneyUnit, words: Catalogue) -> str:
    """So many of a currency's own unit, in a unit of it, as a text of the language has it."""
    number = EXACT.divide(abs(value), Decimal(unit.factor)).normalize(EXACT)
    printed = words.amounts[unit.key].format(number=print_number(Decimal(f"{number:f}"), words.babel))
    return f"{MINUS}{printed}" if value < 0 else printed


def written_amounts(text: str, language: str) -> Iterator[WrittenAmount]:
    """The amounts of a text, in order."""
    first: int | None = None
    for found in _NUMBER.finditer(text) if _DIGIT.search(text) else ():
        opening, first = first, None
        if _TO.match(text, found.end()):
            first = found.start() if opening is None else opening
            continue
        unit, start, end = _unit(text, found.start() if opening is None else opening, found)
        number = _number(found["number"], language)
        if unit is None or number is None:
            continue
        inexact = opening is not None or _is_inexact(text[:start], language)
        if opening is None and start == found.start() and _MINUS.fullmatch(text, max(0, start - 2), start):
            start, number = start - 1, -number
        elif opening is None and (word := _MINUS_WORD.search(text, max(0, start - LONGEST_LEAD), start)):
            start, number = word.start(), -number
        yield WrittenAmount(start, end, number, unit, inexact, start if opening is None else found.start())


def _unit(text: str, start: int, found: re.Match[str]) -> tuple[MoneyUnit | None, int, int]:
    """The unit of a number, and where the amount starts and ends: words after it, or a sign before and a word after."""
    after, around = _written()
    words = _WORDS.match(text, found.end())
    first = words["first"].casefold() if words else ""
    if words and words["second"] and (unit := after.get(f"{first} {words['second'].casefold()}")):
        return unit, start, words.end()
    if words and not text[words.end("first") :][:1].isalnum() and (unit := after.get(first.rstrip("."))):
        return unit, start, words.end("first") - first.endswith(".")
    symbol = _SYMBOL.search(text, max(0, start - len("SEK ")), start)
    if not symbol or symbol["symbol"].casefold() not in around:
        return None, start, found.end()
    sizes = around[symbol["symbol"].casefold()]
    if first.rstrip(".") in sizes and words:
        return sizes[first.rstrip(".")], symbol.start(), words.end("first") - first.endswith(".")
    if first in SIZES:
        return None, start, found.end()
    return sizes.get(""), symbol.start(), found.end()


SIZES = frozenset({"k", "m", "bn", "tn", "thousand", "million", "billion", "trillion"})
"""What a number with a sign of money before it may be multiplied by, also where there is no such unit."""


@cache
def _written() -> tuple[Mapping[str, MoneyUnit], Mapping[str, Mapping[str, MoneyUnit]]]:
    """The units by what stands after a number, and by what stands before it and then after."""
    units = money_units().values()
    after = {name.casefold(): unit for unit in units for name in (unit.key, unit.symbol, *unit.written)}
    around: dict[str, dict[str, MoneyUnit]] = {}
    for unit in units:
        for before, size in unit.around:
            around.setdefault(before.casefold(), {})[size.strip().casefold()] = unit
    return MappingProxyType(after), MappingProxyType(around)


def _number(written: str, language: str) -> Decimal | None:
    if language == "en" and _COMMA_GROUPS.fullmatch(written):
        return Decimal(written.replace(",", ""))
    return parse_number(written)


def _is_inexact(lead: str, language: str) -> bool:
    """Whether words right before an amount say that it is about so much, or the end of a range."""
    words = wording(language)
    before = lead[-LONGEST_LEAD:].casefold().rstrip()
    if any(_ends_with(before, word) for word in words.about):
        return True
    if not any(before.endswith(f" {word}") for word in words.conjunctions):
        return False
    before = before.rpartition(" ")[0].rpartition(" ")[0]
    between = next((word for word in words.between if _ends_with(before, word)), "")
    changes = between in words.between[1:] and _CHANGE_BEFORE.search(lead[-LONGEST_CHANGE:])
    return bool(between) and not (changes and changes[1].casefold().startswith(words.changes))


def _ends_with(text: str, word: str) -> bool:
    return text.endswith(word) and not text[: -len(word)][-1:].isalnum()
