"""Headings that come and go without moving what stands under them."""

from plangen.document.diff.loose_headings import loosened
from plangen.document.diff.match import matched
from plangen.document.diff.parts import root
from plangen.document.inlines import Text
from plangen.document.nodes import Heading, Paragraph, Section

SAYS = {name: f"Det här är vad stycke {name} säger, {name * 40}." for name in "pqrtu"}


def text(name):
    return Paragraph(inlines=(Text(SAYS[name]),))


def section(name, *blocks, level=2, role=""):
    return Section(id=name, heading=Heading(level=level, inlines=(Text(name),)), blocks=blocks, role=role)


def shape(blocks):
    names = {says: name for name, says in SAYS.items()}
    return [
        (block.id, shape(block.blocks)) if isinstance(block, Section) else names[block.inlines[0].text]
        for block in blocks
    ]


def found(base, head):
    old, new = root(base), root(head)
    loose = loosened(old, new, matched(old, new))
    return loose and tuple(shape(side) for side in loose)


def test_what_both_have_stands_behind_the_heading_that_one_has_not_got():
    base = (section("a", text("p"), text("q"), text("t")),)
    head = (section("a", text("p")), section("b", text("q"), text("t")))
    assert found(base, head) == ([("a", ["p", "q", "t"])], [("a", ["p", ("b", []), "q", "t"])])
    assert found(head, base) == ([("a", ["p", ("b", []), "q", "t"])], [("a", ["p", "q", "t"])])


def test_what_is_new_under_the_heading_stays_with_it():
    base = (section("a", text("p"), text("t")),)
    head = (section("a", text("p")), section("b", text("q"), text("t")))
    assert found(base, head)[1] == [("a", ["p", ("b", ["q"]), "t"])]


def test_without_a_heading_before_it_what_stays_stands_in_the_chapter():
    base = (section("k", text("q"), text("t"), level=1),)
    head = (section("k", section("b", text("q"), text("t")), level=1),)
    assert found(base, head)[1] == [("k", [("b", []), "q", "t"])]


def test_what_stood_in_the_deepest_section_before_it_stands_there():
    base = (section("a", text("p"), section("c", text("q"), text("t"), level=3)),)
    head = (section("a", text("p"), section("c", text("q"), level=3)), section("b", text("t")))
    assert found(base, head)[1] == [("a", ["p", ("c", ["q", ("b", []), "t"])])]


def test_a_section_under_the_heading_stands_in_the_first_before_it_of_higher_rank():
    base = (section("a", section("c", text("p"), level=3), section("d", text("q"), text("t"), level=3)),)
    head = (section("a", section("c", text("p"), level=3)), section("b", section("d", text("q"), text("t"), level=3)))
    assert found(base, head)[1] == [("a", [("c", ["p", ("b", [])]), ("d", ["q", "t"])])]


def test_what_came_from_elsewhere_has_moved_to_the_heading():
    base = (section("a", text("p")), section("c", text("t"), text("u")))
    head = (section("a", text("p")), section("b", text("t")), section("c", text("u")))
    assert found(base, head) is None


def test_what_stands_with_a_goal_belongs_to_it():
    base = (section("a", text("p"), text("t")),)
    head = (section("a", text("p")), section("b", text("t"), role="goal"))
    assert found(base, head) is None
