"""Pictures -> drawings that stand in a line of text, with the text that stands for them.

A picture that is wider than the text, or higher than a page has room for, is scaled down to it. A JPEG without a header
of JFIF or Exif, which python-docx asks for, is given one.
"""

from __future__ import annotations

from io import BytesIO

from docx.shared import Emu, Inches, Length, Pt

from plangen.brand.brand import Logo
from plangen.document.inlines import Image
from plangen.typesetting.page_room import PageRoom
from plangen.typesetting.raster import in_pixels
from plangen.writers.docx.writing import Writing
from plangen.writers.docx.xml import Element, w

DENSITY = 72
SENSIBLE_DENSITIES = range(20, 5000)
"""Dots to the inch that a picture may say of itself; by others it would have no size, or a page's."""

_JPEG = b"\xff\xd8"
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"


def drawing(node: Image, writing: Writing, caption: str = "") -> Element:
    """A picture as wide as it says, or else as its own pixels say, with room for its caption on the page."""
    node = in_pixels(node, writing.brand.fonts)
    _, natural = writing.part.get_or_add_image(BytesIO(_headed(node.data)))
    density = natural.horz_dpi if natural.horz_dpi in SENSIBLE_DENSITIES else DENSITY
    width = Pt(node.width) if node.width else Inches(natural.px_width / density)
    highest = Pt(PageRoom(writing.brand).highest_picture(caption))
    shape = natural.px_width / natural.px_height
    fitting = Emu(max(1, round(min(width, Pt(writing.brand.page.text_width), highest * shape))))
    return _drawing(node.data, node.alternative, fitting, Emu(max(1, round(fitting / shape))), writing)


def logo(node: Logo, writing: Writing) -> Element:
    """The organisation's mark."""
    width, height = node.size
    return _drawing(node.data, node.alternative, Pt(width), Pt(height), writing)


def _drawing(data: bytes, alternative: str, width: Length | None, height: Length | None, writing: Writing) -> Element:
    inline = writing.part.new_pic_inline(BytesIO(_headed(data)), width, height)
    for side in "TBLR":  # LibreOffice keeps a distance where none is given
        inline.set(f"dist{side}", "0")
    number = writing.next_drawing()
    inline.docPr.set("id", str(number))
    inline.docPr.set("name", f"Picture {number}")
    inline.docPr.set("descr", alternative)
    return w("drawing", inline)


def _headed(data: bytes) -> bytes:
    return _JPEG + _JFIF + data[2:] if data.startswith(_JPEG) and data[6:10] not in (b"JFIF", b"Exif") else data
