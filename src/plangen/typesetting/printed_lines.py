"""The lines of text that a document prints, and where in its file a part of one stands.

A line knows where it begins. For a fault of one character the file itself is searched, from there to where the next
line begins; it is read only then.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from unicodedata import normalize

from plangen.brand.brand import Running
from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.document.document import Document
from plangen.document.inlines import Abbreviation, Badge, Code, Inline, LineBreak, Text
from plangen.document.nodes import Block, BulletList, DefinitionList, OrderedList, Table
from plangen.document.walk import every_block_with_notes, every_inline, texts

_FIELD = re.compile(r"\{\w+\}")

ReadLines = Callable[[str], Sequence[str]]
"""Gives the lines of a file, none where it can't be read."""


@dataclass(frozen=True)
class PrintedLine:
    """A run of inlines, and the place where it begins."""

    place: Location
    inlines: tuple[Inline, ...]

    @cached_property
    def text(self) -> str:
        """What is printed of it, in NFC, without what is generated."""
        return normalize("NFC", "".join(map(_text, every_inline(self.inlines))))


def printed_lines(document: Document) -> tuple[PrintedLine, ...]:
    """Every line of the cover, the text and the notes."""
    lines = [(field.location, field.inlines) for field in document.metadata.cover]
    lines += [line for block in every_block_with_notes(document) for line in _lines(block)]
    return tuple(PrintedLine(place, inlines) for place, inlines in lines)


def running_lines(document: Document, running: Running, outline: str) -> Iterator[PrintedLine]:
    """What stands at the head and foot of pages and nowhere else.

    Of the brand's texts it is their own words, since their fields are texts of the plan; of those of the outline, a
    file, the characters that no other line has.
    """
    metadata = document.metadata
    for given, place, said in (
        (running.header, running.header_at, metadata.header),
        (running.footer, running.footer_at, metadata.footer),
    ):
        if given is not None:
            yield PrintedLine(place, (Text(_FIELD.sub(" ", given)),))
        elif own := set(normalize("NFC", said)).difference(*(line.text for line in printed_lines(document))):
            yield PrintedLine(Location(outline), (Text("".join(sorted(own))),))


def _text(inline: Inline) -> str:
    match inline:
        case Text() | Code() | Abbreviation() | Badge():
            return inline.text
        case LineBreak():
            return "\n"
        case _:
            return ""


def _lines(block: Block) -> Iterator[tuple[Location, tuple[Inline, ...]]]:
    match block:
        case Table():
            yield block.location, block.caption
            for row in (*block.head, *block.rows):
                yield from ((cell.location, cell.inlines) for cell in row.cells)
            yield from ((note.location, note.inlines) for note in block.notes)
        case DefinitionList():
            yield from ((item.location, item.term) for item in block.items)
        case BulletList() | OrderedList():
            pass
        case _:
            yield from ((block.location, inlines) for inlines in texts(block))


def written(character: str) -> str:
    """A pattern for the ways in which a file can write a character: itself, entities of Markdown, escapes of YAML."""
    number = ord(character)
    ways = (re.escape(character), re.escape(normalize("NFD", character)), f"&#(?i:x)0*(?i:{number:x});")
    return "|".join((*ways, f"&#0*{number};", rf"\\u(?i:{number:04x})", rf"\\U(?i:{number:08x})"))


class Spots:
    """Finds parts of lines in their files. Where one isn't found, the place is that of the line.

    Cells of a row all begin where the row does. So what was found for one is passed by for the next.
    """

    def __init__(self, lines: Sequence[PrintedLine], read_lines: ReadLines) -> None:
        self._starts = sorted({line.place for line in lines})
        self._read = read_lines
        self._passed: dict[tuple[Location, str], tuple[int, int]] = {}
        self._missing: set[tuple[Location, str]] = set()

    def find(self, line: Location, pattern: str, times: int = 1) -> Location:
        """Where a pattern first stands in a line that has it so many times."""
        begin, sought = (line.line, line.column), (line, pattern)
        if not line.line or sought in self._missing:
            return line
        end = self._end(line)
        passed = self._passed.get(sought, begin)
        found = self._matches(line.file, pattern, passed, end)
        first = next(found, None) or next(self._matches(line.file, pattern, begin, end), None)
        first = first or self._only(line.file, pattern)
        if first is None:
            self._missing.add(sought)
            return line
        last = next(islice(found, times - 2, None), first) if times > 1 else first
        self._passed[sought] = (last.line, last.column + last.length)
        return first

    def _end(self, line: Location) -> tuple[int, int]:
        """Where the next line of the same file begins."""
        after = bisect_right(self._starts, _begins(line), key=_begins)
        following = self._starts[after] if after < len(self._starts) else None
        return (following.line, following.column) if following and following.file == line.file else _END

    def _only(self, file: str, pattern: str) -> Location | None:
        """Where it stands in the whole file, if there once: a table's title may stand below its rows."""
        found = self._matches(file, pattern, (1, 1), _END)
        first = next(found, None)
        return first if next(found, None) is None else None

    def _matches(self, file: str, pattern: str, begin: tuple[int, int], end: tuple[int, int]) -> Iterator[Location]:
        sought, lines = re.compile(pattern), self._read(file)
        for number in range(begin[0], min(end[0], len(lines)) + 1):
            text = lines[number - 1]
            first = begin[1] - 1 if number == begin[0] else 0
            last = end[1] - 1 if number == end[0] else len(text)
            for match in sought.finditer(text, first, last):
                yield Location(file, number, match.start() + 1, match.end() - match.start())


def _begins(place: Location) -> tuple[str, int, int]:
    return place.file, place.line, place.column


_END = (10**9, 1)
"""Beyond the end of any file."""
