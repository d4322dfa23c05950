from __future__ import annotations

import pytest

from plangen.diagnostics import Diagnostic, Location, PlangenError, Severity, error, in_order, nearest, warning

HERE = Location("a.yaml", 3, 5, 2)


def test_error_and_warning_differ_in_severity_only():
    assert error("code", HERE).severity is Severity.ERROR
    assert warning("code", HERE).severity is Severity.WARNING
    assert Severity.WARNING < Severity.ERROR


def test_parameters_are_text_sorted_by_name():
    found = error("code", HERE, word="b", allowed=3, place=None)
    assert found == Diagnostic("code", HERE, (("allowed", "3"), ("place", "None"), ("word", "b")))


def test_diagnostics_come_in_order_of_file_line_column_and_code():
    expected = (
        error("z", Location("a.md")),
        error("z", Location("a.md", 2, 9)),
        error("b", Location("a.md", 10, 1)),
        warning("c", Location("a.md", 10, 1)),
        error("a", Location("b.md", 1, 1)),
    )
    assert in_order(reversed(expected)) == expected


def test_the_same_diagnostic_is_told_once():
    assert in_order([error("a", HERE, x=1), error("a", HERE, x=1), error("a", HERE, x=2)]) == (
        error("a", HERE, x=1),
        error("a", HERE, x=2),
    )


def test_same_code_and_place_with_other_severity_is_another_diagnostic():
    assert len(in_order([error("a", HERE), warning("a", HERE)])) == 2


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("tittel", "titel"),
        ("TITEL", "titel"),
        ("malvarde", "målvärde"),
        ("målvarde", "målvärde"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_nearest_finds_the_misspelled_word(word: str, near: str):
    assert nearest(word, ["titel", "målvärde", "källa"]) == near


def test_nearest_gives_at_most_three_words_best_first():
    assert nearest("rad", ["rad", "rada", "radar", "rade", "x"]).split(", ")[0] == "rad"
    assert len(nearest("rad", ["rad", "rada", "radar", "rade", "radd"]).split(", ")) == 3


def test_nearest_of_nothing_is_nothing():
    assert nearest("rad", []) == ""


def test_a_fault_of_the_world_holds_its_code_and_parameters():
    with pytest.raises(PlangenError) as raised:
        raise PlangenError("file-unreadable", reason="nej", file="a")
    assert raised.value.code == "file-unreadable"
    assert raised.value.parameters == (("file", "a"), ("reason", "nej"))
