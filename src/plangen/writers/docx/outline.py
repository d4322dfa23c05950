"""The headings of a document -> what the styles of its headings carry.

What all headings of a level share belongs to the level's style, so that a heading added in Word is like the others:
the number, and the new page before it. A heading that has no number though its level has says so itself. One that is
kept out of the contents list has a style derived from its level's and counts as deeper than the list goes, since Word
and LibreOffice list every heading down to there. Where the deepest levels hold such headings alone, the list ends above
them instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plangen.document.document import Document
from plangen.document.nodes import Heading, Section, TableOfContents
from plangen.document.walk import every_block

LEVELS = range(1, 7)


@dataclass(frozen=True, slots=True)
class Outline:
    """`numbered` levels carry numbers, `paged` ones start pages, `unlisted` ones need a style beside their own.

    `depth` is that of the contents list, 0 without one; `numbers` the longest number of each level in it.
    """

    depth: int
    numbered: frozenset[int]
    paged: frozenset[int]
    unlisted: frozenset[int]
    numbers: Mapping[int, str]

    def style(self, heading: Heading) -> str:
        """The name of a heading's style."""
        level = level_of(heading)
        return style_name(level, unlisted=not heading.listed and level in self.unlisted)


def outline(document: Document) -> Outline:
    """What the heading styles of this document carry.

    A level is numbered unless it has headings and none of them is.
    """
    headings = tuple(_headings(document))
    contents = [block for block in every_block(document) if isinstance(block, TableOfContents)]
    depth = max((_depth(block, headings) for block in contents), default=0)
    of = {level: [each for each in headings if level_of(each) == level] for level in LEVELS}
    return Outline(
        depth,
        numbered=frozenset(level for level in LEVELS if not of[level] or any(each.numbered for each in of[level])),
        paged=frozenset(level for level in LEVELS if of[level] and all(each.page_break_before for each in of[level])),
        unlisted=frozenset(level_of(each) for each in headings if not each.listed and level_of(each) <= depth),
        numbers=MappingProxyType(_longest_numbers(contents)),
    )


def level_of(heading: Heading) -> int:
    """The level of a heading, among those that have styles."""
    return min(max(heading.level, 1), max(LEVELS))


def style_name(level: int, *, unlisted: bool = False) -> str:
    """The name of the style of a level's headings."""
    return f"Heading {level} Unlisted" if unlisted else f"heading {level}"


def _headings(document: Document) -> Iterator[Heading]:
    return (block.heading for block in every_block(document) if isinstance(block, Section))


def _depth(contents: TableOfContents, headings: tuple[Heading, ...]) -> int:
    deepest = max((entry.level for entry in contents.entries), default=contents.depth)
    below = range(deepest + 1, contents.depth + 1)
    return deepest if any(not each.listed and level_of(each) in below for each in headings) else contents.depth


def _longest_numbers(contents: list[TableOfContents]) -> dict[int, str]:
    longest: dict[int, str] = {}
    for entry in (entry for each in contents for entry in each.entries):
        longest[entry.level] = max(longest.get(entry.level, ""), entry.number, key=len)
    return longest
