from __future__ import annotations

import pytest

from plangen.diagnostics import Location
from plangen.document.walk import each_and_below, plain_text, texts
from plangen.formatting.markdown import canonical_markdown
from plangen.readers.markdown import read_inline, read_markdown
from plangen.readers.place import Place


def lines(text: str) -> list[str]:
    body, found = read_markdown(text, Place.of_text(text, Location("a.md", 1)))
    assert found == ()
    return [plain_text(line) for block in each_and_below(body.blocks) for line in texts(block)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <!-- x --> b", ["a b"]),
        ("a<!-- x -->b", ["ab"]),
        ("a <!-- x -->", ["a"]),
        ("<!-- x --> a", ["a"]),
        ("<!---->a", ["a"]),
        ("a <!-- x --> <!-- y --> b", ["a b"]),
        ("<!-- x -->\n\na", ["a"]),
        ("<!-- x --> <!-- y -->\n\na", ["a"]),
        ("a\n<!-- x\n\ny -->\nb", ["a", "b"]),
        ("<!--\nx\n--> a", ["a"]),
        ("# a <!-- x -->", ["a"]),
        ("- a\n  <!-- x\n\n  y -->\n- b", ["a", "b"]),
        ("> <!-- x\n> y -->\n> a", ["a"]),
        ("[a <!-- x --> b](https://example.org)", ["a b"]),
        ("*a <!-- x --> b*", ["a b"]),
        ("a <!-- {{ x }} och *y* --> b", ["a b"]),
        ("`<!-- x -->`", ["<!-- x -->"]),
        ("\\<!-- x -->", ["<!-- x -->"]),
        ("a -->", ["a -->"]),
    ],
)
def test_a_comment_is_not_printed(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_a_comment_in_a_cell_is_not_printed() -> None:
    assert lines("| a | b |\n|---|---|\n| 1 <!-- x --> | <!-- y --> 2 |\n") == ["", "a", "b", "1", "2"]


def test_a_comment_in_a_value_of_one_line_is_not_printed() -> None:
    rich, found = read_inline("Titel <!-- x -->", Place.of_text("Titel <!-- x -->", Location("a.yaml", 1)))
    assert (str(rich), found) == ("Titel", ())


@pytest.mark.parametrize("text", ["a <!-- x", "a <!-- x\n\nb -->", "<!-- a", "<!-->", "- <!-- x\n\nb -->"])
def test_a_comment_without_end_is_a_fault_at_its_beginning(text: str) -> None:
    _, found = read_markdown(text, Place.of_text(text, Location("a.md", 7)))
    assert [(each.code, each.location.line, each.location.column) for each in found] == [
        ("comment-open", 7, text.index("<!--") + 1)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a <!-- x -->\n\n<!-- y\n\nz -->\n\nb\n",
        "- a\n\n  <!-- x\n  y -->\n\n- b\n",
        "> a\n>\n> <!-- x -->\n",
        "<!-- {{ x }} -->\n\n| a <!-- y --> |\n| --- |\n| 1 |\n",
    ],
)
def test_a_comment_stays_where_a_text_is_formatted(text: str) -> None:
    assert canonical_markdown(text) == text
