from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from plangen.formatting.yaml_gaps import UnformattableError
from plangen.formatting.yaml_scalars import canonical_header, literal_lines, scalar_lines


@pytest.mark.parametrize(
    ("source", "canonical"),
    [
        ("1 363 720", "1 363 720"),
        ("'a'", "a"),
        ('"Ekonomi (ny) 80 %"', "Ekonomi (ny) 80 %"),
        ('"a: b"', '"a: b"'),
        ('"a, b"', '"a, b"'),
        ('"a #b"', '"a #b"'),
        ('"Yes"', '"Yes"'),
        ('"112"', '"112"'),
        ('"a "', '"a "'),
        ("''", '""'),
        ("'it''s'", '"it\'s"'),
        ("'a \"b\"'", "'a \"b\"'"),
        ('"a \\"b\\""', "'a \"b\"'"),
        (r"'c:\d'", r"'c:\d'"),
        (r'"c:\\d"', r"'c:\d'"),
        (r'"a\u00a0b"', r'"a\u00a0b"'),
        ('"it\'s \\"b\\""', '"it\'s \\"b\\""'),
        ('"1.0"', '"1.0"'),
    ],
)
def test_quotation_marks_are_of_one_kind(source: str, canonical: str):
    assert scalar_lines(source) == (canonical,)


def test_a_long_text_keeps_its_lines():
    assert scalar_lines("one   \n      two\n\n  three") == ("one", "two", "", "three")


def test_a_literal_text_loses_its_indentation_and_no_more():
    assert literal_lines("|\n     a\n       b\n\n     c  \n", "|", 0) == ("a", "  b", "", "c  ")


def test_an_explicit_indentation_counts_from_what_holds_the_text():
    assert literal_lines("|2\n     a\n    b\n", "|2", 2) == (" a", "b")
    assert canonical_header("|4-") == "|2-"


def test_a_text_whose_first_line_is_moved_in_too_far_is_not_formatted():
    with pytest.raises(UnformattableError):
        literal_lines("|\n     a\n  b\n", "|", 0)


@given(st.text(alphabet="aåZ19 .,:;#-–/%()[]{}&*!|>'@`?=~_\u00a0\t", max_size=12), st.booleans(), st.booleans())
@example("true", False, False)
@example("a, b", True, False)
def test_a_text_is_the_same_text_afterwards_to_any_reader_of_yaml(text: str, flow: bool, single: bool):
    mark = "'" if single else '"'
    source = mark + (text.replace("'", "''") if single else text) + mark
    (canonical,) = scalar_lines(source)
    whole = "{{k: {}}}" if flow else "k: {}"
    for version in ("1.1", "1.2"):
        yaml = YAML(typ="safe", pure=True)
        yaml.version = version
        assert yaml.load(whole.format(canonical)) == yaml.load(whole.format(source)) == {"k": text}
