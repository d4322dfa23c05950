"""Rules, shades and styles by the roles of rows and columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from plangen.brand.brand import DEFAULT
from plangen.document.nodes import Cell, Column, Row
from plangen.writers.docx.table_looks import (
    cell_format,
    cell_style,
    group_shade,
    padding_below,
    placed_style,
    rule_below,
    thin_rule,
)

ROW, TOTAL, SUBTOTAL = (Row(cells=(), role=role) for role in ("", "total", "subtotal"))


def test_rule_is_the_rows_own_or_that_above_the_next() -> None:
    colours = DEFAULT.colours
    found = [
        rule_below(row, after, head=head, brand=DEFAULT)
        for row, after, head in ((ROW, ROW, False), (ROW, TOTAL, False), (ROW, SUBTOTAL, False), (ROW, ROW, True))
    ]
    assert [rule.colour for rule in found] == [colours.rule, colours.accent, colours.accent, colours.accent]
    rules = [rule.width for rule in found]
    assert rules[0] < rules[2] < rules[1] == rule_below(TOTAL, None, head=False, brand=DEFAULT).width


def test_rule_and_padding_take_the_same_room_whatever_the_rule(xpath: Callable[[Any, str], Any]) -> None:
    for rule in (thin_rule(DEFAULT), rule_below(TOTAL, None, head=False, brand=DEFAULT)):
        padding = int(padding_below(rule, DEFAULT).values()[0]) / 20
        assert padding + rule.width == DEFAULT.table.padding_y


@pytest.mark.parametrize(
    ("header", "row", "column", "style"),
    [
        ("", "", "", "Table Text"),
        ("row", "", "", "Table Text"),
        ("column", "", "", "Table Heading"),
        ("", "total", "", "Table Total"),
        ("", "group", "", "Table Total"),
        ("", "whereof", "", "Table Part"),
        ("", "", "whereof", "Table Whereof"),
        ("", "total", "whereof", "Table Whereof Total"),
    ],
)
def test_text_of_a_cell_has_a_style_by_its_roles(header: Any, row: str, column: str, style: str) -> None:
    found = cell_style(Cell(header=header), Row(cells=(), role=row), Column(role=column))
    assert found == style
    assert cell_format(found).in_bold == ("Total" in style or "Heading" in style)


def test_style_of_a_cell_tells_how_it_is_aligned() -> None:
    assert placed_style("Table Total", "right", indented=False) == "Table Total Right"
    assert placed_style("Table Part", "center", indented=True) == "Table Part Centred"
    assert placed_style("Table Part", "left", indented=True) == "Table Part Indented"
    assert placed_style("Table Whereof", "left", indented=True) == "Table Whereof"


def test_group_is_shaded_more_lightly_than_the_head() -> None:
    fill = group_shade(DEFAULT).values()[-1]
    assert DEFAULT.colours.shade.removeprefix("#") < fill < "FFFFFF"
