"""The contents list -> Typst code: an outline of Typst's own, so that it is tagged as one, with our lines in it.

Each line is the number in a column as wide as the next level is indented, the title, leaders and the page number. A
number with a label, which is wider, stands in no column but goes with the title.
"""

from __future__ import annotations

from itertools import pairwise

from plangen.brand.brand import Brand, StyleName, TextStyle
from plangen.document.nodes import ContentsEntry, TableOfContents
from plangen.document.walk import printed_number
from plangen.typesetting.typst_context import Context
from plangen.typesetting.typst_flow import Piece
from plangen.typesetting.typst_inlines import inlines
from plangen.typesetting.typst_syntax import call, dictionary, points, sequence, string

STYLES: tuple[StyleName, ...] = ("contents-1", "contents-2", "contents-3")
CAPTIONS: StyleName = "contents-2"
NUMBER_WIDTH = 36.0
TARGETS = {"headings": "heading", "tables": "figure.where(kind: table)", "figures": "figure.where(kind: image)"}
"""What Typst's outline looks for."""


def contents(node: TableOfContents, context: Context) -> list[Piece]:
    """The list's title and the list."""
    look = context.brand.styles["contents-title"]
    title = call("contents-title", inlines(node.title, context))
    before = look.before if node.of == "headings" else context.brand.above_list
    pieces = [Piece(context.target(title, node.id), before, look.after)] if node.title else []
    if not node.entries:
        return pieces
    headings = node.of == "headings"
    styles = [context.brand.styles[_style(entry) if headings else CAPTIONS] for entry in node.entries]
    gaps = [0.0, *(upper.after + lower.before for upper, lower in pairwise(styles))]
    line = _entry if node.of == "headings" else _caption
    entries = {entry.target: line(entry, gap, context) for entry, gap in zip(node.entries, gaps, strict=True)}
    listed = call("contents", dictionary(entries), TARGETS[node.of])
    return [*pieces, Piece(listed, styles[0].before, styles[-1].after)]


def _caption(entry: ContentsEntry, gap: float, context: Context) -> str:
    """The line of a table or a figure."""
    return "\n  " + dictionary(
        {
            "style": string(CAPTIONS),
            "gap": points(gap),
            "indent": "0pt",
            "column": "0pt",
            "number": string(""),
            "body": inlines(entry.inlines, context, "quoted title"),
        }
    )


def _entry(entry: ContentsEntry, gap: float, context: Context) -> str:
    own = context.brand.styles[_style(entry)]
    labelled = string(f"{printed_number(entry)} ") if entry.label else ""
    return "\n  " + dictionary(
        {
            "style": string(_style(entry)),
            "gap": points(gap),
            "indent": points(own.indent),
            "column": points(_column(entry, own, context.brand)),
            "number": string("" if entry.label else entry.number),
            "body": sequence((labelled, inlines(entry.inlines, context, "quoted title"))),
        }
    )


def _style(entry: ContentsEntry) -> StyleName:
    return STYLES[min(entry.level, len(STYLES)) - 1]


def _column(entry: ContentsEntry, own: TextStyle, brand: Brand) -> float:
    if entry.level >= len(STYLES):
        return NUMBER_WIDTH
    return brand.styles[STYLES[entry.level]].indent - own.indent
