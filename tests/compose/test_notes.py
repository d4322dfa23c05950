from __future__ import annotations

from plangen.compose.notes import TableNotes, TextNotes, named_apart, owned_texts, plan_notes, title_of
from plangen.diagnostics import Location
from plangen.document.inlines import Emphasis, FootnoteReference, Inline, Text
from plangen.document.nodes import (
    BulletList,
    Cell,
    Column,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
    TableNote,
)
from plangen.document.walk import map_inlines, plain_text
from plangen.model.text import Body, RichText

from .plans import FILES, edited, memory, plan

HERE = Location("a.md", 3, 7, 4)


def mark(name: str) -> FootnoteReference:
    return FootnoteReference(name, HERE)


def paragraph(*inlines: Inline) -> Paragraph:
    return Paragraph(inlines=inlines)


def note(name: str, *inlines: Inline) -> Note:
    return Note(id=name, blocks=(paragraph(*inlines),), location=HERE)


def table(name: str, *cells: tuple[Inline, ...]) -> Table:
    rows = (Row(cells=tuple(Cell(inlines=inlines) for inlines in cells)),)
    return Table(id=name, columns=tuple(Column() for _ in cells), head=(), rows=rows)


def test_marks_are_named_by_their_owner_wherever_they_stand_in_a_line() -> None:
    named = map_inlines((mark("1"), Emphasis((mark("2"),)), Text("3")), named_apart("mal"))
    assert named == (mark("mal.note-1"), Emphasis((mark("mal.note-2"),)), Text("3"))


def test_notes_of_different_texts_with_the_same_mark_are_kept_apart() -> None:
    source = memory(inledning="A[^1]\n\n[^1]: Ett\n", bibliotek="B[^1]\n\n[^1]: Två[^2]\n\n[^2]: Tre\n")
    notes = plan_notes(plan(source))
    assert list(notes) == ["inledning.note-1", "bibliotek.note-1", "bibliotek.note-2"]
    assert [each.id for each in notes.values()] == list(notes)
    (block,) = notes["bibliotek.note-1"].blocks
    assert isinstance(block, Paragraph)
    assert [each.note for each in block.inlines if isinstance(each, FootnoteReference)] == ["bibliotek.note-2"]


def test_every_text_of_the_plan_has_an_owner() -> None:
    assert [owner for owner, _ in owned_texts(plan())] == [
        "inledning",
        "mal",
        "ekonomi",
        "kultur",
        "bibliotek",
        "drift",
    ]


def test_a_title_may_point_to_the_notes_of_its_text_only() -> None:
    body = Body(notes=(note("1"),))
    title = title_of(RichText((Text("A"), mark("1"), mark("2"))), "mal", body)
    assert title.inlines == (Text("A"), mark("mal.note-1"), mark("2"))


def test_a_table_gets_the_notes_of_its_cells_once_each_in_the_order_of_their_marks() -> None:
    notes = {name: note(name, Text(name.upper())) for name in ("a", "b", "c")}
    noted = TableNotes(notes).noted(table("t", (mark("b"),), (mark("a"), mark("b")), (Text("x"),)))
    assert [(each.id, plain_text(each.inlines), each.location) for each in noted.notes] == [
        ("t.b", "B", HERE),
        ("t.a", "A", HERE),
    ]
    assert [cell.inlines for cell in noted.rows[0].cells] == [(mark("t.b"),), (mark("t.a"), mark("t.b")), (Text("x"),)]


def test_notes_of_two_tables_and_the_text_have_names_of_their_own() -> None:
    under = TableNotes({"a": note("a", Text("A"))})
    noted = [under.noted(table(name, (mark("a"),))) for name in ("t", "", "")]
    names = [each.notes[0].id for each in noted]
    assert len({*names, "a"}) == 4


def test_a_table_without_marks_stays_as_it_is() -> None:
    plain = table("t", (Text("a"), mark("unknown")))
    assert TableNotes({"a": note("a")}).noted(plain) == plain


def test_all_that_a_note_says_stands_on_the_line_under_a_table() -> None:
    long = Note(
        id="a",
        blocks=(
            paragraph(Text("ett")),
            BulletList(items=(ListItem(blocks=(paragraph(Text("två")),)),)),
            paragraph(Text("tre")),
        ),
    )
    assert plain_text(TableNotes({"a": long}).noted(table("t", (mark("a"),))).notes[0].inlines) == "ett två tre"


def gathered(*blocks: Paragraph | Section | Table, owners: tuple[str, ...] = ()) -> TextNotes:
    notes = {name: note(name) for name in ("o.a", "o.b")} | {"o.c": note("o.c", mark("o.b"), mark("o.c"))}
    text = TextNotes(notes, owners)
    text.gather(blocks)
    return text


def test_notes_that_the_text_refers_to_are_gathered_in_order() -> None:
    section = Section(heading=Heading(level=1, inlines=(mark("o.b"),)), blocks=(paragraph(mark("o.a"), mark("o.b")),))
    assert list(gathered(section).referred) == ["o.b", "o.a"]


def test_notes_that_notes_refer_to_are_gathered_and_may_go_in_circles() -> None:
    assert list(gathered(paragraph(mark("o.c"))).referred) == ["o.c", "o.b"]


def test_notes_under_a_table_are_not_among_the_texts() -> None:
    own = Table(
        columns=(Column(),),
        head=(),
        rows=(Row(cells=(Cell(inlines=(mark("t.x"),)),)),),
        notes=(TableNote(id="t.x", inlines=(mark("o.a"),)),),
    )
    found = gathered(own)
    assert (list(found.referred), found.found) == (["o.a"], [])


def test_a_mark_where_no_note_can_be_is_reported() -> None:
    (fault,) = gathered(paragraph(mark("x"), mark("o.nope")), owners=("o.",)).found
    assert (fault.code, fault.location, dict(fault.parameters)) == ("note-misplaced", HERE, {"mark": "x"})


def test_a_plan_without_notes_has_none() -> None:
    assert plan_notes(plan(edited(memory(), "goals/bibliotek.md", "År", "Månad"))) == {}
    assert "[^" not in "".join(FILES.values())
