"""Column widths from the content, as CSS lays out tables automatically (CSS 2.1, 17.5.2.2), for every format at once.

A column is never narrower than its longest word that can't break, and a figure's thousand groups are one word. Where
the words don't fit the upright page the table goes on a landscape one; where they don't fit that either, long words get
soft hyphens. The widths add up to the width of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from plangen.document.nodes import Block, Cell, FootnoteReference, Inline, LineBreak, Row, Strong, Table, Text
from plangen.document.walk import every_block, every_inline, map_inlines, map_table, map_tables, plain_text

SOFT_HYPHEN = "\u00ad"
SLACK = 0.75
"""Points added to the width of a word, so that rounding in an engine never breaks it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The room there is, in points, and how wide text is: `measure(text, bold)` in the tables' type size.

    `padding` is that of a cell, left and right together. `hyphenate` gives a word with soft hyphens where it may break.
    """

    text_width: float
    landscape_width: float
    padding: float
    measure: Callable[[str, bool], float]
    hyphenate: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Extent:
    """What a column needs at least, and what it would take without any line break, in points."""

    least: float
    most: float


def laid_out(blocks: Sequence[Block], layout: Layout) -> tuple[Block, ...]:
    """The blocks with the width of each table's columns, and whether it needs a landscape page.

    Tables of one role with the same columns get the same widths, so that the eye finds the columns again.
    """
    alike: dict[object, list[Table]] = {}
    for block in blocks:
        for table in (each for each in (block, *every_block(block)) if isinstance(each, Table)):
            alike.setdefault(_likeness(table), []).append(table)
    widths = {likeness: _widths(tables, layout) for likeness, tables in alike.items()}

    def change(table: Table) -> Table:
        found = widths[_likeness(table)]
        hyphenated = _hyphenated(table, layout) if found.hyphenate else table
        columns = tuple(
            replace(column, width=round(width, 2)) for column, width in zip(table.columns, found.widths, strict=True)
        )
        return replace(hyphenated, columns=columns, landscape=found.landscape)

    return tuple(map_tables(block, change) for block in blocks)


@dataclass(frozen=True, slots=True)
class _Widths:
    """The widths of the columns of tables alike."""

    widths: tuple[float, ...]
    landscape: bool = False
    hyphenate: bool = False


def _likeness(table: Table) -> object:
    return (table.role, tuple(column.field for column in table.columns)) if table.role else table.id


def _widths(tables: Sequence[Table], layout: Layout) -> _Widths:
    extents = _common(tables, layout)
    least = sum(extent.least for extent in extents)
    if least <= layout.text_width:
        return _Widths(_shared(extents, layout.text_width))
    if least <= layout.landscape_width:
        return _Widths(_shared(extents, layout.landscape_width), landscape=True)
    extents = _common([_hyphenated(table, layout) for table in tables], layout)
    return _Widths(_shared(extents, layout.landscape_width), landscape=True, hyphenate=True)


def _common(tables: Sequence[Table], layout: Layout) -> list[_Extent]:
    extents = zip(*(_extents(table, layout) for table in tables), strict=True)
    return [_Extent(max(each.least for each in of), max(each.most for each in of)) for of in extents]


def _shared(extents: Sequence[_Extent], width: float) -> tuple[float, ...]:
    """The width shared between columns: each its most where that fits, else its least and a part of the rest."""
    least, most = sum(each.least for each in extents), sum(each.most for each in extents)
    if most <= width:
        return tuple(each.most + (width - most) * each.most / most for each in extents)
    if least >= width:
        return tuple(each.least * width / least for each in extents)
    return tuple(each.least + (width - least) * (each.most - each.least) / (most - least) for each in extents)


def _extents(table: Table, layout: Layout) -> list[_Extent]:
    least = [0.0] * len(table.columns)
    most = [1.0] * len(table.columns)
    for index, cell, bold in _cells(table):
        lines = [line for line in _lines(cell.inlines) if line]
        words = [word for line in lines for word in _unbreakable(line) if word]
        least[index] = max([least[index], *(layout.measure(word, bold) for word in words)])
        most[index] = max([most[index], *(layout.measure(line, bold) for line in lines)])
    spare = layout.padding + SLACK
    return [_Extent(low + spare, high + spare) for low, high in zip(least, most, strict=True)]


def _cells(table: Table) -> Iterator[tuple[int, Cell, bool]]:
    """Each cell of one column, with the index of its column and whether any of it is set in bold."""
    for row, bold_row in _rows(table):
        index = 0
        for cell in row.cells:
            if cell.column_span == 1 and index < len(table.columns):
                yield index, cell, bold_row or any(isinstance(each, Strong) for each in every_inline(cell.inlines))
            index += cell.column_span


def _rows(table: Table) -> Iterator[tuple[Row, bool]]:
    yield from ((row, True) for row in table.head)
    yield from ((row, row.role in ("total", "subtotal", "group")) for row in table.rows)


def _lines(inlines: tuple[Inline, ...]) -> list[str]:
    """What a cell prints, marks of notes included, a string for each line that its author broke."""

    def printed(inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, LineBreak):
            return (Text("\n"),)
        return (Text(inline.mark),) if isinstance(inline, FootnoteReference) else (inline,)

    return plain_text(map_inlines(inlines, printed)).split("\n")


def _unbreakable(line: str) -> Iterator[str]:
    """The pieces of a line that can't be broken, each with the hyphen that a break after it would show."""
    for word in line.split(" "):
        *pieces, last = word.split(SOFT_HYPHEN)
        yield from (f"{piece}-" for piece in pieces)
        yield last


def _hyphenated(table: Table, layout: Layout) -> Table:
    def hyphenated(inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, Text):
            return (inline,)
        return (
            replace(inline, text=re.sub(r"[^\W\d_]{8,}", lambda word: layout.hyphenate(word.group()), inline.text)),
        )

    def cell(cell: Cell) -> Cell:
        return replace(cell, inlines=map_inlines(cell.inlines, hyphenated))

    return map_table(table, cell, lambda inlines: inlines)
