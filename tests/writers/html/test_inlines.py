"""Each inline, and links that never hold links."""

from __future__ import annotations

import pytest

from plangen.document.inlines import (
    Abbreviation,
    Badge,
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
from plangen.locale.catalogue import catalogue
from plangen.writers.html.context import Context
from plangen.writers.html.inlines import inlines


@pytest.fixture
def context() -> Context:
    return Context(catalogue("sv").labels, 10)


@pytest.mark.parametrize(
    ("node", "html"),
    [
        (Text("a < b & c"), "a &lt; b &amp; c"),
        (
            Text("2027–2029 & 2027-01"),
            '<span class="range">2027–2029</span> &amp; <span class="range">2027-01</span>',
        ),
        (Text("1\u00a0000–2\u00a0000 kr"), '<span class="range">1\u00a0000–2\u00a0000</span> kr'),
        (Text("A-1, 2–x, 3 – 4, ISO9-1"), "A-1, 2–x, 3 – 4, ISO9-1"),
        (Emphasis((Text("a"), Strong((Text("b"),)))), "<em>a<strong>b</strong></em>"),
        (Code("<x>"), "<code>&lt;x&gt;</code>"),
        (Link("https://a.se/?b&c", (Text("d"),)), '<a href="https://a.se/?b&amp;c">d</a>'),
        (Badge("Mål <8>", 8), '<span class="badge goal-8">Mål &lt;8&gt;</span>'),
        (Abbreviation("HME", "engagemang"), '<abbr title="engagemang">HME</abbr>'),
        (LineBreak(), "<br>"),
        (Text("value", language="en"), '<span lang="en">value</span>'),
        (
            Image(b"\0", "image/png", "En <bild>", 72),
            '<img src="data:image/png;base64,AA==" alt="En &lt;bild&gt;" width="96">',
        ),
        (CrossReference("x", label="tabell", number="2"), '<a href="#x">tabell\u00a02</a>'),
        (
            CrossReference("x", label="avsnitt", number="2.1", title=(Text("Mål"),)),
            '<a href="#x">avsnitt\u00a02.1 Mål</a>',
        ),
        (CrossReference("x", (Text("våra mål"),), label="avsnitt", number="2"), '<a href="#x">våra mål</a>'),
    ],
)
def test_inline_is_written_as(node: Inline, html: str, context: Context) -> None:
    assert inlines((node,), context) == html


def test_footnote_reference_is_raised_named_and_remembered(context: Context) -> None:
    html = inlines((FootnoteReference("n", mark="1", reference=2),), context)
    assert html == '<sup><a id="n~reference-2" href="#n" role="doc-noteref" aria-label="Not 1">1</a></sup>'
    assert context.references == {"n": ["n~reference-2"]}


def test_asterisk_of_a_table_note_is_not_raised_further(context: Context) -> None:
    html = inlines((FootnoteReference("n", mark="**", reference=1, in_table=True),), context)
    assert html.startswith('<span class="mark"><a ')
    assert 'aria-label="Not till tabellen **"' in html


def test_link_holds_no_other_link(context: Context) -> None:
    inner = (
        Link("https://b.se", (Text("b"),)),
        FootnoteReference("n", mark="1", reference=1),
        CrossReference("c", (Text("c"),)),
    )
    html = inlines((Link("https://a.se", inner), CrossReference("x", inner)), context)
    assert html.count("<a ") == 2
    assert html.count("b") >= 2


def test_quoted_title_leaves_its_notes_where_they_were(context: Context) -> None:
    title = (Text("Mål"), FootnoteReference("n", mark="1", reference=1))
    assert inlines((CrossReference("x", label="avsnitt", number="2", title=title),), context).endswith(" Mål</a>")
    assert context.references == {}


def test_expression_is_a_fault_of_the_program(context: Context) -> None:
    with pytest.raises(AssertionError, match="summa"):
        inlines((Expression("summa"),), context)
