from __future__ import annotations

from plangen.readers.yaml_trap import Trap, blanked, commented, lead, replaced


def test_a_line_put_right_is_told_without_its_indentation_and_mended_with_it():
    assert replaced(["a:", "  b:1"], 1, "x", "  b: 1", (3, 4)) == Trap(
        "x", 1, 3, 1, (("written", "  b: 1"),), "a:\n  b: 1"
    )


def test_a_line_that_is_right_already_mends_nothing():
    assert replaced(["a"], 0, "x", "a", (0, 0)).mended is None


def test_a_line_is_blanked_but_an_empty_one():
    assert blanked(["a", "b"], 1) == "a\n"
    assert blanked(["a", " "], 1) is None


def test_the_lead_of_a_line_is_its_white_space():
    assert (lead("\t  a b"), lead("a"), lead("  ")) == ("\t  ", "", "  ")


def test_a_line_ends_where_its_comment_begins():
    assert commented("a: [1, 2  # två") == ("a: [1, 2", "  # två")
    assert commented("a: b#c") == ("a: b#c", "")
    assert commented("# allt ") == ("# allt", "")
