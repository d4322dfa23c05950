from __future__ import annotations

import pytest

from plangen.readers.yaml_items import first_undashed, misplaced, misplaced_above, misplaced_in_text

GOAL = ["    titel: A", "    mål:", "      - b"]
NESTED = ["mål:", "  - id: a", *GOAL, "- id: c", *GOAL, ""]


def row(lines: list[str], number: int) -> str | None:
    trap = misplaced(lines, number)
    return dict(trap.parameters)["written"] if trap else None


def test_an_item_stands_where_its_own_fields_ask_for_it():
    assert row(NESTED, 5) == "  - id: c"
    assert misplaced(NESTED, 1) is None, "nothing above tells where it should stand"


@pytest.mark.parametrize(
    ("text", "number", "rows"),
    [
        ("a:\n  - b\n - c", 2, "  - c"),
        ("a:\n  - b: 1\n    c: 2\n      - b: 3\n        c: 4", 3, "  - b: 3\n    c: 4"),
        ("a:\n  - b: 1\n    d:\n      - e\n    - f", 4, "      - f"),
        ("a:\n  - b: 1\n    d:\n      - e\n - b: 2", 4, "  - b: 2"),
        ("a:\n  - b\n  - c", 2, None),
        ("a:\n  b", 1, None),
    ],
)
def test_an_item_stands_in_line_with_those_that_are_like_it(text: str, number: int, rows: str | None):
    assert row(text.split("\n"), number) == rows


def test_the_first_item_is_moved_to_its_fields_where_the_others_stand_so():
    lines = ["rader:", "- namn: A", "    kr: 1", "  - namn: B", "    kr: 2"]
    trap = misplaced_above(lines, 2)
    assert trap is not None
    assert (trap.line, dict(trap.parameters)["written"]) == (1, "  - namn: A")
    assert misplaced_above(lines[:3], 2) is None, "no other item tells that it is the hyphen that is wrong"
    assert misplaced_above(lines, 4) is None


def test_of_items_that_are_taken_for_a_text_the_one_out_of_line_is_moved():
    lines = ["a:", "- b", "  - c", "  - d"]
    first, second = misplaced_in_text(lines, 1, [2, 3]), misplaced_in_text(lines, 1, [2])
    assert first is not None
    assert second is not None
    assert [dict(each.parameters)["written"] for each in (first, second)] == ["  - b", "- c"]
    assert misplaced_in_text(lines, 1, []) is None


def test_the_first_item_that_has_lost_its_hyphen_is_known_by_the_key_that_the_others_begin_with():
    lines = ["a:", "    namn: b", "    c: 1", "  - namn: d", "    c: 2"]
    trap = first_undashed(lines, 3)
    assert trap is not None
    assert (trap.code, trap.line, trap.column, trap.length) == ("dash-missing", 1, 4, 4)
    assert trap.mended == "\n".join(["a:", "  - namn: b", *lines[2:]])


@pytest.mark.parametrize(
    "lines",
    [
        ["a:", "    c: 1", "  - namn: d"],
        ["namn: b", "  - namn: d"],
        ["a:", "    namn: b", "x: 1", "  - namn: d"],
        ["a:", "    namn: b", "  - d"],
    ],
)
def test_where_nothing_above_begins_as_the_item_no_hyphen_is_missed(lines: list[str]):
    assert first_undashed(lines, len(lines) - 1) is None
