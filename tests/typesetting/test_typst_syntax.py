from __future__ import annotations

import json

import pytest
import typst

from plangen.typesetting.typst_syntax import array, call, dictionary, labelled, points, sequence, string, truth

HOSTILE = [
    "#panic()",
    "$x$ @ref *a* _b_ `c` <label>",
    'a "quoted" \\ backslash \\" both',
    "// no comment /* nor this */",
    '"; panic(); "',
    "\\u{41} #{1} [x] {y}",
    "~ -- --- ... 'apostrophes'",
    "å\u00adä\u2011ö \U0001f600 \u0301",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_string_literal_means_its_text_to_typst(text: str) -> None:
    assert json.loads(typst.eval(b"", string(text))) == text


@pytest.mark.parametrize("sign", ["\n", "\r", "\t", "\v", "\f", "\u2028", "\u2029", "\u0085"])
def test_what_breaks_lines_becomes_a_space(sign: str) -> None:
    assert string(f"a{sign}b") == '"a b"'


def test_lengths_are_short_and_in_points() -> None:
    assert [points(value) for value in (10, 10.5, -3.7412, 0)] == ["10pt", "10.5pt", "-3.741pt", "0pt"]


def test_long_lengths_are_not_written_with_exponents() -> None:
    assert json.loads(typst.eval(b"", f"{points(12345678)} / 1pt")) == 12345678


def test_a_sequence_of_one_is_that_one() -> None:
    assert sequence(["", '"a"']) == '"a"'


def test_a_sequence_of_more_is_a_block() -> None:
    assert sequence(['"a"', "linebreak()"]) == '{"a";linebreak()}'


def test_an_empty_sequence_is_no_content() -> None:
    assert json.loads(typst.eval(b"", f"type({sequence([])}) == type(none)")) is True


def test_named_arguments_without_a_value_are_left_out() -> None:
    assert call("f", '"a"', named={"x": "1pt", "y": ""}) == 'f(x: 1pt, "a")'


def test_dictionaries_and_arrays_are_such_at_any_length() -> None:
    given = ({}, {"a": "1"}, {"a b": "1", "c": "2"})
    read = [json.loads(typst.eval(b"", dictionary(each))) for each in given]
    assert read == [{}, {"a": 1}, {"a b": 1, "c": 2}]
    assert [json.loads(typst.eval(b"", array(each))) for each in ([], ["1"], ["1", "2"])] == [[], [1], [1, 2]]


def test_labels_take_any_name() -> None:
    source = "#" + labelled("metadata(1)", 'mål "å" <b>')
    assert json.loads(typst.query(source.encode(), "metadata", field="value")) == [1]


def test_truth_is_typsts() -> None:
    assert (truth(True), truth(False)) == ("true", "false")
