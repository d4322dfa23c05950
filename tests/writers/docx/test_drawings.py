"""Pictures: their size, and the text that stands for them."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode
from collections.abc import Callable

import pytest
from docx.shared import Mm, Pt

from plangen.brand.brand import DEFAULT, Logo
from plangen.document.document import Document
from plangen.document.inlines import Image
from plangen.typesetting.page_room import PageRoom
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


def test_picture_is_never_higher_than_the_page_has_room_for_with_its_caption(
    writing: Callable[..., Writing], document: Callable[..., Document]
) -> None:
    tall = Image(PIXEL[:16] + struct.pack(">II", 900, 1600) + PIXEL[24:], "image/png", "")
    run = writing(document())
    bare, captioned = (drawing(tall, run, caption)[0].extent for caption in ("", "Figur 1. Karta"))
    assert captioned.cy == pytest.approx(Pt(PageRoom(DEFAULT).highest_picture("Figur 1. Karta")), abs=2)
    assert captioned.cy < bare.cy
    assert captioned.cx / captioned.cy == pytest.approx(9 / 16, abs=1e-4)


def test_pictures_have_numbers_of_their_own_and_share_their_bytes(
    writing: Callable[..., Writing], document: Callable[..., Document]
) -> None:
    run = writing(document())
    found = [drawing(Image(PIXEL, "image/png", ""), run)[0] for _ in range(2)]
    assert len({each.docPr.get("id") for each in found}) == 2
    assert len({each.graphic.graphicData.pic.blipFill.blip.embed for each in found}) == 1


def test_logo_has_its_height(writing: Callable[..., Writing], document: Callable[..., Document]) -> None:
    assert logo(Logo(PIXEL, "image/png", "Region"), writing(document()))[0].extent.cy == Mm(18)


@pytest.mark.parametrize("dots_a_metre", [0, 1, 10, 2835, 2**31 - 1])
def test_a_picture_has_a_size_whatever_it_says_of_its_density(
    dots_a_metre: int, writing: Callable[..., Writing], document: Callable[..., Document]
) -> None:
    body = b"pHYs" + struct.pack(">IIB", dots_a_metre, dots_a_metre, 1)
    said = struct.pack(">I", 9) + body + struct.pack(">I", zlib.crc32(body))
    found = drawing(Image(PIXEL[:33] + said + PIXEL[33:], "image/png", ""), writing(document()))[0]
    assert found.extent.cx == found.extent.cy == Pt(1)


def test_jpeg_needs_no_header_of_jfif(writing: Callable[..., Writing], document: Callable[..., Document]) -> None:
    frame = b"\xff\xc0\x00\x0b\x08\x00\x48\x00\x90\x01\x01\x11\x00"
    jpeg = b"\xff\xd8" + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00x\xff\xd9"
    found = drawing(Image(jpeg, "image/jpeg", ""), writing(document()))[0]
    assert (found.extent.cx, found.extent.cy) == (Pt(144), Pt(72))
