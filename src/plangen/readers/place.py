"""Where the characters of a text stand in their file: a Markdown file's own lines, or a value of a YAML file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.source.placed import PlacedText


@dataclass(frozen=True, slots=True)
class Place:
    """The lines of a text with the offset of each, and where its pieces stand (as in `PlacedText`)."""

    lines: Sequence[str]
    offsets: Sequence[int]
    starts: Sequence[tuple[int, Location]]

    @classmethod
    def of_text(cls, text: str, start: Location) -> Place:
        """The place of whole lines of a file, from where the first stands."""
        lines = text.split("\n")
        offsets = _offsets(lines)
        starts = [
            (offset, Location(start.file, start.line + index, start.column)) for index, offset in enumerate(offsets)
        ]
        return cls(lines, offsets, starts)

    @classmethod
    def of_value(cls, value: PlacedText) -> Place:
        """The place of a value."""
        lines = value.text.split("\n")
        return cls(lines, _offsets(lines), value.starts)

    def line(self, index: int) -> Location:
        """The place of a whole line, counted from 0 in the text."""
        text = self.lines[index] if index < len(self.lines) else ""
        lead = len(text) - len(text.lstrip())
        return self.at_column(index, lead, len(text.strip()))

    def together(self, one: Location, other: Location) -> bool:
        """Whether no empty line stands between two places of the text, the first before the other."""
        first = self.starts[0][1].line
        between = self.lines[max(one.line - first, 0) : max(other.line - first, 0)]
        return all(line.strip(" >\t") for line in between)

    def at(self, offset: int, length: int = 1) -> Location:
        """The place of an offset in the text."""
        piece = max(0, bisect_right(self.starts, offset, key=lambda start: start[0]) - 1)
        begin, place = self.starts[piece]
        return Location(place.file, place.line, place.column + offset - begin, length)

    def at_column(self, index: int, column: int, length: int) -> Location:
        """The place of a column of a line, both counted from 0 in the text."""
        return self.at(self.offsets[min(index, len(self.offsets) - 1)] + column, length)


def _offsets(lines: Sequence[str]) -> Sequence[int]:
    return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
