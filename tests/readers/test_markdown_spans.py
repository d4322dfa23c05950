from __future__ import annotations

import time

import pytest

from plangen.diagnostics import Location
from plangen.document.inlines import CrossReference, Emphasis, FootnoteReference, Inline, Link, Text
from plangen.document.walk import plain_text
from plangen.readers.markdown import read_inline, read_markdown
from plangen.readers.place import Place


def inlines(text: str) -> tuple[Inline, ...]:
    rich, found = read_inline(text, Place.of_text(text, Location("a.md", 1)))
    assert found == ()
    return rich.inlines


def test_words_in_a_span_have_its_language() -> None:
    found = inlines('Om [value for *money*]{lang=en} och [x]{lang="en-GB"}.')
    assert found == (
        Text("Om "),
        Text("value for ", language="en"),
        Emphasis((Text("money"),), language="en"),
        Text(" och "),
        Text("x", language="en-GB"),
        Text("."),
    )


def test_a_span_in_a_span_has_its_own_language() -> None:
    found = inlines("[a [b [c]{lang=de} d]{lang=fi} e]{lang=en}")
    assert [(plain_text([each]), each.language) for each in found] == [
        ("a ", "en"),
        ("b ", "fi"),
        ("c", "de"),
        (" d", "fi"),
        (" e", "en"),
    ]


def test_links_references_and_marks_of_notes_are_no_spans() -> None:
    assert [type(each) for each in inlines("[a](https://a.se)[](#b)")] == [Link, CrossReference]
    text = "[^n]{lang=en}\n\n[^n]: N.\n"
    body, _ = read_markdown(text, Place.of_text(text, Location("a.md", 1)))
    (mark, rest) = body.blocks[0].inlines  # type: ignore[union-attr]
    assert (type(mark), rest) == (FootnoteReference, Text("{lang=en}"))
    assert inlines("[a] {lang=en} [b]") == (Text("[a] {lang=en} [b]"),)


@pytest.mark.parametrize("attributes", ["lang=engelska", "språk=en", ".klass", "", "lang=EN", "lang=en-gb"])
def test_braces_that_name_no_language_are_told_of(attributes: str) -> None:
    text = f"Se [ord]{{{attributes}}} där."
    rich, (fault,) = read_inline(text, Place.of_text(text, Location("a.md", 1)))
    assert (fault.code, fault.location.column) == ("span-attribute", 9)
    assert plain_text(rich.inlines) == "Se ord där."


def test_many_brackets_take_no_time() -> None:
    start = time.perf_counter()
    for text in ("[" * 9_000 + "]{lang=en}", "[a]{lang=en}" * 1_500, "[" * 40 + "x" + "]{lang=en}" * 40):
        read_markdown(text, Place.of_text(text, Location("a.md", 1)))
    assert time.perf_counter() - start < 20
