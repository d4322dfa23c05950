"""Each block, and the levels of headings."""

from __future__ import annotations

import pytest

from plangen.document.nodes import (
    BlockQuote,
    BulletList,
    Callout,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Image,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Section,
    Text,
)
from plangen.locale.catalogue import catalogue
from plangen.writers.html.blocks import block, blocks
from plangen.writers.html.context import Context

PARAGRAPH = Paragraph(id="p", inlines=(Text("Text"),))


@pytest.fixture
def context() -> Context:
    return Context(catalogue("sv").labels, 10)


def headed(level: int, number: str = "") -> Section:
    return Section(id="s", heading=Heading(level=level, inlines=(Text("Mål"),), number=number))


def test_section_has_id_name_and_number(context: Context) -> None:
    assert block(headed(2, "6.4"), context) == (
        '<section id="s" aria-labelledby="s~heading">\n'
        '<h3 id="s~heading"><span class="number">6.4</span> Mål</h3>\n'
        "</section>"
    )


def test_section_without_number_below_the_chapters_is_no_landmark(context: Context) -> None:
    assert "aria-labelledby" not in block(headed(3), context)
    assert "aria-labelledby" in block(headed(1), context)


def test_sixth_level_says_that_it_is_the_seventh_of_the_page(context: Context) -> None:
    assert "<h6 " in block(headed(5), context)
    assert '<h6 id="s~heading" aria-level="7">' in block(headed(6), context)


def test_section_may_start_a_page(context: Context) -> None:
    section = Section(heading=Heading(level=1, inlines=(), page_break_before=True))
    assert block(section, context).startswith('<section class="new-page"')
    assert block(PageBreak(id="b"), context) == '<div id="b" class="page-break"></div>'


def test_lists_hold_their_items(context: Context) -> None:
    item = ListItem(id="i", blocks=(PARAGRAPH,))
    inner = '<li id="i"><p id="p">Text</p></li>'
    assert block(BulletList(id="l", items=(item,)), context) == f'<ul id="l">\n{inner}\n</ul>'
    assert block(OrderedList(start=3, items=(item,)), context) == f'<ol start="3">\n{inner}\n</ol>'


def test_list_of_agenda_2030_has_its_class(context: Context) -> None:
    html = block(BulletList(role="agenda", items=(ListItem(blocks=(PARAGRAPH,)),)), context)
    assert html.startswith('<ul class="agenda">\n<li>')


def test_figure_has_picture_and_numbered_caption(context: Context) -> None:
    node = Figure(image=Image(b"", "image/png", "Kurva"), caption=(Text("Ramen"),), label="Figur", number="1")
    html = block(node, context)
    assert 'alt="Kurva"' in html
    assert "<figcaption>Figur\u00a01. Ramen</figcaption>" in html


def test_other_blocks_are_the_elements_of_html(context: Context) -> None:
    nodes = (
        BlockQuote(blocks=(PARAGRAPH,)),
        Callout(id="c", title=(Text("Obs"),), blocks=(PARAGRAPH,)),
        DefinitionList(items=(Definition(id="d", term=(Text("Ram"),), blocks=(PARAGRAPH,)),)),
    )
    quotation, callout, definitions = blocks(nodes, context)
    assert quotation == '<blockquote>\n<p id="p">Text</p>\n</blockquote>'
    assert 'role="note" aria-labelledby="c~title"' in callout
    assert '<dt id="d">Ram</dt>\n<dd><p id="p">Text</p></dd>' in definitions
