"""A box for what isn't paragraphs alone: a table of one cell that looks like the box of paragraphs."""

from __future__ import annotations

from plangen.brand.brand import Brand
from plangen.writers.docx.paragraph_styles import BORDER_WIDTH, BOX_EDGE, BOX_SPACE
from plangen.writers.docx.table_looks import shade
from plangen.writers.docx.xml import Element, hex_colour, twips, w


def box(brand: Brand) -> tuple[Element, Element]:
    """The table, and the cell that takes what the box holds."""
    width = twips(brand.page.text_width)
    side, edge = twips(brand.box_indent), twips(BOX_SPACE + BOX_EDGE / 8)
    padding = {"top": edge, "left": side, "bottom": edge, "right": 0}
    bar = w("left", val="single", sz=round(BORDER_WIDTH * 8), space=0, color=hex_colour(brand.colours.accent))
    cell = w("tc", w("tcPr", w("tcW", w=width, type="dxa"), w("tcBorders", bar), shade(brand.colours.shade)))
    table = w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=width, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(name, w=room, type="dxa") for name, room in padding.items())),
        ),
        w("tblGrid", w("gridCol", w=width)),
        w("tr", cell),
    )
    return table, cell


def unboxed() -> tuple[Element, ...]:
    """Properties that take the box from a paragraph that stands in one already.

    It isn't kept with what follows either: LibreOffice would keep the whole table from being split between pages.
    """
    borders = w("pBdr", *(w(side, val="nil") for side in ("top", "left", "bottom")))
    return w("keepNext", val=0), borders, w("shd", val="clear", color="auto", fill="auto"), w("ind", left=0)
