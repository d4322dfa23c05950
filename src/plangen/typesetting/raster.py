"""A drawn picture (SVG) -> PNG, for formats that hold no drawings: rendered by Typst, in the brand's fonts.

Word and LibreOffice do show SVG, but in fonts of the computer at hand, older ones not at all.
"""

from __future__ import annotations

from plangen.brand.brand import Fonts
from plangen.dataclass import replace
from plangen.document.inlines import Image
from plangen.document.nodes import Block, Figure
from plangen.document.walk import map_children
from plangen.typesetting.engine import compile_png

SVG, PNG = "image/svg+xml", "image/png"

PIXELS_PER_INCH = 300
"""Sharp in print and when a page is enlarged on a screen."""

NAME = "picture.svg"


def in_pixels(image: Image, fonts: Fonts) -> Image:
    """The picture as PNG on white where it is a drawing, else as it is."""
    if image.media_type != SVG:
        return image
    page = f"#set page(width: {image.width:g}pt, height: auto, margin: 0pt, fill: white)"
    code = f'{page}\n#image("{NAME}", width: 100%)\n'
    data = compile_png(code, {NAME: image.data}, fonts, PIXELS_PER_INCH)
    return replace(image, data=data, media_type=PNG, narrow=b"")


def drawings_in_pixels(block: Block, fonts: Fonts) -> Block:
    """The block with the drawings of figures, its own and below, as PNG."""
    if isinstance(block, Figure):
        return replace(block, image=in_pixels(block.image, fonts))
    return map_children(block, lambda child: drawings_in_pixels(child, fonts))
