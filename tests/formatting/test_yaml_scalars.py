from __future__ import annotations

import pytest

from plangen.formatting.yaml_gaps import UnformattableError
from plangen.formatting.yaml_scalars import canonical_header, literal_lines, scalar_lines


@pytest.mark.parametrize(
    ("source", "canonical"),
    [
        ("1 363 720", "1 363 720"),
        ("'a'", '"a"'),
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
