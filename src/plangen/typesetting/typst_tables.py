"""Tables -> Typst code: the grid of cells, the caption and the notes.

Column widths are the document's, to the point. A row is as high as its highest cell's lines and the padding above and
below; rules take no room. No row is split between pages but one that no page can hold, and the rows of the head are
repeated on each page.
"""

from __future__ import annotations

from itertools import pairwise

from plangen.brand.brand import POINTS_PER_MM, Brand
from plangen.document.alignment import alignment, printed_head, spacing
from plangen.document.grid import MOST_KEPT, Line, Slot, grid
from plangen.document.inlines import CrossReference, FootnoteReference, Link
from plangen.document.keeping import stands_whole
from plangen.document.nodes import Table, TableNote
from plangen.document.walk import every_inline, plain_text
from plangen.typesetting.metrics import text_width
from plangen.typesetting.room import cell_sides
from plangen.typesetting.typst_context import Context
from plangen.typesetting.typst_inlines import caption, inlines
from plangen.typesetting.typst_syntax import array, call, dictionary, labelled, points, sequence, string, truth

ROOM = "below"
"""The name, in the code of a table, of the room that its notes take below it."""

LONG_TEXT = 400
FILLED = 0.7

ROOM_OF_TWO = 200
"""Points that two rows which stand together may be high: less than half of a landscape page."""


def table(node: Table, context: Context) -> str:
    """A table, under its caption where that is printed."""
    cells = _cells(node, context)
    if not is_captioned(node):
        return context.target(cells, node.id)
    listed = node.id in context.listed
    code = call("captioned-table", caption(node, context), cells, named={"outlined": truth(True) if listed else ""})
    return labelled(code, node.id) if listed else context.target(code, node.id)


def is_captioned(node: Table) -> bool:
    """Whether the table's caption is printed."""
    return node.caption_visible and bool(node.caption or node.number)


def table_note(node: TableNote, context: Context) -> str:
    """A note under a table, with its mark."""
    mark = (string(f"{node.mark} "),) if node.mark else ()
    code = call("paragraph", string("table-note"), sequence((*mark, inlines(node.inlines, context))))
    return labelled(code, node.id) if node.id else code


def keeps_notes(node: Table, brand: Brand) -> bool:
    """Whether the notes are kept on the page of the last row, which then has the room for them below it."""
    lines = grid(node).lines
    if not (node.notes and node.rows and all(column.width for column in node.columns)):
        return False
    last = (*lines[-1].slots, *lines[-1].covered)
    return lines[-1].row.role != "group" and not any(_splits(slot, node, brand) for slot in last)


def with_notes(code: str, notes: str, node: Table, gap: float) -> str:
    """A table whose notes stand on the page of its last row, the gap below it.

    Typst breaks a page between a table and whatever follows. So the last row is set higher by the measured notes, and
    they are set back into that room, under a rule that stands where the row's own would.
    """
    width = points(sum(column.width for column in node.columns))
    kind = string(node.rows[-1].role or "row")
    return call("noted-table", f"{ROOM} => {code}", notes, named={"width": width, "gap": points(gap), "kind": kind})


def _cells(node: Table, context: Context) -> str:
    lines = grid(node).lines
    rows = [_row(line, node, context) for line in lines]
    head, body = rows[: len(node.head)], rows[len(node.head) :]
    repeated = "" if _repeats(node) else truth(False)
    header = [call("table.header", *(cell for row in head for cell in row), named={"repeat": repeated})] if head else []
    sticky = sticky_rows(node, context.brand)
    cells = [
        part for row, line in zip(body, lines[len(head) :], strict=True) for part in _body(row, line.index in sticky)
    ]
    widths = array(points(column.width) if column.width else "auto" for column in node.columns)
    return call(
        "data-table",
        *(f"\n  {part}" for part in (*header, *cells)),
        named={"columns": widths, "whole": _if(stands_whole(node))},
    )


def _repeats(node: Table) -> bool:
    """Whether the head is repeated on each page: a note of the document can't be."""
    inlines = (inline for row in node.head for cell in row.cells for inline in every_inline(cell.inlines))
    return not any(isinstance(each, FootnoteReference) and not each.in_table for each in inlines)


