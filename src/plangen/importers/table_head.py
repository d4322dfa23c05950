"""Where the table of a sheet is: the column of names, the rows of headings, the first row of figures, and the unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from plangen.dataclass import dataclass, replace
from plangen.importers.sheet import Sheet, SheetCell
from plangen.locale.units import money_units, other_words

YEARS = range(1900, 2101)

_UNITS = sorted(money_units(), key=len, reverse=True)
_UNIT = rf"(?:\b(?:belopp|amounts?)\s+)?(?:\b(?:i|in)\s+)?\b(?P<unit>{'|'.join(map(re.escape, _UNITS))})\b"
_UNIT_AT_END = re.compile(rf"[\s,;:–-]*[(\[]?{_UNIT}[)\]]?\.?\s*$", re.IGNORECASE)
_UNIT_ANYWHERE = re.compile(_UNIT, re.IGNORECASE)

_WITH_UNIT = re.compile(
    rf"(?P<figure>[^A-Za-z]*\d\)?[-\u2212\u2013]?)\s*(?:{'|'.join(map(re.escape, [*_UNITS, *other_words()]))}|:-)\.?",
    re.IGNORECASE,
)
_FIGURE_LIKE = re.compile(r"[-\u2212\u2013+(]?\s*\d[\d\s.,']*[-\u2212\u2013)%]?")

FEWEST_HEADINGS = 2
"""Headings by which a row within a table is known as that of another table."""

MOST_YEARS = 10
"""Between the first and the last year that a table has columns for."""

Row = Mapping[int, SheetCell]
"""The cells of a row that aren't empty, by column."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading, of as many rows as it has; `cell` is the lowest of them, `lowest` what stands there."""

    text: str
    cell: SheetCell
    unit: str = ""
    lowest: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The frame of a table. `above`: the cells of single lines above the headings. `spread`: headings filled in.

    `unit`: that in the place of the names' heading. `next_table`: the first cell of another table below, which is left
    out.
    """

    names: int
    stub: str
    headings: Mapping[int, Heading]
    above: tuple[SheetCell, ...]
    rows: tuple[Row, ...]
    cells: tuple[SheetCell, ...]
    spread: tuple[SheetCell, ...] = ()
    unit: str = ""
    next_table: SheetCell | None = None


def read_head(sheet: Sheet) -> Head | None:
    """The frame of the sheet's table; None where it has none."""
    rows = [row for row in map(_filled, sheet.rows) if row]
    names = _names(rows)
    first = _first_data(rows, names)
    if first is None:
        return None
    heads = _together([index for index in range(first) if _is_heading(rows[index], names)], rows)
    begin, end = (heads[0], heads[-1] + 1) if heads else (first, first)
    levels = [dict(row) for row in rows[begin:end]]
    spread = _fill_spread(levels, names) if sheet.spread else _fill_merged(levels, sheet)
    columns = sorted({column for row in (*levels, *rows[end:]) for column in row} - {names})
    stub, unit = without_unit(" ".join(level[names].text for level in levels if names in level))
    stub = "" if stub.lower() == unit else stub
    found = {column: heading for column in columns if (heading := _heading(levels, column))}
    above = tuple(cell for row in rows[:begin] for cell in row.values())
    cells = tuple(cell for row in rows[begin:end] for cell in row.values())
    data, next_table = _one_table(rows[end:], found)
    return Head(names, stub, found, above, data, cells, spread, unit, next_table)


def without_unit(text: str) -> tuple[str, str]:
    """A text without the unit of money at its end, and that unit."""
    found = _UNIT_AT_END.search(text)
    if not found:
        return text, ""
    rest = text[: found.start()].strip()
    return rest or text, found["unit"].lower()


def unit_in(text: str) -> str:
    """The unit of money that a text speaks of, "" for none."""
    found = _UNIT_ANYWHERE.search(text)
    return found["unit"].lower() if found else ""


def figure_without_unit(text: str) -> str:
    """The text of a cell before the unit of money that is written with it, "" where none is."""
    found = _WITH_UNIT.fullmatch(text)
    return found["figure"] if found else ""


def _filled(cells: Sequence[SheetCell]) -> Row:
    return {cell.column: cell for cell in cells if not cell.empty}


def _worded(cell: SheetCell) -> bool:
    return not cell.fault and cell.number is None


def _names(rows: Sequence[Row]) -> int:
    """The column with most words in rows of several cells, the leftmost of such."""
    counts: dict[int, int] = {}
    for row in rows:
        for column, cell in row.items():
            counts[column] = counts.get(column, 0) + (len(row) > 1 and _worded(cell))
    return min(counts, key=lambda column: (-counts[column], column), default=1)


