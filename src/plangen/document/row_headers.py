"""Tables that an author wrote in Markdown -> the same with the cells that name their rows told as heads of them.

Markdown knows heads of columns only, but who hears a table needs to hear what a row is of (WCAG 2.2, 1.3.1). The first
column names the rows where each of its cells says something of its own in words. Where it has but numbers, dates or
letters that count, the second may ("Nr", "Åtgärd", …), as in WAI's tutorial of tables with an offset column of heads.
Where neither does, nothing is guessed. The tables of a plan's own data have their heads from compose.
"""

from __future__ import annotations

import re

from plangen.dataclass import replace
from plangen.document.nodes import Cell, Row, Table
from plangen.document.walk import plain_text
from plangen.locale.numbers import month_names

LONGEST_NAME = 100
"""Characters; what says more is a text, and would be read before each cell of its row."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_DATE = re.compile(r"[^\W\d_]+|\d+")


def with_row_headers(table: Table, locale: str) -> Table:
    """The table with heads of its rows, where it has none and a column names them."""
    if table.role or any(cell.header == "row" or _spans(cell) for row in table.rows for cell in row.cells):
        return table
    for index in range(min(2, len(table.columns) - 1)):
        cells = [plain_text(row.cells[index].inlines).strip() for row in table.rows if index < len(row.cells)]
        in_words = [_in_words(each, locale) for each in cells]
        if len(cells) == len(table.rows) and all(in_words) and _are_names(cells):
            return replace(table, rows=tuple(_headed(row, index) for row in table.rows))
        if any(in_words):
            break
    return table


def _spans(cell: Cell) -> bool:
    return cell.column_span > 1 or cell.row_span > 1


def _in_words(text: str, locale: str) -> bool:
    """Whether a text says more than a number, a letter or a date does."""
    words = _WORD.findall(text)
    dated = any(each.isdecimal() for each in _DATE.findall(text))
    return any(not (dated and each.casefold() in month_names(locale)) for each in words)


def _are_names(cells: list[str]) -> bool:
    return len({each.casefold() for each in cells}) == len(cells) and max(map(len, cells), default=0) <= LONGEST_NAME


def _headed(row: Row, index: int) -> Row:
    cells = (replace(cell, header="row") if at == index else cell for at, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells))
