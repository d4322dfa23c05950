import pytest

from plangen.document.diff.compare import compare
from plangen.document.diff.marks import marks
from plangen.document.diff.settle import accepted, printable, without_moves
from plangen.document.document import Comparison, Document, Metadata
from plangen.document.inlines import Change, CrossReference, Text
from plangen.document.nodes import BulletList, Cell, Column, ListItem, Paragraph, Row, Section, Table

from .random_documents import Writer
from .sides import words

INSERTED, DELETED = Change("inserted"), Change("deleted")


@pytest.mark.parametrize("seed", range(60))
def test_without_moves_each_side_says_the_same(seed):
    writer = Writer(seed)
    base = writer.document()
    compared = compare(base, writer.edited(base))
    settled = without_moves(compared)
    assert words(settled, "new") == words(compared, "new")
    assert words(settled, "old") == words(compared, "old")
    assert "moved" not in {each.kind for each in marks(settled.blocks)}


def test_what_was_moved_and_edited_is_inserted_as_it_is_now():
    moved = Paragraph(
        inlines=(Text("nytt ", change=INSERTED), Text("gammalt ", change=DELETED), Text("kvar")),
        change=Change("moved", "p.was"),
    )
    assert accepted(moved).inlines == (Text("nytt "), Text("kvar"))
    assert accepted(moved).change is None


def test_accepting_leaves_deleted_rows_and_cells_out():
    table = Table(
        columns=(Column(), Column()),
        head=(),
        rows=(
            Row(cells=(Cell(inlines=(Text("a"),)), Cell(inlines=(Text("b"),), change=DELETED))),
            Row(cells=(Cell(), Cell()), change=DELETED),
        ),
    )
    found = accepted(table)
    assert [[cell.inlines for cell in row.cells] for row in found.rows] == [[(Text("a"),)]]


def test_a_printable_document_has_its_summary_first_and_no_link_that_leads_nowhere():
    lines = (CrossReference("p", (Text("dit"),)), CrossReference("borta", (Text("inte dit"),)))
    comparison = Comparison(base="a", head="b", title="Ändringar", summary=(Paragraph(inlines=lines),))
    body = Paragraph(id="p", inlines=(Text("x"),))
    document = Document(metadata=Metadata(title="t", language="sv-SE"), blocks=(body,), comparison=comparison)
    printed = printable(document)
    [first], [last] = printed.front, printed.blocks
    assert isinstance(first, Section)
    assert first.heading.inlines == (Text("Ändringar"),)
    assert [block.inlines for block in first.blocks] == [(lines[0], Text("inte dit"))]
    assert last == body


def test_what_leads_to_a_row_an_item_or_a_head_leads_to_what_can_be_led_to_there():
    row = Row(id="t.rad", cells=(Cell(id="t.rad.namn"), Cell(id="t.rad.ram")))
    head = Row(id="t.head-1", cells=(Cell(id="t.head-1.1"), Cell(id="t.head-1.2")))
    table = Table(id="t", columns=(Column(), Column()), head=(head,), rows=(row,))
    items = BulletList(id="l", items=(ListItem(id="l.1", blocks=(Paragraph(id="l.1.p", inlines=()),)),))
    lines = tuple(CrossReference(name, (Text("dit"),)) for name in ("t.rad", "t.rad.ram", "l.1", "t.head-1.2"))
    comparison = Comparison(base="a", head="b", summary=(Paragraph(inlines=lines),))
    document = Document(metadata=Metadata(title="", language="sv"), blocks=(table, items), comparison=comparison)
    (first,) = printable(document).front
    assert [each.target for block in first.blocks for each in block.inlines] == [
        "t.rad.namn",
        "t.rad.ram",
        "l.1.p",
        "t",
    ]


def test_a_document_that_was_not_compared_is_printed_as_it_is():
    document = Writer(1).document()
    assert printable(document) is document
