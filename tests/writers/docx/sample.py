"""A resolved document that holds every kind of node."""

from __future__ import annotations

from base64 import b64decode
from decimal import Decimal

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
    Align,
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

PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==")
PROSE = (
    "Tillgänglig information tillgodoser invånarnas rätt till insyn och möjlighet att ta del av allmänna handlingar. "
    "Att säkra och skydda informationen gör invånarna trygga i kontakten med regionen. Med informationshantering "
    "menas att samla in, organisera, redovisa, tillhandahålla och lagra handlingar/information så att den kan användas "
    "på ett ändamålsenligt och kontrollerat sätt. "
)


def text(words: str) -> tuple[Inline, ...]:
    """A line of text."""
    return (Text(words),)


def paragraph(words: str = PROSE, **more: bool) -> Paragraph:
    """A paragraph of text."""
    return Paragraph(inlines=text(words), **more)


def section(id: str, level: int, number: str, title: str, *blocks: Block, page: bool = False) -> Section:
    """A section; one without a number is kept out of the contents list."""
    numbered = bool(number)
    heading = Heading(
        level=level,
        inlines=text(title),
        number=number,
        numbered=numbered,
        listed=numbered,
        page_break_before=page,
    )
    return Section(id=id, heading=heading, blocks=blocks)


def cell(words: str, header: str = "", role: str = "") -> Cell:
    """A cell of text."""
    return Cell(inlines=text(words) if words else (), header=header, role=role)  # type: ignore[arg-type]


def indicators(id: str, rows: int = 3) -> Table:
    """A table of indicators with an invisible caption."""
    head = Row(cells=tuple(cell(name, "column") for name in ("Indikatorer", "Målvärde", "Periodicitet", "Källa")))
    body = tuple(
        Row(
            cells=(
                cell(f"Andel digitaliseringsåtgärder enligt plan {index}", "row"),
                cell("ökande"),
                cell("År"),
                cell("Manuell kontroll, Digitaliseringsportföljen"),
            )
        )
        for index in range(rows)
    )
    return Table(
        id=id,
        columns=(Column(width=180), Column(width=70), Column(width=70), Column(width=133)),
        head=(head,),
        rows=body,
        caption=text("Indikatorer för målet"),
        description="Fyra kolumner.",
    )


def budget(id: str = "ramfordelning", *, landscape: bool = True) -> Table:
    """A wide table with figures, groups, sums, spans and notes."""
    align: tuple[Align, ...] = ("left", "right", "right", "right", "right")
    factor = 1.0 if landscape else 0.62
    widths = (230, 120, 120, 120, 110)
    columns = tuple(
        Column(align=side, width=width * factor, role="whereof" if index == 4 else "")
        for index, (side, width) in enumerate(zip(align, widths, strict=True))
    )
    head = (
        Row(
            cells=(
                Cell(inlines=text("Enhet"), header="column", row_span=2),
                Cell(inlines=text("Ram"), header="column", column_span=3),
                Cell(inlines=text("Varav läkemedel"), header="column", row_span=2),
            )
        ),
        Row(cells=(cell("Ingående", "column"), cell("Förändring", "column"), cell("Ram 2026", "column"))),
    )

    def figures(*values: str) -> tuple[Cell, ...]:
        return tuple(
            Cell(
                inlines=text(value) if value else (),
                role="figure",
                empty="" if value else "inget belopp",
                value=Decimal(1),
            )
            for value in values
        )

    rows = (
        Row(cells=(Cell(inlines=text("Förvaltning"), header="row", column_span=5),), role="group"),
        Row(
            cells=(
                Cell(
                    inlines=(
                        Text("Regionledningskontoret"),
                        FootnoteReference(f"{id}-not", mark="*", reference=1, in_table=True),
                    ),
                    header="row",
                ),
                *figures("1 363 720", "25 337", "1 389 057", "33"),
            )
        ),
        Row(cells=(cell("Regionfastigheter", "row"), *figures("\u2212570", "", "510 904", ""))),
        Row(cells=(cell("varav hyror", "row"), *figures("1", "2", "3", "")), role="whereof"),
        Row(cells=(cell("Delsumma", "row"), *figures("1 363 720", "25 337", "1 899 961", "33")), role="subtotal"),
        Row(cells=(cell("Summa", "row"), *figures("1 363 720", "25 337", "1 899 961", "33")), role="total"),
    )
    return Table(
        id=id,
        columns=columns,
        head=head,
        rows=rows,
        caption=text("Nämndens beslutade fördelning 2026"),
        caption_visible=True,
        numbered=True,
        label="Tabell",
        number="1" if landscape else "2",
        description="Belopp i tkr.",
        notes=(TableNote(id=f"{id}-not", inlines=text("Utvecklingen av omräknade heltider följs."), mark="*"),),
        landscape=landscape,
    )


