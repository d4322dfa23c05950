"""What stands on one page."""

from __future__ import annotations

import pytest

from plangen.document.inlines import Text
from plangen.document.keeping import MOST_CHARACTERS, MOST_ITEMS, MOST_ROWS, stands_whole
from plangen.document.nodes import Block, BulletList, Cell, Column, ListItem, OrderedList, Paragraph, Row, Table


def table(rows: int, text: str = "Text") -> Table:
    each = Row(cells=(Cell(inlines=(Text(text),)),))
    return Table(columns=(Column(),), head=(), rows=(each,) * rows)


def items(number: int, *blocks: Block, text: str = "Text") -> tuple[ListItem, ...]:
    return tuple(ListItem(blocks=(Paragraph(inlines=(Text(text),)), *blocks)) for _ in range(number))


@pytest.mark.parametrize(
    ("node", "whole"),
    [
        (table(MOST_ROWS), True),
        (table(MOST_ROWS + 1), False),
        (table(2, "x" * (MOST_CHARACTERS // 2)), True),
        (table(2, "x" * (MOST_CHARACTERS // 2 + 1)), False),
        (BulletList(items=items(MOST_ITEMS)), True),
        (OrderedList(items=items(MOST_ITEMS)), True),
        (BulletList(items=items(MOST_ITEMS + 1)), False),
        (OrderedList(items=items(2, text="x" * MOST_CHARACTERS)), False),
        (BulletList(items=items(2, BulletList(items=items(1)))), False),
    ],
)
def test_what_is_small_stands_whole(node: Table | BulletList | OrderedList, whole: bool) -> None:
    assert stands_whole(node) is whole
