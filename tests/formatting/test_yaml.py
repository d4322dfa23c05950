from __future__ import annotations

import re
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangen.formatting.same import texts_of
from plangen.formatting.yaml import canonical_yaml
from plangen.formatting.yaml_gaps import UnformattableError, comments
from plangen.readers.yaml import read_yaml


def formatted(text: str) -> str:
    return canonical_yaml(dedent(text))


def test_lists_are_moved_in_and_spaces_are_single():
    assert formatted(
        """\
        mål:
        -   a
        -
            namn:   b
            enhet :  'tkr'
        """
    ) == dedent(
        """\
        mål:
          - a
          - namn: b
            enhet: tkr
        """
    )


def test_a_list_in_line_with_its_key_within_a_list_is_moved_in():
    assert formatted("a:\n- b:\n- c:\n  - d\n") == "a:\n  - b:\n  - c:\n      - d\n"


def test_blank_lines_are_single_and_none_stands_first_or_last_in_anything():
    assert formatted("\n\na:\n\n\n  b: 1\n\n\n\n  c: 2\n\n\n") == "a:\n  b: 1\n\n  c: 2\n"


def test_comments_go_with_what_they_stand_at():
    assert formatted(
        """\
        a:   # of a

            # of b
            b: 1# no comment
            # of what is in a
        # of c
        c: 2
        d:
        # of the first
        - x
           # of x
        - y
        """
    ) == dedent(
        """\
        a:  # of a
          # of b
          b: 1# no comment
          # of what is in a
        # of c
        c: 2
        d:
          # of the first
          - x
          # of x
          - y
        """
    )


def test_comments_behind_neighbours_stand_in_one_column():
    assert formatted("a: 1 # x\nbcd: 2 # y\ne: 3\nf: 4      # z\n") == "a: 1    # x\nbcd: 2  # y\ne: 3\nf: 4  # z\n"


def test_comments_behind_long_lines_stand_behind_them():
    text = "a: " + "x" * 70
    assert formatted(f"b: 1 # y\n{text} # z\n") == f"b: 1  # y\n{text}  # z\n"


def test_brackets_have_no_space_within_and_keep_their_lines():
    assert formatted(
        """\
        a: { x: 1,y : [ b,c, ] , }
        b:   [ one,   # first
                 two,
            # alone
            {k: v}
         ]
        """
    ) == dedent(
        """\
        a: {x: 1, y: [b, c]}
        b: [one,  # first
          two,
          # alone
          {k: v}
        ]
        """
    )


def test_long_texts_are_neither_joined_nor_broken():
    long = "ord " * 60
    assert formatted(f"a: >-\n      {long}\n      mer\n\n\nb: ett\n     två # c\nc:\n  tre\n") == (
        f"a: >-\n  {long}\n  mer\n\nb: ett\n  två  # c\nc: tre\n"
    )


def test_figures_and_dates_stand_as_they_were_written():
    text = "a: 1 363 720\nb: 010\nc: 2025-06-11\nd: 1.50\ne: ja\nf: ~\ng:\n"
    assert formatted(text) == text


def test_marks_of_documents_stand_alone():
    assert formatted("---\na:   1\n...\n") == "---\na: 1\n...\n"


@pytest.mark.parametrize("text", ["? a\n: b\n", "? [a]\n: b\n", "a: &x 1\n", "a: !t 1\n", "%YAML 1.2\n---\na: 1\n"])
def test_what_no_plan_has_is_not_formatted(text: str):
    with pytest.raises(UnformattableError):
        canonical_yaml(text)


PIECES = (
    *("a: ", "b: ", "k: 1 000", "- ", "-   ", "\n", "\n\n", " ", "  ", "    ", "# c\n", "  # d", "'x'", '"y"'),
    *("'a \"b\"'", "[", "]", "{", "}", ", ", "x: y", ">-\n", "|\n", "|+\n", "text\n", "    text\n", "å ", "\n- "),
    *("\n  - ", "\n  b: ", "\na: ", "\n    c: ", "~", '"a\n b"', ": "),
)


@settings(derandomize=True, deadline=None, database=None, max_examples=600, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_that_can_be_read_says_the_same_afterwards_and_is_formatted_once(text: str):
    text = f"titel: a\n{text}\n"
    value, faults = read_yaml(text, "x")
    if faults:
        return
    try:
        after = canonical_yaml(text)
    except UnformattableError:
        assert re.search(r"(^|[-:\[,{] *): ", text, re.MULTILINE)  # a key without a name
        return
    assert read_yaml(after, "x")[1] == ()
    assert texts_of(read_yaml(after, "x")[0]) == texts_of(value)
    assert comments(after) == comments(text)
    assert canonical_yaml(after) == after


def test_the_line_that_names_a_files_schema_stays_first_and_to_the_letter():
    named = "# yaml-language-server: $schema=../../schemas/sv/plan.json\n"
    assert formatted(named + "titel:   Plan\n") == f"{named}titel: Plan\n"
