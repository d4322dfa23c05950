"""The headings of a document -> what the styles of its headings carry.

What all headings of a level share belongs to the level's style, so that a heading added in Word is like the others:
the number, and the new page before it. A heading that has no number though its level has says so itself. One that is
kept out of the contents list has a style derived from its level's and counts as deeper than the list goes, since Word
and LibreOffice list every heading down to there. Where the deepest levels hold such headings alone, the list ends above
them instead.

The headings of a series have styles and a numbering of their own, a style for each rank, based on that of the level
that the rank is first met at. A heading of the rank at another level has the style of its level, and says itself where
in the series it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from types import MappingProxyType

from plangen.dataclass import dataclass, replace
from plangen.document.document import Document
from plangen.document.heading_look import look_level
from plangen.document.nodes import Heading, Numeral, Section, TableOfContents
from plangen.document.walk import every_block, plain_text

LEVELS = range(1, 7)
FIRST_SERIES = 4
"""The numbering of the first series; those before are of the sections, bullets and ordered lists."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank of a series: the number of the numbering that counts it, its headings' level, label and numeral.

    `paged`: all the headings of its style start pages.
    """

    series: str
    rank: int
    numbering: int
    level: int
    label: str
    numeral: Numeral
    paged: bool

    @property
    def style(self) -> str:
        """The name of the style of its headings."""
        words = "".join(each if each.isalnum() else " " for each in self.series).title()
        return f"Heading {words} {self.rank}"


@dataclass(frozen=True, slots=True)
class Outline:
    """`numbered` levels carry numbers, `paged` ones start pages, `unlisted` ones need a style beside their own.

    `depth` is that of the contents list, 0 without one; `numbers` the longest number of each level in it, those with a
    label aside, `titles` the shortest title that has no number. `ranks` are those of the series, in the order of their
    numberings; `numberless` is a numbering that prints nothing, for headings without the number that their style has, 0
    where none are. (Word would take 0 itself for none, but not every validator does.)
    """

    depth: int
    numbered: frozenset[int]
    paged: frozenset[int]
    unlisted: frozenset[int]
    numbers: Mapping[int, str]
    titles: Mapping[int, str] = field(default_factory=dict)
    ranks: tuple[Rank, ...] = ()
    numberless: int = 0

    def style(self, heading: Heading) -> str:
        """The name of a heading's style."""
        rank = self.rank(heading)
        if rank and _has_style_of(rank, heading):
            return rank.style
        level = level_of(heading)
        return style_name(level, unlisted=not heading.listed and level in self.unlisted)

    def rank(self, heading: Heading) -> Rank | None:
        """The rank of a heading that is counted in a series."""
        return next((each for each in self.ranks if (each.series, each.rank) == (heading.series, heading.rank)), None)

    def number(self, heading: Heading) -> tuple[int, int] | None:
        """The numbering and the level in it that a heading has to name itself, its style being of another mind."""
        rank = self.rank(heading)
        if rank:
            return None if _has_style_of(rank, heading) else (rank.numbering, rank.rank)
        return (self.numberless, 1) if not heading.numbered and level_of(heading) in self.numbered else None

    def starts_page(self, heading: Heading) -> bool:
        """Whether a heading's style starts a page."""
        rank = self.rank(heading)
        return rank.paged if rank and _has_style_of(rank, heading) else level_of(heading) in self.paged


def outline(document: Document) -> Outline:
    """What the heading styles of this document carry.

    A level is numbered unless it has headings and none of them is.
    """
    headings = tuple(_headings(document))
    ranks = tuple(_ranks(headings))
    lists = (block for block in every_block(document) if isinstance(block, TableOfContents))
    contents = [block for block in lists if block.of == "headings"]
    depth = max((_depth(block, headings) for block in contents), default=0)
    by_level = [each for each in headings if not each.series]
    of = {level: [each for each in by_level if level_of(each) == level] for level in LEVELS}
    numbered = frozenset(level for level in LEVELS if not of[level] or any(each.numbered for each in of[level]))
    without = any(not each.numbered and level_of(each) in numbered for each in by_level)
    return Outline(
        depth,
        numbered=numbered,
        paged=frozenset(level for level in LEVELS if of[level] and all(each.page_break_before for each in of[level])),
        unlisted=frozenset(level_of(each) for each in headings if _has_style_apart(each, depth)),
        numbers=MappingProxyType(_longest_numbers(contents)),
        titles=MappingProxyType(_shortest_titles(contents)),
        ranks=ranks,
        numberless=max([FIRST_SERIES - 1, *(each.numbering for each in ranks)]) + 1 if without else 0,
    )


def level_of(heading: Heading) -> int:
    """The level of a heading, among those that have styles."""
    return min(max(heading.level, 1), max(LEVELS))


def style_name(level: int, *, unlisted: bool = False) -> str:
    """The name of the style of a level's headings."""
    return f"Heading {level} Unlisted" if unlisted else f"heading {level}"


def _headings(document: Document) -> Iterator[Heading]:
    return (block.heading for block in every_block(document) if isinstance(block, Section))


def _ranks(headings: Sequence[Heading]) -> Iterator[Rank]:
    """The ranks of each series, from the outermost; its numbering comes after those that every document has."""
    for number, series in enumerate(dict.fromkeys(each.series for each in headings if each.series), FIRST_SERIES):
        own = [each for each in headings if each.series == series]
        for rank in sorted({each.rank for each in own}):
            first = next(each for each in own if each.rank == rank)
            found = Rank(series, rank, number, level_of(first), first.label, first.numeral, paged=False)
            styled = [each for each in own if each.rank == rank and _has_style_of(found, each)]
            yield replace(found, paged=bool(styled) and all(each.page_break_before for each in styled))


def _has_style_apart(heading: Heading, depth: int) -> bool:
    """Whether a heading looks unlike those of its level, or stands in the list's depth without being listed."""
    return not heading.listed and (level_of(heading) <= depth or look_level(heading) != heading.level)


def _has_style_of(rank: Rank, heading: Heading) -> bool:
    return heading.listed and level_of(heading) == rank.level


def _depth(contents: TableOfContents, headings: tuple[Heading, ...]) -> int:
    deepest = max((entry.level for entry in contents.entries), default=contents.depth)
    below = range(deepest + 1, contents.depth + 1)
    return deepest if any(not each.listed and level_of(each) in below for each in headings) else contents.depth


def _longest_numbers(contents: list[TableOfContents]) -> dict[int, str]:
    longest: dict[int, str] = {}
    for entry in (entry for each in contents for entry in each.entries):
        number = "" if entry.label else entry.number
        longest[entry.level] = max(longest.get(entry.level, ""), number, key=len)
    return longest


def _shortest_titles(contents: list[TableOfContents]) -> dict[int, str]:
    shortest: dict[int, str] = {}
    for entry in (entry for each in contents for entry in each.entries if not entry.number):
        title = plain_text(entry.inlines)
        shortest[entry.level] = min(shortest.get(entry.level, title), title, key=len)
    return shortest
