"""Headings that only one of two documents has -> the same text, with what stays no longer under such a heading.

Where a heading comes or goes within a text, what stands under it on one side stands under the heading before it on the
other; in reading order it has not moved. So the heading is put at the end of what stands before it, and what both sides
have comes after it there. That is not so of a goal: what stands with it belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from plangen.dataclass import dataclass, replace
from plangen.document.diff.called import GOAL
from plangen.document.diff.match import Matching
from plangen.document.diff.parts import Part
from plangen.document.nodes import Block, Section

Blocks = tuple[Block, ...]


def loosened(base: Part, head: Part, found: Matching) -> tuple[Blocks, Blocks] | None:
    """The blocks of both sides with nothing of the other's under a heading that the other hasn't got.

    None where there is no such heading. `found` tells what of the one is what of the other.
    """
    sides = (_Side(base, found.to_head), _Side(head, found.to_base))
    for side, other in (sides, sides[::-1]):
        side.find(other)
    return (sides[0].blocks(base.parts), sides[1].blocks(head.parts)) if any(side.stays for side in sides) else None


@dataclass(slots=True)
class _Side:
    """A document, and the `partners` that its parts have in the other.

    `above` has by parts what holds them, `stays` by loose headings how many blocks are theirs alone, and `bare` are the
    sections that are left of these.
    """

    root: Part
    partners: dict[Part, Part]
    above: dict[Part, Part] = field(default_factory=dict)
    stays: dict[Part, int] = field(default_factory=dict)
    bare: list[Section] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.above = {child: part for part in self.root.each() for child in part.parts}

    def find(self, other: _Side) -> None:
        """Finds the headings that the other side hasn't got, with something under them that it has before them."""
        for parent in self.root.each():
            for index, part in enumerate(parent.parts):
                if isinstance(part.node, Section) and part not in self.partners and part.node.role != GOAL:
                    open_ = [parent, *_open(parent.parts[index - 1] if index else None)]
                    first = next((at for at, each in enumerate(part.parts) if self.there(each, open_, other)), None)
                    if first is not None:
                        self.stays[part] = first

    def there(self, part: Part, open_: Sequence[Part], other: _Side) -> bool:
        """Whether the other side has a part in one of those that stand open before its heading."""
        where = [self.partners[each] for each in open_ if each in self.partners]
        if part in self.partners:
            return other.above[self.partners[part]] in where
        free = (each for place in where for each in place.parts if each not in other.partners)
        return part.weight > 1 and any(each.key == part.key for each in free)

    def blocks(self, parts: Sequence[Part], found: Blocks = (), attached: bool = False) -> Blocks:
        """The blocks of parts behind those that are found, with each loose heading at the end of what is before it."""
        for part in parts:
            node = part.node
            assert isinstance(node, Block)
            if part in self.stays:
                own = self.stays[part]
                assert isinstance(node, Section)
                self.bare.append(replace(node, blocks=self.blocks(part.parts[:own])))
                found = self.blocks(part.parts[own:], self.put(found, self.bare[-1]), attached=True)
                continue
            block = replace(node, blocks=self.blocks(part.parts)) if isinstance(node, Section) else node
            found = self.put(found, block) if attached else (*found, block)
        return found

    def put(self, blocks: Blocks, more: Block) -> Blocks:
        """The blocks with one more at their end: in the section that is open there, unless its rank is as high."""
        last = blocks[-1] if blocks else None
        if not isinstance(last, Section) or self.is_bare(last):
            return (*blocks, more)
        if isinstance(more, Section) and not self.is_bare(more) and more.heading.level <= last.heading.level:
            return (*blocks, more)
        return (*blocks[:-1], replace(last, blocks=self.put(last.blocks, more)))

    def is_bare(self, section: Section) -> bool:
        return any(section is each for each in self.bare)


def _open(part: Part | None) -> Iterator[Part]:
    """The sections that end where a part does, outermost first."""
    while part is not None and isinstance(part.node, Section):
        yield part
        part = part.parts[-1] if part.parts else None
