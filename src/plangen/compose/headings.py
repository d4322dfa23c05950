"""Blocks with headings as an outline or an author wrote them -> the same with levels, series and what is numbered set.

A heading stands one level below that of the section that it stands in, as deep as headings go, whatever was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.dataclass import replace
from plangen.document.nodes import Block, Heading, Section, TableOfContents
from plangen.document.walk import map_children
from plangen.locale.catalogue import Catalogue

HEADINGS = 6
APPENDIX = "appendix"
TOP = Heading(level=0, inlines=())


def levelled(blocks: Sequence[Block], words: Catalogue) -> tuple[Block, ...]:
    """The blocks of a document, with each heading at its level and rank."""
    return tuple(_levelled(tuple(parted(blocks)), (TOP,), words))


def parted(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with each contents list, which is a part of its own, out of the section that stands before it."""
    for block in blocks:
        if not isinstance(block, Section):
            yield block
            continue
        inner = tuple(parted(block.blocks))
        end = next((index for index, each in enumerate(inner) if isinstance(each, TableOfContents)), len(inner))
        yield replace(block, blocks=inner[:end])
        yield from inner[end:]


def _levelled(blocks: Sequence[Block], above: tuple[Heading, ...], words: Catalogue) -> Iterator[Block]:
    """The blocks below some headings, the outermost first.

    What stands below a heading without a number of the sections has none of theirs either; nor is anything in the
    contents list that stands below what isn't; nor has a heading in a list or a quotation a number.
    """
    apart = (*above[:-1], replace(above[-1], numbered=False, listed=False))
    for block in blocks:
        if isinstance(block, Section):
            heading = _placed(block.heading, above, words)
            yield replace(block, heading=heading, blocks=tuple(_levelled(block.blocks, (*above, heading), words)))
        else:
            yield map_children(block, lambda child: next(_levelled((child,), apart, words)))


def _placed(own: Heading, above: tuple[Heading, ...], words: Catalogue) -> Heading:
    upper = above[-1]
    placed = replace(own, level=min(upper.level + 1, HEADINGS), listed=own.listed and upper.listed)
    if not own.series or not own.numbered:
        counted = own.numbered and upper.numbered and not upper.series
        return replace(placed, series="", label="", numbered=counted)
    rank = 1 + max((each.rank for each in above if each.series == own.series), default=0)
    label = own.label or (words.labels["appendix"] if own.series == APPENDIX else "")
    return replace(placed, rank=rank, label=label)
