"""A whole document as PDF, looked at by its structure and by independent checkers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Object, OutlineItem, Pdf, parse_content_stream
from PIL import Image as Picture

from plangen.brand.brand import DEFAULT, Brand, Logo
from plangen.build import job, layout
from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import (
    Abbreviation,
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Cell,
    Column,
    ContentsEntry,
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
    TableOfContents,
)
from plangen.document.resolve import resolve
from plangen.locale.catalogue import catalogue
from plangen.typesetting.pages import typeset
from plangen.writers.job import Job
from plangen.writers.pdf import write

WHEN = datetime(2025, 10, 14, 8, 30, tzinfo=UTC)
WORDS = "Styrelsen leder och samordnar arbetet och har uppsikt över nämndernas verksamhet. "


def picture() -> bytes:
    file = BytesIO()
    Picture.new("RGB", (900, 300), "teal").save(file, "PNG")
    return file.getvalue()


def paragraph(name: str, *inlines: Inline | str) -> Paragraph:
    return Paragraph(id=name, inlines=tuple(Text(each) if isinstance(each, str) else each for each in inlines))


def section(name: str, level: int, number: str, title: str, *blocks: Block, listed: bool = True) -> Section:
    heading = Heading(
        id=f"{name}-heading",
        level=level,
        inlines=(Text(title),),
        number=number,
        numbered=bool(number),
        listed=listed,
        page_break_before=level == 1,
    )
    return Section(id=name, heading=heading, blocks=blocks)


def row(name: str, *texts: str, head: bool = False, role: str = "") -> Row:
    cells = tuple(
        Cell(
            id=f"{name}-{index}",
            inlines=(Text(text),) if text else (),
            header="column" if head else ("" if index else "row"),
            role="figure" if index else "",
            empty="" if text else "inget belopp",
        )
        for index, text in enumerate(texts)
    )
    return Row(id=name, cells=cells, role=role)


def allocation() -> Table:
    return Table(
        id="ram",
        columns=(Column(width=300), Column(width=120, align="right"), Column(width=120, align="right", role="whereof")),
        head=(row("h", "Förvaltning", "Ram 2026", "Varav läkemedel", head=True),),
        rows=(
            row("r1", "Regionledningskontoret", "1 363 720", ""),
            row("r2", "Kultur och bildning", "\u2212570", "14"),
            row("r3", "varav hyror", "100", "", role="whereof"),
            row("r4", "Summa", "1 363 150", "14", role="total"),
        ),
        caption=(Text("Fördelning av ramen, tkr"),),
        caption_visible=True,
        numbered=True,
        label="Tabell",
        number="1",
        description="Belopp per förvaltning.",
        landscape=True,
    )


def indicators() -> Table:
    note = FootnoteReference("ind-note", mark="*", reference=1, in_table=True)
    marked = Row(
        id="i1",
        cells=(
            Cell(id="i1-0", header="row", inlines=(Text("Nettokostnad"),)),
            Cell(id="i1-1", inlines=(Text("0"), note)),
            Cell(id="i1-2", inlines=(Text("Raindance"),)),
        ),
    )
    return Table(
        id="ind",
        columns=(Column(width=200), Column(width=80), Column(width=120)),
        head=(row("ih", "Indikator", "Målvärde", "Källa", head=True),),
        rows=(marked, row("i2", "Frisktal", "ökande", ""), row("i3", "Tid", "1", "Heroma")),
        caption=(Text("Indikatorer för Ekonomi i balans"),),
        notes=(TableNote(id="ind-note", mark="*", inlines=(Text("Gäller från 2026."),)),),
    )


def sample() -> Document:
    item = ListItem(id="i", blocks=(paragraph("ip", "Punkt"), BulletList(id="il", items=(listed("Inre"),))))
    first = section(
        "inledning",
        1,
        "1",
        "Inledning",
        paragraph(
            "p1",
            "Text med not",
            FootnoteReference("n1", mark="1", reference=1),
            ", ",
            Strong((Text("stark"),)),
            Emphasis((Text(" kursiv"),)),
            Code(" kod "),
            Link("https://www.regionvarmland.se/", (Text("Region Värmland"),)),
            LineBreak(),
            CrossReference("mal", label="avsnitt", number="2.1", title=(Text("Ekonomi"),)),
            Abbreviation(" RF", "regionfullmäktige"),
            Text(" words", language="en-GB"),
            FootnoteReference("n1", mark="1", reference=2),
        ),
        BulletList(id="l1", items=(item, listed("Till"))),
        OrderedList(id="l2", items=(listed("Ett"), listed("Två"))),
        BlockQuote(id="q", blocks=(paragraph("qp", WORDS),)),
        Callout(id="c", title=(Text("Att tänka på"),), blocks=(paragraph("cp", WORDS),)),
        DefinitionList(id="d", items=(Definition(id="d1", term=(Text("Ram"),), blocks=(paragraph("dp", WORDS),)),)),
        Figure(
            id="f",
            image=Image(picture(), "image/png", "En blå ruta"),
            caption=(Text("Utveckling"),),
            label="Figur",
            number="1",
        ),
    )
    goal = section("mal", 2, "2.1", "Ekonomi", section("besk", 4, "", "Indikatorer", indicators(), listed=False))
    second = section("mål-kap", 1, "2", "Resultatmål", paragraph("p2", WORDS * 4), goal, allocation())
    entries = (("inledning", 1, "1", "Inledning"), ("mål-kap", 1, "2", "Resultatmål"), ("mal", 2, "2.1", "Ekonomi"))
    contents = TableOfContents(
        id="toc",
        title=(Text("Innehåll"),),
        entries=tuple(ContentsEntry(target=a, level=b, number=c, inlines=(Text(d),)) for a, b, c, d in entries),
    )
    cover = (
        CoverField(role="organisation", inlines=(Text("Regionen"),)),
        CoverField(role="title", inlines=(Text("Plan och budget 2026"),)),
        CoverField(role="date", label="Datum", inlines=(Text("2025-10-14"),)),
        CoverField(role="notice", inlines=(Text("Ett exempel."),)),
    )
    return Document(
        metadata=Metadata(
            title="Plan och budget 2026",
            language="sv-SE",
            author="Regionen",
            subject="Plan",
            keywords=("plan", "budget"),
            header="Regionen",
            footer="Sida {page} ({pages})",
            draft="Utkast",
            cover=cover,
        ),
        blocks=(contents, first, second, PageBreak(id="pb")),
        notes=(Note(id="n1", number="1", blocks=(paragraph("np", "Beslut i fullmäktige."),)),),
    )


def listed(text: str) -> ListItem:
    return ListItem(id=f"li-{text}", blocks=(paragraph(f"lp-{text}", text),))


def pdf_of(document: Document, brand: Brand = DEFAULT) -> bytes:
    return write(job(document, brand, WHEN))


@pytest.fixture(scope="module")
def pdf_bytes() -> bytes:
    return pdf_of(sample())


@pytest.fixture
def pdf(pdf_bytes: bytes) -> Iterator[Pdf]:
    with Pdf.open(BytesIO(pdf_bytes)) as opened:
        yield opened


@pytest.fixture(scope="module")
def file(pdf_bytes: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "plan.pdf"
    path.write_bytes(pdf_bytes)
    return path


def elements(holder: Object) -> Iterator[Object]:
    """Every structure element in reading order."""
    below = holder.get("/K", Array())
    for kid in below if isinstance(below, Array) else [below]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def tags(pdf: Pdf, *names: str) -> list[Object]:
    return [element for element in elements(pdf.Root.StructTreeRoot) if str(element.S)[1:] in names]


def test_every_kind_has_its_tag(pdf: Pdf) -> None:
    found = {str(element.S)[1:] for element in elements(pdf.Root.StructTreeRoot)}
    expected = "Title H1 H2 H3 P TOC TOCI Reference Link Lbl Note L LI LBody BlockQuote Figure Caption Table TR TH TD"
    assert set(expected.split()) <= found


def test_headings_have_number_and_title_as_their_text(pdf: Pdf) -> None:
    found = [(str(each.S)[1:], str(each["/T"])) for each in tags(pdf, "H1", "H2", "H3", "H4")]
    assert found == [
        ("H1", "Innehåll"),
        ("H1", "1 Inledning"),
        ("H1", "2 Resultatmål"),
        ("H2", "2.1 Ekonomi"),
        ("H3", "Indikatorer"),
    ]


def test_bookmarks_are_the_listed_headings_with_their_numbers(pdf: Pdf) -> None:
    def titles(items: list[OutlineItem]) -> list[object]:
        return [(item.title, titles(list(item.children))) for item in items]

    with pdf.open_outline() as outline:
        assert titles(outline.root) == [
            ("Innehåll", []),
            ("1 Inledning", []),
            ("2 Resultatmål", [("2.1 Ekonomi", [])]),
        ]


def test_sections_can_be_linked_to_by_their_ids(pdf: Pdf) -> None:
    names = [str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]]
    assert {"inledning", "mal", "besk"} <= set(names)


def test_the_file_says_its_language_title_and_standards(pdf: Pdf) -> None:
    assert str(pdf.Root.Lang) == "sv-SE"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Plan och budget 2026"
        assert metadata["dc:creator"] == ["Regionen"]
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["xmp:CreateDate"].startswith("2025-10-14T08:30:00")
    assert str(pdf.docinfo.CreationDate).startswith("D:20251014083000")


def test_pages_are_labelled_as_their_footers_number_them(pdf: Pdf) -> None:
    assert [page.label for page in pdf.pages] == [str(number) for number in range(1, len(pdf.pages) + 1)]


def test_a_word_in_another_language_says_so(pdf: Pdf) -> None:
    marked = [
        operands[1]
        for page in pdf.pages
        for operands, operator in parse_content_stream(page)
        if str(operator) == "BDC" and "/Lang" in operands[1]
    ]
    assert sum(str(each.Lang) == "en-GB" for each in marked) == 1


def test_links_say_where_they_lead(pdf: Pdf) -> None:
    links = [each for page in pdf.pages for each in page.get("/Annots", Array()) if str(each.Subtype) == "/Link"]
    assert links
    assert all(str(each.get("/Contents", "")) for each in links)
    assert "https://www.regionvarmland.se/" in {str(each.A.URI) for each in links if "/A" in each and "/URI" in each.A}


def test_pictures_have_their_text(pdf: Pdf) -> None:
    assert [str(each.Alt) for each in tags(pdf, "Figure")] == ["En blå ruta"]


def test_the_brands_logo_stands_on_the_cover() -> None:
    brand = replace(DEFAULT, logo=Logo(picture(), "image/png", "Regionens märke"))
    with Pdf.open(BytesIO(pdf_of(sample(), brand))) as pdf:
        assert [str(each.Alt) for each in tags(pdf, "Figure")] == ["Regionens märke", "En blå ruta"]


def test_a_wide_table_turns_its_page(pdf: Pdf) -> None:
    assert [page.mediabox[2] > page.mediabox[3] for page in pdf.pages] == [False, False, False, False, True]


def test_the_same_input_gives_the_same_bytes(pdf_bytes: bytes) -> None:
    assert pdf_of(sample()) == pdf_bytes


def test_another_process_gives_the_same_bytes(pdf_bytes: bytes, tmp_path: Path) -> None:
    code = "import runpy, sys; ns = runpy.run_path(sys.argv[1]); sys.stdout.buffer.write("
    code += "ns['pdf_of'](ns['sample']()))"
    environment = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    command = [sys.executable, "-c", code, __file__]
    run = subprocess.run(command, capture_output=True, env=environment, cwd=tmp_path, check=True)
    assert run.stdout == pdf_bytes


def test_a_job_is_written_from_the_pages_that_it_has_set(pdf_bytes: bytes) -> None:
    pages = typeset(sample(), DEFAULT, WHEN)
    assert write(Job(sample(), sample(), DEFAULT, WHEN, sample(), lambda: pages, lambda: pages)) == pdf_bytes


def test_a_document_without_tables_is_written() -> None:
    document = Document(metadata=Metadata(title="Plan", language="sv-SE"), blocks=(paragraph("p", "text"),))
    with Pdf.open(BytesIO(pdf_of(document))) as pdf:
        assert len(tags(pdf, "P")) == 1


@pytest.mark.parametrize(
    "command",
    [
        ("qpdf", "--check"),
        (sys.executable, "-m", "pdfua", "check", "--min-severity", "error"),
        (sys.executable, "-c", "from outloud.cli import main; main()", "--fail-on", "error"),
    ],
    ids=["qpdf", "pdfua", "outloud"],
)
def test_independent_checkers_find_no_error(command: tuple[str, ...], file: Path) -> None:
    run = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def wide_table(name: str) -> Table:
    words = ("Nettokostnadsramfördelningsgrund", "Resultatutjämningsreservsavsättning") * 2
    return Table(id=name, columns=(Column(),) * len(words), head=(), rows=(row(f"{name}-r", *words),))


def test_a_wide_table_in_a_list_a_quotation_a_box_or_a_note_is_set_upright() -> None:
    held: tuple[Block, ...] = (
        BulletList(items=(ListItem(blocks=(wide_table("a"),)),)),
        BlockQuote(blocks=(wide_table("b"),)),
        Callout(title=(), blocks=(wide_table("c"),)),
        DefinitionList(items=(Definition(term=(Text("d"),), blocks=(wide_table("d"),)),)),
        paragraph("m", "Se ", FootnoteReference("n")),
    )
    note = Note(id="n", blocks=(paragraph("np", "Not."), wide_table("e")))
    words = catalogue("sv")
    document = Document(metadata=Metadata(title="Plan", language="sv-SE"), blocks=held, notes=(note,))
    resolved, faults = resolve(document, words, layout(DEFAULT, words))
    assert not faults
    with Pdf.open(BytesIO(pdf_of(resolved))) as pdf:
        assert len(tags(pdf, "Table")) == 5
        assert all(page.mediabox[2] < page.mediabox[3] for page in pdf.pages)


def test_notes_that_refer_to_notes_are_tagged_once_each() -> None:
    def noted(name: str, *marks: str) -> Note:
        return Note(id=name, blocks=(paragraph(f"p{name}", f"Not {name}", *map(FootnoteReference, marks)),))

    notes = (noted("a", "b"), noted("b", "c", "a"), noted("c", "c", "b"))
    words = catalogue("sv")
    blocks = (paragraph("p", "Text", FootnoteReference("a")),)
    document = Document(metadata=Metadata(title="Plan", language="sv-SE"), blocks=blocks, notes=notes)
    resolved, _ = resolve(document, words, layout(DEFAULT, words))
    with Pdf.open(BytesIO(pdf_of(resolved))) as pdf:
        assert len(tags(pdf, "Note")) == 3


def test_the_decision_stands_in_the_files_metadata() -> None:
    metadata = Metadata(
        title="Plan",
        language="sv-SE",
        author="Kommunen",
        date="2026-11-18",
        status="Beslutad",
        version="2.0",
        decided_by="KF & co",
        paragraph="112",
        case_number="KS 1",
        valid_from="2027-01-01",
        replaces="Plan 2026",
    )
    document = Document(metadata=metadata, blocks=(Paragraph(inlines=(Text("a"),)),))
    with Pdf.open(BytesIO(write(job(document, DEFAULT, WHEN)))) as pdf, pdf.open_metadata() as xmp:
        assert {name: xmp[name] for name in ("dc:identifier", "dc:coverage", "xmpMM:VersionID")} == {
            "dc:identifier": "KS 1 § 112",
            "dc:coverage": "2027-01-01/..",
            "xmpMM:VersionID": "2.0",
        }
        assert [
            *xmp["dc:publisher"],
            *xmp["dc:contributor"],
            *xmp["dc:type"],
            *xmp["dc:relation"],
            *xmp["dc:date"],
        ] == [
            "Kommunen",
            "KF & co",
            "Beslutad",
            "Plan 2026",
            "2026-11-18",
        ]
