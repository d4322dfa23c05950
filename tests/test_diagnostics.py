from __future__ import annotations

import pytest

from plangen.diagnostics import (
    Diagnostic,
    Location,
    PlangenError,
    Severity,
    error,
    in_order,
    nearest,
    reason_of,
    warning,
)

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
    assert nearest("raden", ["rader", "rade", "radens", "radena", "x"]).split(", ")[0] == "radens"
    assert len(nearest("raden", ["rader", "rade", "radens", "radena", "radenn"]).split(", ")) == 3


@pytest.mark.parametrize("word", ["Budget 2027", "budget-2027", "BUDGET_2027", "bud\u00adget_2027"])
def test_one_that_differs_in_nothing_but_its_form_is_the_only_nearest(word: str):
    assert nearest(word, ["budget_2026", "budget_2027"]) == "budget_2027"


def test_what_is_much_farther_off_than_the_nearest_is_left_out():
    assert nearest("utgåande", ["ingående", "utgående", "andel"]) == "utgående"


def test_where_none_is_alike_one_with_the_same_beginning_is_near():
    assert nearest("mål", ["målvärde", "namn"]) == "målvärde"
    assert nearest("må", ["målvärdena", "namn"]) == ""


def test_nearest_of_nothing_is_nothing():
    assert nearest("rad", []) == ""


def test_a_fault_of_the_world_holds_its_code_and_parameters():
    with pytest.raises(PlangenError) as raised:
        raise PlangenError("file-unreadable", reason="nej", file="a")
    assert raised.value.code == "file-unreadable"
    assert raised.value.parameters == (("file", "a"), ("reason", "nej"))


def test_reason_is_the_name_of_what_the_system_answered_else_its_words():
    assert reason_of(PermissionError(13, "Permission denied")) == "EACCES"
    assert reason_of(ValueError("embedded null byte")) == "embedded null byte"
