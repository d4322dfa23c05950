"""Numbers and dates as text: what people write read into one form, and printed as the language prints them.

Printed numbers have no-break spaces in their thousand groups, U+2212 as minus and the language's decimal mark, by the
CLDR data in Babel. A number never breaks over lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

MINUS = "\u2212"
NO_BREAK_SPACE = "\u00a0"

MOST_DIGITS = 20
"""Digits of a number that is read: beyond any budget."""

EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
"""Digits enough to add any numbers that are read, and to count them in other units, without loss."""

GROUP = 3
"""Digits of a thousand group."""

_SPACES = re.compile("[ \u00a0\u2007\u2009\u202f]")
_WRITTEN = re.compile(
    r"(?P<before>-?) *(?P<whole>\d{1,3}(?: \d{3})+|\d+)(?:[.,](?P<fraction>\d+))? *(?P<after>-?)", re.ASCII
)


def parse_number(text: str) -> Decimal | None:
    """The number in `1 363 720`, `-570`, `−570`, `570-` (SAP's trailing minus), `33,5` or `33.5`; None for other text.

    Thousand groups are of three digits with any kind of space between. A point or comma before just three digits may be
    meant for either a group or a fraction; it is not guessed, and is no number.
    """
    plain = _SPACES.sub(" ", text.strip()).replace(MINUS, "-").replace("\u2013", "-")
    written = _WRITTEN.fullmatch(plain)
    if not written or (written["before"] and written["after"]):
        return None
    whole, fraction = written["whole"].replace(" ", ""), written["fraction"] or ""
    if len(whole + fraction) > MOST_DIGITS or (len(fraction) == GROUP and whole.strip("0")):
        return None
    value = Decimal(f"{whole}.{fraction}" if fraction else whole)
    return -value if written["before"] or written["after"] else value


def has_too_many_digits(text: str) -> bool:
    """Whether a text is written as a number is, but has more digits than are read."""
    plain = _SPACES.sub("", text.strip()).replace(MINUS, "-").replace("\u2013", "-")
    return bool(_WRITTEN.fullmatch(plain)) and sum(map(str.isdigit, plain)) > MOST_DIGITS


def as_typed(value: Decimal, mark: str = ",") -> str:
    """A figure as people type it, which is read as just it: `1 363 720`, `-570`, `33,5`.

    Three decimals would look like a thousand group, so a fourth is written.
    """
    whole, _, fraction = f"{abs(value):f}".partition(".")
    fraction = fraction.rstrip("0")
    if len(fraction) == GROUP:
        fraction += "0"
    groups = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", " ", whole)
    text = groups + (mark + fraction if fraction else "")
    return f"-{text}" if value < 0 else text


def print_number(value: Decimal, locale: str, decimals: int | None = None) -> str:
    """The number as the language prints it, by default with the decimals that the value has; halves go from zero."""
    places = decimals_of(value) if decimals is None else decimals
    pattern = "#,##0" + ("." + "0" * places if places else "")
    with localcontext(EXACT):
        text = format_decimal(rounded(value, places), pattern, locale=locale)
    return _SPACES.sub(NO_BREAK_SPACE, text).replace("-", MINUS)


def print_percent(value: Decimal, locale: str, decimals: int | None = None) -> str:
    """So many per cent, with the sign as the language has it: "8,4 %", "8.4%"."""
    pattern = Locale.parse(locale).percent_formats[None].pattern
    sign = pattern[pattern.rindex("0") + 1 :]
    return print_number(value, locale, decimals) + _SPACES.sub(NO_BREAK_SPACE, sign)


def decimals_of(value: Decimal) -> int:
    """The decimals that a number is written with."""
    return max(0, -int(value.as_tuple().exponent))


def rounded(value: Decimal, decimals: int) -> Decimal:
    """The number with so many decimals, halves away from zero; never a zero below zero."""
    return EXACT.add(value.quantize(Decimal(1).scaleb(-decimals), context=EXACT), Decimal(0))


def total(numbers: Iterable[Decimal]) -> Decimal:
    """The exact sum."""
    found = Decimal(0)
    for number in numbers:
        found = EXACT.add(found, number)
    return found


def percent(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """How many hundredths of a whole a part is, rounded once, halves away from zero. The whole is not 0."""
    scaled = Fraction(part) / Fraction(whole) * 100 * 10**decimals
    units = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    return EXACT.scaleb(Decimal(units if scaled >= 0 else -units), -decimals)


def print_date(day: date, locale: str) -> str:
    """A date in words, "11 juni 2025", with no-break spaces."""
    return _SPACES.sub(NO_BREAK_SPACE, format_date(day, "long", locale=locale))


@cache
def month_names(locale: str) -> frozenset[str]:
    """The names of months, and their short forms without a point, in small letters."""
    forms = Locale.parse(locale).months["format"]
    return frozenset(name.rstrip(".").casefold() for width in ("wide", "abbreviated") for name in forms[width].values())
