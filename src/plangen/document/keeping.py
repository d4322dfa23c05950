"""What stands on one page, in every format: what is so small that a page's end would tear it apart, and lines of facts.

A line of facts is a paragraph right below a heading that begins with its name in bold ("**Ansvarig:** Nämnden"). It
says nothing alone at the foot of a page, and goes with what follows.
"""

from __future__ import annotations

from plangen.dataclass import replace
from plangen.document.inlines import Strong
from plangen.document.nodes import Block, BulletList, DefinitionList, OrderedList, Paragraph, Section, Table
from plangen.document.walk import map_children, plain_text

MOST_ROWS = 6
"""Rows below the head of a table that stands whole."""

MOST_ITEMS = 8
"""Items of a list that stands whole, each a paragraph."""

MOST_CHARACTERS = 600
"""Characters in all. So much has room on a page, however narrow the columns are."""


LONGEST_FACT = 300
"""Characters of a line of facts; what says more is a text."""


def with_facts_kept(block: Block) -> Block:
    """The block with the lines of facts in it and below kept on the page of what follows them."""
    block = map_children(block, with_facts_kept)
    if not isinstance(block, Section):
        return block
    kept = list(block.blocks)
    for index, each in enumerate(kept[:-1]):
        if not (isinstance(each, Paragraph) and _is_fact(each)):
            break
        kept[index] = replace(each, keep_with_next=True)
    return replace(block, blocks=tuple(kept))


def _is_fact(node: Paragraph) -> bool:
    match node.inlines:
        case (Strong() as name, *_):
            return plain_text((name,)).rstrip().endswith(":") and len(plain_text(node.inlines)) <= LONGEST_FACT
        case _:
            return False


def stands_whole(node: Table | BulletList | OrderedList | DefinitionList) -> bool:
    """Whether no page ends within a table or a list."""
    match node:
        case Table():
            cells = [cell.inlines for row in (*node.head, *node.rows) for cell in row.cells]
            return len(node.rows) <= MOST_ROWS and sum(len(plain_text(each)) for each in cells) <= MOST_CHARACTERS
        case _:
            terms = [plain_text(item.term) for item in node.items] if isinstance(node, DefinitionList) else []
            items = [block for item in node.items for block in item.blocks]
            said = [plain_text(each.inlines) for each in items if isinstance(each, Paragraph)]
            flat = len(said) == len(items) == len(node.items)
            return flat and len(items) <= MOST_ITEMS and sum(map(len, (*terms, *said))) <= MOST_CHARACTERS
