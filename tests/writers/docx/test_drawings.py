"""Pictures: their size, and the text that stands for them."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable

from docx.shared import Mm, Pt

from plangen.brand.brand import DEFAULT, Logo
from plangen.document.document import Document
from plangen.document.nodes import Image
from plangen.writers.docx.drawings import drawing, logo
from plangen.writers.docx.writing import Writing

PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==")


def test_picture_is_as_wide_as_it_says(writing: Callable[..., Writing], document: Callable[..., Document]) -> None:
    found = drawing(Image(PIXEL, "image/png", "En prick", width=120), writing(document()))[0]
    assert found.extent.cx == Pt(120)
    assert found.docPr.get("descr") == "En prick"


def test_picture_is_never_wider_than_the_text(
    writing: Callable[..., Writing], document: Callable[..., Document]
) -> None:
    found = drawing(Image(PIXEL, "image/png", "", width=2000), writing(document()))[0]
    assert found.extent.cx == Pt(DEFAULT.page.text_width)


def test_pictures_have_numbers_of_their_own_and_share_their_bytes(
    writing: Callable[..., Writing], document: Callable[..., Document]
) -> None:
    run = writing(document())
    found = [drawing(Image(PIXEL, "image/png", ""), run)[0] for _ in range(2)]
    assert len({each.docPr.get("id") for each in found}) == 2
    assert len({each.graphic.graphicData.pic.blipFill.blip.embed for each in found}) == 1


def test_logo_has_its_height(writing: Callable[..., Writing], document: Callable[..., Document]) -> None:
    assert logo(Logo(PIXEL, "image/png", "Region"), writing(document()))[0].extent.cy == Mm(18)
