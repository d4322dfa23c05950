"""Headings that come and go without moving what stands under them."""

from plangen.document.diff.loose_headings import without_loose_headings
from plangen.document.document import Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Heading, Paragraph, Section


def text(name):
    return Paragraph(id=name, inlines=(Text(name),))


def section(name, *blocks, loose=True):
    heading = Heading(level=2, inlines=(Text(name),), numbered=not loose, listed=not loose)
    return Section(id=name, heading=heading, blocks=blocks)


def document(*blocks):
    return Document(metadata=Metadata(title="t", language="sv-SE"), blocks=blocks)


def shape(blocks):
    return [(block.id, shape(block.blocks)) if isinstance(block, Section) else block.id for block in blocks]


def test_what_both_have_stands_behind_the_heading_that_one_has_not_got():
    base = document(section("a", text("p")), section("b", text("q"), text("t")))
    head = document(section("a", text("p"), text("t")))
    assert shape(without_loose_headings(base, head).blocks) == [("a", ["p", ("b", ["q"]), "t"])]
    assert without_loose_headings(head, base) == head


def test_without_a_heading_before_it_what_stays_stands_in_the_chapter():
    base = document(section("k", section("b", text("q"), text("t")), loose=False))
    head = document(section("k", text("t"), loose=False))
    assert shape(without_loose_headings(base, head).blocks) == [("k", [("b", ["q"]), "t"])]


def test_a_numbered_chapter_keeps_what_stands_under_it():
    base = document(section("a", text("p")), section("b", text("t"), loose=False))
    head = document(section("a", text("p"), text("t")))
    assert without_loose_headings(base, head) == base


def test_a_heading_with_nothing_that_the_other_has_is_left_as_it_is():
    base = document(section("a", text("p")), section("b", text("q")))
    head = document(section("a", text("p")))
    assert shape(without_loose_headings(base, head).blocks) == shape(base.blocks)
