"""How what a cell says stands in its column, by one rule for every format.

Figures stand on the right, so that their digits can be compared down the column; a word among them stands on the left,
as words are read. Where words on the left follow figures on the right there is more room between the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from plangen.dataclass import replace
from plangen.document.grid import Slot
from plangen.document.inlines import Badge, FootnoteReference, Inline, LineBreak, Text
from plangen.document.nodes import Align, Cell, Column
from plangen.document.walk import plain_text

Spacing = Literal["", "apart", "close"]
"""The room within a cell's sides: the usual; more on the left, after figures; less, where badges have their ground."""


def alignment(cell: Cell, column: Column) -> Align:
    """How a cell's text is aligned: as its column is, but for words among the figures of a column on the right."""
    if column.align != "right" or cell.header == "column":
        return column.align
    text = plain_text(cell.inlines)
    words = any(each.isalpha() for each in text) and not any(each.isdigit() for each in text)
    return "left" if words else "right"


def spacing(slot: Slot, columns: Sequence[Column]) -> Spacing:
    """The room within the sides of a cell of a table with these columns."""
    inlines = slot.cell.inlines
    if inlines and all(isinstance(each, Badge | LineBreak) for each in inlines):
        return "close"
    after_figures = slot.column > 0 and columns[slot.column - 1].align == "right"
    return "apart" if after_figures and alignment(slot.cell, columns[slot.column]) == "left" else ""


def printed_head(cell: Cell, column: Column) -> tuple[Inline, ...]:
    """What a cell of a column prints: the head of a year on two lines ("Budget", "2026") where its column says so."""
    match cell.inlines:
        case (Text(text=text) as first, *rest) if column.broken_head and cell.header == "column":
            above, space, year = text.rpartition(" ")
            if space and all(isinstance(each, FootnoteReference) for each in rest):
                return (replace(first, text=above), LineBreak(), replace(first, text=year), *rest)
    return cell.inlines
