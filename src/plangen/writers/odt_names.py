"""The names that an ODT's styles have in its files (ODF 1.3, 19.498), where `_20_` stands for a space.

They are those that pandoc and the office programs know, and of the document's own kinds of paragraph a few beside.
"""

from __future__ import annotations

from collections.abc import Mapping

from plangen.brand.brand import StyleName
from plangen.document.nodes import Align

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"

TITLE, SUBTITLE = "Title", "Subtitle"
COVER_ORGANISATION, COVER_TEXT, COVER_NOTICE = "Cover_20_organisation", "Cover_20_text", "Cover_20_notice"
CONTENTS_TITLE = "Contents_20_Heading"
LIST_TITLE, LIST_LINE = "Figure_20_Index_20_Heading", "Figure_20_Index_20_1"
"""The title and the lines of a list of tables or figures."""

CAPTION, FIGURE_CAPTION, TABLE_NOTE = "Caption", "FigureCaption", "Table_20_note"
FIGURE = "FigureWithCaption"
TABLE_TEXT, TABLE_HEAD = "Table_20_Contents", "Table_20_Heading"
LIST_ITEM = "List_20_item"
BOX, BOX_TITLE = "Box", "Box_20_title"
COVER_PAGE, UPRIGHT_PAGE, LANDSCAPE_PAGE, NEXT_PAGE = "Cover", "Standard", "Landscape", "Next_20_page"
"""The kinds of page, and what says that another of the same kind begins."""

LINK, PLAIN = "Internet_20_link", "Definition"

COVER = frozenset({TITLE, SUBTITLE, COVER_ORGANISATION, COVER_TEXT, COVER_NOTICE})
BOXED = frozenset({BOX, BOX_TITLE, COVER_NOTICE})
"""The styles whose paragraphs stand on a ground of their own, with a line at its left."""

PARAGRAPHS: Mapping[str, StyleName] = {
    "Text_20_body": "body",
    "First_20_paragraph": "body",
    "Heading_20_1": "heading-1",
    "Heading_20_2": "heading-2",
    "Heading_20_3": "heading-3",
    "Heading_20_4": "heading-4",
    "Heading_20_5": "heading-5",
    "Heading_20_6": "heading-6",
    TITLE: "cover-title",
    SUBTITLE: "cover-subtitle",
    COVER_ORGANISATION: "cover-text",
    COVER_TEXT: "cover-text",
    COVER_NOTICE: "cover-text",
    CONTENTS_TITLE: "contents-title",
    "Contents_20_1": "contents-1",
    "Contents_20_2": "contents-2",
    "Contents_20_3": "contents-3",
    LIST_TITLE: "contents-title",
    LIST_LINE: "contents-2",
    LIST_ITEM: "list-item",
    "Quotations": "quotation",
    BOX: "body",
    BOX_TITLE: "body",
    CAPTION: "caption",
    FIGURE_CAPTION: "caption",
    TABLE_TEXT: "table-text",
    TABLE_HEAD: "table-head",
    **dict.fromkeys((f"{TABLE_TEXT}_20_right", f"{TABLE_TEXT}_20_center"), "table-text"),
    **dict.fromkeys((f"{TABLE_HEAD}_20_right", f"{TABLE_HEAD}_20_center"), "table-head"),
    TABLE_NOTE: "table-note",
    "Footnote": "footnote",
    "Definition_20_Term": "body",
    "Definition_20_Term_20_Tight": "body",
    "Definition_20_Definition": "body",
    "Definition_20_Definition_20_Tight": "body",
    "Header": "running",
    "Footer": "running",
}
"""The brand's style of each style of paragraphs."""


def cell_text(align: Align, *, head: bool) -> str:
    """The style of what stands in a cell of a column that is so aligned."""
    name = TABLE_HEAD if head else TABLE_TEXT
    return name if align == "left" else f"{name}_20_{align}"


def contents_line(depth: int) -> str:
    """The style of a line of the contents list, which is so deep in it, from 1 on."""
    return f"Contents_20_{min(depth, 3)}"


def badge(goal: int) -> str:
    """The style of a badge of Agenda 2030."""
    return f"Agenda_20_goal_20_{goal}"
