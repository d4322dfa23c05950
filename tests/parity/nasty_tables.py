"""The nasty document's tables, and blocks within blocks."""

from __future__ import annotations

from plangen.document.inlines import CrossReference, FootnoteReference, LineBreak, Strong, Text
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
    ListItem,
    Paragraph,
    Row,
    Table,
    TableNote,
)

from .nasty_parts import HOSTILE, PICTURE, bullets, captioning, cell, item, paragraph, rich


def tables() -> tuple[Block, ...]:
    """Tables with and without printed captions, with notes, spans and rows of every role."""
    mark, other = FootnoteReference("ram-not"), FootnoteReference("ram-not-2")
    head = (
        Row(cells=(cell("Enhet", header="column", row_span=2), cell("Tusen kronor", header="column", column_span=3))),
        Row(
            cells=(
                cell("Ingående", header="column"),
                Cell(inlines=(Text("Varav"), LineBreak(), Text("läkemedel"), mark), header="column"),
                cell("Ram & tak", header="column"),
            )
        ),
    )
    rows = (
        Row(role="group", cells=(cell("Förvaltning", header="row", column_span=4),)),
        Row(cells=(cell("Ledning", header="row"), cell("1 363 720"), cell(), cell("1 501 107"))),
        Row(role="whereof", cells=(cell("varav <hyror>", header="row"), cell("−570"), cell("0"), cell("80 000"))),
        Row(role="subtotal", cells=(cell("Delsumma", header="row"), cell("1"), cell(), cell("2"))),
        Row(role="group", cells=(cell("Politik", header="row", column_span=4),)),
        Row(cells=(cell("Styrelse", header="row", row_span=2), cell("3"), cell("4"), cell("5"))),
        Row(cells=(cell(HOSTILE), Cell(inlines=(Text("6"), mark, other)), cell("7"))),
        Row(role="total", cells=(cell("Summa", header="row"), cell("8"), cell(), cell("9"))),
    )
    columns = (Column(), Column(align="right"), Column(align="right", role="whereof"), Column(align="right"))
    return (
        paragraph("Före tabellen."),
        Table(
            id="ramar",
            columns=columns,
            head=head,
            rows=rows,
            caption=(Text("Ramar & tak <2026>"),),
            caption_visible=True,
            numbered=True,
            description="Varje rad är en enhet.",
            notes=(
                TableNote(id="ram-not", inlines=(Text(f"Not: {HOSTILE}"),)),
                TableNote(id="ram-not-2", inlines=(Text("Se "), CrossReference("djup"), Text("."))),
            ),
        ),
        paragraph("Mellan tabellerna."),
        Table(
            id="osynlig",
            columns=(Column(), Column()),
            head=(Row(cells=(cell("Indikator", header="column"), cell("Källa", header="column"))),),
            rows=(
                Row(cells=(cell("Andel", header="row"), cell())),
                Row(cells=(cell("Antal", header="row"), cell("Heroma"))),
            ),
            caption=(Text("Indikatorer för <allt>"),),
            description="Varje rad är en indikator.",
        ),
        wide("bred", 9),
    )


def wide(name: str, columns: int) -> Table:
    """A table whose words don't fit an upright page."""
    long = "Nettokostnadsramfördelningsgrund"
    titles = tuple(cell(f"{long} {number}", header="column") for number in range(columns))
    return Table(
        id=name,
        columns=(Column(),) * len(titles),
        head=(Row(cells=titles),),
        rows=(Row(cells=tuple(cell("1 363 720") for _ in titles)),),
        caption=(Text("Bred"),),
        caption_visible=True,
        numbered=True,
    )


def nested() -> tuple[Block, ...]:
    """Blocks within blocks, and rich text where text is mostly plain."""
    full = Row(cells=(Cell(inlines=rich("Cell")), Cell(inlines=(Strong((Text("a"),)), LineBreak(), Text("b")))))
    plain = Row(cells=(cell("Rubrik", header="column"), cell("Till", header="column")))
    return (
        Paragraph(inlines=rich("Stycke")),
        BulletList(items=(ListItem(blocks=(Paragraph(inlines=rich("Punkt")),)),)),
        BulletList(
            items=(
                item("Punkt med citat.", BlockQuote(blocks=(paragraph("Citat i punkt."),))),
                item("Punkt med ruta.", Callout(title=rich("Ruta"), blocks=(paragraph("Text i ruta."),))),
                item("Punkt med bild.", Figure(image=PICTURE, caption=rich("Bild"), numbered=False)),
                item("Punkt med tabell.", Table(columns=(Column(),) * 2, head=(plain,), rows=(full,))),
                item("Punkt med termer.", DefinitionList(items=(Definition(term=rich("Term"), blocks=()),))),
            )
        ),
        BlockQuote(blocks=(paragraph("Bred tabell i citat."), wide("bred-i-citat", 4))),
        BulletList(items=(item("Bred tabell i punkt.", wide("bred-i-punkt", 4)),)),
        BlockQuote(blocks=(Callout(title=(Text("Ruta i citat"),), blocks=(paragraph("Text."), bullets("Punkt."))),)),
        Callout(
            title=(Text("Ruta"),),
            blocks=(
                Table(columns=(Column(),) * 2, head=(plain,), rows=(full,), caption=captioning("Osynlig")),
                BlockQuote(blocks=(paragraph("Citat i ruta."),)),
            ),
        ),
        Table(
            columns=(Column(),) * 2,
            head=(plain,),
            rows=(full, Row(cells=(cell("", column_span=2),))),
            caption=captioning("Synlig"),
            caption_visible=True,
        ),
        Table(columns=(Column(),), head=(), rows=(Row(cells=(cell("Ensam"),)),), caption=(Text("En cell"),)),
    )
