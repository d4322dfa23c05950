"""Values as they were written, with their places: the form in which readers hand files to the model.

Every scalar is text. A mapping keeps its author's keys; `fields` adds what the reader itself knows of it, by the
model's own terms (the id that a file's name gives, the text below the front matter).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from plangen.dataclass import dataclass
from plangen.diagnostics import Location


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A scalar, with the place of the whole.

    `starts`: where in the file the pieces of the text stand, each by its offset in the text. A line is a piece; so is a
    line of the file that YAML folded into one with the line before. The first stands behind a quotation mark or below
    a `|`.
    """

    text: str
    location: Location
    starts: tuple[tuple[int, Location], ...]

    def stripped(self) -> PlacedText:
        """Without white space around it."""
        text = self.text.strip()
        lead = self.text.find(text)
        starts = tuple((max(0, offset - lead), _on(place, max(0, lead - offset))) for offset, place in self.starts)
        return PlacedText(text, self.location, starts)

    def split(self, separator: re.Pattern[str]) -> Iterator[PlacedText]:
        """The parts between separators that hold something, each at its own place."""
        begin = 0
        for end, after in (
            *((each.start(), each.end()) for each in separator.finditer(self.text)),
            (len(self.text),) * 2,
        ):
            part = self.text[begin:end].strip()
            if part:
                offset = self.text.index(part, begin)
                place = self._at(offset, len(part))
                yield PlacedText(part, place, ((0, place),))
            begin = after

    def lines(self) -> tuple[PlacedText, ...]:
        """What stands on each line of the file, each at its own place."""
        if len(self.starts) == 1:
            return (self,)
        ends = (*(offset for offset, _ in self.starts[1:]), len(self.text))
        parts = [(self.text[begin:end].strip(), place) for (begin, place), end in zip(self.starts, ends, strict=True)]
        places = [(part, Location(place.file, place.line, place.column, len(part))) for part, place in parts if part]
        return tuple(PlacedText(part, place, ((0, place),)) for part, place in places)

    def _at(self, offset: int, length: int) -> Location:
        begin, place = max((each for each in self.starts if each[0] <= offset), default=(0, self.location))
        return Location(place.file, place.line, place.column + offset - begin, length)


@dataclass(slots=True)
class PlacedList:
    """A list, with the place of the whole. `source`: what stands there, for one in brackets."""

    location: Location
    items: list[PlacedValue] = field(default_factory=list)
    places: list[Location] = field(default_factory=list)
    source: str = ""


@dataclass(slots=True)
class PlacedMapping:
    """A mapping in the author's order, with the place of each key and of each value. `source` as in a list."""

    location: Location
    items: dict[str, PlacedValue] = field(default_factory=dict)
    keys: dict[str, Location] = field(default_factory=dict)
    places: dict[str, Location] = field(default_factory=dict)
    fields: dict[str, object] = field(default_factory=dict)
    source: str = ""

    @property
    def first(self) -> Location:
        """Where it begins: at its first key."""
        return next(iter(self.keys.values()), self.location)


def _on(place: Location, columns: int) -> Location:
    return Location(place.file, place.line, place.column + columns, place.length)


PlacedValue = PlacedText | PlacedList | PlacedMapping | None


def place_of(value: PlacedValue, otherwise: Location) -> Location:
    """Where a value stands."""
    return otherwise if value is None else value.location


def copied(value: PlacedValue) -> PlacedValue:
    """The same value, of which a reader may take keys away and to which it may add fields."""
    match value:
        case PlacedList():
            return PlacedList(value.location, [copied(item) for item in value.items], list(value.places), value.source)
        case PlacedMapping():
            items = {key: copied(item) for key, item in value.items.items()}
            keys, places = dict(value.keys), dict(value.places)
            return PlacedMapping(value.location, items, keys, places, dict(value.fields), value.source)
        case PlacedText() | None:
            return value


def texts(value: PlacedValue) -> Iterator[PlacedText]:
    """Every scalar of a value."""
    match value:
        case PlacedText():
            yield value
        case PlacedList():
            for item in value.items:
                yield from texts(item)
        case PlacedMapping():
            for item in value.items.values():
                yield from texts(item)
        case None:
            pass
