from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import pytest

from plangen.diagnostics import Location
from plangen.document.document import Document, Metadata
from plangen.document.inlines import CrossReference, Emphasis, FootnoteReference, Image, Inline, Text
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Cell,
    Column,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    ListItem,
    Note,
    Numeral,
    Paragraph,
    Row,
    Section,
    Table,
    TableNote,
    TableOfContents,
)
from plangen.document.resolve import resolve
from plangen.document.table_layout import Layout
from plangen.document.walk import every_block, every_inline, plain_text, reference_text, texts
from plangen.locale.catalogue import catalogue

LAYOUT = Layout(
    text_width=400,
    landscape_width=600,
    paddings=dict.fromkeys(("", "apart", "close"), 8),
    measure=lambda text, bold: len(text) * 5.0,
    hyphenate=lambda word: word,
)
Kind = TypeVar("Kind")


def line(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def paragraph(*inlines: Inline) -> Paragraph:
    return Paragraph(inlines=inlines)


def section(
    name: str,
    *blocks: Block,
    level: int = 1,
    title: tuple[Inline, ...] = (),
    numbered: bool = True,
    listed: bool = True,
) -> Section:
    heading = Heading(level=level, inlines=title or line(name.title()), numbered=numbered, listed=listed)
    return Section(id=name, heading=heading, blocks=blocks, location=Location("a.md", len(name)))


def table(name: str, *cells: Cell, numbered: bool = True, notes: tuple[TableNote, ...] = ()) -> Table:
    columns = tuple(Column() for _ in cells)
    return Table(
        id=name,
        columns=columns,
        head=(),
        rows=(Row(cells=cells),),
        caption=line(f"Om {name}"),
        numbered=numbered,
        notes=notes,
        location=Location("t.yaml", len(name)),
    )


def note(name: str, *inlines: Inline) -> Note:
    return Note(id=name, blocks=(paragraph(*(inlines or line(f"Not {name}"))),))


def mark(name: str) -> FootnoteReference:
    return FootnoteReference(name, Location("a.md", 1))


def resolved(*blocks: Block, notes: Sequence[Note] = ()) -> Document:
    document, found = both(*blocks, notes=notes)
    assert not found
    return document


def both(*blocks: Block, notes: Sequence[Note] = ()) -> tuple[Document, list[tuple[str, dict[str, str]]]]:
    document = Document(metadata=Metadata(title="", language="sv-SE"), blocks=blocks, notes=tuple(notes))
    result, found = resolve(document, catalogue("sv"), LAYOUT)
    return result, [(each.code, dict(each.parameters)) for each in found]


def every(kind: type[Kind], document: Document) -> list[Kind]:
    inlines = [
        inline
        for block in (*every_block(document), *(each for note in document.notes for each in note.blocks))
        for each in texts(block)
        for inline in every_inline(each)
    ]
    return [each for each in (*every_block(document), *inlines) if isinstance(each, kind)]


def numbers(document: Document) -> list[str]:
    return [each.heading.number for each in every(Section, document)]


# Numbers


def test_headings_are_numbered_by_level() -> None:
    inner = section("c", section("d", level=3), section("e", level=3), level=2)
    document = resolved(section("a", section("b", level=2), inner), section("f", section("g", level=2)))
    assert numbers(document) == ["1", "1.1", "1.2", "1.2.1", "1.2.2", "2", "2.1"]


def test_unnumbered_headings_take_no_number() -> None:
    first = section("b", level=2, numbered=False)
    assert numbers(resolved(section("a", first, section("c", level=2)))) == ["1", "", "1.1"]


def counted(name: str, rank: int, *blocks: Block, label: str = "Mål", numeral: Numeral = "1") -> Section:
    heading = Heading(level=2, inlines=line(name.title()), series="goal", rank=rank, label=label, numeral=numeral)
    return Section(id=name, heading=heading, blocks=blocks, location=Location("a.md", len(name)))


def test_headings_of_a_series_are_counted_apart_from_sections_by_their_rank() -> None:
    first = counted("a", 1, counted("b", 2), counted("c", 2), numeral="A")
    second = counted("d", 1, counted("e", 2), numeral="A")
    document = resolved(section("f", first, section("g", level=2)), section("h", second))
    assert numbers(document) == ["1", "A", "A.1", "A.2", "1.1", "2", "B", "B.1"]


def test_references_and_contents_have_the_label_of_a_heading_in_a_series() -> None:
    to = paragraph(CrossReference("b"), CrossReference("f"))
    document = resolved(section("f", TableOfContents(title=()), to, counted("a", 1, counted("b", 2))))
    assert [reference_text(each) for each in every(CrossReference, document)] == ["Mål\u00a01.1: B", "avsnitt\u00a01 F"]
    (contents,) = every(TableOfContents, document)
    assert [(each.label, each.number) for each in contents.entries] == [("", "1"), ("Mål", "1"), ("Mål", "1.1")]


def test_headings_of_a_rank_that_differ_in_label_or_numeral_are_told_of() -> None:
    _, found = both(counted("a", 1), counted("b", 1, label="Uppdrag"), counted("c", 1, numeral="A"))
    assert found == [("series-differs", {"series": "goal", "label": "Mål"})] * 2


def test_tables_and_figures_are_numbered_apart_wherever_they_stand() -> None:
    figure = Figure(image=Image(b"", "image/png", "x"))
    in_list = BulletList(items=(ListItem(blocks=(figure, table("b", Cell()))),))
    document = resolved(
        table("a", Cell()), BlockQuote(blocks=(figure, in_list)), section("s", table("c", Cell()), figure)
    )
    assert [(each.label, each.number) for each in every(Table, document)] == [("Tabell", str(n)) for n in (1, 2, 3)]
    assert [(each.label, each.number) for each in every(Figure, document)] == [("Figur", str(n)) for n in (1, 2, 3)]


def test_a_table_that_is_not_to_be_numbered_takes_no_number() -> None:
    document = resolved(table("a", Cell(), numbered=False), table("b", Cell()))
    assert [each.number for each in every(Table, document)] == ["", "1"]


# Notes


def test_notes_are_numbered_in_the_order_of_their_first_mark() -> None:
    document = resolved(
        paragraph(mark("b"), mark("a"), mark("b")),
        section("s", title=(mark("c"),)),
        notes=[note("a"), note("b"), note("c")],
    )
    assert [(each.id, each.number) for each in document.notes] == [("b", "1"), ("a", "2"), ("c", "3")]
    references = every(FootnoteReference, document)
    assert [(each.mark, each.reference) for each in references] == [("1", 1), ("2", 1), ("1", 2), ("3", 1)]


def test_notes_in_every_kind_of_block_are_numbered_in_reading_order() -> None:
    names = "abcdefgh"
    document = resolved(
        paragraph(mark("a")),
        BulletList(items=(ListItem(blocks=(paragraph(mark("b")),)),)),
        Callout(title=(mark("c"),), blocks=(paragraph(mark("d")),)),
        DefinitionList(
            items=(
                Definition(term=(mark("e"),), blocks=(paragraph(mark("f")),)),
                Definition(term=(Emphasis((mark("g"),)),), blocks=(paragraph(mark("h")),)),
            )
        ),
        notes=[note(each) for each in reversed(names)],
    )
    assert [(each.id, each.number) for each in document.notes] == [(each, str(n)) for n, each in enumerate(names, 1)]


def test_a_note_that_another_note_refers_to_comes_after_it() -> None:
    document = resolved(
        paragraph(mark("a"), mark("c")), notes=[note("a", Text("se "), mark("b")), note("b", mark("a")), note("c")]
    )
    assert [(each.id, each.number) for each in document.notes] == [("a", "1"), ("c", "2"), ("b", "3")]
    assert [each.mark for each in every(FootnoteReference, document)] == ["1", "2", "3", "1"]


def test_a_note_that_nothing_refers_to_is_left_out() -> None:
    assert resolved(paragraph(*line("a")), notes=[note("a")]).notes == ()


def test_notes_of_a_table_have_stars_of_their_own() -> None:
    notes = (TableNote(id="x", inlines=line("X")), TableNote(id="y", inlines=line("Y")))
    cells = (Cell(inlines=(mark("x"),)), Cell(inlines=(mark("y"),)), Cell(inlines=(mark("x"), mark("n"))))
    document = resolved(
        paragraph(mark("n")),
        table("t", *cells, notes=notes),
        table("u", *cells[:1], notes=notes[:1]),
        notes=[note("n")],
    )
    found = [(each.mark, each.reference, each.in_table) for each in every(FootnoteReference, document)]
    in_t = [("*", 1, True), ("**", 1, True), ("*", 2, True), ("1", 2, False)]
    assert found == [("1", 1, False), *in_t, ("*", 1, True)]
    assert [note.mark for each in every(Table, document) for note in each.notes] == ["*", "**", "*"]


def test_a_note_of_a_table_in_a_list_has_its_star() -> None:
    inner = table("t", Cell(inlines=(mark("x"),)), notes=(TableNote(id="x", inlines=line("X")),))
    term = Definition(term=line("d"), blocks=(inner,))
    for outer in (
        BulletList(items=(ListItem(blocks=(inner,)),)),
        BlockQuote(blocks=(inner,)),
        DefinitionList(items=(term,)),
    ):
        assert [each.mark for each in every(FootnoteReference, resolved(outer))] == ["*"]


# References


def printed(document: Document) -> list[str]:
    return [plain_text((each,)) for each in every(CrossReference, document)]


def test_references_print_what_they_lead_to() -> None:
    figure = Figure(id="f", image=Image(b"", "image/png", "x"))
    names = (CrossReference(name) for name in "astuf")
    references = paragraph(Text("se "), *names, CrossReference("a", line("den delen")))
    plain = table("u", Cell(), numbered=False)
    document = resolved(
        section("a", section("s", level=2, numbered=False), references, table("t", Cell()), plain, figure)
    )
    assert printed(document) == [
        "avsnitt\u00a01 A",
        "S",
        "tabell\u00a01",
        "Om u",
        "figur\u00a01",
        "den delen",
    ]


def test_references_that_begin_a_sentence_have_a_capital_wherever_they_stand() -> None:
    reference = CrossReference("ekonomi")
    document = resolved(
        paragraph(reference, Text(" visar mer. "), reference, Text(" är kort, se "), reference),
        BulletList(items=(ListItem(blocks=(paragraph(reference),)),)),
        table("ram", Cell(inlines=(reference,))),
        section("ekonomi", title=(reference, Text(" om sig själv"))),
    )
    references = [
        each.label
        for block in every_block(document)
        for line in texts(block)
        for each in every_inline(line)
        if isinstance(each, CrossReference)
    ]
    assert references == ["Avsnitt", "Avsnitt", "avsnitt", "Avsnitt", "Avsnitt", "Avsnitt"]


def test_references_in_cells_lists_notes_captions_and_headings_are_filled_in() -> None:
    to = CrossReference("a")
    document = resolved(
        section("a", title=(Text("Se "), CrossReference("t"))),
        Table(
            id="t",
            columns=(Column(),),
            head=(),
            rows=(Row(cells=(Cell(inlines=(to,)),)),),
            caption=(to,),
            numbered=True,
        ),
        BulletList(items=(ListItem(blocks=(paragraph(to),)),)),
        paragraph(mark("n")),
        notes=[note("n", to)],
    )
    assert printed(document) == ["tabell\u00a01", *["Avsnitt\u00a01 Se tabell\u00a01"] * 4]


def test_headings_that_refer_to_each_other_end() -> None:
    first, second = section("a", title=(CrossReference("b"),)), section("b", title=(CrossReference("a"),))
    assert printed(resolved(first, second)) == ["Avsnitt\u00a02 Avsnitt\u00a01", "Avsnitt\u00a01 Avsnitt\u00a02"]


def test_marks_of_notes_do_not_follow_a_title_into_references_and_contents() -> None:
    document = resolved(
        TableOfContents(title=()),
        section("a", paragraph(CrossReference("a")), title=(Text("A"), mark("n"))),
        notes=[note("n")],
    )
    contents, reference = every(TableOfContents, document)[0], every(CrossReference, document)[0]
    assert contents.entries[0].inlines == reference.title == line("A")


def test_reference_to_unknown_id_is_reported_with_the_nearest() -> None:
    wrong = CrossReference("uppdrga", location=Location("a.md", 3, 5, 9))
    document = Document(
        metadata=Metadata(title="", language="sv-SE"), blocks=(section("uppdrag", paragraph(wrong)), section("budget"))
    )
    _, found = resolve(document, catalogue("sv"), LAYOUT)
    assert [(each.code, each.location) for each in found] == [("unknown-reference", Location("a.md", 3, 5, 9))]
    given = {"target": "uppdrga", "near": "uppdrag", "instead": "#uppdrag", "allowed": "uppdrag, budget"}
    assert dict(found[0].parameters) == given


def test_every_unknown_reference_is_reported() -> None:
    _, found = both(
        paragraph(CrossReference("x"), CrossReference("y")),
        paragraph(mark("n")),
        notes=[note("n", CrossReference("z"))],
    )
    assert [parameters["target"] for _, parameters in found] == ["x", "y", "z"]


# Contents


def test_contents_list_has_the_listed_headings_down_to_its_depth() -> None:
    deep = section("c", section("d", level=3), level=2)
    document = resolved(
        TableOfContents(title=line("Innehåll"), depth=2),
        section("a", section("b", level=2, listed=False), deep),
        section("e"),
    )
    entries = every(TableOfContents, document)[0].entries
    told = [(each.target, each.level, each.number, plain_text(each.inlines)) for each in entries]
    assert told == [("a", 1, "1", "A"), ("c", 2, "1.2", "C"), ("e", 1, "2", "E")]


def test_contents_list_within_a_section_is_filled_in() -> None:
    document = resolved(section("a", TableOfContents(title=())))
    assert [each.target for each in every(TableOfContents, document)[0].entries] == ["a"]


# The rest


def test_numbers_are_bound_to_their_units_everywhere_alike() -> None:
    document = resolved(
        TableOfContents(title=()),
        section("a", paragraph(CrossReference("a"), Text("5"), Text(" mnkr"), mark("n")), title=line("Över 1 000 tkr")),
        table("t", Cell(inlines=line("1 000"))),
        notes=[note("n", Text("5 %"))],
    )
    said = [plain_text(each) for block in every_block(document) for each in texts(block)]
    assert said == [
        "",
        "Över 1\u00a0000\u00a0tkr",
        "Avsnitt\u00a01 Över 1\u00a0000\u00a0tkr5\u00a0mnkr",
        "Om t",
        "1\u00a0000",
    ]
    assert plain_text(every(TableOfContents, document)[0].entries[0].inlines) == "Över 1\u00a0000\u00a0tkr"
    assert [plain_text(each) for block in document.notes[0].blocks for each in texts(block)] == ["5\u00a0%"]


def test_every_block_of_the_document_and_its_notes_has_an_id_of_its_own() -> None:
    document = resolved(section("a", paragraph(mark("n")), paragraph()), section("b", paragraph()), notes=[note("n")])
    named = [each.id for each in (*every_block(document), *document.notes[0].blocks)]
    assert named == ["a", "a.p-1", "a.p-2", "b", "b.p-1", "n.p-1"]


def test_tables_get_widths_that_add_up_to_the_text() -> None:
    (laid,) = every(Table, resolved(table("t", Cell(inlines=line("a")), Cell(inlines=line("bb")))))
    assert sum(column.width for column in laid.columns) == pytest.approx(400, abs=0.1)


@pytest.mark.parametrize("twice", [table("t", Cell()), section("t", table("u", Cell()))], ids=["table", "section"])
def test_what_stands_in_the_document_twice_is_reported_once(twice: Block) -> None:
    _, found = both(section("a", twice), section("b", twice))
    assert [(code, parameters["name"]) for code, parameters in found] == [("placed-twice", "t")]


def test_the_document_that_is_resolved_is_left_as_it_was() -> None:
    before = (section("a", paragraph(CrossReference("a")), table("t", Cell())), TableOfContents(title=()))
    document = Document(metadata=Metadata(title="", language="sv-SE"), blocks=before)
    resolve(document, catalogue("sv"), LAYOUT)
    assert document.blocks == before
    assert document.blocks[0].heading.number == ""  # type: ignore[union-attr]


def test_a_table_in_a_note_has_widths_and_never_turns_the_page() -> None:
    wide = table("t", Cell(inlines=line("x" * 60)), Cell(inlines=line("y" * 10)))
    document = resolved(paragraph(mark("n")), notes=[Note(id="n", blocks=(wide,))])
    (laid,) = document.notes[0].blocks
    assert isinstance(laid, Table)
    assert sum(column.width for column in laid.columns) == pytest.approx(400, abs=0.1)
    assert not laid.landscape


def test_tables_too_wide_for_the_page_are_reported_in_the_text_and_in_notes() -> None:
    cell = Cell(inlines=line("1" * 200))
    _, found = both(table("t", cell), paragraph(mark("n")), notes=[Note(id="n", blocks=(table("u", cell),))])
    assert found == [("table-too-wide", {"table": name, "columns": "1"}) for name in ("Om t", "Om u")]
