"""Tables -> Word's tables, with their caption above and their notes below.

Widths are those of the columns, fixed. The head's rows repeat on each page and no row is split. A caption that isn't
printed is the table's title, which screen readers announce, as every caption is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plangen.brand.brand import Brand
from plangen.document.nodes import Cell, Column, Row, Table, TableNote
from plangen.document.walk import plain_text
from plangen.writers.docx.bookmarks import bookmark_name
from plangen.writers.docx.captions import caption
from plangen.writers.docx.flow import Flow, paragraph
from plangen.writers.docx.inlines import inlines
from plangen.writers.docx.runs import Format, text_run
from plangen.writers.docx.styles import TABLE_STYLE
from plangen.writers.docx.table_looks import (
    WHEREOF_INDENT,
    Rule,
    cell_format,
    cell_style,
    group_shade,
    padding_below,
    rule_below,
    shade,
    thin_rule,
)
from plangen.writers.docx.writing import Writing
from plangen.writers.docx.xml import Element, style_id, twips, w

NO_ROW_BANDS, NO_COLUMN_BANDS, FIRST_ROW, FIRST_COLUMN = 0x0200, 0x0400, 0x0020, 0x0080


def table(node: Table, flow: Flow, writing: Writing) -> None:
    """A table with caption and notes."""
    flow.gap(writing.brand.table.before)
    if node.caption_visible and (node.caption or node.number):
        flow.add(caption(node, writing))
    if node.head or node.rows:
        flow.add(grid(node, writing))
    for note in node.notes:
        flow.add(table_note(note, writing))
    flow.gap(writing.brand.table.after)


def grid(node: Table, writing: Writing) -> Element:
    """The table itself."""
    widths = [twips(column.width) for column in node.columns]
    rows = (*node.head, *node.rows)
    placed = list(_placed(rows, node.columns))
    lines = [
        _row(
            _Line(row, slots, rule_below(row, after, head=index < len(node.head), brand=writing.brand), index),
            node,
            writing,
        )
        for index, (row, slots, after) in enumerate(zip(rows, placed, (*rows[1:], None), strict=True))
    ]
    return w("tbl", _properties(node, widths), w("tblGrid", *(w("gridCol", w=width) for width in widths)), *lines)


def table_note(node: TableNote, writing: Writing) -> Element:
    """A note under a table."""
    mark = text_run(node.mark, _mark_format(node.mark))
    space = text_run(" ") if mark else []
    content = [*mark, *space, *inlines(node.inlines, writing)]
    names = (bookmark_name("Note", node.id),) if node.id else ()
    return paragraph("Table Note", writing.bookmarks.around(content, *names))


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cell in a row: the cell itself, or what it covers further down."""

    cell: Cell
    at: int
    covered: bool = False
    last: bool = True


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with what stands in it, the rule under it, and its place in the table, 0 the first."""

    row: Row
    slots: list[_Slot]
    rule: Rule
    index: int


def _placed(rows: tuple[Row, ...], columns: tuple[Column, ...]) -> Iterator[list[_Slot]]:
    """Each row with what stands in it, left to right, cells that span rows from above among them."""
    above: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        slots: list[_Slot] = []
        below: dict[int, tuple[Cell, int]] = {}
        waiting = list(row.cells)
        at = 0
        while at < len(columns) and (waiting or at in above):
            cell, left = above[at] if at in above else (waiting.pop(0), 0)
            left = left or cell.row_span
            slots.append(_Slot(cell, at, covered=at in above, last=left == 1))
            if left > 1:
                below[at] = (cell, left - 1)
            at += cell.column_span
        above = below
        yield slots


def _properties(node: Table, widths: list[int]) -> Element:
    first_column = any(cell.header == "row" for row in node.rows for cell in row.cells)
    look = NO_ROW_BANDS | NO_COLUMN_BANDS | FIRST_ROW * bool(node.head) | FIRST_COLUMN * first_column
    title = plain_text(node.caption)
    return w(
        "tblPr",
        w("tblStyle", val=style_id(TABLE_STYLE)),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val=f"{look:04X}",
            firstRow=int(bool(node.head)),
            lastRow=0,
            firstColumn=int(first_column),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        w("tblCaption", val=title) if title else None,
        w("tblDescription", val=node.description) if node.description else None,
    )


def _row(line: _Line, node: Table, writing: Writing) -> Element:
    head = line.index < len(node.head)
    cells = [_cell(slot, line, node, writing) for slot in line.slots]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if head else None), *cells)


def _cell(slot: _Slot, line: _Line, node: Table, writing: Writing) -> Element:
    cell, column = slot.cell, node.columns[slot.at]
    style = cell_style(cell, line.row, column)
    content = [] if slot.covered else inlines(cell.inlines, writing, cell_format(style))
    if node.id in writing.targets and not (node.caption_visible and node.number):
        content = writing.bookmarks.around(content, bookmark_name("Ref", node.id))
    indented = line.row.role == "whereof" and slot.at == 0
    return w(
        "tc",
        _cell_properties(slot, line, node, writing.brand),
        paragraph(
            style,
            content,
            w("jc", val=column.align) if column.align != "left" else None,
            w("ind", left=twips(WHEREOF_INDENT)) if indented else None,
        ),
    )


def _cell_properties(slot: _Slot, line: _Line, node: Table, brand: Brand) -> Element:
    cell = slot.cell
    width = sum(twips(column.width) for column in node.columns[slot.at : slot.at + cell.column_span])
    further_head = 0 < line.index < len(node.head)
    ordinary = line.rule == thin_rule(brand) or (line.index == 0 and bool(node.head)) or not slot.last
    shading = shade(brand.colours.shade) if further_head else group_shade(brand) if line.row.role == "group" else None
    return w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=cell.column_span) if cell.column_span > 1 else None,
        w("vMerge", val="continue" if slot.covered else "restart") if cell.row_span > 1 else None,
        None if ordinary else w("tcBorders", line.rule.side("bottom")),
        shading,
        None if ordinary else w("tcMar", padding_below(line.rule, brand)),
        w("vAlign", val="bottom") if further_head else None,
    )


def _mark_format(mark: str) -> Format:
    return Format() if set(mark) == {"*"} else Format(style="footnote reference")
