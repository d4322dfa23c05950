"""What the parts of a compared document are called in a summary: their kind, their title, or else how they begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from plangen.document.diff.differences import What, shortened, side
from plangen.document.diff.parts import PartNode, children, own_lines
from plangen.document.diff.tables import OLD
from plangen.document.inlines import Inline
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Definition,
    DefinitionList,
    Figure,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Section,
    Table,
    TableOfContents,
)
from plangen.document.walk import every_inline, plain_text

GOAL, GOVERNING, AGENDA, FRAME = "goal", "governing-documents", "agenda", "frame"
"""Roles of sections, of lists, of lists' items and of paragraphs."""

_OVERVIEWS = ("indicator-overview", "agenda-matrix")
"""Roles of tables that say anew what stands with the goals."""

_LISTS = ("agenda-matrix--numbers", "abbreviations--all", "calculations--list")
"""Ids of lists that say anew what stands elsewhere in the plan."""


def generated(node: PartNode) -> bool:
    """Whether all that a node says is told of where it comes from, so that a summary isn't to tell it again."""
    match node:
        case Table():
            return node.role in _OVERVIEWS
        case BulletList() | OrderedList() | DefinitionList():
            return node.id.removesuffix(OLD) in _LISTS
        case _:
            return False


def what_of(node: PartNode) -> What:
    """What a summary takes a part for."""
    match node:
        case Section():
            return "goal" if node.role == GOAL else "section"
        case ListItem():
            return "agenda-goal" if node.role == AGENDA else "item"
        case Paragraph():
            return "frame" if node.role == FRAME else "paragraph"
        case BulletList() | OrderedList() | DefinitionList():
            return "list"
        case Definition():
            return "term"
        case Table():
            return "table"
        case Figure():
            return "figure"
        case BlockQuote():
            return "quotation"
        case Callout():
            return "box"
        case PageBreak() | TableOfContents():
            return "section"
        case _:
            assert_never(node)


def title_of(node: PartNode) -> str:
    """What a node is called, now or else before."""
    match node:
        case Section():
            line = node.heading.inlines
        case Table() | Figure():
            line = node.caption
        case Callout():
            line = node.title
        case Definition():
            line = node.term
        case _:
            return ""
    return shortened(side(line, "new") or side(line, "old"))


def titles_in(node: PartNode) -> Iterator[str]:
    """The titles of the goals and sections in one that came or went, but for those that were moved."""
    for child in children(node):
        if isinstance(child, Section) and not (child.change and (child.change.of or child.change.kind == "moved")):
            if child.heading.listed:
                yield title_of(child)
            yield from titles_in(child)


def opening_of(node: PartNode) -> str:
    """How a node that has no title begins."""
    if isinstance(node, Section | Table | Figure):
        return ""
    return shortened(" ".join(_texts(node)))


def _texts(node: PartNode | Block) -> Iterator[str]:
    for line in own_lines(node):
        yield side(line, "new") or side(line, "old")
    for child in children(node):
        yield from _texts(child)


def setting_of(node: PartNode, lines: Sequence[tuple[Inline, ...]]) -> tuple[str, str]:
    """What is set otherwise: what it led to or was read as before, and what it says; how it begins, if all of it is."""
    marked = [inline for line in lines for inline in every_inline(line) if inline.change]
    if not marked:
        return (node.change.of if node.change else "", opening_of(node))
    return next((each.change.of for each in marked if each.change and each.change.of), ""), shortened(
        plain_text(marked)
    )
