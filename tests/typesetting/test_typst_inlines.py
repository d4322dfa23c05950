from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

import pytest

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document, Metadata
from plangen.document.inlines import (
    Abbreviation,
    Badge,
    Change,
    Code,
    CrossReference,
    Emphasis,
    Expression,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from plangen.document.nodes import Heading, Paragraph, Section, Table
from plangen.typesetting.page_room import PageRoom
from plangen.typesetting.pages import typeset
from plangen.typesetting.typst_context import Context
from plangen.typesetting.typst_inlines import caption, inlines
from plangen.typesetting.typst_syntax import points


def a_context() -> Context:
    return Context(DEFAULT, frozenset(), frozenset())


HIGHEST = points(PageRoom(DEFAULT).highest_picture())


@pytest.mark.parametrize(
    ("node", "code"),
    [
        (Text("a *b*"), '"a *b*"'),
        (Emphasis((Text("a"),)), 'emph("a")'),
        (Strong((Text("a"), Text("b"))), 'strong({"a";"b"})'),
        (Code("#x"), 'code("#x")'),
        (Link("https://a.se/", (Text("a"),)), 'hyperlink("https://a.se/", "a")'),
        (Badge("Mål 7", 7), 'badge("#FCC30B", "#000000", "\u00a0Mål 7\u00a0")'),
        (Abbreviation("RF", "regionfullmäktige"), '"RF"'),
        (LineBreak(), '{" ";linebreak()}'),
        (Text("words", language="en-GB"), 'text(lang: "en", region: "GB", "words")'),
        (Text("Wörter", language="de"), 'text(lang: "de", region: none, "Wörter")'),
        (
            Image(b"", "image/png", "Karta", 90),
            f'box(picture(width: 90pt, image(alt: "Karta", "image-1.png"), {HIGHEST}))',
        ),
    ],
)
def test_each_kind_is_a_call(node: Inline, code: str) -> None:
    assert inlines((node,), a_context()) == code


def test_a_reference_prints_label_number_and_title() -> None:
    node = CrossReference("mål", label="avsnitt", number="6.1", title=(Text("Ekonomi"),))
    assert inlines((node,), a_context()) == 'hyperlink(label("mål"), {"avsnitt\u00a06.1";" ";"Ekonomi"})'


def test_a_reference_with_the_authors_wording_prints_that() -> None:
    node = CrossReference("mål", inlines=(Text("målet"),), label="avsnitt", number="6.1")
    assert inlines((node,), a_context()) == 'hyperlink(label("mål"), "målet")'


def test_a_link_holds_no_other_link() -> None:
    node = Link("https://a.se/", (CrossReference("mål", inlines=(Text("målet"),)),))
    assert inlines((node,), a_context()) == 'hyperlink("https://a.se/", "målet")'


def test_the_first_mark_brings_the_note_and_the_next_ones_refer_to_it() -> None:
    marks = (FootnoteReference("n", mark="1", reference=1), FootnoteReference("n", mark="1", reference=2))
    first = '[#footnote(numbering: _ => "1", notes.at("n"))#label("n")]'
    assert inlines(marks, a_context()) == "{" + first + ';footnote(numbering: _ => "1", label("n"))}'


def test_a_quoted_title_leaves_its_marks_behind() -> None:
    nodes = (Text("Mål"), FootnoteReference("n", mark="1", reference=1))
    assert inlines(nodes, a_context(), "quoted title") == '"Mål"'


def test_an_asterisk_in_a_table_leads_to_its_note_and_is_raised_by_itself() -> None:
    node = FootnoteReference("t-n", mark="*", reference=1, in_table=True)
    assert inlines((node,), a_context()) == 'link(label("t-n"), "*")'


def test_an_expression_that_is_left_is_a_bug() -> None:
    with pytest.raises(AssertionError):
        inlines((Expression("ram"),), a_context())


def test_a_caption_has_its_number_before_it() -> None:
    node = Table(columns=(), head=(), rows=(), caption=(Text("Ram"),), label="Tabell", number="1")
    assert caption(node, a_context()) == '{"Tabell\u00a01. ";"Ram"}'


@pytest.mark.parametrize("kind", ["deleted", "inserted"])
def test_a_link_in_what_has_changed_has_no_line_beside_that_of_the_change(kind: Literal["deleted", "inserted"]) -> None:
    change = Change(kind)
    whole = inlines((CrossReference("a", label="tabell", number="1", change=change),), a_context())
    words = inlines((Link("https://a.se/", (Text("a", change=change), Text("b"))),), a_context())
    assert "changed-hyperlink(" in whole
    assert "changed-hyperlink(" in words
    assert "(hyperlink(" not in whole + words


def test_links_in_what_has_changed_can_be_set_as_pdf_ua() -> None:
    gone = Change("deleted")
    told = (
        Text("Se ", change=gone),
        CrossReference("a", label="avsnitt", number="1", change=gone),
        Link("https://a.se/", (Text("här", change=gone), Text(" och där"))),
    )
    section = Section(id="a", heading=Heading(level=1, inlines=(Text("A"),)), blocks=(Paragraph(inlines=told),))
    document = Document(metadata=Metadata(title="T", language="sv"), blocks=(section,))
    assert typeset(document, DEFAULT, datetime(2026, 1, 1, tzinfo=UTC)).pdf.startswith(b"%PDF")
