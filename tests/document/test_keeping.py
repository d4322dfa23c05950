"""What stands on one page."""

from __future__ import annotations

import pytest

from plangen.document.inlines import Inline, Strong, Text
from plangen.document.keeping import LONGEST_FACT, MOST_CHARACTERS, MOST_ITEMS, MOST_ROWS, stands_whole, with_facts_kept
from plangen.document.nodes import (
    Block,
    BulletList,
    Cell,
    Column,
    Definition,
    DefinitionList,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Row,
    Section,
    Table,
)


def table(rows: int, text: str = "Text") -> Table:
    each = Row(cells=(Cell(inlines=(Text(text),)),))
    return Table(columns=(Column(),), head=(), rows=(each,) * rows)


def items(number: int, *blocks: Block, text: str = "Text") -> tuple[ListItem, ...]:
    return tuple(ListItem(blocks=(Paragraph(inlines=(Text(text),)), *blocks)) for _ in range(number))


def terms(number: int, term: str = "Ord", text: str = "Text") -> DefinitionList:
    said = (Paragraph(inlines=(Text(text),)),)
    return DefinitionList(items=(Definition(term=(Text(term),), blocks=said),) * number)


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
        (terms(MOST_ITEMS), True),
        (terms(MOST_ITEMS + 1), False),
        (terms(2, "x" * (MOST_CHARACTERS // 2)), False),
    ],
)
def test_what_is_small_stands_whole(node: Table | BulletList | OrderedList | DefinitionList, whole: bool) -> None:
    assert stands_whole(node) is whole


def fact(name: str, text: str = " Nämnden") -> Paragraph:
    line: tuple[Inline, ...] = (Strong((Text(name),)), Text(text))
    return Paragraph(inlines=line)


def kept(*blocks: Block) -> list[bool]:
    made = with_facts_kept(Section(heading=Heading(level=1, inlines=()), blocks=blocks))
    assert isinstance(made, Section)
    return [isinstance(each, Paragraph) and each.keep_with_next for each in made.blocks]


def test_lines_of_facts_below_a_heading_go_with_what_follows() -> None:
    text = Paragraph(inlines=(Text("Text."),))
    assert kept(fact("Ansvarig:"), fact("Bidrar till:"), text, fact("Not:"), text) == [True, True, False, False, False]
    assert kept(fact("Ansvarig:"), Section(heading=Heading(level=2, inlines=()), blocks=())) == [True, False]


def test_what_is_no_line_of_facts_or_has_nothing_after_it_is_left() -> None:
    text = Paragraph(inlines=(Text("Text."),))
    assert kept(fact("Ansvarig:")) == [False]
    assert kept(fact("Viktigt"), text) == [False, False]
    assert kept(fact("Ansvarig:", "x" * LONGEST_FACT), text) == [False, False]
