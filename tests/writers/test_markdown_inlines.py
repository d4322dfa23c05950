from __future__ import annotations

import pytest
from tests.writers.read_markdown import plain, read

from plangen.document.inlines import (
    Abbreviation,
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from plangen.writers.markdown_inlines import Lines, escaped

LINES = Lines(frozenset({"a"}), {"n": "1"})

NASTY = (
    *("*a*", "_a_", "`a`", "[a](b)", "<b>a</b>", "&amp;", "a | b", "~~a~~", "# a", "- a", "+ a", "1. a", "2) a", "> a"),
    *("=== a", "---", "| a |", "\\*", "![a](b)", "a\u00a0b", "[^1]", "$x$", "{{ a }}", "* * *", ": a", "<!-- a -->"),
    *("    a", "```", "https://a.se/_b_", "-", "1.", "===", "10) a", "a\\"),
)


@pytest.mark.parametrize("text", NASTY)
def test_no_text_is_taken_for_markup(text: str) -> None:
    assert read(LINES.line((Text(text),)).encode()) == [("p", plain(text))]
    assert read(f"x {escaped(text)} x".encode()) == [("p", plain(f"x {text} x"))]


@pytest.mark.parametrize("text", ["a", "(a)", " a ", "a.", "”a”", "1 327"])
@pytest.mark.parametrize("kind", [Emphasis, Strong])
def test_what_is_marked_is_so_wherever_it_stands(kind: type[Emphasis] | type[Strong], text: str) -> None:
    line = LINES.line((Text("x"), kind((Text(text),)), Text("y")))
    assert read(line.encode()) == [("p", plain(f"x{text}y"))]


@pytest.mark.parametrize(
    ("inline", "line"),
    [
        (Code("a`b"), "``a`b``"),
        (Link("https://a.se/(b)", (Text("[c]"),)), r"[\[c\]](<https://a.se/(b)>)"),
        (Link("https://a.se", (CrossReference("a", (Text("b"),)),)), "[b](<https://a.se>)"),
        (CrossReference("a", (Text("b"),)), "[b](#a)"),
        (CrossReference("a", (), label="avsnitt", number="1", title=(Text("B"),)), "[avsnitt\u00a01 B](#a)"),
        (FootnoteReference("n", mark="1"), "[^1]"),
        (FootnoteReference("t", mark="*", in_table=True), r"\*"),
        (Image(b"", "image/png", "En karta"), r"\[En karta\]"),
        (Abbreviation("SKR", "Sveriges Kommuner och Regioner"), "SKR"),
        (LineBreak(), "<br>"),
    ],
)
def test_every_inline_has_its_form(inline: Inline, line: str) -> None:
    assert LINES.run((inline,)) == line


def test_an_anchor_stands_only_where_something_leads() -> None:
    assert LINES.anchor("a") == '<a id="a"></a>'
    assert LINES.anchor("b") == ""
