"""A document's blocks -> the same with no table within a list, where an ODT can hold none (ODF 1.3, 5.3.3).

The list ends at the table and goes on after it. What follows the table in its item stands after it, before the list
goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.dataclass import replace
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    DefinitionList,
    ListItem,
    OrderedList,
    Paragraph,
    Section,
    Table,
)


def parted_at_tables(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with each list that holds a table parted there."""
    return tuple(part for block in blocks for part in _parted(block))


def _parted(block: Block) -> Iterator[Block]:
    match block:
        case BulletList() | OrderedList():
            yield from _list(block)
        case Section() | BlockQuote() | Callout():
            yield replace(block, blocks=parted_at_tables(block.blocks))
        case DefinitionList():
            items = tuple(replace(item, blocks=parted_at_tables(item.blocks)) for item in block.items)
            yield replace(block, items=items)
        case _:
            yield block


def _list(whole: BulletList | OrderedList) -> Iterator[Block]:
    done, items = 0, list[ListItem]()
    for number, item in enumerate(whole.items, 1):
        blocks = parted_at_tables(item.blocks)
        tables = [place for place, block in enumerate(blocks) if isinstance(block, Table)]
        first = tables[0] if tables else len(blocks)
        items.append(replace(item, blocks=blocks[:first] or (Paragraph(inlines=()),)))
        if tables:
            yield _part(whole, items, done)
            yield from blocks[first:]
            done, items = number, []
    if items:
        yield _part(whole, items, done)


def _part(whole: BulletList | OrderedList, items: Iterable[ListItem], done: int) -> Block:
    """Some of the items, after so many; the id stays with the first part."""
    name = "" if done else whole.id
    if isinstance(whole, OrderedList):
        return replace(whole, id=name, items=tuple(items), start=whole.start + done)
    return replace(whole, id=name, items=tuple(items))
