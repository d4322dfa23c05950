import pytest

from plangen.document.diff.called import opening_of, setting_of, title_of, titles_in, what_of
from plangen.document.inlines import Change, Strong, Text
from plangen.document.nodes import BulletList, Heading, ListItem, Paragraph, Section, Table


def section(title, *blocks, listed=True, change=None, role=""):
    return Section(
        heading=Heading(level=1, inlines=(Text(title),), listed=listed), blocks=blocks, change=change, role=role
    )


@pytest.mark.parametrize(
    ("node", "what"),
    [
        (section("A", role="goal"), "goal"),
        (section("A"), "section"),
        (ListItem(blocks=(), role="agenda"), "agenda-goal"),
        (Paragraph(inlines=(), role="frame"), "frame"),
        (BulletList(items=()), "list"),
    ],
)
def test_a_part_is_called_by_what_it_is_in_the_plan(node, what):
    assert what_of(node) == what


def test_a_section_is_known_by_its_title_and_a_paragraph_by_how_it_begins():
    paragraph = Paragraph(inlines=(Text("Vi ska", change=None), Text(" inte", change=Change("deleted"))))
    assert (title_of(section("Mål")), opening_of(section("Mål"))) == ("Mål", "")
    assert (title_of(paragraph), opening_of(paragraph)) == ("", "Vi ska")


def test_a_table_without_a_caption_has_no_title():
    assert title_of(Table(columns=(), head=(), rows=())) == ""


def test_titles_below_are_those_of_the_contents_list_that_were_not_moved():
    inner = section("C", change=Change("moved", "x.was"))
    node = section("A", section("B", section("D"), listed=False), section("E"), inner)
    assert list(titles_in(node)) == ["D", "E"]


def test_what_is_set_otherwise_is_told_with_what_it_was():
    node = Paragraph(inlines=(Text("så "), Strong((Text("här", change=Change("reformatted", "förr")),))))
    assert setting_of(node, [node.inlines]) == ("förr", "här")
