"""What a comparison has marked, in the page's HTML."""

from dataclasses import replace

import pytest

from plangen.document.inlines import Change, Strong, Text
from plangen.document.nodes import (
    BulletList,
    Cell,
    Column,
    Definition,
    DefinitionList,
    Heading,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
)
from plangen.locale.catalogue import catalogue
from plangen.writers.html.blocks import block
from plangen.writers.html.changes import MOST_QUOTED, read_on, summary_of
from plangen.writers.html.context import Context

INSERTED, DELETED = Change("inserted"), Change("deleted")


@pytest.fixture
def context():
    return Context(catalogue("sv").labels, 9.5, compared=True)


def paragraph(*inlines, **given):
    return Paragraph(inlines=inlines, **given)


def test_words_are_inserted_and_deleted_with_hidden_words_for_screen_readers(context):
    html = block(paragraph(Text("a "), Text("b", change=DELETED), Text("c", change=INSERTED)), context)
    assert html == (
        '<p>a <del class="change"><span class="visually-hidden">Borttaget: </span>b</del>'
        '<ins class="change instead"><span class="visually-hidden">Tillagt: </span>c</ins></p>'
    )


def test_only_what_follows_at_once_on_what_is_gone_stands_instead_of_it(context):
    html = block(paragraph(Text("a", change=DELETED), Text(" b "), Text("c", change=INSERTED)), context)
    assert "instead" not in html


def test_neighbours_with_one_mark_are_one_change(context):
    html = block(paragraph(Text("a", change=INSERTED), Strong((Text("b", change=INSERTED),))), context)
    assert html.count("<ins") == 2
    html = block(paragraph(Text("a", change=INSERTED), Text("b", change=INSERTED)), context)
    assert html.count("<ins") == 1


def test_a_block_that_is_new_is_one_change_however_much_it_holds(context):
    inner = paragraph(Text("x", change=INSERTED), change=INSERTED)
    node = Section(heading=Heading(level=2, inlines=(Text("T", change=INSERTED),)), blocks=(inner,), change=INSERTED)
    html = block(node, context)
    assert html.startswith('<div class="diff-inserted change" role="insertion">')
    assert html.count('class="change"') + html.count(" change") == 1
    assert html.count("diff-inserted") == 1


def test_what_was_moved_has_a_way_to_where_it_stood_and_back(context):
    here = block(paragraph(Text("text"), id="p", change=Change("moved", "p.was")), context)
    there = block(paragraph(Text("text", change=DELETED), id="p.was", change=Change("deleted", "p")), context)
    assert '<a href="#p.was">stod här</a>' in here
    assert there == (
        '<p id="p.was" class="diff-moved change">Flyttat härifrån ”text” (<a href="#p">står nu här</a>)</p>'
    )


def test_what_was_moved_out_of_something_that_is_gone_or_within_something_moved_is_told_there_too(context):
    away = paragraph(Text("text", change=DELETED), id="p.was", change=Change("deleted", "p"))
    heading = Heading(level=2, inlines=(Text("T", change=DELETED),))
    html = block(Section(heading=heading, blocks=(away,), change=DELETED), context)
    assert '<p id="p.was" class="diff-moved">Flyttat härifrån ”text” (<a href="#p">' in html
    here = paragraph(Text("text"), id="p", change=Change("moved", "p.was"))
    heading = Heading(level=2, inlines=(Text("T"),))
    html = block(Section(id="s", heading=heading, blocks=(here,), change=Change("moved", "s.was")), context)
    assert '<a href="#p.was">stod här</a>' in html
    assert html.count(" change") == 1


def test_rows_and_cells_have_classes_and_no_mark_goes_around_a_row(context):
    rows = (
        Row(id="r1", cells=(Cell(inlines=(Text("ny", change=INSERTED),), change=INSERTED),), change=INSERTED),
        Row(id="r2", cells=(Cell(inlines=(Text("bort", change=DELETED),), change=DELETED),)),
        Row(id="r3", cells=(Cell(inlines=(Text("x"),)),), change=Change("moved", "r3.was")),
    )
    html = block(Table(columns=(Column(),), head=(), rows=rows), context)
    assert '<tr id="r1" class="diff-inserted change">' in html
    assert '<td class="diff-deleted"><del' in html
    assert '<a href="#r3.was">stod här</a>' in html
    assert "<ins><tr" not in html
    assert "<del><tr" not in html


def test_items_and_terms_say_what_has_become_of_them(context):
    items = (
        ListItem(blocks=(paragraph(Text("a", change=INSERTED), change=INSERTED),), change=INSERTED),
        ListItem(id="b.was", blocks=(paragraph(Text("b")),), change=Change("deleted", "b")),
    )
    html = block(BulletList(items=items), context)
    assert '<li class="diff-inserted change">' in html
    assert '<li id="b.was" class="diff-moved change">' in html
    assert '<a href="#b">' in html
    term = Definition(term=(Text("t", change=DELETED),), blocks=(), change=DELETED)
    assert '<dt class="diff-deleted change">' in block(DefinitionList(items=(term,)), context)


def test_what_has_not_changed_is_folded_under_its_heading_and_only_once(context):
    inner = Section(heading=Heading(level=2, inlines=(Text("B"),), number="1.1"), blocks=(paragraph(Text("x")),))
    html = block(Section(heading=Heading(level=1, inlines=(Text("A"),), number="1"), blocks=(inner,)), context)
    assert html.count("<details") == 1
    assert "<summary><h2" in html
    assert "oförändrat" in html


def test_a_section_that_what_stands_behind_reads_on_from_is_not_folded(context):
    def headed(name, level, *blocks):
        heading = Heading(level=level, inlines=(Text(name),), number="1")
        return Section(id=name, heading=heading, blocks=blocks)

    whole = headed("hel", 2, paragraph(Text("x")))
    before_list = headed("före", 2, headed("inre", 3, paragraph(Text("Dessa:"))))
    chapter = headed("kapitel", 1, whole, before_list, BulletList(items=()), headed("sist", 2))
    assert list(read_on((chapter,))) == ["före", "inre"]
    context.read_on = frozenset({"före", "inre"})
    marked = replace(chapter, blocks=(*chapter.blocks, paragraph(Text("ny", change=INSERTED))))
    assert block(marked, context).count("<details") == 2


def test_a_page_that_was_not_compared_folds_nothing():
    node = Section(heading=Heading(level=1, inlines=(Text("A"),), number="1"), blocks=())
    assert "<details" not in block(node, Context(catalogue("sv").labels, 9.5))


def test_a_long_text_is_quoted_by_its_start():
    said = summary_of(paragraph(Text("ord " * 50)))
    assert said.endswith("…")
    assert len(said) <= MOST_QUOTED + 1
