from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf
from PIL import Image as Picture

from plangen.brand.brand import DEFAULT, POINTS_PER_MM
from plangen.document.document import Document
from plangen.document.inlines import FootnoteReference, Image, LineBreak, Link, Strong, Text
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
    OrderedList,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Table,
    TableNote,
)
from plangen.typesetting.pages import typeset

WHEN = datetime(2025, 10, 14, tzinfo=UTC)

Lines = Callable[[Document], list[list[str]]]
Build = Callable[..., Document]
Words = Callable[[str], Paragraph]

BODY, HEADING = DEFAULT.styles["body"], DEFAULT.styles["heading-2"]
HEIGHT = (DEFAULT.page.height_mm - DEFAULT.page.top_mm - DEFAULT.page.bottom_mm) * 72 / 25.4
LINES_OF_A_PAGE = int(HEIGHT // BODY.line_height)
HOSTILE = "#panic() $x$ @y *a* _b_ <c> \\d \"e\" `f` // g /* h */ ~ -- ... 'i' #{1} [j] {k} = l"


def heading(name: str, text: str = "Rubrik") -> Heading:
    return Heading(id=f"{name}-heading", level=1, inlines=(Text(text),), page_break_before=True)


def one_column(*rows: str, landscape: bool = False) -> Table:
    return Table(
        id="t",
        columns=(Column(width=120),),
        head=(),
        rows=tuple(Row(cells=(Cell(inlines=(Text(row),)),)) for row in rows),
        notes=(TableNote(id="tn", mark="*", inlines=(Text("En not."),)),),
        landscape=landscape,
    )


def a_picture() -> Image:
    file = BytesIO()
    Picture.new("RGB", (40, 20), "teal").save(file, "PNG")
    return Image(file.getvalue(), "image/png", "En blå ruta")


def test_a_high_picture_stands_above_its_caption_on_the_page_of_its_heading(document: Build, tmp_path: Path) -> None:
    file = BytesIO()
    Picture.new("RGB", (90, 160), "teal").save(file, "PNG", dpi=(7, 7))
    caption = (Text("En bildtext som fyller mer än en rad " * 3 + "slut"),)
    picture = Image(file.getvalue(), "image/png", "En hög ruta")
    figure = Figure(id="f", image=picture, caption=caption, label="Figur", number="1")
    pdf = tmp_path / "figure.pdf"
    whole = document(Section(id="s", heading=heading("s", "Rubrik"), blocks=(figure,)))
    pdf.write_bytes(typeset(whole, DEFAULT, WHEN).pdf)
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    words = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert words.count("<page ") == 1
    lowest = max(float(each) for each in re.findall(r'yMax="([\d.]+)">slut<', words))
    assert lowest < (DEFAULT.page.height_mm - DEFAULT.page.bottom_mm) * POINTS_PER_MM


def test_definitions_that_stand_whole_are_on_one_page(document: Build, paragraph: Words, lines_of: Lines) -> None:
    terms = tuple(
        Definition(id=f"d{at}", term=(Text(f"Ord {at}"),), blocks=(paragraph("Betydelse"),)) for at in range(3)
    )
    pages = lines_of(document(*(paragraph("rad") for _ in range(28)), DefinitionList(id="d", items=terms)))
    assert [len([line for line in page if line.startswith("Ord")]) for page in pages] == [0, 3]


def test_lines_are_as_high_as_their_style_says_whatever_stands_in_them(document: Build, lines_of: Lines) -> None:
    line = (
        Text("Åp "),
        Strong((Text("Åp"),)),
        Link("https://a.se/", (Text("Åp"),)),
        FootnoteReference("t", mark="2", reference=1, in_table=True),
        LineBreak(),
    )
    target = Section(id="t", heading=heading("t"))
    pages = lines_of(document(Paragraph(id="p", inlines=line * 100), target))
    assert len(pages[0]) == LINES_OF_A_PAGE


def test_between_blocks_stands_the_sum_of_their_spaces(document: Build, paragraph: Words, lines_of: Lines) -> None:
    pages = lines_of(document(*(paragraph("rad") for _ in range(60))))
    step = BODY.line_height + BODY.after + BODY.before
    assert len(pages[0]) == int((HEIGHT + BODY.after) // step)


def test_space_above_is_dropped_at_the_head_of_a_page(
    document: Build, section: Callable[..., Section], lines_of: Lines
) -> None:
    lines = Paragraph(id="p", inlines=(Text("rad"), LineBreak()) * 99)
    pages = lines_of(document(section("ett", 2, lines, new_page=True)))
    left = HEIGHT - HEADING.line_height - HEADING.after - BODY.before
    assert HEADING.before > 0
    assert len(pages[0]) == 1 + int(left // BODY.line_height)


def test_a_heading_is_never_left_at_the_foot_of_a_page(
    document: Build, section: Callable[..., Section], paragraph: Words, lines_of: Lines
) -> None:
    for filled in range(24, 32):
        text = Paragraph(id="p", inlines=(Text("ord " * 60),))
        nested = section("ett", 2, section("två", 3, text))
        pages = lines_of(document(*(paragraph("rad") for _ in range(filled)), nested))
        page = next(page for page in pages if "Rubrik ett" in page)
        at = page.index("Rubrik ett")
        assert page[at + 1] == "Rubrik två"
        assert [line[:3] for line in page[at + 2 : at + 4]] == ["ord", "ord"]


def test_two_lines_at_least_stand_at_the_foot_and_the_head_of_a_page(document: Build, lines_of: Lines) -> None:
    for filled in range(LINES_OF_A_PAGE - 5, LINES_OF_A_PAGE):
        above = Paragraph(id="p", inlines=(Text("rad"), LineBreak()) * (filled - 1) + (Text("rad"),))
        below = Paragraph(id="q", inlines=(Text("ord"), LineBreak()) * 3 + (Text("ord"),))
        counts = [page.count("ord") for page in lines_of(document(above, below))]
        assert 1 not in counts
        assert sum(counts) == 4


def test_a_lead_in_stays_with_what_it_leads_to(document: Build, paragraph: Words, lines_of: Lines) -> None:
    for filled in range(26, 32):
        lead = Paragraph(id="l", inlines=(Text("Så här:"),), keep_with_next=True)
        pages = lines_of(document(*(paragraph("rad") for _ in range(filled)), lead, one_column("först", "sedan")))
        page = next(page for page in pages if "Så här:" in page)
        assert page[page.index("Så här:") + 1] == "först"


def test_no_text_is_taken_for_markup(document: Build, lines_of: Lines) -> None:
    text = (Text(HOSTILE),)
    blocks: tuple[Block, ...] = (
        Paragraph(id="p", inlines=text),
        BulletList(id="l", items=(ListItem(id="li", blocks=(Paragraph(id="lp", inlines=text),)),)),
        one_column(HOSTILE),
        Callout(id="c", title=text, blocks=(Paragraph(id="cp", inlines=text),)),
        DefinitionList(id="d", items=(Definition(id="di", term=text, blocks=(Paragraph(id="dp", inlines=text),)),)),
        Figure(id="f", image=a_picture(), caption=text, label="Figur", number="1"),
        Paragraph(id="n", inlines=(Text("Se not"), FootnoteReference("note", mark="1", reference=1))),
        Section(id="s", heading=heading("s", HOSTILE)),
    )
    note = Note(id="note", number="1", blocks=(Paragraph(id="np", inlines=text),))
    set_text = " ".join(line for page in lines_of(document(*blocks, notes=(note,))) for line in page)
    assert set_text.replace(" ", "").count(HOSTILE.replace(" ", "")) == 10


def test_lists_have_their_signs_and_count_from_where_they_start(document: Build, lines_of: Lines) -> None:
    def item(text: str, *more: Block) -> ListItem:
        return ListItem(id=text, blocks=(Paragraph(id=f"p-{text}", inlines=(Text(text),)), *more))

    inner = BulletList(id="inre", items=(item("b"),))
    lists = (
        BulletList(id="yttre", items=(item("a", inner),)),
        OrderedList(id="o", items=(item("c"), item("d")), start=9),
    )
    assert [" ".join(line.split()) for line in lines_of(document(*lists))[0]] == ["• a", "– b", "9. c", "10. d"]


def test_quotations_boxes_and_definitions_print_what_they_hold(
    document: Build, paragraph: Words, lines_of: Lines
) -> None:
    blocks = (
        BlockQuote(id="q", blocks=(paragraph("citat"),)),
        Callout(id="c", title=(Text("Rubrik"),), blocks=(paragraph("ruta"),)),
        DefinitionList(id="d", items=(Definition(id="di", term=(Text("Ram"),), blocks=(paragraph("belopp"),)),)),
    )
    assert lines_of(document(*blocks))[0] == ["citat", "Rubrik", "ruta", "Ram", "belopp"]


def test_a_wide_table_stands_on_a_landscape_page_of_its_own_with_its_notes(
    document: Build, paragraph: Words, lines_of: Lines
) -> None:
    whole = document(paragraph("före"), one_column("bred", landscape=True), paragraph("efter"))
    assert lines_of(whole) == [["före"], ["bred", "* En not."], ["efter"]]
    with Pdf.open(BytesIO(typeset(whole, DEFAULT, WHEN).pdf)) as pdf:
        assert [page.mediabox[2] > page.mediabox[3] for page in pdf.pages] == [False, True, False]


def test_headings_right_above_a_wide_table_stand_on_its_page(
    document: Build, paragraph: Words, section: Callable[..., Section], lines_of: Lines
) -> None:
    inner = section("b", 2, one_column("bred", landscape=True), paragraph("efter"))
    whole = document(paragraph("före"), section("a", 1, inner))
    assert lines_of(whole) == [["före"], ["Rubrik a", "Rubrik b", "bred", "* En not."], ["efter"]]


def test_a_page_break_starts_a_page_and_leaves_none_empty(document: Build, paragraph: Words, lines_of: Lines) -> None:
    blocks = (PageBreak(id="a"), paragraph("ett"), PageBreak(id="b"), PageBreak(id="c"), paragraph("två"))
    assert lines_of(document(*blocks)) == [["ett"], ["två"]]


def test_a_note_stands_at_the_foot_of_the_page_of_its_first_mark(
    document: Build, paragraph: Words, lines_of: Lines
) -> None:
    marked = Paragraph(id="m", inlines=(Text("text"), FootnoteReference("note", mark="1", reference=1)))
    again = Paragraph(id="n", inlines=(Text("mer"), FootnoteReference("note", mark="1", reference=2)))
    note = Note(id="note", number="1", blocks=(paragraph("noten"),))
    pages = lines_of(document(marked, PageBreak(id="b"), again, notes=(note,)))
    assert [" ".join(page) for page in pages] == ["text1 1 noten", "mer1"]


@pytest.mark.parametrize("levels", [(1, 3, 6), (2, 4), (7, 8)])
def test_headings_that_skip_levels_are_tagged_without_gaps(
    document: Build, section: Callable[..., Section], levels: tuple[int, ...]
) -> None:
    sections = [section(f"s{number}", level) for number, level in enumerate(levels)]
    assert typeset(document(*sections), DEFAULT, WHEN).page_count == 1


def test_a_note_that_only_notes_refer_to_is_set_once_after_the_first_that_does(
    document: Build, lines_of: Lines
) -> None:
    def noted(name: str, text: str, *marks: str) -> Paragraph:
        references = (FootnoteReference(mark, mark=mark, reference=1) for mark in marks)
        return Paragraph(id=name, inlines=(Text(text), *references))

    notes = (
        Note(id="1", number="1", blocks=(noted("p1", "ett", "3"),)),
        Note(id="2", number="2", blocks=(noted("p2", "två", "1"),)),
        Note(id="3", number="3", blocks=(noted("p3", "tre", "4", "1"),)),
        Note(id="4", number="4", blocks=(noted("p4", "fyra", "4", "3"),)),
    )
    (page,) = lines_of(document(noted("m", "text", "1", "2"), notes=notes))
    assert "".join("".join(page).split()) == "text12" + "1ett3" + "3tre41" + "4fyra43" + "2två1"
