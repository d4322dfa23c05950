"""Headings that only one of two documents has -> the same text, with what stays no longer under such a heading.

A heading that is neither numbered nor listed is a line in its chapter. Where it comes or goes, what stands under it on
one side stands under the heading before it on the other; in reading order it has not moved. So the heading is put at
the end of what stands before it, and what both sides have comes after it there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plangen.dataclass import replace
from plangen.document.document import Document
from plangen.document.nodes import Block, Section
from plangen.document.walk import every_block

Sections = Mapping[str, Section]


def without_loose_headings(document: Document, other: Document) -> Document:
    """A document in which nothing of the other's stands under a heading that the other hasn't got."""
    known = {block.id: block for block in every_block(other) if isinstance(block, Section) and block.id}
    if all(not _loose(block, known) for block in every_block(document)):
        return document
    return replace(document, blocks=_blocks(document.blocks, frozenset(), known))


def _blocks(some: Sequence[Block], here: frozenset[str], known: Sections) -> tuple[Block, ...]:
    """The blocks of a part. `here` are the ids of what stands in that part on the other side."""
    found: list[Block] = []
    for block in some:
        if not isinstance(block, Section):
            found.append(block)
            continue
        section = replace(block, blocks=_blocks(block.blocks, _ids(known.get(block.id)), known))
        if not _loose(section, known):
            found.append(section)
            continue
        above = found[-1] if found else None
        beside = isinstance(above, Section) and above.id in known
        heading, stays = _parted(section, _ids(known[above.id]) if beside and above is not None else here)
        if isinstance(above, Section) and beside and stays:
            found[-1] = replace(above, blocks=(*above.blocks, heading, *stays))
        else:
            found += [heading, *stays]
    return tuple(found)


def _loose(block: Block, known: Sections) -> bool:
    if not isinstance(block, Section) or block.id in known:
        return False
    return not (block.heading.listed or block.heading.numbered)


def _parted(section: Section, there: frozenset[str]) -> tuple[Section, tuple[Block, ...]]:
    """A section, and what of its end stands in a part of the other side, from the first block that does."""
    first = next((at for at, block in enumerate(section.blocks) if block.id in there), len(section.blocks))
    return replace(section, blocks=section.blocks[:first]), section.blocks[first:]


def _ids(section: Section | None) -> frozenset[str]:
    return frozenset(block.id for block in section.blocks if block.id) if section else frozenset()
