"""Pictures -> drawings that stand in a line of text, with the text that stands for them.

A picture that is wider than the text is scaled down to it.
"""

from __future__ import annotations

from io import BytesIO

from docx.shared import Length, Mm, Pt

from plangen.brand.brand import Logo
from plangen.document.nodes import Image
from plangen.writers.docx.writing import Writing
from plangen.writers.docx.xml import Element, w

LOGO_HEIGHT_MM = 18


def drawing(node: Image, writing: Writing) -> Element:
    """A picture as wide as it says, or else as its own pixels say."""
    _, natural = writing.part.get_or_add_image(BytesIO(node.data))
    width = Pt(node.width) if node.width else natural.width
    return _drawing(node.data, node.alternative, min(width, Pt(writing.brand.page.text_width)), None, writing)


def logo(node: Logo, writing: Writing) -> Element:
    """The organisation's mark, as high as covers have it."""
    return _drawing(node.data, node.alternative, None, Mm(LOGO_HEIGHT_MM), writing)


def _drawing(data: bytes, alternative: str, width: Length | None, height: Length | None, writing: Writing) -> Element:
    inline = writing.part.new_pic_inline(BytesIO(data), width, height)
    number = writing.next_drawing()
    inline.docPr.set("id", str(number))
    inline.docPr.set("name", f"Picture {number}")
    inline.docPr.set("descr", alternative)
    return w("drawing", inline)
