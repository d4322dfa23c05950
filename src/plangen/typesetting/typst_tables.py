"""Tables -> Typst code: the grid of cells, the caption and the notes.

Column widths are the document's, to the point. A row is as high as its highest cell's lines and the padding above and
below; rules take no room. No row is split between pages but one that no page can hold, and the rows of the head are
repeated on each page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plangen.brand.brand import POINTS_PER_MM, Brand
from plangen.document.nodes import Cell, Row, Table, TableNote
from plangen.document.walk import plain_text
from plangen.typesetting.metrics import text_width
from plangen.typesetting.typst_context import Context
from plangen.typesetting.typst_inlines import caption, inlines
from plangen.typesetting.typst_syntax import array, call, labelled, points, sequence, string, truth

LONG_TEXT = 400
FILLED = 0.7


def table(node: Table, context: Context) -> str:
    """A table, under its caption where that is printed."""
    grid = _grid(node, context)
    if not is_captioned(node):
        return context.target(grid, node.id)
    return context.target(call("captioned-table", caption(node, context), grid), node.id)


def is_captioned(node: Table) -> bool:
    """Whether the table's caption is printed."""
    return node.caption_visible and bool(node.caption or node.number)


def table_note(node: TableNote, context: Context) -> str:
    """A note under a table, with its mark."""
    mark = (string(f"{node.mark} "),) if node.mark else ()
    return labelled(call("paragraph", string("table-note"), sequence((*mark, inlines(node.inlines, context)))), node.id)


def placed(rows: tuple[Row, ...], width: int) -> Iterator[tuple[Row, list[tuple[Cell, int]]]]:
    """Each row with its cells and the column that each starts in, as the table model of HTML has it (4.9.12)."""
    spanned = [0] * width
    for row in rows:
        cells, at = [], 0
        for cell in row.cells:
            while at < width and spanned[at]:
                at += 1
            cells.append((cell, at))
            for covered in range(at, min(at + cell.column_span, width)):
                spanned[covered] = cell.row_span
            at += cell.column_span
        spanned = [max(left - 1, 0) for left in spanned]
        yield row, cells


def _grid(node: Table, context: Context) -> str:
    width = len(node.columns)
    heads = [replace(row, role="head") for row in node.head]
    head = [_row(row, cells, node, context) for row, cells in placed(tuple(heads), width)]
    body = [_row(row, cells, node, context) for row, cells in placed(node.rows, width)]
    header = [call("table.header", *(cell for row in head for cell in row))] if head else []
    cells = [cell for row in body for cell in row]
    widths = array(points(column.width) if column.width else "auto" for column in node.columns)
    return call("data-table", *(f"\n  {part}" for part in (*header, *cells)), named={"columns": widths})


def _row(row: Row, cells: list[tuple[Cell, int]], node: Table, context: Context) -> list[str]:
    splits = any(_outgrows_page(cell, at, node, context.brand) for cell, at in cells)
    codes = []
    for cell, at in cells:
        column = node.columns[at]
        named = {
            "colspan": str(cell.column_span) if cell.column_span > 1 else "",
            "rowspan": str(cell.row_span) if cell.row_span > 1 else "",
            "align": "" if column.align == "left" else column.align,
            "whereof": _if(column.role == "whereof"),
            "first": _if(at == 0),
            "splits": _if(splits),
        }
        content = context.anchor(inlines(cell.inlines, context) if cell.inlines else "none", cell.id)
        codes.append(call("cell", string(row.role or "row"), content, named=named))
    return codes


def _outgrows_page(cell: Cell, at: int, node: Table, brand: Brand) -> bool:
    """Whether a cell might be higher than a page; few characters never are, and aren't measured."""
    text = plain_text(cell.inlines)
    if len(text) < LONG_TEXT:
        return False
    style, page = brand.styles["table-text"], brand.page
    width = sum(column.width for column in node.columns[at : at + cell.column_span]) - 2 * brand.table.padding_x
    lines = text_width(text, size=style.size, bold=True, fonts=brand.fonts) / max(width, style.size)
    height = (page.width_mm if node.landscape else page.height_mm) - page.top_mm - page.bottom_mm
    return lines * style.line_height > height * POINTS_PER_MM * FILLED


def _if(value: bool) -> str:
    return truth(True) if value else ""
