"""Changes to the lines of a YAML file that leave everything else as its author wrote it, to the letter.

Places are those of the file as it was read; the changes are gathered and made at once, from the end on.
"""

from __future__ import annotations

from dataclasses import field

from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.source.placed import PlacedList, PlacedMapping


@dataclass(slots=True)
class Edits:
    """The changes to a file's text. Lines count from 0."""

    text: str
    lines: list[str] = field(init=False)
    within: list[tuple[int, int, int, str]] = field(default_factory=list)
    inserted: list[tuple[int, list[str]]] = field(default_factory=list)
    removed: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.lines = self.text.rstrip("\n").split("\n")

    def replace(self, place: Location, source: str) -> None:
        """Puts a scalar's source in the place of another's."""
        begin = place.column - 1
        self.within.append((place.line - 1, begin - (not source), begin + place.length, source))

    def fill(self, key: Location, source: str) -> None:
        """Gives a value to a key that has none."""
        line = key.line - 1
        colon = self.lines[line].index(":", key.column - 1 + key.length) + 1
        self.within.append((line, colon, colon, f" {source}"))

    def add_to_row(self, row: PlacedMapping, end: int, entry: str) -> None:
        """Adds a key with its value at the end of a mapping that ends before a line."""
        if self.in_braces(row):
            close = row.location.column + row.location.length - 2
            self.within.append((row.location.line - 1, close, close, f", {entry}"))
        else:
            indent = min(place.column for place in row.keys.values()) - 1
            self.insert(end, [" " * indent + entry])

    def insert(self, line: int, lines: list[str]) -> None:
        """Puts lines before one."""
        self.inserted.append((line, lines))

    def remove(self, begin: int, end: int) -> None:
        """Takes lines out."""
        self.removed |= set(range(begin, end))

    def in_braces(self, value: PlacedMapping | PlacedList) -> bool:
        """Whether a value is written in braces or brackets."""
        place = value.location
        return self.lines[place.line - 1][place.column - 1 : place.column] in ("{", "[")

    def end(self, below: int) -> int:
        """The line after the last one of content above a line; blank lines and comments go with what follows."""
        while below > 0 and (not self.lines[below - 1].strip() or self.lines[below - 1].lstrip().startswith("#")):
            below -= 1
        return below

    def made(self) -> str:
        """The text with all changes made."""
        lines: list[list[str]] = [[line] for line in self.lines]
        for line, begin, end, source in sorted(self.within, key=lambda each: each[:2], reverse=True):
            (text,) = lines[line]
            lines[line] = [(text[:begin] + source + text[end:]).rstrip()]
        for line in self.removed:
            lines[line] = []
        before: list[list[str]] = [[] for _ in range(len(lines) + 1)]
        for line, added in self.inserted:
            before[line] += added
        result = [text for line, own in zip(before, [*lines, []], strict=True) for text in (*line, *own)]
        return "\n".join(result) + "\n"
