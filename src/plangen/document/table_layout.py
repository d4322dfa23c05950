"""Column widths from the content, as CSS lays out tables automatically (CSS 2.1, 17.5.2.2), for every format at once.

A column is never narrower than its longest word that can't break, and a figure's thousand groups are one word. Where
the words don't fit the upright page the table goes on a landscape one; where they don't fit that either, long words get
soft hyphens, and at last shorter ones too. The widths add up to the width of the text. A table within a list, a
quotation, a box or a note never turns the page. One that fits in no way is told of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, error
from plangen.document.alignment import Spacing, printed_head, spacing
from plangen.document.grid import Line, Slot, grid
from plangen.document.inlines import Badge, FootnoteReference, Inline, LineBreak, Strong, Text
from plangen.document.nodes import Block, Cell, Section, Table
from plangen.document.walk import SOFT_HYPHEN, every_inline, map_children, map_inlines, map_table, padded, plain_text
from plangen.document.walk import blocks as children
from plangen.document.year_heads import broken, whole, year_columns

SLACK = 0.75
"""Points added to the width of a word, so that rounding in an engine never breaks it."""

PART_INDENT = 9.0
"""Points by which the name of a row stands in that is a part of the one above."""

LONG_WORD, SHORTER_WORD = 8, 6
"""The letters that a word has at least for it to be hyphenated, and where that isn't enough."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The room there is, in points, and how wide text is: `measure(text, bold)` in the tables' type size.

    `paddings` are those of cells, left and right together. `hyphenate` gives a word with soft hyphens where it may
    break. `indents` say how far the blocks that a kind of block holds stand in from the text around it.
    """

    text_width: float
    landscape_width: float
    paddings: Mapping[Spacing, float]
    measure: Callable[[str, bool], float]
    hyphenate: Callable[[str], str]
    indents: Mapping[type[Block], float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Extent:
    """What a column needs at least, and what it would take without any line break, in points."""

    least: float
    most: float


def laid_out(
    blocks: Sequence[Block], layout: Layout, *, may_turn: bool = True
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """The blocks with the width of each table's columns, and whether it needs a landscape page if one `may_turn`.

    Tables of one role with the same columns get the same widths, so that the eye finds the columns again.
    """
    room = _Room(layout.text_width, may_turn)
    alike: dict[object, list[_Roomed]] = {}
    for table in (each for block in blocks for each in _roomed(block, room, layout)):
        alike.setdefault(_likeness(table), []).append(table)
    settings = {table: setting for tables in alike.values() for table, setting in _settings(tables, layout)}
    found = tuple(_too_wide(roomed.table) for roomed, setting in settings.items() if not setting.fits)
    return tuple(_set(block, room, layout, settings) for block in blocks), found


@dataclass(frozen=True, slots=True)
class _Room:
    """The width that a table has where it stands, and whether its page may be turned."""

    width: float
    may_turn: bool

    def inside(self, block: Block, layout: Layout) -> _Room:
        """The room of what a block holds."""
        if isinstance(block, Section):
            return self
        return _Room(max(self.width - layout.indents.get(type(block), 0), 1), may_turn=False)


@dataclass(frozen=True, slots=True)
class _Roomed:
    """A table and its room."""

    table: Table
    room: _Room


@dataclass(frozen=True, slots=True)
class _Setting:
    """How tables alike are set. Words of so many letters are `hyphenated`, none at 0; `broken` are heads of years."""

    widths: tuple[float, ...]
    landscape: bool
    hyphenated: int
    fits: bool
    broken: bool = False


def _roomed(block: Block, room: _Room, layout: Layout) -> Iterator[_Roomed]:
    if isinstance(block, Table):
        yield _Roomed(block, room)
    for child in children(block):
        yield from _roomed(child, room.inside(block, layout), layout)


def _set(block: Block, room: _Room, layout: Layout, settings: Mapping[_Roomed, _Setting]) -> Block:
    if not isinstance(block, Table):
        return map_children(block, lambda child: _set(child, room.inside(block, layout), layout, settings))
    setting = settings[_Roomed(block, room)]
    block = broken(block) if setting.broken else block
    columns = tuple(
        replace(column, width=round(width, 2)) for column, width in zip(block.columns, setting.widths, strict=True)
    )
    return replace(_hyphenated(block, setting.hyphenated, layout), columns=columns, landscape=setting.landscape)


def _likeness(roomed: _Roomed) -> object:
    table = roomed.table
    return (table.role, "" if table.role else table.id, tuple(column.field for column in table.columns), roomed.room)


def _settings(alike: Sequence[_Roomed], layout: Layout) -> Iterator[tuple[_Roomed, _Setting]]:
    """The setting of each of some tables alike: the same for all, if there is one that they all fit."""
    together = _setting([each.table for each in alike], alike[0].room, layout)
    for each in alike:
        yield each, together if together.fits else _setting([each.table], each.room, layout)


def _setting(tables: Sequence[Table], room: _Room, layout: Layout) -> _Setting:
    """The first of the ways to set tables that they fit, or else the last."""
    widest = layout.landscape_width if room.may_turn else room.width
    unhyphenated = [(room.width, 0), (widest, 0)] if room.may_turn else [(room.width, 0)]
    for width, letters in (*unhyphenated, (widest, LONG_WORD), (widest, SHORTER_WORD)):
        setting = _headed([_hyphenated(table, letters, layout) for table in tables], width, layout)
        setting = replace(setting, landscape=width > room.width, hyphenated=letters)
        if setting.fits:
            break
    return setting


def _headed(tables: Sequence[Table], width: float, layout: Layout) -> _Setting:
    """Tables set in a width, the heads of years on one line where that takes no more room down the page than two.

    Where they are on two, what is left of the width is shared as by heads on one, unless that takes more lines.
    """
    if not any(map(year_columns, tables)):
        return _within(tables, width, layout)
    one, two = [whole(table) for table in tables], [broken(table) for table in tables]
    level = _within(one, width, layout)
    stacked = (_within(two, width, layout, tables), _within(two, width, layout))
    lines, best = min(((_height(two, each.widths, layout), each) for each in stacked), key=lambda way: way[0])
    if level.fits and _height(one, level.widths, layout) <= lines:
        return level
    return replace(best, broken=True)


def _within(tables: Sequence[Table], width: float, layout: Layout, wished: Sequence[Table] = ()) -> _Setting:
    """Tables set in a width; what is left of it is shared as by the `wished`, where the same is on fewer lines."""
    extents = _common(tables, layout)
    if wished:
        extents = [replace(own, most=other.most) for own, other in zip(extents, _common(wished, layout), strict=True)]
    fits = sum(extent.least for extent in extents) <= width
    return _Setting(_shared(extents, width), landscape=False, hyphenated=0, fits=fits)


def _height(tables: Sequence[Table], widths: Sequence[float], layout: Layout) -> int:
    """How many lines of text the rows of tables take with columns of these widths."""
    heights: dict[tuple[int, int], int] = {}
    for number, table in enumerate(tables):
        for slot, bold, indent in _slots(table):
            room = widths[slot.column] - layout.paddings[spacing(slot, table.columns)] - indent
            lines = _lines(printed_head(slot.cell, table.columns[slot.column]))
            needed = sum(
                _wrapped([layout.measure(word, bold) for word in line.split(" ")], room, layout.measure(" ", bold))
                for line in lines
            )
            heights[number, slot.row] = max(heights.get((number, slot.row), 1), needed if slot.rows == 1 else 1)
    return sum(heights.values())


def _wrapped(words: Sequence[float], room: float, space: float) -> int:
    """How many lines words of these widths take in a room, filled one by one."""
    count, filled = 1, 0.0
    for word in words:
        if filled and filled + space + word > room:
            count, filled = count + 1, word
        else:
            filled += (space if filled else 0) + word
    return count


def _too_wide(table: Table) -> Diagnostic:
    return error("table-too-wide", table.location, table=plain_text(table.caption), columns=len(table.columns))


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
    empty = layout.paddings[""] + SLACK
    least = [empty] * len(table.columns)
    most = [empty + 1] * len(table.columns)
    for slot, bold, indent in _slots(table):
        lines = [line for line in _lines(printed_head(slot.cell, table.columns[slot.column])) if line]
        words = [word for line in lines for word in _unbreakable(line) if word]
        index, spare = slot.column, layout.paddings[spacing(slot, table.columns)] + indent + SLACK
        least[index] = max([least[index], *(layout.measure(word, bold) + spare for word in words)])
        most[index] = max([most[index], *(layout.measure(line, bold) + spare for line in lines)])
    return [_Extent(low, high) for low, high in zip(least, most, strict=True)]


def _slots(table: Table) -> Iterator[tuple[Slot, bool, float]]:
    """Each cell of one column, whether any of it is set in bold, and how far its text stands in."""
    for line in grid(table).lines:
        for slot in line.slots:
            if slot.columns == 1:
                strong = any(isinstance(each, Strong) for each in every_inline(slot.cell.inlines))
                part = line.row.role == "whereof" and slot.column == 0
                yield slot, strong or _is_bold(line, table), PART_INDENT if part else 0


def _is_bold(line: Line, table: Table) -> bool:
    return line.index < len(table.head) or line.row.role in ("total", "subtotal", "group")


def _lines(inlines: tuple[Inline, ...]) -> list[str]:
    """What a cell prints, marks of notes included, a string for each line that its author broke."""

    def printed(inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, LineBreak):
            return (Text("\n"),)
        if isinstance(inline, Badge):
            return (Text(padded(inline)),)
        return (Text(inline.mark),) if isinstance(inline, FootnoteReference) else (inline,)

    plain = all(each.__class__ is Text for each in inlines)
    return plain_text(inlines if plain else map_inlines(inlines, printed)).split("\n")


def _unbreakable(line: str) -> Iterator[str]:
    """The pieces of a line that can't be broken, each with the hyphen that a break after it would show."""
    for word in line.split(" "):
        *pieces, last = word.split(SOFT_HYPHEN)
        yield from (f"{piece}-" for piece in pieces)
        yield last


def _hyphenated(table: Table, letters: int, layout: Layout) -> Table:
    """The table with the words of so many letters hyphenated; as it is at 0."""
    if not letters:
        return table
    words = re.compile(rf"[^\W\d_]{{{letters},}}")

    def hyphenated(inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, Text):
            return (inline,)
        return (replace(inline, text=words.sub(lambda word: layout.hyphenate(word.group()), inline.text)),)

    def cell(cell: Cell) -> Cell:
        return replace(cell, inlines=map_inlines(cell.inlines, hyphenated))

    return map_table(table, cell, lambda inlines: inlines)
