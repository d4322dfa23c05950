from __future__ import annotations

from collections.abc import Callable

from docx.oxml.ns import qn

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document
from plangen.document.inlines import FootnoteReference, Text
from plangen.document.nodes import Note, Paragraph
from plangen.writers.docx.footnotes import footnotes_part
from plangen.writers.docx.outline import outline
from plangen.writers.docx.package import empty_document
from plangen.writers.docx.stories import write_notes, writing_of
from plangen.writers.docx.styles import styles

Build = Callable[..., Document]


def test_notes_are_written_in_their_order_and_inner_ones_within(document: Build) -> None:
    notes = (
        Note(id="a", number="1", blocks=(Paragraph(inlines=(Text("Yttre"), FootnoteReference("b", mark="2"))),)),
        Note(id="b", number="2", blocks=(Paragraph(inlines=(Text("Inre"),)),)),
    )
    content = document(Paragraph(inlines=(FootnoteReference("a", mark="1"),)), notes=notes)
    word, headings = empty_document(), outline(content)
    writing = writing_of(content, DEFAULT, headings, word, word.part.numbering_part.element, {"a": 1})
    assert dict(writing.note_numbers) == {"a": 1}
    assert set(writing.inner_notes) == {"b"}
    part = footnotes_part(word)
    write_notes(content, part, styles(DEFAULT, headings), writing)
    last = part.element[-1]
    assert last.get(qn("w:id")) == "1"
    assert "".join(each.text or "" for each in last.iter(qn("w:t"))).split() == ["Yttre22", "Inre"]
