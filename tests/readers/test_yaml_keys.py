from __future__ import annotations

import pytest

from plangen.readers.yaml_keys import hard_spaces, in_brackets, misindented, unspaced_in_braces, without_colon
from plangen.readers.yaml_trap import Trap


def mended(trap: Trap | None) -> str | None:
    return trap.mended if trap else None


@pytest.mark.parametrize(
    ("text", "number", "right"),
    [
        ("a:\n  b: 1\n   c: 2", 2, "a:\n  b: 1\n  c: 2"),
        ("a:\n  - b: 1\n    c: 2\n      d: 3", 3, "a:\n  - b: 1\n    c: 2\n    d: 3"),
        ("a:\n  - b: 1\n   c: 2", 2, "a:\n  - b: 1\n    c: 2"),
        ("a: 1\n  b: 2", 1, "a: 1\nb: 2"),
        ("a:\nb: 1\n  c: 2", 2, "a:\n  b: 1\n  c: 2"),
        ("# x\n\na:\n  b: 1\n\n # y\n c: 2", 6, "# x\n\na:\n  b: 1\n\n # y\n  c: 2"),
    ],
)
def test_a_key_out_of_line_is_put_in_line(text: str, number: int, right: str):
    assert mended(misindented(text.split("\n"), number)) == right


@pytest.mark.parametrize(
    ("text", "number"), [("a: 1", 0), ("a:\n  b: 1\n  c: 2", 2), ("a:\n  - b", 1), ("a: 1\ntext", 1)]
)
def test_a_line_in_line_or_without_a_key_is_no_fault_of_indentation(text: str, number: int):
    assert misindented(text.split("\n"), number) is None


@pytest.mark.parametrize(
    ("text", "number", "code", "right"),
    [
        ("titel: A\norganisation Exempelby", 1, "yaml-colon-missing", "titel: A\norganisation: Exempelby"),
        ("år = 2026", 0, "yaml-colon-missing", "år: 2026"),
        ("- namn A", 0, "yaml-colon-missing", "- namn: A"),
        ("  styrande dokument", 0, "yaml-colon-missing", "  styrande dokument:"),
        ("titel:\nÅrsplan 2026", 1, "yaml-value-apart", "titel: Årsplan 2026\n"),
    ],
)
def test_a_key_without_colon_and_a_value_on_the_next_line_are_told(text: str, number: int, code: str, right: str):
    found = without_colon(text.split("\n"), number)
    assert found is not None
    assert (found.code, found.mended) == (code, right)


@pytest.mark.parametrize(
    ("text", "number"), [("ord utan nyckel", 0), ("a: 1\nmer text", 1), ("[a]", 0), ("", 0), ("# år", 0)]
)
def test_a_line_that_is_no_key_lacks_no_colon(text: str, number: int):
    assert without_colon(text.split("\n"), number) is None


@pytest.mark.parametrize(
    ("line", "code", "right"),
    [
        ("a: [1, 2", "yaml-bracket-open", "a: [1, 2]"),
        ("a: {roll: summa", "yaml-bracket-open", "a: {roll: summa}"),
        ("a: {rubrik: A roll: summa}", "yaml-comma-missing", "a: {rubrik: A, roll: summa}"),
        ("a: {rubrik: A, beslutad av: B datum: C}", "yaml-comma-missing", "a: {rubrik: A, beslutad av: B, datum: C}"),
    ],
)
def test_a_bracket_and_a_comma_that_are_missing_are_put_in(line: str, code: str, right: str):
    found = in_brackets([line], 0, 3)
    assert found is not None
    assert (found.code, found.mended) == (code, right)


@pytest.mark.parametrize("text", ["a: [1,\n]", "a: ['x", "a: {b: 1}", "a: ", "a: x"])
def test_brackets_that_nobody_can_put_right_are_left(text: str):
    assert in_brackets(text.split("\n"), 0, 3) is None


def test_a_colon_in_braces_gets_its_space():
    line = "a: {rubrik:A, roll:summa}"
    assert mended(unspaced_in_braces([line], (0, 3, 0, len(line)))) == "a: {rubrik: A, roll: summa}"
    assert unspaced_in_braces(["a: {b: 1}"], (0, 3, 0, 9)) is None


@pytest.mark.parametrize(
    ("text", "right", "column"),
    [
        ("a:\u00a01", "a: 1", 2),
        ("\u00a0\u00a0a: 1", "  a: 1", 0),
        ("-\u00a0a", "- a", 1),
        ("beslutad\u00a0av: A", "beslutad av: A", 8),
        ("- a:\u20091", "- a: 1", 4),
    ],
)
def test_a_space_of_another_kind_before_a_key_or_value_is_told_and_made_plain(text: str, right: str, column: int):
    (found,) = hard_spaces(text)
    assert (found.code, found.column, found.mended) == ("yaml-hard-space", column, right)


@pytest.mark.parametrize(
    "text", ["a: 1\u00a0000", "a: |\n  b:\u00a0c\n", "a: >-\n\n  \u00a0c\n  d", "- text\u00a0utan nyckel"]
)
def test_a_space_of_another_kind_within_a_value_is_text(text: str):
    assert list(hard_spaces(text)) == []
