"""The faults of a comparison's sides -> what a reviewer is told before all else: that not all could be compared.

What a fault is about may be missing from a document, and then looks like something that came or went.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.dataclass import dataclass
from plangen.document.document import FaultySide
from plangen.document.inlines import Text
from plangen.document.nodes import Block, BulletList, Callout, ListItem, Paragraph
from plangen.locale.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a side, and its first faults."""

    sentence: str
    faults: tuple[str, ...]


def told(sides: Sequence[FaultySide], words: Catalogue) -> tuple[Told, ...]:
    """What is said of each side with faults."""
    return tuple(Told(_sentence(side, words), tuple(_faults(side, words))) for side in sides)


def incomplete(sides: Sequence[FaultySide], words: Catalogue) -> tuple[Block, ...]:
    """The box that says it; none where no side has faults."""
    if not sides:
        return ()
    blocks: list[Block] = []
    for each in told(sides, words):
        items = (ListItem(blocks=(Paragraph(inlines=(Text(fault),)),)) for fault in each.faults)
        blocks += [Paragraph(inlines=(Text(each.sentence),)), BulletList(items=tuple(items))]
    return (Callout(title=(Text(words.labels["diff-incomplete"]),), blocks=tuple(blocks), kind="important"),)


def none_changed(sides: Sequence[FaultySide], words: Catalogue) -> str:
    """What is said where no change was found; "" where nothing was compared."""
    if not all(side.shown for side in sides):
        return ""
    return words.labels["diff-nothing-shown" if sides else "diff-nothing"]


def _sentence(side: FaultySide, words: Catalogue) -> str:
    key = "diff-side-shown" if side.shown else "diff-side-unread"
    count = words.labels["diff-fault" if side.count == 1 else "diff-faults"].format(count=side.count)
    return words.labels[key].format(side=side.side, faults=count)


def _faults(side: FaultySide, words: Catalogue) -> Iterator[str]:
    yield from side.first
    if side.count > len(side.first):
        yield words.labels["diff-rest"].format(count=side.count - len(side.first))
