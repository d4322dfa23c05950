import pytest

from plangen.document.diff.match import matched
from plangen.document.diff.parts import root
from plangen.document.inlines import Text
from plangen.document.nodes import BulletList, Heading, ListItem, Paragraph, Section

LONG = "Nämnden ska under året följa upp hur målen nås i alla verksamheter"
OTHER = "Belysningen byts ut i etapper så att energin räcker längre"


def paragraph(text, name=""):
    return Paragraph(id=name, inlines=(Text(text),))


def section(name, *blocks, title="Rubrik"):
    return Section(id=name, heading=Heading(level=1, inlines=(Text(title),)), blocks=blocks)


def says(part):
    return part.node.inlines[0].text


def pairs(old, new):
    base, head = root(old), root(new)
    found = matched(base, head)
    return {
        says(one): says(other)
        for one, other in found.to_head.items()
        if isinstance(one.node, Paragraph) and isinstance(other.node, Paragraph)
    }


def test_id_tells_what_is_the_same_whatever_it_says():
    assert pairs([paragraph("förr", "x")], [paragraph("helt annat nu", "x")]) == {"förr": "helt annat nu"}


def test_equal_text_is_paired_before_what_is_alike():
    edited = LONG + " och projekt"
    assert pairs([paragraph(LONG), paragraph(OTHER)], [paragraph(edited), paragraph(LONG)]) == {LONG: LONG}


def test_edited_paragraph_is_the_one_in_its_place():
    assert pairs([paragraph(LONG)], [paragraph(LONG + " och projekt")]) == {LONG: LONG + " och projekt"}


def test_paragraphs_with_nothing_in_common_are_not_paired():
    assert pairs([paragraph(LONG)], [paragraph(OTHER)]) == {}


def test_paragraph_moved_to_another_section_and_edited_is_known():
    edited = LONG + " framöver"
    old = [section("a", paragraph(LONG), paragraph("Stannar.")), section("b")]
    new = [section("a", paragraph("Stannar.")), section("b", paragraph(edited))]
    assert pairs(old, new) == {LONG: edited, "Stannar.": "Stannar."}


def test_short_paragraph_elsewhere_is_not_taken_for_moved():
    old = [section("a", paragraph("Se nedan.")), section("b")]
    new = [section("a"), section("b", paragraph("Se nedan."))]
    assert pairs(old, new) == {}


def test_short_item_out_of_order_in_its_list_is_moved():
    items = [ListItem(blocks=(paragraph(text),)) for text in ("Ja", "Nej", "Kanske")]
    old, new = BulletList(items=tuple(items)), BulletList(items=(items[2], *items[:2]))
    assert pairs([old], [new]) == {"Ja": "Ja", "Nej": "Nej", "Kanske": "Kanske"}


@pytest.mark.parametrize(("text", "same"), [(LONG, True), (OTHER, False)])
def test_section_under_another_id_is_the_same_if_it_is_alike(text, same):
    base, head = root([section("a", paragraph(LONG))]), root([section("b", paragraph(text), title="Titel")])
    assert (base.parts[0] in matched(base, head).to_head) is same
