from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from plangen.brand.brand import DEFAULT
from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Paragraph
from plangen.typesetting.typst_source import typst_source

Lines = Callable[[Document], list[list[str]]]


def covered(paragraph: Paragraph, *fields: tuple[str, str, str], **metadata: str) -> Document:
    cover = tuple(CoverField(role=role, label=label, inlines=(Text(text),)) for role, label, text in fields)
    given = {"title": "Plan", "language": "sv-SE", "header": "Huvud #1", "footer": "Blad {page} av {pages}"}
    return Document(metadata=Metadata(**given | metadata, cover=cover), blocks=(paragraph,))  # type: ignore[arg-type]


def test_the_cover_says_its_fields_in_their_order(paragraph: Callable[[str], Paragraph], lines_of: Lines) -> None:
    fields = (
        ("organisation", "", "Regionen"),
        ("body", "", "Styrelsen"),
        ("title", "", "Plan *2026*"),
        ("status", "", "Exempel"),
        ("case-number", "Diarienummer", "RS/1 #3"),
        ("notice", "", "Inte beslutad."),
    )
    cover, body = lines_of(covered(paragraph("text"), *fields))
    assert [" ".join(line.split()) for line in cover] == [
        "Regionen",
        "Styrelsen",
        "Plan *2026*",
        "Exempel",
        "Diarienummer: RS/1 #3",
        "Inte beslutad.",
    ]
    assert body == ["Huvud #1", "text", "Blad 2 av 2"]


def test_without_a_cover_the_first_page_has_head_and_foot(
    paragraph: Callable[[str], Paragraph], lines_of: Lines
) -> None:
    assert lines_of(covered(paragraph("text"))) == [["Huvud #1", "text", "Blad 1 av 1"]]


def test_a_draft_is_marked_on_every_page(paragraph: Callable[[str], Paragraph], lines_of: Lines) -> None:
    pages = lines_of(covered(paragraph("text"), ("title", "", "Plan"), draft="Utkast"))
    assert len(pages) == 2
    assert all("Utkast" in " ".join(page) for page in pages)


def test_a_document_without_footer_has_none(paragraph: Callable[[str], Paragraph], lines_of: Lines) -> None:
    assert lines_of(covered(paragraph("text"), header="", footer="")) == [["text"]]


def test_the_same_document_gives_the_same_source(paragraph: Callable[[str], Paragraph]) -> None:
    document = covered(paragraph("text"))
    assert typst_source(document, DEFAULT) == typst_source(document, DEFAULT)


def test_the_brands_looks_are_used(paragraph: Callable[[str], Paragraph]) -> None:
    colours = replace(DEFAULT.colours, accent="#AA0000", shade="#FFEEEE")
    code = typst_source(covered(paragraph("text")), replace(DEFAULT, colours=colours)).code
    assert {'rgb("#AA0000")', 'rgb("#FFEEEE")'} <= set(re.findall(r'rgb\("#\w+"\)', code))
    assert DEFAULT.colours.shade not in code
