from __future__ import annotations

import pytest

from plangen.formatting.yaml_gaps import Remark, UnformattableError, block_header, comments, pieces

TEXT = """\
# top

a: 1  # behind
  # deeper
b:
  - >-  # in the header
    long # no comment

    text

c: [x,  # within brackets
  y]
# end
"""


def test_every_comment_is_found_in_order():
    assert comments(TEXT) == (
        "# top",
        "# behind",
        "# deeper",
        "# in the header",
        "# within brackets",
        "# end",
    )


def test_a_hash_in_a_text_is_no_comment():
    assert comments("a: 'x # y'\nb: x#y\nc: |\n  # z\n") == ()


def test_a_token_knows_what_stands_before_it():
    key = next(piece for piece in pieces(TEXT) if piece.source == "b")
    assert key.behind == "# behind"
    assert key.remarks == (Remark(2, "# deeper"),)
    assert key.broken


def test_blank_lines_after_a_folded_text_are_no_part_of_it():
    after = next(piece for piece in pieces(TEXT) if piece.source == "c")
    assert after.remarks == (Remark(0, ""),)


def test_blank_lines_that_count_stay_in_the_text():
    text = next(piece for piece in pieces("a: |+\n  x\n\nb: y\n") if block_header(piece))
    assert text.source == "|+\n  x\n\n"


def test_a_directive_is_not_formatted():
    with pytest.raises(UnformattableError):
        pieces("%YAML 1.2\n---\na: b\n")
