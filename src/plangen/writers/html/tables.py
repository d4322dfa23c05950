"""Tables -> HTML, each in a box that scrolls sideways by itself, with its notes under the box.

A group row starts a `tbody` of its own. A last row of totals is the `tfoot`. Widths are shares of the page's width as
resolve set them; on screen a table may shrink to `NARROWEST` of it before its box scrolls.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plangen.document.nodes import Cell, Column, Row, Table, TableNote
from plangen.writers.html.context import Context
from plangen.writers.html.inlines import inlines
from plangen.writers.html.markup import (
    NO_BREAK_SPACE,
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
    head, bodies, foot = _row_groups(node)
    parts = [
        _caption(node, caption_id, context),
        _columns(node.columns, context),
        _row_group("thead", head, node.columns, context) if head else "",
        *(_row_group("tbody", rows, node.columns, context) for rows in bodies),
        _row_group("tfoot", foot, node.columns, context) if foot else "",
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
        container("div", [data], class_="table-scroll", role="region", tabindex="0", **named),
        description if node.description else "",
        *(table_note(note, context) for note in node.notes),
    ]
    return container("div", block, class_=classes("table", "landscape" if node.landscape else ""))


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


def _row_groups(node: Table) -> tuple[tuple[Row, ...], list[tuple[Row, ...]], tuple[Row, ...]]:
    has_foot = bool(node.rows) and node.rows[-1].role == "total"
    rows, foot = (node.rows[:-1], node.rows[-1:]) if has_foot else (node.rows, ())
    starts = [0, *(index for index, row in enumerate(rows) if row.role == "group" and index), len(rows)]
    bodies = [rows[start:end] for start, end in pairwise(starts) if start < end]
    return node.head, bodies, foot


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


def _row_group(tag: str, rows: tuple[Row, ...], columns: tuple[Column, ...], context: Context) -> str:
    rendered = [
        container(
            "tr",
            [_cell(cell, column, row, context) for cell, column in placed],
            id=anchor(row.id),
            class_=classes(row.role),
        )
        for row, placed in _placed(rows, columns)
    ]
    return container(tag, rendered)


def _placed(rows: tuple[Row, ...], columns: tuple[Column, ...]) -> Iterator[tuple[Row, list[tuple[Cell, Column]]]]:
    """Each row with its cells and the column that each stands in, by the table model of HTML (4.9.12)."""
    spanned = [0] * len(columns)
    for row in rows:
        placed, at = [], 0
        for cell in row.cells:
            while spanned[at]:
                at += 1
            placed.append((cell, columns[at]))
            for covered in range(at, at + cell.column_span):
                spanned[covered] = cell.row_span
            at += cell.column_span
        spanned = [max(left - 1, 0) for left in spanned]
        yield row, placed


def _cell(node: Cell, column: Column, row: Row, context: Context) -> str:
    scope = {"": None, "column": "col", "row": "rowgroup" if row.role == "group" else "row"}[node.header]
    content = inlines(node.inlines, context)
    return element(
        "th" if node.header else "td",
        content or (hidden(text(node.empty)) if node.empty else ""),
        id=anchor(node.id),
        class_=classes(
            "" if column.align == "left" else column.align,
            "figure" if node.role == "figure" else "",
            "whereof" if column.role == "whereof" else "",
        ),
        scope=scope,
        colspan=str(node.column_span) if node.column_span > 1 else None,
        rowspan=str(node.row_span) if node.row_span > 1 else None,
    )