def _first_data(rows: Sequence[Row], names: int) -> int | None:
    """The first row with figures. One of years or dates is of headings where it can't be a name and its figures."""
    headed = named = False
    for index, row in enumerate(rows):
        others = [cell for column, cell in row.items() if column != names]
        figures = [cell for cell in others if _meant_as_figure(cell)]
        years = bool(figures) and all(_is_year(cell) for cell in figures)
        words = len(others) > len(figures) or (not named and _are_near_years(figures))
        if figures and not ((years or _dates(figures)) and (names not in row or not headed or words)):
            return index
        headed = headed or _is_heading(row, names)
        named = named or (len(row) > 1 and names in row)
    return None


def _are_near_years(figures: Sequence[SheetCell]) -> bool:
    """Whether they are years as headings have them: each another one, and all of the same years."""
    years = [cell.number for cell in figures if cell.number is not None and _is_year(cell)]
    return len(set(years)) == len(figures) > 1 and max(years) - min(years) <= MOST_YEARS


def _together(heads: Sequence[int], rows: Sequence[Row]) -> list[int]:
    """The rows of headings that stand right above each other; those above an empty row tell of the table."""
    last: list[int] = []
    for index in reversed(heads):
        if last and _at(rows[last[0]]) > _at(rows[index]) + (last[0] - index):
            break
        last.insert(0, index)
    return last


def _at(row: Row) -> int:
    return next(iter(row.values())).row


def _one_table(rows: Sequence[Row], headings: Mapping[int, Heading]) -> tuple[tuple[Row, ...], SheetCell | None]:
    """The rows until one that is headings again, of years or the same as above, and the first cell of that."""
    own = {heading.lowest.casefold() for heading in headings.values()}
    for index, row in enumerate(rows):
        cells = [cell for column, cell in row.items() if column in headings]
        again = [cell for cell in cells if _is_year(cell) or cell.text.casefold() in own]
        if index and len(again) == len(cells) >= FEWEST_HEADINGS and any(map(_is_year, cells)) | _all_worded(cells):
            return tuple(rows[:index]), min(row.values(), key=lambda cell: cell.column)
    return tuple(rows), None


def _all_worded(cells: Sequence[SheetCell]) -> bool:
    return all(map(_worded, cells))


def _meant_as_figure(cell: SheetCell) -> bool:
    """Whether a cell holds a figure, or what looks like one and can't be read."""
    return (
        bool(cell.fault)
        or cell.number is not None
        or bool(_FIGURE_LIKE.fullmatch(figure_without_unit(cell.text) or cell.text))
    )


def _dates(figures: Sequence[SheetCell]) -> bool:
    return all(cell.fault == "import-date" for cell in figures)


def _is_heading(row: Row, names: int) -> bool:
    return len(row) > 1 or names not in row


def _heading(levels: Sequence[Row], column: int) -> Heading | None:
    cells = [level[column] for level in levels if column in level]
    if not cells:
        return None
    own = [cell for index, cell in enumerate(cells) if not _repeated(cell.text, cells[index + 1 :])]
    text, unit = without_unit(" ".join(cell.text for cell in sorted(own, key=_is_year)))
    return Heading(text, cells[-1], unit, without_unit(cells[-1].text)[0])


def _is_year(cell: SheetCell) -> bool:
    """Whether a heading is a year alone, which is said last: 2026 over "Utfall" is "Utfall 2026"."""
    return cell.number is not None and cell.number in YEARS


def _repeated(text: str, below: Sequence[SheetCell]) -> bool:
    """Whether a heading further down says it as well: 2027 over "Budget 2027"."""
    return any(f" {text} ".casefold() in f" {each.text} ".casefold() for each in below)


def _fill_merged(levels: Sequence[dict[int, SheetCell]], sheet: Sheet) -> tuple[SheetCell, ...]:
    """An upper heading over several columns is the heading of each."""
    for level in levels:
        for column, cell in tuple(level.items()):
            for merged in sheet.merged:
                if (merged.left, merged.top) == (column, cell.row):
                    for other in range(merged.left + 1, merged.right + 1):
                        level.setdefault(other, replace(cell, column=other))
    return ()


def _fill_spread(levels: Sequence[dict[int, SheetCell]], names: int) -> tuple[SheetCell, ...]:
    """The same of pasted text, where nothing says how far it reaches: until the next one."""
    return tuple(_spread(levels, names))


def _spread(levels: Sequence[dict[int, SheetCell]], names: int) -> Iterator[SheetCell]:
    for upper, lower in pairwise(levels):
        last: SheetCell | None = None
        for column in sorted({*upper, *lower} - {names}):
            if column in upper:
                last = upper[column]
            elif last is not None and column > names:
                upper[column] = replace(last, column=column)
                yield last
