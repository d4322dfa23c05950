from plangen.document.diff.marks import changed, document_changed, marks
from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import Change, Strong, Text
from plangen.document.nodes import BulletList, Cell, Column, Heading, ListItem, Note, Paragraph, Row, Section, Table

INSERTED, DELETED = Change("inserted"), Change("deleted")
PLAIN = Paragraph(inlines=(Text("x"),))


def document(*blocks, cover=(), notes=()):
    return Document(metadata=Metadata(title="t", language="sv-SE", cover=cover), blocks=blocks, notes=notes)


def table(row):
    return Table(columns=(Column(),), head=(), rows=(row,))


def test_a_document_without_marks_has_not_changed():
    assert not document_changed(document(PLAIN, table(Row(cells=(Cell(),)))))


def test_a_mark_is_found_wherever_it_stands():
    marked = Text("x", change=INSERTED)
    for block in (
        Paragraph(inlines=(Strong((marked,)),)),
        Section(heading=Heading(level=1, inlines=()), blocks=(Paragraph(inlines=(), change=DELETED),)),
        BulletList(items=(ListItem(blocks=(), change=INSERTED),)),
        table(Row(cells=(Cell(),), change=INSERTED)),
        table(Row(cells=(Cell(change=DELETED),))),
        table(Row(cells=(Cell(inlines=(marked,)),))),
    ):
        assert changed(block), block
        assert document_changed(document(PLAIN, block))


def test_marks_of_the_cover_and_of_notes_count():
    line = CoverField(role="title", inlines=(Text("x", change=INSERTED),))
    assert document_changed(document(PLAIN, cover=(line,)))
    assert document_changed(document(PLAIN, notes=(Note(id="n", blocks=(PLAIN,), change=DELETED),)))
    inner = Paragraph(inlines=(Text("x", change=DELETED),))
    assert document_changed(document(PLAIN, notes=(Note(id="n", blocks=(inner,)),)))


def test_marks_come_in_reading_order():
    blocks = (
        Paragraph(inlines=(Text("a", change=DELETED), Text("b", change=INSERTED))),
        table(Row(cells=(Cell(),), change=INSERTED)),
    )
    assert [each.kind for each in marks(blocks)] == ["deleted", "inserted", "inserted"]
