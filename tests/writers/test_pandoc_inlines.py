from __future__ import annotations

import pytest

from plangen.document.inlines import (
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Text,
)
from plangen.document.nodes import Block, Note, Paragraph
from plangen.writers.pandoc_inlines import NO_ATTRIBUTES, Element, Inlines, string

STR = string("a")


def inlines(*notes: Note) -> Inlines:
    made = Inlines({note.id: note for note in notes}, lambda blocks: [])

    def blocks(of: tuple[Block, ...]) -> list[Element]:
        return [{"t": "Para", "c": made.run(each.inlines)} for each in of if isinstance(each, Paragraph)]

    made.blocks = blocks
    return made


@pytest.mark.parametrize(
    ("inline", "element"),
    [
        (Text("a\u00adb"), {"t": "Str", "c": "ab"}),
        (Emphasis((Text("a"),)), {"t": "Emph", "c": STR}),
        (Code("a"), {"t": "Code", "c": [NO_ATTRIBUTES, "a"]}),
        (LineBreak(), {"t": "LineBreak"}),
        (Text("a", language="en"), {"t": "Span", "c": [["", [], [["lang", "en"]]], STR]}),
        (Link("https://a.se", (Text("a"),)), {"t": "Link", "c": [NO_ATTRIBUTES, STR, ["https://a.se", ""]]}),
        (CrossReference("b", (Text("a"),)), {"t": "Link", "c": [NO_ATTRIBUTES, STR, ["#b", ""]]}),
    ],
)
def test_every_inline_has_its_element(inline: Inline, element: Element) -> None:
    assert inlines().run((inline,)) == [element]


def test_a_link_holds_no_other() -> None:
    (link,) = inlines().run((Link("https://a.se", (CrossReference("b", (Text("a"),)),)),))
    assert link["c"] == [NO_ATTRIBUTES, STR, ["https://a.se", ""]]


def test_a_picture_is_within_the_tree_and_no_wider_than_the_text() -> None:
    (picture,) = inlines().run((Image(b"abc", "image/png", "a"),))
    assert picture["c"] == [["", [], [["width", "100%"]]], STR, ["data:image/png;base64,YWJj", ""]]
    (wide,) = inlines().run((Image(b"abc", "image/png", "a", 72),))
    assert '"96px"' in str(wide["c"]).replace("'", '"')


def test_a_note_stands_at_its_first_mark_and_those_within_it_after_it() -> None:
    inner = Note(id="m", number="2", blocks=(Paragraph(inlines=(Text("b"),)),))
    outer = Note(id="n", number="1", blocks=(Paragraph(inlines=(Text("a"), FootnoteReference("m", mark="2"))),))
    first, again = inlines(outer, inner).run((FootnoteReference("n", mark="1"), FootnoteReference("n", mark="1")))
    mark = {"t": "Superscript", "c": string("2")}
    assert first["t"] == "Note"
    assert first["c"] == [
        {"t": "Para", "c": [*STR, mark]},
        {"t": "Para", "c": [mark, *string(" ")]},
        {"t": "Para", "c": string("b")},
    ]
    assert again == {"t": "Superscript", "c": string("1")}
