from __future__ import annotations

import pytest

from plangen.diagnostics import Location
from plangen.model.mended_rows import dashed, keys_as_items, only_item, quoted, with_field
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedList, PlacedMapping


def mapping(text: str) -> PlacedMapping:
    value, _ = read_yaml(text, "a.yaml")
    assert isinstance(value, PlacedMapping)
    return value


def within(text: str) -> PlacedMapping | PlacedList:
    """The value of the only key of a text."""
    (value,) = mapping(text).items.values()
    if isinstance(value, PlacedList) and isinstance(value.items[0], PlacedMapping):
        value = value.items[0]
    assert isinstance(value, PlacedMapping | PlacedList)
    return value


def test_there_is_no_row_below_a_field_that_a_reader_has_taken_out():
    value = within("a:\n  b: 1\n")
    assert isinstance(value, PlacedMapping)
    del value.items["b"]
    assert with_field(value, "titel") == {}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("a:\n  - b: 1\n", {"below": "    titel: …"}),
        ("a:\n  b: 1\n", {"below": "  titel: …"}),
        ("a: {b: 1}\n", {"instead": "titel: …, b"}),
        ("a: {b: 1,\n    c: 2}\n", {"instead": "titel: …, b"}),
        ("a:\n  b:\n    c: 1\n", {}),
        ("a:\n  b: |\n    c\n", {}),
        ("a:\n  b: c\n    d\n", {}),
    ],
)
def test_a_field_that_is_missing_gets_a_row_below_the_first_or_a_place_in_its_braces(text: str, row: dict[str, str]):
    value = within(text)
    assert isinstance(value, PlacedMapping)
    assert with_field(value, "titel") == row


def test_a_hyphen_stands_two_columns_before_the_item():
    assert dashed(Location("a.yaml", 3, 5)) == "  - "
    assert dashed(Location("a.yaml", 3, 1)) == "- "


def test_keys_are_items_where_their_rows_follow_on_each_other():
    assert keys_as_items(mapping("  a:\n  b:\n")) == {"written": "  - a\n  - b"}
    assert keys_as_items(mapping("a:\n  c: 1\nb:\n")) == {"lead": "- "}


def test_what_stands_in_brackets_is_quoted_with_marks_that_it_does_not_hold():
    assert quoted(within("a: [Bilaga 1]\n")) == {"instead": '"[Bilaga 1]"'}
    assert quoted(within('a: ["b", c]\n')) == {"instead": "'[\"b\", c]'"}
    assert quoted(within("a: {b: 'c'}\n")) == {}
    assert quoted(within("a:\n  - b\n")) == {}
    assert quoted(within("a: [b,\n  c]\n")) == {}


def test_the_only_item_stands_for_its_list():
    for text, row in (("a: [2027]\n", {"instead": "2027"}), ("a: [1, 2]\n", {}), ("a:\n  - b\n", {})):
        value = within(text)
        assert isinstance(value, PlacedList)
        assert only_item(value) == row
