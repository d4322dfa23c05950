"""Tables -> Typst code: the grid of cells, the caption and the notes.

Column widths are the document's, to the point. A row is as high as its highest cell's lines and the padding above and
below; rules take no room. No row is split between pages but one that no page can hold, and the rows of the head are
repeated on each page.
"""

from __future__ import annotations

from plangen.brand.brand import POINTS_PER_MM, Brand
from plangen.document.grid import MOST_KEPT, Line, Slot, grid
from plangen.document.nodes import Table, TableNote
from plangen.document.walk import plain_text
from plangen.typesetting.metrics import text_width
from plangen.typesetting.typst_context import Context
from plangen.typesetting.typst_inlines import caption, inlines
from plangen.typesetting.typst_syntax import array, call, labelled, points, sequence, string, truth

LONG_TEXT = 400
FILLED = 0.7


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
    return labelled(call("paragraph", string("table-note"), sequence((*mark, inlines(node.inlines, context)))), node.id)


def _cells(node: Table, context: Context) -> str:
    lines = grid(node).lines
    rows = [_row(line, node, context) for line in lines]
    head, body = rows[: len(node.head)], rows[len(node.head) :]
    header = [call("table.header", *(cell for row in head for cell in row))] if head else []
    cells = [part for row, line in zip(body, lines[len(head) :], strict=True) for part in _body(row, line, node)]
    widths = array(points(column.width) if column.width else "auto" for column in node.columns)
    return call("data-table", *(f"\n  {part}" for part in (*header, *cells)), named={"columns": widths})


def _body(row: list[str], line: Line, node: Table) -> list[str]:
    """The cells of a row. The title of a group of rows is a head of the second rank, which stays with those below."""
    if line.row.role == "group" and [slot.columns for slot in line.slots] == [len(node.columns)]:
        return [call("table.header", *row, named={"level": "2", "repeat": truth(False)})]
    return row


def _row(line: Line, node: Table, context: Context) -> list[str]:
    role = "head" if line.index < len(node.head) else line.row.role or "row"
    splits = any(_outgrows_page(slot, node, context.brand) for slot in line.slots)
    codes = []
    for slot in line.slots:
        column, cell = node.columns[slot.column], slot.cell
        named = {
            "colspan": str(slot.columns) if slot.columns > 1 else "",
            "rowspan": str(slot.rows) if slot.rows > 1 else "",
            "align": "" if column.align == "left" else column.align,
            "whereof": _if(column.role == "whereof"),
            "first": _if(slot.column == 0),
            "splits": _if(splits or slot.rows > MOST_KEPT),
        }
        content = context.anchor(inlines(cell.inlines, context) if cell.inlines else "none", cell.id)
        codes.append(call("cell", string(role), content, named=named))
    return codes


def _outgrows_page(slot: Slot, node: Table, brand: Brand) -> bool:
    """Whether a cell might be higher than a page; few characters never are, and aren't measured."""
    text = plain_text(slot.cell.inlines)
    if len(text) < LONG_TEXT:
        return False
    style, page = brand.styles["table-text"], brand.page
    columns = node.columns[slot.column : slot.column + slot.columns]
    width = sum(column.width for column in columns) - 2 * brand.table.padding_x
    lines = text_width(text, size=style.size, bold=True, fonts=brand.fonts) / max(width, style.size)
    height = (page.width_mm if node.landscape else page.height_mm) - page.top_mm - page.bottom_mm
    return lines * style.line_height > height * POINTS_PER_MM * FILLED


def _if(value: bool) -> str:
    return truth(True) if value else ""
