"""A document with every kind of node and text that each format has its own reasons to get wrong."""

from __future__ import annotations

from dataclasses import replace

from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import (
    Abbreviation,
    Badge,
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
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
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Note,
    Numeral,
    OrderedList,
    PageBreak,
    Paragraph,
    Section,
    TableOfContents,
)

from .nasty_parts import HOSTILE, LONG, OTHER_PICTURE, PICTURE, bullets, item, paragraph, rich
from .nasty_tables import nested, tables, wide


def nasty_document() -> Document:
    """The document, as compose would hand it to resolve."""
    return Document(
        metadata=Metadata(
            title=f"Plan {HOSTILE}",
            language="sv-SE",
            author="Nämnd & <styrelse>",
            header=HOSTILE,
            footer="Sida {page} ({pages})",
            draft="Utkast",
            cover=(
                CoverField(role="organisation", inlines=(Text("Region & <Värmland>"),)),
                CoverField(role="title", inlines=(Text(f"Plan {HOSTILE}"),)),
                CoverField(role="body", inlines=(Text("Nämnd "), Emphasis((Text("ett"),)))),
                CoverField(role="status", label="Status", inlines=(Text("Förslag"),)),
                CoverField(role="case-number", label="Diarienummer", inlines=(Text("RS/2025-001 #3"),)),
                CoverField(role="notice", inlines=(Text(LONG * 3),)),
            ),
        ),
        blocks=(
            TableOfContents(title=(Text("Innehåll"),), depth=2),
            TableOfContents(title=(Text("Tabellerna"),), of="tables"),
            TableOfContents(title=(Text("Bilderna"),), of="figures"),
            section("ett", 1, (Text("2026 års första <rubrik>"), FootnoteReference("not-3")), *_inlines(), *_lists()),
            section("bilaga", 1, "2026 utan nummer", *_boxes(), numbered=False),
            section("tva", 1, f"Tabeller {HOSTILE}", *tables()),
            section("djup", 1, "Djup", _deep(2), paragraph("Sist.")),
            section("inuti", 1, rich("Inuti"), *nested(), numbered=False),
            *_series(),
        ),
        notes=(
            Note(id="not-1", blocks=(paragraph(f"Första noten: {HOSTILE}"),)),
            Note(id="not-5", blocks=(_noted("Not i not", "not-6"), paragraph("Med mera."))),
            Note(id="not-6", blocks=(_noted("Not i not i not, som visar tillbaka", "not-5", "not-7"),)),
            Note(id="not-7", blocks=(_noted("Visar på sig själv", "not-7"), wide("bred-i-not", 4))),
            Note(
                id="not-2",
                blocks=(_noted(LONG * 2, "not-1", "not-5"), bullets("Punkt i not"), paragraph("Slut.")),
            ),
            Note(id="not-4", blocks=(bullets("En not som är en lista."),)),
            Note(id="not-3", blocks=(Paragraph(inlines=(Text("Se "), CrossReference("ramar"), Text("."))),)),
        ),
    )


def section(name: str, level: int, title: str | tuple[Inline, ...], *blocks: Block, numbered: bool = True) -> Section:
    """A section with its heading; a chapter starts a page."""
    inlines = (Text(title),) if isinstance(title, str) else title
    heading = Heading(level=level, inlines=inlines, numbered=numbered, page_break_before=level == 1)
    return Section(id=name, heading=heading, blocks=blocks)


def _series() -> tuple[Block, ...]:
    """Goals by letter and number, the last at another level and one kept out of the contents list, and appendices."""
    inner = (_counted("goal", 2, 3, "Mål", "1"), _counted("goal", 2, 3, "Mål", "1", listed=False))
    last = _counted("goal", 2, 2, "Mål", "1", paragraph("Ligger högre."))
    return (
        section(
            "malen",
            1,
            "Målen",
            _counted("goal", 1, 2, "Inriktning för 100 %1 &", "A", *inner),
            _counted("goal", 1, 2, "Inriktning för 100 %1 &", "A", *inner),
            last,
        ),
        _counted("appendix", 1, 1, "Bilaga", "I", section("om-bilaga", 2, "1 utan nummer", numbered=False), id="bil"),
        _counted("appendix", 1, 1, "Bilaga", "I", Paragraph(inlines=(Text("Se "), CrossReference("bil"), Text(".")))),
    )


