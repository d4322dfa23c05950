from __future__ import annotations

import pytest

from plangen.diagnostics import Location, error
from plangen.readers.conflicts import without_conflicts

CONFLICT = "a\n<<<<<<< HEAD\nb\nc\n=======\nd\n>>>>>>> gren\ne\n"


def test_the_first_of_two_versions_is_read_on_its_own_lines():
    text, found = without_conflicts(CONFLICT, "a.md")
    assert text == "a\n\nb\nc\n\n\n\ne\n"
    said = {"one": "b c", "one_lines": "3–4", "other": "d", "other_lines": "6"}
    assert found == (error("git-conflict", Location("a.md", 2, 1, 12), begin=2, between=5, end=7, **said),)


def test_a_version_without_lines_is_a_dash_and_a_long_one_is_cut():
    _, (fault,) = without_conflicts(f"<<<<<<< HEAD\n=======\n{'ord ' * 40}\n>>>>>>> gren\n", "a.md")
    given = dict(fault.parameters)
    assert (given["one"], given["one_lines"], given["other_lines"]) == ("–", "–", "3")
    assert given["other"].endswith("ord …")


def test_every_place_is_told():
    text, found = without_conflicts(CONFLICT * 2, "a.md")
    assert [each.location.line for each in found] == [2, 10]
    assert text.count("e\n") == 2


@pytest.mark.parametrize("text", ["Rubrik\n=======\n", "<<<<<<< HEAD\na\n", "<<<<<<< a\n>>>>>>> b\n=======\n", ""])
def test_marks_that_do_not_belong_together_are_text(text: str):
    assert without_conflicts(text, "a.md") == (text, ())
