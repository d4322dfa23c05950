"""Whether two readings say the same: everything but the places where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from plangen.diagnostics import Location
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue


def without_places(value: object) -> object:
    """A value as nested tuples, with every `Location` left out."""
    match value:
        case Location():
            return None
        case Mapping():
            return tuple((key, without_places(each)) for key, each in value.items())
        case tuple() | list():
            return tuple(without_places(each) for each in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return type(value).__name__, tuple(
                without_places(getattr(value, each.name)) for each in fields(value) if each.name != "places"
            )
        case _:
            return value


def texts_of(value: PlacedValue) -> object:
    """A YAML value without places: its texts, in lists and mappings in the author's order."""
    match value:
        case PlacedText():
            return value.text
        case PlacedList():
            return [texts_of(each) for each in value.items]
        case PlacedMapping():
            return tuple((key, texts_of(each)) for key, each in value.items.items())
        case None:
            return None
