"""Captions of tables: a line `Tabell: Rubrik {#id}` right above or under a Markdown table becomes the table's.

Right under a table without an empty line between, Markdown takes the line for a row of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest

from plangen.dataclass import replace
from plangen.diagnostics import Diagnostic, Location, error
from plangen.document.inlines import Inline, Text
from plangen.document.nodes import Block, Paragraph, Row, Table
from plangen.document.walk import plain_text

_ID = re.compile(r"\s*\{#(?P<id>[\w.-]+)\}\s*$")


def with_captions(
    blocks: Sequence[Block], word: str, found: list[Diagnostic], together: Callable[[Location, Location], bool]
) -> tuple[Block, ...]:
    """The blocks with each caption line in its table. `word` is what such a line begins with ("Tabell").

    A line between two tables belongs to the one that no empty line parts it from: `together` tells that of two places.
    """
    result: list[Block] = []
    waiting: Paragraph | None = None
    for block, below in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Table):
            table = _with_last_row(block, word, found)
            result.append(table if waiting is None else _captioned(table, waiting, word, found))
            waiting = None
        elif not isinstance(block, Paragraph) or not _is_caption(block.inlines, word):
            result.append(block)
        else:
            above = result[-1] if result else None
            between = isinstance(above, Table) and isinstance(below, Table)
            if isinstance(below, Table) and (not between or together(block.location, below.location)):
                waiting = block
            elif isinstance(above, Table) and not between:
                result[-1] = _captioned(above, block, word, found)
            else:
                code = "caption-ambiguous" if between else "caption-without-table"
                found.append(error(code, block.location, word=word))
    return tuple(result)


def without_id(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], str]:
    """A line without the `{#id}` at its end, and that id."""
    last = inlines[-1] if inlines else None
    match = _ID.search(last.text) if isinstance(last, Text) else None
    if not isinstance(last, Text) or match is None:
        return inlines, ""
    kept = last.text[: match.start()]
    return (*inlines[:-1], *((replace(last, text=kept),) if kept else ())), match["id"]


def _is_caption(inlines: Sequence[Inline], word: str) -> bool:
    first = inlines[0] if inlines else None
    return isinstance(first, Text) and first.text.startswith(f"{word}:")


def _captioned(table: Table, line: Paragraph, word: str, found: list[Diagnostic]) -> Table:
    if table.caption:
        found.append(error("caption-twice", line.location))
        return table
    first, *rest = line.inlines
    assert isinstance(first, Text)
    inlines, name = without_id((replace(first, text=first.text.removeprefix(f"{word}:").lstrip()), *rest))
    if not plain_text(inlines).strip():
        found.append(error("caption-empty", line.location, word=word))
        return table
    return replace(table, id=name, caption=inlines, caption_visible=True, numbered=True)


def _with_last_row(table: Table, word: str, found: list[Diagnostic]) -> Table:
    """A table whose last row is a caption line that stands right under it, with that as its caption."""
    *rows, last = table.rows or (Row(cells=()),)
    captions = [row for row in table.rows if row.cells and _is_caption(row.cells[0].inlines, word)]
    for row in captions:
        if row is not last or any(cell.inlines for cell in row.cells[1:]):
            found.append(error("caption-in-table", row.location, word=word))
            return table
    if not captions:
        return table
    line = Paragraph(inlines=last.cells[0].inlines, location=last.location)
    return _captioned(replace(table, rows=tuple(rows)), line, word, found)
