"""A document as a tree of parts that can be matched: what holds what, by one shape whatever the kinds of the nodes."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cached_property

from plangen.dataclass import dataclass
from plangen.document.diff.keys import atom_setting, exact_key, key_weight, text_key
from plangen.document.diff.likeness import Bag, bag, sizes
from plangen.document.diff.lines import Token, line_tokens
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
    Row,
    Section,
    Table,
    TableOfContents,
)
from plangen.document.walk import texts

PartNode = Block | ListItem | Definition

GOAL_LINES = ("responsible", "contributes-to")
"""Roles of the paragraphs that say, behind a label, who answers for a goal and what it contributes to."""

_BY_ORDER = re.compile(r"(?:^|\.)(?:section|p|list|table|figure|quote|callout|terms|break|contents)-\d+_*$")
"""Ids that `identify` forms of a node's place: they say nothing of which node it is."""

_CLASSES: dict[type[PartNode], str] = {
    Section: "section",
    Paragraph: "paragraph",
    BulletList: "list",
    OrderedList: "list",
    ListItem: "item",
    Table: "table",
    Figure: "figure",
    BlockQuote: "quote",
    Callout: "callout",
    DefinitionList: "terms",
    Definition: "term",
    PageBreak: "break",
    TableOfContents: "contents",
}


@dataclass(eq=False)
class Part:
    """A node with what it holds, and its order in what holds it.

    Parts are compared by identity; `kind` tells which may be matched with which.
    """

    node: PartNode | None
    parts: tuple[Part, ...]
    order: int = 0

    @cached_property
    def kind(self) -> str:
        """The kind of the node; both kinds of list are one."""
        return _CLASSES[type(self.node)] if self.node is not None else "document"

    @cached_property
    def name(self) -> str:
        """The id that the content gives the node, or ""."""
        node = self.node
        if not isinstance(node, Section | Table | Figure | Paragraph | ListItem) or not node.id:
            return ""
        if isinstance(node, ListItem) and not node.role:
            return ""
        return "" if _BY_ORDER.search(node.id) else node.id

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the node's own text."""
        return tuple(token for line in own_lines(self.node) for token in line_tokens(line))

    @cached_property
    def bag(self) -> Bag:
        """The words of the node and of all that it holds."""
        counts = bag(self.says)
        for part in self.parts:
            counts.update(part.bag)
        return counts

    @cached_property
    def size(self) -> int:
        """How much the words of the bag say, in characters."""
        return sum(self.sizes.values())

    @cached_property
    def sizes(self) -> Mapping[Hashable, int]:
        """How much each word of the bag says, in characters."""
        return sizes(self.bag)

    @cached_property
    def says(self) -> tuple[tuple[Hashable, ...], ...]:
        """What the node's own lines say."""
        return tuple(text_key(line) for line in own_lines(self.node))

    @cached_property
    def key(self) -> int:
        """What two parts have in common that say the same throughout."""
        return hash((self.kind, self.says, tuple(part.key for part in self.parts)))

    @cached_property
    def exact(self) -> int:
        """What two parts have in common between which nothing would be marked."""
        lines = tuple(exact_key(line) for line in own_lines(self.node))
        return hash((_shape(self.node), self.name, lines, tuple(part.exact for part in self.parts)))

    @cached_property
    def weight(self) -> int:
        """How much the part says, in characters, and at least 1."""
        own = sum(key_weight(line) for line in self.says)
        return 1 + own + sum(part.weight for part in self.parts)

    def each(self) -> Iterator[Part]:
        """The part and every part below it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.each()


def root(blocks: Sequence[Block]) -> Part:
    """The parts of a document's blocks, under one that has no node."""
    return Part(None, tuple(_part(block, index) for index, block in enumerate(blocks)))


def own_lines(node: PartNode | None) -> Iterator[tuple[Inline, ...]]:
    """The lines that a node itself holds; a table's with all its cells."""
    match node:
        case None | ListItem() | DefinitionList():  # a list's terms are those of its definitions, which are parts
            return
        case Definition():
            yield node.term
        case Figure():
            yield (node.image,)
            yield from texts(node)
        case _:
            yield from texts(node)


def _shape(node: PartNode | None) -> Hashable:
    """What of a node is compared beside its lines and what it holds."""
    match node:
        case Section():
            return (Section, node.heading.numbered)
        case Figure():
            return (Figure, atom_setting(node.image), node.chart)
        case Table():
            columns = tuple(column.field for column in node.columns)
            rows = tuple((row_name(row, node), row.role, len(row.cells)) for row in (*node.head, *node.rows))
            return (Table, columns, rows, tuple(note.id for note in node.notes))
        case _:
            return type(node).__name__


def row_name(row: Row, table: Table) -> str:
    """The id that the content gives a row, without the table's; "" where it goes by the row's order."""
    own = row.id.removeprefix(f"{table.id}.")
    return "" if own == row.id or own.startswith(("row-", "head-")) else own


def _part(node: PartNode, order: int) -> Part:
    return Part(node, tuple(_part(child, index) for index, child in enumerate(children(node))), order)


def children(node: PartNode) -> tuple[PartNode, ...]:
    """What a node holds."""
    match node:
        case Section() | BlockQuote() | Callout() | ListItem() | Definition():
            return node.blocks
        case BulletList() | OrderedList() | DefinitionList():
            return node.items
        case _:
            return ()
