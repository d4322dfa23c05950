"""Days and years as they are written: `2025-06-11` and `2026` (ISO 8601)."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from babel import Locale

from plangen.diagnostics import meant
from plangen.locale.catalogue import catalogue
from plangen.model.record import Reader, Reading, scalar
from plangen.model.written import Written
from plangen.source.placed import PlacedText

LEAST_LETTERS = 3
"""Letters by which a month is known."""

LONGEST = 40
"""Characters of what may be a day; Python reads no number of thousands of digits."""

YEARS = range(1900, 2200)
"""Those that somebody means who writes a day in another way."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YEAR = re.compile(r"[1-9]\d{3}", re.ASCII)


def _date(value: Any, context: Reading) -> Any:
    if not isinstance(value, PlacedText):
        return scalar(value, context)
    text = value.text.strip()
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else _unreadable_day(value, context)
    except ValueError:
        return _unreadable_day(value, context)


def _unreadable_day(value: PlacedText, context: Reading) -> None:
    text = value.text.strip()
    context.report("date-unreadable", value.location, text=text, **meant(_meant(text, context.language)))


def _meant(text: str, language: str) -> str:
    """The day that another way to write one most likely means ("11 juni 2025", "11/6 2025"); "" for what is none."""
    names = Locale.parse(catalogue(language).babel).months["format"]
    months = {name.casefold()[:LEAST_LETTERS]: number for number, name in names["wide"].items()}
    split = re.split(r"[\s./,-]+", text.casefold()) if len(text) <= LONGEST else ()
    parts = [each for each in split if each.isdecimal() or each[:LEAST_LETTERS] in months]
    numbers = [int(part) if part.isdecimal() else months[part[:LEAST_LETTERS]] for part in parts]
    if len(numbers) == 1 and re.fullmatch(r"\d{8}", text, re.ASCII):
        numbers = [int(text[:4]), int(text[4:6]), int(text[6:])]
    if len(numbers) != len(("day", "month", "year")):
        return ""
    year, month, day = numbers if len(parts[0]) == 4 or len(parts) == 1 else reversed(numbers)
    try:
        return date(year, month, day).isoformat() if year in YEARS else ""
    except (ValueError, OverflowError):
        return ""


def read_year(text: str) -> int | None:
    """The year in four digits; None for other text."""
    return int(text) if _YEAR.fullmatch(text) else None


def _year(value: Any, context: Reading) -> Any:
    if not isinstance(value, PlacedText):
        return scalar(value, context) or 0
    text = value.text.strip()
    year = read_year(text)
    if year is not None:
        return year
    context.report("year-unreadable", value.location, text=text)
    return 0


Day = Annotated[date | None, Reader(_date), Written("day")]
Year = Annotated[int, Reader(_year), Written("year")]
"""A year; 0 where none is given."""
