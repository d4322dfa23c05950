"""A resolved document in which every kind of node stands at least once, as a small plan of a committee."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import (
    Abbreviation,
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
    Image,
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

CHART = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120" viewBox="0 0 300 120">'
    b'<rect x="20" y="30" width="60" height="80" fill="#0B5469"/><rect x="110" y="60" width="60" height="50"/></svg>'
)
PROSE = (
    "Verksamheten ska rymmas inom den ram som fullmäktige har beslutat, och nämnden följer upp det varje månad. "
    "Arbetet bedrivs tillsammans med kommunerna och civilsamhället, med invånarnas behov som utgångspunkt. "
)


@pytest.fixture
def plan() -> Document:
    """The whole document."""
    return Document(
        metadata=METADATA,
        blocks=(PageBreak(id="start"), CONTENTS, *chapters()),
        notes=(
            Note(id="not-1", number="1", blocks=(paragraph("not-1-p", "Enligt regionplanen."),)),
            Note(
                id="not-2",
                number="2",
                blocks=(paragraph("not-2-p", "Två skäl:"), bullets("not-2-l", "det ena", "det andra")),
            ),
        ),
    )


METADATA = Metadata(
    title="Årsplan och budget 2026",
    language="sv-SE",
    author="Regionstyrelsen",
    subject="Regionstyrelsens mål & ramar",
    keywords=("årsplan", "budget"),
    date="2025-10-14",
    header="Årsplan och budget 2026 · Regionstyrelsen",
    footer="Sida {page} ({pages})",
    draft="Utkast",
    cover=(
        CoverField(role="organisation", inlines=(Text("Region Värmland"),)),
        CoverField(role="title", inlines=(Text("Årsplan och budget 2026"),)),
        CoverField(role="body", inlines=(Text("Regionstyrelsen"),)),
        CoverField(role="status", label="Status", inlines=(Text("Förslag"),)),
        CoverField(role="date", label="Datum", inlines=(Text("2025-10-14"),)),
        CoverField(role="case-number", label="Diarienummer", inlines=(Text("RS/2025-001"),)),
        CoverField(role="notice", inlines=(Text("Ett "), Emphasis((Text("exempel"),)), Text(", inte beslutat."))),
    ),
)

CONTENTS = TableOfContents(
    id="innehall",
    title=(Text("Innehåll"),),
    entries=(
        ContentsEntry(target="inledning", level=1, number="1", inlines=(Text("Inledning"),)),
        ContentsEntry(target="mal", level=1, number="2", inlines=(Text("Resultatmål"),)),
        ContentsEntry(target="invanare", level=2, number="2.1", inlines=(Text("Trygga och nöjda invånare"),)),
        ContentsEntry(target="ekonomi", level=3, number="2.1.1", inlines=(Text("Ekonomi i balans"),)),
        ContentsEntry(target="ramar", level=1, number="3", inlines=(Text("Intern ramfördelning"),)),
        ContentsEntry(target="bilaga", level=1, number="", inlines=(Text("Bilaga"),)),
    ),
)


def chapters() -> tuple[Section, ...]:
    """The chapters of the body."""
    return (
        section("inledning", "1", "Inledning", *INTRODUCTION),
        section("mal", "2", "Resultatmål", paragraph("mal-p", PROSE * 2), section("invanare", "2.1", *GOALS)),
        section("ramar", "3", "Intern ramfördelning", paragraph("ramar-p", PROSE), frames(), PageBreak(id="brytning")),
        section("bilaga", "", "Bilaga", deep("bilaga-2", 2)),
    )


def section(node_id: str, number: str, title: str, *blocks: Block) -> Section:
    """A section at the level that its number tells."""
    level = number.count(".") + 1
    heading = Heading(
        id=f"{node_id}-rubrik",
        level=level,
        inlines=(Text(title),),
        number=number,
        numbered=bool(number),
        page_break_before=level == 1,
    )
    return Section(id=node_id, heading=heading, blocks=blocks)


def deep(node_id: str, level: int) -> Section:
    """Unnumbered sections within each other down to the sixth level."""
    inner: tuple[Block, ...] = (deep(node_id[:-1] + str(level + 1), level + 1),) if level < 6 else ()
    heading = Heading(level=level, inlines=(Text(f"Nivå {level}"),), numbered=False, listed=False)
    return Section(id=node_id, heading=heading, blocks=(paragraph(f"{node_id}-p", PROSE), *inner))


def paragraph(node_id: str, text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(id=node_id, inlines=(Text(text),))


def bullets(node_id: str, *texts: str) -> BulletList:
    """A bullet list of plain texts."""
    items = tuple(
        ListItem(id=f"{node_id}-{index}", blocks=(paragraph(f"{node_id}-{index}-p", text),))
        for index, text in enumerate(texts)
    )
    return BulletList(id=node_id, items=items)


INTRODUCTION: tuple[Block, ...] = (
    Paragraph(
        id="i1",
        inlines=(
            Text(PROSE + "Se "),
            CrossReference("ramar-tabell", label="tabell", number="2"),
            Text(", "),
            CrossReference("ekonomi", label="avsnitt", number="2.1.1", title=(Text("Ekonomi i balans"),)),
            Text(" och "),
            CrossReference("mal", inlines=(Text("våra mål"),)),
            Text(".", language=""),
            FootnoteReference("not-1", mark="1", reference=1),
            Text(" Läs mer på "),
            Link("https://www.regionvarmland.se/?a=1&b=2", (Strong((Text("regionens webbplats"),)),)),
            Text(" om "),
            Abbreviation("HME", "hållbart medarbetarengagemang"),
            LineBreak(),
            Text("value for money", language="en"),
            Text(", "),
            Code("a < b"),
            Text(" & mer."),
            FootnoteReference("not-1", mark="1", reference=2),
            FootnoteReference("not-2", mark="2", reference=1),
        ),
    ),
    Paragraph(id="i2", inlines=(Text("Styrande dokument är:"),), keep_with_next=True),
    bullets("i3", "Värmlandsstrategin 2040", "Miljöplan 2026–2029 (ny miljöplan antas under 2025)", "Arkivreglemente"),
    OrderedList(id="i4", start=3, items=(ListItem(id="i4-1", blocks=(paragraph("i4-1-p", "Tredje"),)),)),
    BlockQuote(id="i5", blocks=(paragraph("i5-p", "Livskvalitet i världsklass."),)),
    Callout(id="i6", title=(Text("Så läser du planen"),), blocks=(paragraph("i6-p", PROSE),)),
    DefinitionList(
        id="i7",
        items=(Definition(id="i7-1", term=(Text("Ram"),), blocks=(paragraph("i7-1-p", "Det som får kosta."),)),),
    ),
    Figure(
        id="i8",
        image=Image(CHART, "image/svg+xml", "Stapeldiagram: ram 2025 och 2026", width=225),
        caption=(Text("Ram per år"),),
        label="Figur",
        number="1",
    ),
)


def indicators() -> Table:
    """A table whose caption is for assistive technology, with a note of its own."""
    head = tuple(
        Cell(id=f"ind-h{index}", header="column", inlines=(Text(name),))
        for index, name in enumerate(("Indikator", "Målvärde", "Periodicitet", "Källa"))
    )
    mark = FootnoteReference("ind-not", mark="*", reference=1, in_table=True)
    rows = tuple(
        Row(
            id=f"ind-{index}",
            cells=(
                Cell(id=f"ind-{index}-0", header="row", inlines=(Text(name),)),
                Cell(id=f"ind-{index}-1", role="target", inlines=(mark,) if target == "*" else (Text(target),)),
                Cell(id=f"ind-{index}-2", inlines=(Text("Månad"),)),
                Cell(id=f"ind-{index}-3", inlines=(Text(source),) if source else (), empty="ingen uppgift"),
            ),
        )
        for index, (name, target, source) in enumerate(
            (
                (
                    "Hållbart medarbetarengagemang (HME) – totalindex",
                    "ökande",
                    "Medarbetarenkäten en gång per år.",
                ),
                ("Omräknade heltider tillsvidareanställda", "*", "Heroma"),
                ("Andel verksamheter som genomfört åtgärder", "100 %", ""),
            )
        )
    )
    return Table(
        id="ind",
        columns=tuple(Column(width=width) for width in (180, 70, 75, 128.5)),
        head=(Row(id="ind-h", cells=head),),
        rows=rows,
        caption=(Text("Indikatorer för Ekonomi i balans"),),
        description="Varje rad är en indikator.",
        notes=(TableNote(id="ind-not", mark="*", inlines=(Text("Utvecklingen följs varje månad."),)),),
    )


GOALS = (
    "Trygga och nöjda invånare",
    paragraph("g1", PROSE),
    section(
        "ekonomi",
        "2.1.1",
        "Ekonomi i balans",
        paragraph("g2", PROSE),
        BulletList(
            id="g3",
            role="agenda",
            items=tuple(
                ListItem(
                    id=f"g3-{number}",
                    role="agenda",
                    value=Decimal(number),
                    blocks=(paragraph(f"g3-{number}-p", f"Mål {number}: {name}"),),
                )
                for number, name in ((8, "Anständiga arbetsvillkor och ekonomisk tillväxt"), (13, "Bekämpa"))
            ),
        ),
        indicators(),
    ),
)

AMOUNTS = (
    ("Regionledningskontoret", "1 363 720", "25 337", "2 500", "1 391 557", "120 000", "1 501 107", ""),
    ("Fastighet och service", "300 100", "−570", "", "299 530", "", "299 530", ""),
    ("varav hyror", "80 000", "0", "0", "80 000", "", "80 000", "whereof"),
    ("Summa", "1 663 820", "24 767", "2 500", "1 691 087", "120 000", "1 899 961", "total"),
)


def frames() -> Table:
    """The wide table of amounts: a head of two rows, a group, a column that isn't added, a total."""
    titles = (
        "Fördelning per 2025-01-01",
        "Växlingar 2025",
        "Återväxlingar",
        "Växlingar 2026",
        "Varav läkemedel",
        "Ram 2026",
    )
    head = (
        Row(
            id="ram-h1",
            cells=(
                Cell(id="ram-h1-0", header="column", row_span=2, inlines=(Text("Enhet"),)),
                Cell(id="ram-h1-1", header="column", column_span=6, inlines=(Text("Tusen kronor"),)),
            ),
        ),
        Row(
            id="ram-h2",
            cells=tuple(
                Cell(id=f"ram-h2-{index}", header="column", inlines=(Text(title),))
                for index, title in enumerate(titles)
            ),
        ),
    )
    group = Row(
        id="ram-g",
        role="group",
        cells=(Cell(id="ram-g-0", header="row", column_span=7, inlines=(Text("Förvaltning"),)),),
    )
    return Table(
        id="ramar-tabell",
        columns=(
            Column(width=150),
            *(Column(align="right", width=90, role="whereof" if "Varav" in title else "") for title in titles),
        ),
        head=head,
        rows=(group, *(amounts(index, row) for index, row in enumerate(AMOUNTS))),
        caption=(Text("Nämndens beslutade fördelning av tilldelad nettokostnadsram 2026"),),
        caption_visible=True,
        numbered=True,
        label="Tabell",
        number="2",
        landscape=True,
        notes=(TableNote(id="ram-not", mark="*", inlines=(Text("Beloppen är i 2026 års priser."),)),),
    )


def amounts(index: int, row: tuple[str, ...]) -> Row:
    """A row of amounts with its name first and its role last."""
    name, *figures, role = row
    cells = tuple(
        Cell(id=f"ram-{index}-{at}", role="figure", inlines=(Text(figure),) if figure else (), empty="inget belopp")
        for at, figure in enumerate(figures, 1)
    )
    return Row(
        id=f"ram-{index}", role=role, cells=(Cell(id=f"ram-{index}-0", header="row", inlines=(Text(name),)), *cells)
    )
