from __future__ import annotations

from plangen.brand.brand import DEFAULT
from plangen.diagnostics import Location
from plangen.document.document import Document, Metadata
from plangen.document.inlines import CrossReference, Emphasis, Text
from plangen.document.nodes import ContentsEntry, Note, Paragraph, TableOfContents
from plangen.typesetting.typst_context import Context, Place, context


def a_context() -> Context:
    reference = Paragraph(id="p", inlines=(Emphasis((CrossReference("mål"),)),))
    noted = Note(id="n", blocks=(Paragraph(id="q", inlines=(CrossReference("tabell"),)),))
    entry = ContentsEntry(target="mål", level=1, number="1", inlines=(Text("Mål"),))
    contents = TableOfContents(id="c", title=(), entries=(entry,))
    document = Document(metadata=Metadata(title="Plan", language="sv"), blocks=(contents, reference), notes=(noted,))
    return context(document, DEFAULT)


def test_what_text_and_notes_refer_to_is_known() -> None:
    assert a_context().targets == {"mål", "tabell"}


def test_what_the_contents_list_shows_is_known() -> None:
    assert a_context().listed == {"mål"}


def test_only_targets_are_labelled() -> None:
    run = a_context()
    assert run.target("x", "mål") == '[#x#label("mål")]'
    assert run.target("x", "annat") == "x"


def test_places_are_marked_in_their_order() -> None:
    run = a_context()
    marks = [run.place("a", Location("a.md", 1)), run.place("b", Location("b.md", 2))]
    assert [mark.strip() for mark in marks] == ["//@0", "//@1"]
    assert run.places == [Place("a", Location("a.md", 1)), Place("b", Location("b.md", 2))]


def test_a_picture_used_twice_is_one_file() -> None:
    run = a_context()
    names = [run.image(b"one", "image/png"), run.image(b"two", "image/svg+xml"), run.image(b"one", "image/png")]
    assert names == ["image-1.png", "image-2.svg", "image-1.png"]
    assert run.images == {"image-1.png": b"one", "image-2.svg": b"two"}
