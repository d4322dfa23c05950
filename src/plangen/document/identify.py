"""Ids for the nodes that have none of their own: the id of what they stand in, their kind and their order there.

Such ids are for anchors and for faults' places. What is referred to (sections, tables, figures) has an id of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

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
    """The blocks with an id for each of them and for all that they hold."""
    counts: dict[str, int] = {}
    named = []
    for block in blocks:
        kind = _KINDS[type(block)]
        counts[kind] = counts.get(kind, 0) + 1
        name = block.id or f"{within}.{kind}-{counts[kind]}".lstrip(".")
        named.append(_inside(replace(block, id=name)))
    return tuple(named)


def _inside(block: Block) -> Block:
    match block:
        case Section():
            heading = replace(block.heading, id=f"{block.id}.heading")
            return replace(block, heading=heading, blocks=identified(block.blocks, block.id))
        case BulletList():
            return replace(block, items=_items(block.items, block.id))
        case OrderedList():
            return replace(block, items=_items(block.items, block.id))
        case BlockQuote():
            return replace(block, blocks=identified(block.blocks, block.id))
        case Callout():
            return replace(block, blocks=identified(block.blocks, block.id))
        case DefinitionList():
            return replace(block, items=_definitions(block.items, block.id))
        case Table():
            return replace(block, head=_rows(block.head, f"{block.id}.head"), rows=_rows(block.rows, f"{block.id}.row"))
        case Paragraph() | Figure() | PageBreak() | TableOfContents():
            return block
        case _:
            assert_never(block)


def _items(items: Sequence[ListItem], within: str) -> tuple[ListItem, ...]:
    named = (replace(item, id=item.id or f"{within}.{index}") for index, item in enumerate(items, 1))
    return tuple(replace(item, blocks=identified(item.blocks, item.id)) for item in named)


def _definitions(items: Sequence[Definition], within: str) -> tuple[Definition, ...]:
    named = (replace(item, id=item.id or f"{within}.{index}") for index, item in enumerate(items, 1))
    return tuple(replace(item, blocks=identified(item.blocks, item.id)) for item in named)


def _rows(rows: Sequence[Row], within: str) -> tuple[Row, ...]:
    named = (replace(row, id=row.id or f"{within}-{index}") for index, row in enumerate(rows, 1))
    return tuple(replace(row, cells=_cells(row.cells, row.id)) for row in named)


def _cells(cells: Sequence[Cell], within: str) -> tuple[Cell, ...]:
    return tuple(replace(cell, id=cell.id or f"{within}.{index}") for index, cell in enumerate(cells, 1))
