"""Where the lines of a rendered outline come from: marks of the outline's own lines that pass through Jinja.

Each stretch of an outline's text carries its line with it, and each line of the result is told by the last mark on it.
`OutlineLines` gives nodes and faults, whose places are lines of the result, the places in the outline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, Location
from plangen.document.inlines import CrossReference, FootnoteReference, Inline
from plangen.document.nodes import Block, BulletList, ListItem, OrderedList, Row, Section, Table
from plangen.document.walk import map_block, map_children

_OPEN, _CLOSE = "\ue010", "\ue011"
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")


class LineMarks(Extension):
    """Puts a mark at the start of each stretch of text, and of each line in it."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens with marks in those that are text."""
        for token in stream:
            yield Token(token.lineno, "data", _marked(token.value, token.lineno)) if token.type == "data" else token


def _marked(text: str, first: int) -> str:
    lines = text.split("\n")
    return "\n".join(f"{_OPEN}{first + index}{_CLOSE}{line}" for index, line in enumerate(lines))


def unmarked(text: str) -> str:
    """A text without marks."""
    return _MARK.sub("", text)


def lines_of(text: str) -> tuple[int, ...]:
    """The outline's line for each line of what it gave."""
    found: list[int] = []
    for line in text.split("\n"):
        marks = _MARK.findall(line)
        found.append(int(marks[-1]) if marks else (found[-1] if found else 1))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class OutlineLines:
    """The file of an outline, and its line for each line of what it gave, counted from 0."""

    file: str
    lines: tuple[int, ...]

    def place(self, given: Location) -> Location:
        """The place in the outline of a place in what it gave."""
        line = self.lines[given.line] if given.line < len(self.lines) else 0
        return Location(self.file, line)

    def fault(self, fault: Diagnostic) -> Diagnostic:
        """A fault of what the outline gave, at its place in the outline."""
        return replace(fault, location=self.place(fault.location))

    def block(self, block: Block) -> Block:
        """A block that the outline gave, with the places of it and all that it holds in the outline."""
        return map_block(self._placed(block), self._inline)

    def _placed(self, block: Block) -> Block:
        block = replace(block, location=self.place(block.location))
        match block:
            case Section():
                block = replace(block, heading=replace(block.heading, location=block.location))
            case BulletList() | OrderedList():
                block = replace(block, items=tuple(self._item(item) for item in block.items))
            case Table():
                rows = tuple(self._row(row) for row in block.rows)
                block = replace(block, head=tuple(self._row(row) for row in block.head), rows=rows)
            case _:
                pass
        return map_children(block, self._placed)

    def _item(self, item: ListItem) -> ListItem:
        return replace(item, location=self.place(item.location))

    def _row(self, row: Row) -> Row:
        place = self.place(row.location)
        return replace(row, location=place, cells=tuple(replace(cell, location=place) for cell in row.cells))

    def _inline(self, inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, CrossReference | FootnoteReference):
            return (replace(inline, location=self.place(inline.location)),)
        return (inline,)
