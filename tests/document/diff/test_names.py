from dataclasses import replace

from plangen.document.diff.match import matched
from plangen.document.diff.names import refers, renamed_notes, renamed_parts, with_names
from plangen.document.diff.parts import root
from plangen.document.document import Document, Metadata
from plangen.document.inlines import CrossReference, FootnoteReference, Text
from plangen.document.nodes import Heading, Note, Paragraph, Section


def document(note="a", text="Se planen.", target="mal"):
    line = (Text("Se "), CrossReference(target), FootnoteReference(note))
    return Document(
        metadata=Metadata(title="Plan", language="sv-SE"),
        blocks=(Paragraph(id="p", inlines=line),),
        notes=(Note(id=note, blocks=(Paragraph(inlines=(Text(text),)),)),),
    )


def test_note_that_says_the_same_under_another_mark_is_renamed():
    assert renamed_notes(document("a"), document("b")) == {"a": "b"}


def test_note_with_another_text_is_another_note():
    assert renamed_notes(document("a"), document("b", "Annat.")) == {}


def test_note_that_is_on_both_sides_keeps_its_name():
    head = document("a")
    head = replace(head, notes=(*head.notes, replace(head.notes[0], id="b")))
    assert renamed_notes(document("a"), head) == {}


def test_references_lead_to_the_new_names():
    renamed = with_names(document("a", target="mal"), {"a": "b", "mal": "malen"})
    assert renamed == document("b", target="malen")


def test_only_what_is_referred_to_counts():
    assert refers(document(target="mal"), {"mal": "malen"})
    assert not refers(document(target="mal"), {"annat": "malen"})
    assert not refers(document(), {})


def test_what_no_longer_has_an_id_of_its_own_is_led_to_by_the_one_that_was_made():
    def sides(name):
        text = Paragraph(id="p", inlines=(Text("Nämnden följer upp målen varje månad."),))
        section = Section(id=name, heading=Heading(level=1, inlines=(Text("Mål"),)), blocks=(text,))
        return root((section,))

    assert renamed_parts(matched(sides("mal"), sides("section-1"))) == {"mal": "section-1"}
