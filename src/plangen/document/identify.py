"""Ids for the nodes that have none of their own: the id of what they stand in, their kind and their order there.

Such ids are for anchors and for faults' places, and change with what stands before the node. An author can rely on
those alone that the content gives: a file's name, a key, an `id`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar, assert_never

from plangen.dataclass import dataclass, replace
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Cell,
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
from plangen.document.walk import each_and_below

Item = TypeVar("Item", ListItem, Definition)

_KINDS = {
    Section: "section",
    Paragraph: "p",
    BulletList: "list",
    OrderedList: "list",
    Table: "table",
    Figure: "figure",
    BlockQuote: "quote",
    Callout: "callout",
    DefinitionList: "terms",
    PageBreak: "break",
    TableOfContents: "contents",
}


def identified(blocks: Sequence[Block], within: str = "") -> tuple[Block, ...]:
    """The blocks with an id for each of them and for all that they hold. An id that is given is never given again."""
    taken = {each.id for each in each_and_below(blocks)}
    return _Names(taken).blocks(blocks, within)


@dataclass(frozen=True, slots=True)
class _Names:
    """Gives ids; `taken` are those that blocks have already."""

    taken: AbstractSet[str]

    def blocks(self, blocks: Sequence[Block], within: str) -> tuple[Block, ...]:
        counts: dict[str, int] = {}
        named = []
        for block in blocks:
            kind = _KINDS[type(block)]
            counts[kind] = counts.get(kind, 0) + 1
            name = block.id or self.free(f"{within}.{kind}-{counts[kind]}".lstrip("."))
            named.append(self.inside(replace(block, id=name)))
        return tuple(named)

    def free(self, name: str) -> str:
        """The name, with underscores behind it while someone else has it."""
        while name in self.taken:
            name += "_"
        return name

    def inside(self, block: Block) -> Block:
        match block:
            case Section():
                heading = replace(block.heading, id=f"{block.id}.heading")
                return replace(block, heading=heading, blocks=self.blocks(block.blocks, block.id))
            case BulletList() | OrderedList():
                return replace(block, items=tuple(self.items(block.items, block.id)))
            case BlockQuote() | Callout():
                return replace(block, blocks=self.blocks(block.blocks, block.id))
            case DefinitionList():
                return replace(block, items=tuple(self.items(block.items, block.id)))
            case Table():
                rows = _rows(block.rows, f"{block.id}.row")
                return replace(block, head=_rows(block.head, f"{block.id}.head"), rows=rows)
            case Paragraph() | Figure() | PageBreak() | TableOfContents():
                return block
            case _:
                assert_never(block)

    def items(self, items: Sequence[Item], within: str) -> Iterator[Item]:
        for index, item in enumerate(items, 1):
            name = item.id or f"{within}.{index}"
            yield replace(item, id=name, blocks=self.blocks(item.blocks, name))


def _rows(rows: Sequence[Row], within: str) -> tuple[Row, ...]:
    named = (replace(row, id=row.id or f"{within}-{index}") for index, row in enumerate(rows, 1))
    return tuple(replace(row, cells=_cells(row.cells, row.id)) for row in named)


def _cells(cells: Sequence[Cell], within: str) -> tuple[Cell, ...]:
    return tuple(replace(cell, id=cell.id or f"{within}.{index}") for index, cell in enumerate(cells, 1))
