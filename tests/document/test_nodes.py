from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import get_args

import pytest

from plangen.document import nodes
from plangen.document.inlines import NOWHERE, Text
from plangen.document.nodes import Block, Cell, Heading, Paragraph, Section, Table


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_every_node_is_frozen_and_has_a_change(kind: type) -> None:
    with pytest.raises(FrozenInstanceError):
        object.__new__(kind).change = "inserted"
    assert not hasattr(kind, "__dict__") or "__slots__" in vars(kind)
    assert "change" in {each.name for each in fields(kind)}


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_every_block_has_an_id_and_a_place(kind: type) -> None:
    assert {"id", "location"} <= {each.name for each in fields(kind)}


def test_nodes_are_compared_by_value() -> None:
    assert Paragraph(inlines=(Text("a"),)) == Paragraph(inlines=(Text("a"),))
    assert Paragraph(inlines=(Text("a"),)) != Paragraph(inlines=(Text("b"),))


def test_a_node_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Text("a").text = "b"  # type: ignore[misc]


def test_numbers_are_fields_that_are_empty_before_resolve() -> None:
    heading = Heading(level=1, inlines=(Text("Inledning"),))
    table = Table(columns=(), head=(), rows=())
    assert (heading.number, table.number, table.label, table.landscape) == ("", "", "", False)


def test_a_heading_is_numbered_and_listed_unless_told_otherwise() -> None:
    heading = Section(heading=Heading(level=1, inlines=())).heading
    assert heading.numbered
    assert heading.listed


def test_a_cell_spans_one_row_and_one_column_and_stands_nowhere_yet() -> None:
    cell = Cell()
    assert (cell.column_span, cell.row_span, cell.location) == (1, 1, NOWHERE)


def test_every_block_of_the_module_is_in_its_union() -> None:
    made = {each for each in vars(nodes).values() if isinstance(each, type) and issubclass(each, nodes.Node)}
    parts = {nodes.Heading, nodes.ListItem, nodes.Cell, nodes.Row, nodes.Column, nodes.TableNote}
    parts |= {nodes.Definition, nodes.ContentsEntry, nodes.Note, nodes.Node}
    assert made - parts == {*get_args(Block)}