def rich_inlines() -> tuple[Inline, ...]:
    """Every kind of inline in a row."""
    return (
        Text("Se "),
        CrossReference("uppdrag", label="avsnitt", number="2", title=text("Nämndens uppdrag")),
        Text(", "),
        CrossReference("ramfordelning", label="tabell", number="1", title=text("Nämndens beslutade fördelning 2026")),
        Text(" och "),
        CrossReference("uppdrag", inlines=(Text("det "), Emphasis(text("viktiga")), Text(" avsnittet"))),
        Text(". "),
        Emphasis((Text("Kursivt och "), Strong(text("fett")))),
        Text(", "),
        Strong((Text("fett och "), Emphasis(text("kursivt")))),
        Text(", "),
        Code("plangen build"),
        Text(", "),
        Link("https://example.org/plan", (Text("en "), Strong(text("länk")))),
        Text(", "),
        Abbreviation("HME", "hållbart medarbetarengagemang"),
        Text(", informations\u00adhanterings\u00adplan och 5\u201110"),
        FootnoteReference("not-a", mark="1", reference=1),
        LineBreak(),
        Text("In English: ", language="en-GB"),
        Emphasis(text("annual plan"), language="en-GB"),
        Text(" igen"),
        FootnoteReference("not-a", mark="1", reference=2),
        Text(" och"),
        FootnoteReference("not-b", mark="2", reference=1),
        Text(" samt "),
        Image(PIXEL, "image/png", "en prick", width=12),
        Text("."),
    )


def every_node_document() -> Document:
    """A document with every kind of node, over several pages."""
    chapters = (
        section("inledning", 1, "1", "Inledning", Paragraph(inlines=rich_inlines()), paragraph(), page=True),
        section("uppdrag", 1, "2", "Nämndens uppdrag", *_lists(), paragraph(), page=True),
        section(
            "mal",
            1,
            "3",
            "Nämndens resultatmål och indikatorer",
            paragraph(),
            section("effektmal", 2, "3.1", "Effektmål: Trygga och nöjda invånare", *_goals()),
            page=True,
        ),
        section(
            "ram",
            1,
            "4",
            "Intern ramfördelning",
            paragraph(),
            budget(),
            paragraph("Efter tabellen."),
            *_boxes(),
            page=True,
        ),
        section("bilaga", 1, "5", "Bilder", *_pictures(), page=True),
    )
    entries = tuple(_entries(chapters))
    return Document(
        metadata=metadata(),
        blocks=(TableOfContents(title=text("Innehåll"), entries=entries), *chapters),
        notes=(
            Note(id="not-a", number="1", blocks=(paragraph("En not med "), paragraph("två stycken."))),
            Note(id="not-b", number="2", blocks=(Paragraph(inlines=(Link("https://example.org", text("Länk")),)),)),
        ),
    )


