from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from plangen.brand.brand import DEFAULT, Fonts
from plangen.diagnostics import Location, PlangenError
from plangen.document.document import Document
from plangen.document.inlines import CrossReference, Image, Text
from plangen.document.nodes import Block, Paragraph
from plangen.typesetting.engine import compile_pdf
from plangen.typesetting.pages import PAGES_LABEL
from plangen.typesetting.typst_source import typst_source

WHEN = datetime(2025, 10, 14, tzinfo=UTC)
PLACE = Location("content/plan/uppdrag.md", 7)


def set_pdf(document: Document, fonts: Fonts = DEFAULT.fonts) -> bytes:
    source = typst_source(document, DEFAULT)
    return compile_pdf(source, fonts, WHEN, PAGES_LABEL)[0]


def fault_of(document: Document) -> dict[str, str]:
    with pytest.raises(PlangenError) as caught:
        set_pdf(document)
    assert caught.value.code == "typesetting-failed"
    return dict(caught.value.parameters)


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (Paragraph(id="p", location=PLACE, inlines=(Text("två 漢 tecken"),)), "漢"),
        (Paragraph(id="p", location=PLACE, inlines=(Text("ett \x01 tecken"),)), "could not be displayed"),
        (Paragraph(id="p", location=PLACE, inlines=(CrossReference("finns-inte"),)), "finns-inte"),
        (Paragraph(id="p", location=PLACE, inlines=(Image(b"ingen bild", "image/png", "Bild"),)), "image"),
    ],
)
def test_a_fault_is_led_back_to_the_node_and_its_place(
    block: Block, message: str, document: Callable[..., Document], paragraph: Callable[[str], Paragraph]
) -> None:
    fault = fault_of(document(paragraph("före"), block, paragraph("efter")))
    assert message in fault["message"]
    assert (fault["id"], fault["file"], fault["line"]) == ("p", PLACE.file, "7")


def test_a_family_that_is_not_installed_is_told(document: Callable[..., Document]) -> None:
    with pytest.raises(PlangenError) as caught:
        set_pdf(document(), Fonts(family="Arimo", package="no_such_package"))
    assert caught.value.code == "font-missing"


def test_a_family_that_the_source_names_and_the_fonts_lack_is_told(
    document: Callable[..., Document], paragraph: Callable[[str], Paragraph]
) -> None:
    brand = replace(DEFAULT, fonts=Fonts(family="Nope"))
    source = typst_source(document(paragraph("text")), DEFAULT)
    renamed = replace(source, code=source.code.replace('font: "Arimo"', f'font: "{brand.fonts.family}"'))
    with pytest.raises(PlangenError) as caught:
        compile_pdf(renamed, DEFAULT.fonts, WHEN, PAGES_LABEL)
    assert caught.value.code == "font-missing"
