"""A sheet of cells, whatever file it came in: texts and exact numbers, each with the address that people know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Location, PlangenError
from plangen.locale.numbers import MINUS, parse_number

MOST_ROWS = 2_000
MOST_COLUMNS = 200
"""A sheet larger than this is no table of a plan; a part of it can be named."""

LONGEST_CELL = 5_000

_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")
_GROUPED = re.compile(r"([^\d.,]*\d{1,3})((?P<mark>[.,'\u2019])\d{3}(?:(?P=mark)\d{3})*)(?:([.,])(\d+))?(\D*)")
_IN_BRACKETS = re.compile(r"\(([^-()\u2212\u2013]+)\)")
_DASHES = frozenset({"-", "\u2013", "\u2014", MINUS})


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell. `fault` is the code of what can't be taken over (an error, a date); `percent` says how it is shown."""

    column: int
    row: int
    value: str | Decimal | None = None
    bold: bool = False
    percent: bool = False
    fault: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it; a dash alone stands for nothing."""
        return not self.fault and (self.value is None or self.text == "" or self.dash)

    @property
    def dash(self) -> bool:
        """Whether a dash alone stands in it."""
        return isinstance(self.value, str) and self.text in _DASHES

    @property
    def text(self) -> str:
        """What stands in it, on one line."""
        if isinstance(self.value, Decimal):
            return f"{self.value:f}"
        return " ".join((self.value or "").split())

    @property
    def number(self) -> Decimal | None:
        """The number in it; None for other text, and for one that may be read in two ways."""
        return self.value if isinstance(self.value, Decimal) else parse_number(_plainly(self.value or ""))

    @property
    def address(self) -> str:
        """Where it stands, as a spreadsheet says it."""
        return f"{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a sheet by row. `merged`: ranges of cells that are one.

    `spread`: whether an upper heading over several columns stands in the first only, as in text that was pasted.
    """

    file: str
    name: str
    rows: tuple[tuple[SheetCell, ...], ...]
    merged: tuple[Area, ...] = ()
    spread: bool = False

    def place(self, cell: SheetCell) -> Location:
        """A cell's place for a message."""
        return Location(f"{self.file} {self.name}!{cell.address}" if self.name else f"{self.file} {cell.address}")

    def part(self, area: Area) -> Sheet:
        """The cells within an area."""
        rows = tuple(
            tuple(cell for cell in row if area.left <= cell.column <= area.right)
            for row in self.rows
            if row and area.top <= row[0].row <= area.bottom
        )
        return replace(self, rows=rows)


@dataclass(frozen=True, slots=True)
class Area:
    """A range of cells, counted from 1, inclusive."""

    left: int
    top: int
    right: int
    bottom: int

    def cells(self) -> Iterator[tuple[int, int]]:
        """Each column and row in it."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield column, row


def _plainly(text: str) -> str:
    """A number as programs of accounts write it, as people do: `1.234.567,00-`, `1,234.50`, `1’234`, `(500)`.

    A point or a comma is the mark of groups where it is repeated, or where the other stands before the decimals.
    """
    signed = _IN_BRACKETS.fullmatch(text.strip())
    plain = f"-{signed[1].strip()}" if signed else text.strip()
    found = _GROUPED.fullmatch(plain)
    if not found:
        return plain
    first, groups, mark, point, fraction, last = found.groups()
    if mark == point or (mark in ".," and not point and groups.count(mark) == 1):
        return plain
    return f"{first}{groups.replace(mark, '')}{f',{fraction}' if point else ''}{last}"


def area(text: str) -> Area:
    """The area that `A5:G9` names. Raises PlangenError for other text."""
    found = _RANGE.fullmatch(text.strip())
    if not found:
        raise PlangenError("import-range-unreadable", range=text)
    left, top, right, bottom = found.groups()
    columns = sorted((column_number(left), column_number(right or left)))
    rows = sorted((int(top), int(bottom or top)))
    if columns[1] - columns[0] >= MOST_COLUMNS or rows[1] - rows[0] >= MOST_ROWS:
        raise PlangenError("import-sheet-too-large", rows=MOST_ROWS, columns=MOST_COLUMNS)
    return Area(columns[0], rows[0], columns[1], rows[1])


def column_letters(number: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column by its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
