"""What is so small that it stands on one page, in every format: a page that ends within it would tear it apart."""

from __future__ import annotations

from plangen.document.nodes import BulletList, OrderedList, Paragraph, Table
from plangen.document.walk import plain_text

MOST_ROWS = 6
"""Rows below the head of a table that stands whole."""

MOST_ITEMS = 8
"""Items of a list that stands whole, each a paragraph."""

MOST_CHARACTERS = 600
"""Characters in all. So much has room on a page, however narrow the columns are."""


def stands_whole(node: Table | BulletList | OrderedList) -> bool:
    """Whether no page ends within a table or a list."""
    match node:
        case Table():
            cells = [cell.inlines for row in (*node.head, *node.rows) for cell in row.cells]
            return len(node.rows) <= MOST_ROWS and sum(len(plain_text(each)) for each in cells) <= MOST_CHARACTERS
        case _:
            items = [block for item in node.items for block in item.blocks]
            said = [plain_text(each.inlines) for each in items if isinstance(each, Paragraph)]
            flat = len(said) == len(items) == len(node.items)
            return flat and len(items) <= MOST_ITEMS and sum(map(len, said)) <= MOST_CHARACTERS
