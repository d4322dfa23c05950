"""The brand -> the room that tables have on its pages, and how wide text is in them."""

from __future__ import annotations

from plangen.brand.brand import Brand, TableStyle
from plangen.document.alignment import Spacing
from plangen.document.nodes import BlockQuote, BulletList, Callout, DefinitionList, OrderedList
from plangen.document.table_layout import Layout
from plangen.locale.catalogue import Catalogue
from plangen.typesetting.hyphenation import hyphenate
from plangen.typesetting.metrics import text_width


def table_room(brand: Brand, words: Catalogue) -> Layout:
    """The room that tables have, and how wide text is in them."""
    size = brand.styles["table-text"].size
    return Layout(
        text_width=brand.page.text_width,
        landscape_width=brand.page.landscape_text_width,
        paddings={each: sum(cell_sides(each, brand.table)) for each in ("", "apart", "close")},
        measure=lambda text, bold: text_width(text, size=size, bold=bold, fonts=brand.fonts),
        hyphenate=lambda word: hyphenate(word, words.tag),
        indents={
            **dict.fromkeys((BulletList, OrderedList, DefinitionList), brand.styles["list-item"].indent),
            BlockQuote: brand.styles["quotation"].indent,
            Callout: brand.box_indent,
        },
    )


def cell_sides(spacing: Spacing, look: TableStyle) -> tuple[float, float]:
    """The padding of a cell on its left and its right, in points."""
    match spacing:
        case "apart":
            return look.apart, look.padding_x
        case "close":
            return look.close, look.close
        case _:
            return look.padding_x, look.padding_x
