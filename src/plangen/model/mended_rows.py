"""How the row is written that mends a fault of a value's form, as parameters of a finding (`plangen.diagnostics`).

Where the row can't be told for sure there are none, and the hint alone says what to do.
"""

from __future__ import annotations

import re

from plangen.diagnostics import Location
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText

_NUMBERED = re.compile(r"^\d{1,3}[.)]\s+(?=\S)")


def with_field(mapping: PlacedMapping, key: str) -> dict[str, str]:
    """How the row is written with one field more: in the same braces, or one row below that of the first field."""
    first = next(iter(mapping.keys), None)
    if first is None:
        return {}
    if mapping.source:
        return {"instead": f"{key}: …, {first}"}
    value, place = mapping.items.get(first), mapping.keys[first]  # a reader may have taken it out
    on_one_row = isinstance(value, PlacedText) and value.location.line == place.line and len(value.starts) == 1
    return {"below": " " * (place.column - 1) + f"{key}: …"} if on_one_row else {}


def dashed(item: Location) -> str:
    """What should stand before an item of a list whose hyphen is missing, so that the rows below it need no change."""
    return " " * max(0, item.column - len("- ") - 1) + "- "


def keys_as_items(mapping: PlacedMapping) -> dict[str, str]:
    """The keys of a mapping as the items of a list, as far as they stand on rows that follow on each other."""
    first, rows = mapping.first, []
    for index, (key, place) in enumerate(mapping.keys.items()):
        if (place.line, place.column) != (first.line + index, first.column):
            break
        rows.append(" " * (place.column - 1) + f"- {key}")
    return {"written": "\n".join(rows)} if len(rows) == len(mapping.keys) else {"lead": dashed(first)}


def numbered_items(value: PlacedText) -> tuple[PlacedText, ...]:
    """The items of a text whose lines each begin with a number, as those of a list in Word; none of another text."""
    lines = value.lines()
    if len(lines) == 1 or not all(_NUMBERED.match(each.text) for each in lines):
        return ()
    return tuple(next(each.split(_NUMBERED)) for each in lines)


def as_hyphened(value: PlacedText, items: tuple[PlacedText, ...]) -> dict[str, str]:
    """The rows of a text as items of a list with hyphens."""
    pairs = zip(value.lines(), items, strict=True)
    return {"written": "\n".join(" " * (line.location.column - 1) + f"- {item.text}" for line, item in pairs)}


def quoted(value: PlacedList | PlacedMapping) -> dict[str, str]:
    """What stands in brackets where a text should, as a text."""
    source = value.source
    mark = "'" if '"' in source else '"'
    return {"instead": f"{mark}{source}{mark}"} if source and "'" not in source and "\n" not in source else {}


def only_item(value: PlacedList) -> dict[str, str]:
    """The only item of a list in brackets, without them."""
    only = value.items[0] if len(value.items) == 1 and value.source and "\n" not in value.source else None
    return {"instead": only.text} if isinstance(only, PlacedText) else {}
