"""Abbreviations of a plan: short forms and what they mean, as a mapping in plan.yaml."""

from __future__ import annotations

from typing import Annotated, Any

from plangen.model.record import Reader, Reading, Record
from plangen.model.written import Written
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText

MOST = 500
"""Abbreviations of a plan. A long plan has some dozens."""


class Abbreviation(Record):
    """A short form ("HME") and its meaning; its place is that of the short form."""

    short: str
    meaning: str


def _abbreviations(value: Any, context: Reading) -> Any:
    if isinstance(value, PlacedText | PlacedList):
        context.report("abbreviations-expected", value.location)
        return ()
    if not isinstance(value, PlacedMapping):
        return value
    if len(value.items) > MOST:
        context.report("abbreviations-too-many", value.location, most=MOST)
        return ()
    found = []
    for key, meaning in value.items.items():
        if isinstance(meaning, PlacedList | PlacedMapping):
            context.report("text-expected", meaning.location)
        elif meaning is None or not meaning.text.strip() or not key.strip():
            context.report("abbreviation-without-meaning", value.keys[key], short=key)
        else:
            found.append(Abbreviation(short=key.strip(), meaning=meaning.text.strip(), location=value.keys[key]))
    return tuple(found)


Abbreviations = Annotated[tuple[Abbreviation, ...], Reader(_abbreviations), Written("texts")]
