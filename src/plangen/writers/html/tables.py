"""Tables -> HTML, each in a box that scrolls sideways by itself, with its notes under the box.

The box is a group with a name, since it can have the focus. It is no region: a landmark for each table would bury those
of the page, and two landmarks may not have one name.

Each part of the table's grid is a row group: `thead`, one or more `tbody`, `tfoot`. Widths are shares of the page's
width as resolve set them; on screen a table may shrink to `NARROWEST` of it before its box scrolls.
"""

from __future__ import annotations

from plangen.document.alignment import alignment, printed_head, spacing
from plangen.document.grid import Line, Slot, grid
from plangen.document.keeping import stands_whole
from plangen.document.nodes import Column, Row, Table, TableNote
from plangen.document.walk import NO_BREAK_SPACE
from plangen.writers.html.changes import row_classes, row_note
from plangen.writers.html.context import Context
from plangen.writers.html.inlines import inlines
from plangen.writers.html.markup import (
    anchor,
    classes,
    container,
    element,
    hidden,
    link_to,
    text,
)

NARROWEST = 0.6
COLUMNS_THAT_FIT = 2


def table(node: Table, context: Context) -> str:
    """A table with its caption, in its box, and its notes."""
    caption_id = context.own_id(node.id, "caption")
    description_id = context.own_id(node.id, "description")
    named = {"aria_labelledby": caption_id} if node.caption else {"aria_label": context.labels["table"]}
    rows = grid(node)
    parts = [
        _caption(node, caption_id, context),
        _columns(node.columns, context),
        _row_group("thead", rows.head, node.columns, context),
        *(_row_group("tbody", body, node.columns, context) for body in rows.bodies),
        _row_group("tfoot", rows.foot, node.columns, context),
    ]
    data = container(
        "table",
        parts,
        id=anchor(node.id),
        class_=_least_width(node.columns, context),
        aria_describedby=description_id if node.description else None,
    )
    description = element("p", text(node.description), id=description_id, class_="visually-hidden")
    block = [
        container("div", [data], class_="table-scroll", role="group", tabindex="0", **named),
        description if node.description else "",
        *(table_note(note, context) for note in node.notes),
    ]
    return container(
        "div",
        block,
        class_=classes("table", "landscape" if node.landscape else "", "whole" if stands_whole(node) else ""),
    )


def table_note(node: TableNote, context: Context) -> str:
    """A note under a table; its mark leads back to the first place that refers to it."""
    references = context.references.get(node.id, [])
    mark = text(node.mark)
    if references:
        label = f"{node.mark} {context.labels['back-to-text']}"
        mark = element("a", mark, href=link_to(references[0]), role="doc-backlink", aria_label=label)
    content = element("span", mark, class_="mark") + " " if node.mark else ""
    return element(
        "p", content + inlines(node.inlines, context), id=anchor(node.id), class_="table-note", role="doc-footnote"
    )


def _caption(node: Table, caption_id: str, context: Context) -> str:
    if not node.caption:
        return ""
    number = f"{text(node.label)}{NO_BREAK_SPACE}{text(node.number)}. " if node.number else ""
    content = number + inlines(node.caption, context)
    shown = element("span", content, class_="caption") if node.caption_visible else hidden(content)
    return element("caption", shown, id=caption_id)


def _columns(columns: tuple[Column, ...], context: Context) -> str:
    total = sum(column.width for column in columns)
    if not total:
        return ""
    shares = [round(column.width / total * 1000) for column in columns]
    context.shares.update(shares)
    return element("colgroup", "".join(element("col", class_=f"share-{share}") for share in shares))


def _least_width(columns: tuple[Column, ...], context: Context) -> str | None:
    least = round(sum(column.width for column in columns) / context.table_size * NARROWEST)
    if not least or len(columns) <= COLUMNS_THAT_FIT:
        return None
    context.least.add(least)
    return f"least-{least}"


def _row_group(tag: str, lines: tuple[Line, ...], columns: tuple[Column, ...], context: Context) -> str:
    rendered = [
        container(
            "tr",
            _cells(line, columns, context),
            id=anchor(line.row.id),
            class_=classes(line.row.role, *row_classes(line.row, context)),
        )
        for line in lines
    ]
    return container(tag, rendered) if lines else ""


def _cells(line: Line, columns: tuple[Column, ...], context: Context) -> list[str]:
    """The cells of a row; in one with a mark the first says what the mark means."""
    change = line.row.change
    if change is None:
        return [_cell(slot, columns, line.row, "", context) for slot in line.slots]
    said = row_note(line.row, change, context)
    with context.one_change(change.kind):
        return [
            _cell(slot, columns, line.row, said if index == 0 else "", context) for index, slot in enumerate(line.slots)
        ]


def _cell(slot: Slot, columns: tuple[Column, ...], row: Row, said: str, context: Context) -> str:
    node, column = slot.cell, columns[slot.column]
    align = alignment(node, column)
    scope = {"": None, "column": "col", "row": "rowgroup" if row.role == "group" else "row"}[node.header]
    content = inlines(printed_head(node, column), context)
    if scope == "rowgroup":
        content = element("span", content, class_="group-name")
    return element(
        "th" if node.header else "td",
        said + (content or (hidden(text(node.empty)) if node.empty else "")),
        id=anchor(node.id),
        class_=classes(
            "" if align == "left" else align,
            "apart" if spacing(slot, columns) == "apart" else "",
            "figure" if node.role == "figure" else "",
            "whereof" if column.role == "whereof" else "",
            f"diff-{node.change.kind}" if node.change else "",
        ),
        scope=scope,
        colspan=str(slot.columns) if slot.columns > 1 else None,
        rowspan=str(slot.rows) if slot.rows > 1 else None,
    )
