"""Each block, and the levels of headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.diagnostics import Location
from plangen.document.inlines import Image, Strong, Text
from plangen.document.nodes import (
    BlockQuote,
    BulletList,
    Callout,
    Column,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Section,
    Table,
)
from plangen.locale.catalogue import catalogue
from plangen.writers.html.blocks import block, blocks, list_item
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
        '<div class="headed">\n'
        '<h3 id="s~heading" class="numbered"><span class="number">6.4</span> <span class="title">Mål</span></h3>\n'
        '<a href="#s" class="permalink" aria-label="Länk till 6.4 Mål">#</a>\n'
        "</div>\n"
        "</section>"
    )


def test_title_hangs_beside_a_number_but_not_beside_a_label(context: Context) -> None:
    goal = Heading(level=2, inlines=(Text("Hamnar"),), label="Mål", number="2", series="goal", rank=1)
    assert '<h3 id="s~heading"><span class="number">Mål\u00a02:</span> Hamnar</h3>' in block(
        Section(id="s", heading=goal), context
    )


def test_heading_that_is_not_listed_has_no_link_of_its_own(context: Context) -> None:
    label = Section(id="s", heading=Heading(level=3, inlines=(Text("Beskrivning"),), listed=False))
    assert block(label, context) == '<section id="s">\n<h4 id="s~heading" class="minor">Beskrivning</h4>\n</section>'


def test_section_leads_to_where_it_is_edited_if_the_plan_asks_for_that(context: Context) -> None:
    context.edited_at = "https://git.example/edit/{file}#L{line}"
    own = replace(headed(2, "6.4"), location=Location("content/plan/goals/mål.md", 2))
    link = '<a href="https://git.example/edit/content/plan/goals/m%C3%A5l.md#L2" class="edit" '
    assert f'{link}aria-label="Redigera 6.4 Mål">Redigera</a>' in block(own, context)
    assert "Redigera" not in block(replace(own, location=Location("plangen:outline/arsplan.md.j2", 3)), context)


def test_wide_table_and_what_is_kept_with_it_are_turned_together(context: Context) -> None:
    wide = Table(columns=(Column(),), head=(), rows=(), landscape=True)
    lead = Paragraph(inlines=(Text("Ram"),), keep_with_next=True)
    upright, turned = blocks((PARAGRAPH, lead, wide), context)
    assert upright.startswith("<p ")
    assert turned.startswith('<div class="turned">')
    first = replace(headed(1, "7"), blocks=(wide,))
    assert '<div class="headed turned">' in block(first, context)


def test_paragraph_that_may_come_to_three_lines_on_paper_is_not_torn_apart(context: Context) -> None:
    for characters, whole in ((90, False), (250, True), (600, False)):
        made = block(Paragraph(inlines=(Text("o" * characters),)), context)
        assert ('class="whole"' in made) is whole


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
    assert block(BulletList(id="l", items=(item,)), context) == f'<ul id="l" class="whole">\n{inner}\n</ul>'
    assert block(OrderedList(start=3, items=(item,)), context) == f'<ol class="whole" start="3">\n{inner}\n</ol>'


def test_list_of_agenda_2030_has_its_class(context: Context) -> None:
    html = block(BulletList(role="agenda", items=(ListItem(blocks=(PARAGRAPH,)),)), context)
    assert html.startswith('<ul class="agenda whole">\n<li>')


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


def test_what_a_figure_was_computed_from_is_folded_under_what_it_is(context: Context) -> None:
    context.labels = {**context.labels, "calculation-show": "Visa {figure}"}
    head = Paragraph(id="a", inlines=(Strong((Text("5 <tkr"),)), Text(": summan av")), role="calculation")
    terms = BulletList(items=(ListItem(blocks=(Paragraph(inlines=(Text("5"),)),)),))
    folded = list_item(ListItem(blocks=(head, terms), role="calculation"), context)
    assert folded.startswith('<li><p id="a"><strong>5 &lt;tkr</strong>: summan av</p>\n<details class="calculation">')
    assert '<summary>Visa 5 &lt;tkr</summary>\n<ul class="whole">' in folded
    assert context.calculated


def test_a_figure_that_is_given_has_nothing_to_fold(context: Context) -> None:
    item = ListItem(blocks=(Paragraph(inlines=(Text("5"),), role="calculation"),), role="calculation")
    assert list_item(item, context) == "<li><p>5</p></li>"
    assert not context.calculated
