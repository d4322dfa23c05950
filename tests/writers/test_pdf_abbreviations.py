from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import pikepdf

from plangen.brand.brand import DEFAULT
from plangen.build import job
from plangen.document.document import Document, Metadata
from plangen.document.inlines import Abbreviation, Link, Text
from plangen.document.nodes import Block, Heading, Paragraph, Section
from plangen.writers.pdf import write
from plangen.writers.pdf_structure import elements

WHEN = datetime(2025, 10, 14, tzinfo=UTC)
HME = Abbreviation("HME", "hållbart medarbetarengagemang")
SKR = Abbreviation("SKR", "Sveriges Kommuner och Regioner")


def expanded(*blocks: Block) -> list[tuple[str, str]]:
    """The tags that have an expansion, in their order."""

    def below(holder: pikepdf.Object) -> Iterator[tuple[str, str]]:
        for element in elements(holder):
            if "/E" in element:
                assert all("/BackgroundColor" not in each for each in element.A)
                yield str(element.S), str(element.E)
            yield from below(element)

    data = write(job(Document(metadata=Metadata(title="Plan", language="sv-SE"), blocks=blocks), DEFAULT, WHEN))
    with pikepdf.open(BytesIO(data)) as pdf:
        return list(below(pdf.Root.StructTreeRoot))


def test_each_abbreviation_has_its_meaning_as_expansion_wherever_it_stands() -> None:
    heading = Heading(level=1, inlines=(Text("Om "), HME))
    linked = Link("https://example.org", (Text("hos "), SKR))
    text = Paragraph(inlines=(Text("Enligt "), linked, Text(" mäts "), HME, Text(".")))
    assert expanded(Section(heading=heading, blocks=(text,))) == [
        ("/Span", HME.meaning),
        ("/Span", SKR.meaning),
        ("/Span", HME.meaning),
    ]


def test_many_abbreviations_are_kept_apart() -> None:
    many = [Abbreviation(f"A{number}", f"mening {number}") for number in range(1, 300)]
    text = Paragraph(inlines=tuple(each for one in many for each in (one, Text(" "))))
    assert [meaning for _, meaning in expanded(text)] == [each.meaning for each in many]


def test_a_document_without_abbreviations_has_none() -> None:
    assert expanded(Paragraph(inlines=(Text("HME"),))) == []
