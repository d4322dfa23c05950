from __future__ import annotations

from plangen.document.inlines import Text
from plangen.document.nodes import (
    Block,
    BulletList,
    Callout,
    Cell,
    Column,
    ListItem,
    OrderedList,
    Paragraph,
    Row,
    Section,
    Table,
)
from plangen.document.nodes import Heading as Head
from plangen.writers.odt_lists import parted_at_tables


def text(words: str) -> Paragraph:
    return Paragraph(inlines=(Text(words),))


def item(*blocks: Block) -> ListItem:
    return ListItem(blocks=blocks)


TABLE = Table(id="t", columns=(Column(),), head=(), rows=(Row(cells=(Cell(inlines=(Text("1"),)),)),))


def test_a_list_ends_at_a_table_and_goes_on_with_its_next_number() -> None:
    whole = OrderedList(id="l", start=3, items=(item(text("a")), item(text("b"), TABLE, text("c")), item(text("d"))))
    assert parted_at_tables([whole]) == (
        OrderedList(id="l", start=3, items=(item(text("a")), item(text("b")))),
        TABLE,
        text("c"),
        OrderedList(start=5, items=(item(text("d")),)),
    )


def test_a_table_deep_in_lists_comes_out_of_all_of_them() -> None:
    inner = BulletList(items=(item(text("b"), TABLE), item(text("c"))))
    outer = BulletList(id="l", items=(item(text("a"), inner),))
    assert parted_at_tables([outer]) == (
        BulletList(id="l", items=(item(text("a"), BulletList(items=(item(text("b")),))),)),
        TABLE,
        BulletList(items=(item(text("c")),)),
    )


def test_an_item_that_is_a_table_leaves_its_mark() -> None:
    first, table = parted_at_tables([BulletList(items=(item(TABLE),))])
    assert first == BulletList(items=(item(Paragraph(inlines=())),))
    assert table == TABLE


def test_lists_without_tables_and_tables_outside_lists_are_as_they_were() -> None:
    blocks = (
        Section(heading=Head(level=1, inlines=()), blocks=(TABLE, BulletList(items=(item(text("a")),)))),
        Callout(title=(), blocks=(TABLE,)),
    )
    assert parted_at_tables(blocks) == blocks


def test_a_list_in_a_box_is_parted_within_it() -> None:
    (box,) = parted_at_tables([Callout(title=(), blocks=(BulletList(items=(item(text("a"), TABLE),)),))])
    assert isinstance(box, Callout)
    assert box.blocks == (BulletList(items=(item(text("a")),)), TABLE)