def _counted(
    series: str, rank: int, level: int, label: str, numeral: Numeral, *blocks: Block, listed: bool = True, id: str = ""
) -> Section:
    title = (Text("Om: "), Emphasis((Text("detta"),)))
    heading = Heading(level=level, inlines=title, listed=listed)
    heading = replace(heading, series=series, rank=rank, label=label, numeral=numeral)
    return Section(id=id, heading=heading, blocks=(paragraph("Text."), *blocks))


def _noted(text: str, *notes: str) -> Paragraph:
    return Paragraph(inlines=(Text(text), *(FootnoteReference(note) for note in notes)))


def _inlines() -> tuple[Block, ...]:
    return (
        paragraph(HOSTILE),
        paragraph(LONG * 4),
        Paragraph(
            inlines=(
                Text("Se "),
                CrossReference("ramar"),
                Text(" och "),
                CrossReference("djup"),
                Text(" samt "),
                CrossReference("tva", inlines=(Text("om "), Strong((Text("tabellerna"),)))),
                Text(", "),
                CrossReference("bilaga"),
                Text(", "),
                CrossReference("bild"),
                Text(", "),
                CrossReference("osynlig"),
                Text(" och "),
                CrossReference("ett"),
                Text("."),
                FootnoteReference("not-1"),
                FootnoteReference("not-2"),
            )
        ),
        Paragraph(
            inlines=(
                Link("https://example.org/?a=1&b=[2]#c", (Text("en länk & "), Emphasis((Text("mer"),)))),
                Text(" "),
                Code("a < b && {{ c }}  d"),
                Text(" HME "),
                Abbreviation("HME", "hållbart <medarbetarengagemang>"),
                Text(" "),
                Badge("Mål 8 & <9>", 8),
                Text(" "),
                Badge("Delmål 16.7", 16),
                LineBreak(),
                Text("value for money", language="en"),
                Emphasis((Text("sisu"),), language="fi"),
                Text(" and grit", language="en"),
                Text("e\u0301 och \u00e9; 1 899 961 tkr, −570, 100 %."),
                FootnoteReference("not-1"),
                Text(" "),
                PICTURE,
                Strong((Text("Fet "), Emphasis((Text("kursiv"),)))),
            )
        ),
    )


def _lists() -> tuple[Block, ...]:
    inner = OrderedList(items=(item("Inre ett."), item("Inre två.", OrderedList(start=3, items=(item("Innerst."),)))))
    return (
        bullets("Utan barn.", f"{HOSTILE} i punkt."),
        BulletList(items=(item("Yttre.", bullets("Mellan."), "Efter den inre."), item(bullets("Utan egen text.")))),
        OrderedList(items=(item("Ett."), item("Två.", inner, "Efter den inre."), item("Tre."))),
        paragraph("En ny lista börjar om."),
        OrderedList(items=(item("Ett igen."), item("Två igen.", bullets("Punkt i lista.")), item("Tre igen."))),
        OrderedList(start=7, items=(item("Sju.", inner), item("Åtta.", inner))),
        OrderedList(start=0, items=(item("Noll."), item("Ett efter noll."))),
    )


def _boxes() -> tuple[Block, ...]:
    return (
        BlockQuote(blocks=(paragraph(LONG), bullets("Punkt i citat."), paragraph("Slut på citatet."))),
        Callout(title=(Text("Viktigt: "), Code("<b>")), blocks=(paragraph(LONG), bullets("Punkt i ruta."))),
        Callout(title=(), blocks=(paragraph("Ruta utan titel."), OrderedList(items=(item("Ett i ruta."),)))),
        DefinitionList(
            items=(
                Definition(term=(Text("Ram & "), Strong((Text("tak"),))), blocks=(paragraph(LONG), paragraph("Mer."))),
                Definition(term=(Text("Tkr"),), blocks=(paragraph("Tusen kronor."), bullets("Punkt i definition."))),
            )
        ),
        PageBreak(),
        Figure(id="bild", image=PICTURE, caption=(Text("En bild & dess text"),)),
        Figure(id="onumrerad", image=OTHER_PICTURE, caption=(Text("Utan nummer"),), numbered=False),
        Figure(id="textlos", image=PICTURE, numbered=False),
    )


def _deep(level: int) -> Section:
    inner = (_deep(level + 1),) if level < 6 else ()
    after = section(f"djup-{level}-b", level, f"Nivå {level} igen", paragraph("Text."), numbered=level % 2 == 0)
    return section(f"djup-{level}", level, f"Nivå {level}", paragraph(LONG), *inner, after)