def sticky_rows(node: Table, brand: Brand) -> frozenset[int]:
    """The rows that are heads of the second rank to Typst, which then keeps them with the row below.

    These are the titles of groups, and in a table that doesn't stand whole the rows below which no page may end. Such a
    row never stands by another: Typst 0.15 ends with a panic where two follow on the head.
    """
    lines = grid(node).lines[len(node.head) :]
    sticky = {line.index for line in lines if _is_title(line, node)}
    titles = frozenset(sticky)
    for line, below in pairwise(() if stands_whole(node) else lines):
        flat = all(slot.rows == 1 for slot in (*line.slots, *line.covered))
        beside = {line.index - 1, line.index + 1} & sticky
        if line.inside and flat and not beside and line.index not in titles and _fit_together(line, below, node, brand):
            sticky.add(line.index)
    return frozenset(sticky)


def _fit_together(line: Line, below: Line, node: Table, brand: Brand) -> bool:
    """Whether two rows have room on a page, beside what else is kept with them."""
    return sum(max(_height(slot, node, brand) for slot in each.slots) for each in (line, below)) < ROOM_OF_TWO


def _is_title(line: Line, node: Table) -> bool:
    return line.row.role == "group" and [slot.columns for slot in line.slots] == [len(node.columns)]


def _body(row: list[str], sticky: bool) -> list[str]:
    return [call("table.header", *row, named={"level": "2", "repeat": truth(False)})] if sticky else row


def _row(line: Line, node: Table, context: Context) -> list[str]:
    role = "head" if line.index < len(node.head) else line.row.role or "row"
    splits = any(_outgrows_page(slot, node, context.brand) for slot in line.slots)
    roomy = keeps_notes(node, context.brand)
    codes = []
    for slot in line.slots:
        column, cell = node.columns[slot.column], slot.cell
        align, room = alignment(cell, column), spacing(slot, node.columns)
        left, right = cell_sides(room, context.brand.table)
        named = {
            "colspan": str(slot.columns) if slot.columns > 1 else "",
            "rowspan": str(slot.rows) if slot.rows > 1 else "",
            "align": "" if align == "left" else align,
            "sides": dictionary({"left": points(left), "right": points(right)}) if room else "",
            "whereof": _if(column.role == "whereof"),
            "first": _if(slot.column == 0),
            "splits": _if(splits or slot.rows > MOST_KEPT),
            "below": ROOM if roomy and slot.row + slot.rows == len(node.head) + len(node.rows) else "",
        }
        content = _content(slot, node, context, head=role == "head") if cell.inlines else "none"
        content = context.anchor(content, cell.id)
        codes.append(call("cell", string(role), content, named=named))
    return codes


def _content(slot: Slot, node: Table, context: Context, *, head: bool) -> str:
    """What stands in a cell. In a head only the first one's links are links: PDF/UA has none in what a page repeats."""
    line = printed_head(slot.cell, node.columns[slot.column])
    content = inlines(line, context)
    links = any(isinstance(each, Link | CrossReference | FootnoteReference) for each in every_inline(line))
    if not (head and links and _repeats(node)) or stands_whole(node):
        return content
    plain = inlines(line, context, "link")
    name = string(f"{node.id}~head-{slot.row}-{slot.column}")
    return call("in-head", name, content, plain) if node.id else plain


def _splits(slot: Slot, node: Table, brand: Brand) -> bool:
    return slot.rows > MOST_KEPT or _outgrows_page(slot, node, brand)


def _outgrows_page(slot: Slot, node: Table, brand: Brand) -> bool:
    """Whether a cell might be higher than a page; few characters never are, and aren't measured."""
    text = plain_text(slot.cell.inlines)
    if len(text) < LONG_TEXT:
        return False
    page = brand.page
    height = (page.width_mm if node.landscape else page.height_mm) - page.top_mm - page.bottom_mm
    return _height(slot, node, brand) > height * POINTS_PER_MM * FILLED


def _height(slot: Slot, node: Table, brand: Brand) -> float:
    """About how high the text of a cell is, in points."""
    style = brand.styles["table-text"]
    columns = node.columns[slot.column : slot.column + slot.columns]
    width = sum(column.width for column in columns) - 2 * brand.table.padding_x
    text = plain_text(slot.cell.inlines)
    lines = text_width(text, size=style.size, bold=True, fonts=brand.fonts) / max(width, style.size)
    return lines * style.line_height


def _if(value: bool) -> str:
    return truth(True) if value else ""
