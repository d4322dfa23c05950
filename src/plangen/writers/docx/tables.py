"""Tables -> Word's tables, with their caption above and their notes below.

Widths are those of the columns, fixed. The head's rows repeat on each page and no row is split. A caption that isn't
printed is the table's title, which screen readers announce, as every caption is.
"""

from __future__ import annotations

from plangen.brand.brand import Brand
from plangen.dataclass import dataclass
from plangen.document.alignment import alignment, printed_head, spacing
from plangen.document.grid import Line, Slot, grid
from plangen.document.nodes import Table, TableNote
from plangen.document.walk import plain_text
from plangen.typesetting.room import cell_sides
from plangen.writers.docx.bookmarks import bookmark_name
from plangen.writers.docx.captions import caption
from plangen.writers.docx.flow import Flow, paragraph
from plangen.writers.docx.inlines import inlines
from plangen.writers.docx.runs import Format, text_run
from plangen.writers.docx.styles import TABLE_STYLE
from plangen.writers.docx.table_looks import (
    Rule,
    cell_format,
    cell_style,
    group_shade,
    padding_below,
    placed_style,
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
        flow.add(grid_of_cells(node, writing))
    for index, note in enumerate(node.notes, start=1):
        below = table_note(note, writing, kept=index < len(node.notes))
        writing.tracking.paragraphs([below], note.change)
        flow.add(below)
    flow.gap(writing.brand.table.after)


def grid_of_cells(node: Table, writing: Writing) -> Element:
    """The table itself."""
    widths = [twips(column.width) for column in node.columns]
    lines = grid(node).lines
    after = (*(line.row for line in lines[1:]), None)
    rows = [
        _row(_Ruled(line, rule_below(line.row, below, head=_in_head(line, node), brand=writing.brand)), node, writing)
        for line, below in zip(lines, after, strict=True)
    ]
    return w("tbl", _properties(node, widths), w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def table_note(node: TableNote, writing: Writing, *, kept: bool = False) -> Element:
    """A note under a table, `kept` on the page of the next."""
    mark = text_run(node.mark, _mark_format(node.mark))
    space = text_run(" ") if mark else []
    content = [*mark, *space, *inlines(node.inlines, writing)]
    names = (bookmark_name("Note", node.id),) if node.id else ()
    return paragraph("Table Note", writing.bookmarks.around(content, *names), w("keepNext") if kept else None)


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A row of the grid with the rule under it."""

    line: Line
    rule: Rule


def _properties(node: Table, widths: list[int]) -> Element:
    first_column = _is_headed_by_first_column(node)
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


def _is_headed_by_first_column(node: Table) -> bool:
    """Whether the first column heads the rows; Word knows of no other. A row across the table says nothing of it."""
    heads = [
        slot for line in grid(node).lines for slot in line.slots if slot.cell.header == "row" and slot.columns == 1
    ]
    return any(slot.column == 0 for slot in heads)


def _row(ruled: _Ruled, node: Table, writing: Writing) -> Element:
    """A row; cells that reach it from above stand in it too, and are empty."""
    line = ruled.line
    slots = sorted((*line.covered, *line.slots), key=lambda slot: slot.column)
    cells = [
        w("tc", _cell_properties(slot, ruled, node, writing.brand), _cell_text(slot, line, node, writing))
        for slot in slots
    ]
    for slot, cell in zip(slots, cells, strict=True):
        if slot.cell.change and not (line.row.change and line.row.change.kind == slot.cell.change.kind):
            writing.tracking.cell(cell, slot.cell.change)
    row = w("tr", w("trPr", w("cantSplit"), w("tblHeader") if _in_head(line, node) else None), *cells)
    writing.tracking.row(row, line.row.change)
    return row


def _cell_text(slot: Slot, line: Line, node: Table, writing: Writing) -> Element:
    cell, column = slot.cell, node.columns[slot.column]
    style = cell_style(cell, line.row, column)
    content = [] if slot.row < line.index else inlines(printed_head(cell, column), writing, cell_format(style))
    if node.id in writing.targets and not (node.caption_visible and node.number):
        content = writing.bookmarks.around(content, bookmark_name("Ref", node.id))
    if cell.id in writing.targets and slot.row == line.index:
        content = writing.bookmarks.around(content, bookmark_name("Ref", cell.id))
    indented = line.row.role == "whereof" and slot.column == 0
    with_notes = bool(node.notes) and line.index == len(node.head) + len(node.rows) - 1
    keep = w("keepNext") if with_notes or (line.keeps_next and not _in_head(line, node)) else None
    return paragraph(placed_style(style, alignment(cell, column), indented=indented), content, keep)


def _cell_properties(slot: Slot, ruled: _Ruled, node: Table, brand: Brand) -> Element:
    line, rule = ruled.line, ruled.rule
    width = sum(twips(column.width) for column in node.columns[slot.column : slot.column + slot.columns])
    further_head = line.index > 0 and _in_head(line, node)
    last = slot.row + slot.rows == line.index + 1
    ordinary = rule == thin_rule(brand) or (line.index == 0 and bool(node.head)) or not last
    shading = shade(brand.colours.shade) if further_head else group_shade(brand) if line.row.role == "group" else None
    merged = "restart" if slot.row == line.index else "continue"
    return w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=slot.columns) if slot.columns > 1 else None,
        w("vMerge", val=merged) if slot.rows > 1 else None,
        None if ordinary else w("tcBorders", rule.side("bottom")),
        shading,
        _margins(slot, None if ordinary else padding_below(rule, brand), node, brand),
        w("vAlign", val="bottom") if further_head else None,
    )


def _margins(slot: Slot, below: Element | None, node: Table, brand: Brand) -> Element | None:
    """The padding of a cell where it isn't that of the table's style."""
    room = spacing(slot, node.columns)
    if not room and below is None:
        return None
    left, right = (twips(side) if room else None for side in cell_sides(room, brand.table))
    return w(
        "tcMar",
        w("left", w=left, type="dxa") if left is not None else None,
        below,
        w("right", w=right, type="dxa") if right is not None else None,
    )


def _in_head(line: Line, node: Table) -> bool:
    return line.index < len(node.head)


def _mark_format(mark: str) -> Format:
    return Format() if set(mark) == {"*"} else Format(style="footnote reference")