def metadata(draft: str = "Utkast") -> Metadata:
    """Metadata with all there is."""
    return Metadata(
        title="Årsplan och budget 2026",
        language="sv-SE",
        author="Region Exempel",
        subject="Regionstyrelsens plan",
        keywords=("plan", "budget"),
        date="2025-11-04",
        status="Utkast",
        header="Regionstyrelsen – Årsplan och budget 2026",
        footer="Sida {page} ({pages})",
        draft=draft,
        cover=(
            CoverField(role="organisation", inlines=text("Region Exempel")),
            CoverField(role="title", inlines=text("Årsplan och budget 2026")),
            CoverField(role="body", inlines=text("Regionstyrelsen")),
            CoverField(role="status", inlines=text("Utkast")),
            CoverField(role="date", inlines=text("4 november 2025"), label="Datum"),
            CoverField(role="case-number", inlines=text("RS/2025-001"), label="Diarienummer"),
            CoverField(role="notice", inlines=text("Exempel efter en verklig plan, med prosan omskriven. " * 3)),
        ),
    )


def _lists() -> tuple[Block, ...]:
    inner = BulletList(items=(ListItem(blocks=(paragraph("Inre punkt."),)), ListItem(blocks=(paragraph("En till."),))))
    return (
        paragraph("Viktiga styrande dokument är:", keep_with_next=True),
        BulletList(
            items=(
                ListItem(blocks=(paragraph("Agenda 2030."),)),
                ListItem(blocks=(paragraph("Med fortsättning."), paragraph(), inner)),
                ListItem(blocks=(paragraph("Sista."),)),
            )
        ),
        paragraph("Så här går det till:", keep_with_next=True),
        OrderedList(items=tuple(ListItem(blocks=(paragraph(words),)) for words in ("Först.", "Sedan.", "Sist."))),
        paragraph("Och en gång till, från fyra:", keep_with_next=True),
        OrderedList(
            start=4,
            items=(
                ListItem(
                    blocks=(
                        paragraph("Fyra."),
                        OrderedList(
                            items=(
                                ListItem(blocks=(paragraph("Inre ett."),)),
                                ListItem(blocks=(paragraph("Inre två."),)),
                            )
                        ),
                    )
                ),
                ListItem(blocks=(paragraph("Fem."),)),
            ),
        ),
    )


def _goals() -> tuple[Section, ...]:
    goals = []
    for index in range(1, 8):
        title = "Resultatmål: Innovation och digitalisering med kvalitet och nytta för alla i regionen"
        agenda = BulletList(
            items=(
                ListItem(blocks=(paragraph("Mål 3: God hälsa och välbefinnande"),), role="agenda"),
                ListItem(blocks=(paragraph("Mål 10: Minskad ojämlikhet"),), role="agenda"),
            )
        )
        goals.append(
            section(
                f"goal-{index}",
                3,
                f"3.1.{index}",
                title,
                section(f"goal-{index}-text", 4, "", "Beskrivning", paragraph(PROSE * 3), paragraph()),
                section(f"goal-{index}-agenda", 4, "", "Bidrar till de globala målen i Agenda 2030", agenda),
                indicators(f"goal-{index}-table"),
            )
        )
    return tuple(goals)


def _boxes() -> tuple[Block, ...]:
    return (
        BlockQuote(blocks=(paragraph("Ett citat som är "), Paragraph(inlines=(Emphasis(text("betonat")),)))),
        Callout(title=text("Viktigt"), blocks=(paragraph(), BulletList(items=(ListItem(blocks=(paragraph("A."),)),)))),
        DefinitionList(
            items=(
                Definition(term=text("Ram"), blocks=(paragraph(),)),
                Definition(term=text("Tkr"), blocks=(paragraph("Tusen kronor."),)),
            )
        ),
        PageBreak(),
        budget("inline-budget", landscape=False),
        indicators("after-budget", 2),
    )


def _pictures() -> tuple[Block, ...]:
    return (
        paragraph(),
        Figure(
            id="figur",
            image=Image(PIXEL, "image/png", "En prick", width=120),
            caption=text("En bild"),
            label="Figur",
            number="1",
        ),
        paragraph(),
    )


def _entries(sections: tuple[Block, ...]) -> list[ContentsEntry]:
    entries: list[ContentsEntry] = []
    for each in sections:
        if isinstance(each, Section):
            if each.heading.listed:
                entries.append(
                    ContentsEntry(
                        target=each.id,
                        level=each.heading.level,
                        number=each.heading.number,
                        inlines=each.heading.inlines,
                    )
                )
            entries += _entries(each.blocks)
    return entries
