from __future__ import annotations

from plangen.document.document import Document, Metadata
from plangen.document.inlines import Badge, Text
from plangen.document.nodes import BulletList, ListItem, Note, Paragraph
from plangen.writers.docx.badges import badge_looks
from plangen.writers.docx.xml import w


def test_goals_that_a_document_speaks_of_have_styles_of_their_colours() -> None:
    item = ListItem(blocks=(Paragraph(inlines=(Badge("Mål 8", 8), Text(": arbete"))),))
    note = Note(id="n", blocks=(Paragraph(inlines=(Badge("Mål 2", 2), Badge("Mål 2", 2))),))
    looks = badge_looks(
        Document(metadata=Metadata(title="T", language="sv"), blocks=(BulletList(items=(item,)),), notes=(note,))
    )
    assert list(looks) == ["Agenda Goal 2", "Agenda Goal 8"]
    look = w("rPr", *looks["Agenda Goal 8"])
    assert look.xpath("string(w:shd/@w:fill)") == "A21942"
    assert look.xpath("string(w:color/@w:val)") == "FFFFFF"


def test_document_without_goals_has_no_such_styles() -> None:
    assert badge_looks(Document(metadata=Metadata(title="T", language="sv"), blocks=())) == {}
