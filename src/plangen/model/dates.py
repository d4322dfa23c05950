"""Days and years as they are written: `2025-06-11` and `2026` (ISO 8601)."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from plangen.model.record import Reader, Reading, scalar
from plangen.model.written import Written
from plangen.source.placed import PlacedText

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
    context.report("date-unreadable", value.location, text=value.text.strip())


def _year(value: Any, context: Reading) -> Any:
    if not isinstance(value, PlacedText):
        return scalar(value, context) or 0
    text = value.text.strip()
    if _YEAR.fullmatch(text):
        return int(text)
    context.report("year-unreadable", value.location, text=text)
    return 0


Day = Annotated[date | None, Reader(_date), Written("day")]
Year = Annotated[int, Reader(_year), Written("year")]
"""A year; 0 where none is given."""
