"""Where running text is hyphenated at the ends of lines, as Word does it by the settings that the Word file has.

Lines that aren't justified need few hyphens. So a word is hyphenated only where it would else leave more than the
brand's zone empty (ECMA-376 part 1, 17.15.1.53), and only on so many lines in a row (17.15.1.22). Typst
knows no zone: its own hyphenation breaks every word that can be. So the lines are filled here first, one by one as both
engines fill them, and the words that are to break get a soft hyphen, which Typst takes. No other word has any, so that
a search finds it. Where a line comes out otherwise in Typst, the soft hyphen is within it and isn't seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from typing import NamedTuple

from plangen.brand.brand import Brand, Hyphenation, StyleName
from plangen.dataclass import dataclass, replace
from plangen.document.document import Document
from plangen.document.inlines import (
    CrossReference,
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    DefinitionList,
    OrderedList,
    Paragraph,
    Section,
)
from plangen.document.orientation import runs
from plangen.document.walk import SOFT_HYPHEN, map_children, map_inlines, plain_text, reference_head
from plangen.typesetting.hyphenation import break_points
from plangen.typesetting.metrics import text_width

RAISED = 0.65
"""The size of a footnote's mark, as a share of the text's."""

_UNIT = re.compile(r"(?P<word>[^ \n]*?(?:-(?=[^\W\d_])|[–—/](?=\w)|(?=[ \n]|$)))(?P<space>[ \n]*)")
"""What stands on one line: up to a space, or to a sign after which a line may end (UAX #14: HY, BA and SY)."""

_WORD = re.compile(r"[^\W\d_]{5,}")


def with_line_hyphens(document: Document, brand: Brand) -> Document:
    """The document with a soft hyphen in each word that is to be hyphenated at the end of a line."""
    if brand.hyphenation is None:
        return document
    room = _Room(brand, brand.hyphenation, document.metadata.language, brand.page.text_width)
    return replace(document, blocks=_blocks(document.blocks, room))


@dataclass(frozen=True, slots=True)
class _Room:
    """Where a paragraph stands: the width of its lines in points, and its style."""

    brand: Brand
    hyphenation: Hyphenation
    language: str
    width: float
    style: StyleName = "body"

    def inside(self, block: Block) -> _Room:
        """The room of what a block holds."""
        styles = self.brand.styles
        match block:
            case BulletList() | OrderedList():
                return replace(self, width=self.width - styles["list-item"].indent, style="list-item")
            case BlockQuote():
                return replace(self, width=self.width - styles["quotation"].indent, style="quotation")
            case DefinitionList():
                return replace(self, width=self.width - styles["list-item"].indent, style="body")
            case Callout():
                return replace(self, width=self.width - self.brand.box_indent, style="body")
            case _:
                return self


class _Leaf(NamedTuple):
    """A part of a paragraph in one look: where it starts, and the number of its Text where that may be hyphenated."""

    start: int
    text: str
    size: float
    bold: bool
    number: int | None = None


def _blocks(blocks: Sequence[Block], room: _Room) -> tuple[Block, ...]:
    wide = replace(room, width=room.brand.page.landscape_text_width)
    return tuple(_block(each, wide if landscape else room) for landscape, run in runs(blocks) for each in run)


def _block(block: Block, room: _Room) -> Block:
    match block:
        case Section():
            return replace(block, blocks=_blocks(block.blocks, room))
        case Paragraph():
            return replace(block, inlines=_hyphenated(block.inlines, room))
        case _:
            return map_children(block, partial(_block, room=room.inside(block)))


def _hyphenated(inlines: tuple[Inline, ...], room: _Room) -> tuple[Inline, ...]:
    """The paragraph with its soft hyphens; as it is where a picture stands in a line, which may be of any width."""
    leaves = tuple(_leaves(inlines, room))
    if any(isinstance(each, Image) for each in inlines):
        return inlines
    found: dict[int, list[int]] = {}
    for number, offset in _points(leaves, room):
        found.setdefault(number, []).append(offset)
    return _with_hyphens(inlines, found) if found else inlines


def _with_hyphens(inlines: tuple[Inline, ...], found: Mapping[int, Sequence[int]]) -> tuple[Inline, ...]:
    numbers = count()

    def change(inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, CrossReference) and not inline.inlines:
            return (replace(inline, title=map_inlines(inline.title, change)),)
        if not isinstance(inline, Text):
            return (inline,)
        text = inline.text
        for offset in reversed(found.get(next(numbers), ())):
            text = text[:offset] + SOFT_HYPHEN + text[offset:]
        return (replace(inline, text=text),)

    return map_inlines(inlines, change)


def _leaves(inlines: tuple[Inline, ...], room: _Room) -> Iterator[_Leaf]:
    """The parts of a paragraph in their order. Texts are numbered as `map_inlines` meets them."""
    look = room.brand.styles[room.style]
    numbers, start = count(), 0

    def parts(of: tuple[Inline, ...], *, bold: bool) -> Iterator[tuple[str, float, bool, int | None]]:
        for each in of:
            match each:
                case Text():
                    number = next(numbers)
                    yield each.text, look.size, bold, number if each.language in ("", room.language) else None
                case LineBreak():
                    yield "\n", look.size, bold, None
                case FootnoteReference():
                    yield each.mark, look.size * RAISED, bold, None
                case CrossReference(inlines=()):
                    head = reference_head(each)
                    yield f"{head} " if head and each.title else head, look.size, bold, None
                    yield from parts(each.title, bold=bold)
                case Emphasis() | Strong() | Link() | CrossReference():
                    yield from parts(each.inlines, bold=bold or isinstance(each, Strong))
                case _:
                    yield plain_text((each,)), look.size, bold, None

    for text, size, bold, number in parts(inlines, bold=look.bold):
        yield _Leaf(start, text, size, bold, number)
        start += len(text)


def _points(leaves: Sequence[_Leaf], room: _Room) -> Iterator[tuple[int, int]]:
    """The number of a Text and the place in it, for each word that is to be hyphenated."""
    text = "".join(leaf.text for leaf in leaves)
    zone, most = room.hyphenation.zone, room.hyphenation.most_in_a_row
    width = partial(_width, leaves, room.brand)
    filled, in_a_row = 0.0, 0
    for unit in _UNIT.finditer(text):
        start, end = unit.span("word")
        wide = width(start, end)
        if filled + wide > room.width and filled:
            left = room.width - filled
            may = left > zone and not (most and in_a_row >= most)
            point = _last_point(leaves, unit, left, room) if may else None
            if point is None:
                filled, in_a_row = 0, 0
            else:
                at, number, offset = point
                yield number, offset
                wide, filled, in_a_row = width(at, end), 0, in_a_row + 1
        filled += wide + width(*unit.span("space"))
        if "\n" in unit["space"]:
            filled, in_a_row = 0, 0


def _last_point(leaves: Sequence[_Leaf], unit: re.Match[str], left: float, room: _Room) -> tuple[int, int, int] | None:
    """The last place where a word of the unit may break and its first part fits: in the whole text, and in its Text."""
    start, end = unit.span("word")
    for leaf in reversed(leaves):
        if leaf.number is None or leaf.start >= end or leaf.start + len(leaf.text) <= start:
            continue
        hyphen = text_width("-", size=leaf.size, bold=leaf.bold, fonts=room.brand.fonts)
        first = max(start - leaf.start, 0)
        for word in reversed(list(_WORD.finditer(leaf.text, first, min(end - leaf.start, len(leaf.text))))):
            for point in reversed(() if word.group().isupper() else break_points(word.group(), room.language)):
                at = leaf.start + word.start() + point
                if _width(leaves, room.brand, start, at) + hyphen <= left:
                    return at, leaf.number, word.start() + point
    return None


def _width(leaves: Sequence[_Leaf], brand: Brand, start: int, end: int) -> float:
    """The width of a part of the text, which may have several looks."""
    wide = 0.0
    for leaf in leaves:
        if leaf.start < end and start < leaf.start + len(leaf.text):
            part = leaf.text[max(start - leaf.start, 0) : end - leaf.start]
            wide += text_width(part, size=leaf.size, bold=leaf.bold, fonts=brand.fonts)
    return wide
