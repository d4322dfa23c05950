"""A budget table to a table of the document, with a role, field and typed value on what stands for data."""

from __future__ import annotations

from dataclasses import replace

from plangen.document.nodes import Cell, Column, FootnoteReference, Inline, Row, Table, Text
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import print_number
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.text import RichText


def budget_table(table: BudgetTable, words: Catalogue) -> Table:
    """A budget table with its computed figures, and the unit in its caption."""
    unit = (Text(f", {table.unit}"),) if table.unit else ()
    stub = _heading(table.stub_heading)
    head = Row(cells=(stub, *(_heading(column.heading) for column in table.columns)))
    columns = (
        Column(role="name", field="name"),
        *(
            Column(align="right" if column.numeric else "left", role=column.role, field=column.id)
            for column in table.columns
        ),
    )
    return Table(
        id=table.id,
        location=table.location,
        columns=columns,
        head=(head,),
        rows=tuple(_budget_row(row, table, words) for row in table.rows),
        caption=(*table.title.inlines, *unit),
        caption_visible=True,
        numbered=True,
        role="budget",
    )


def _budget_row(row: BudgetRow, table: BudgetTable, words: Catalogue) -> Row:
    name = Cell(
        id=f"{table.id}.{row.id}.name", location=row.place("name"), inlines=row.name.inlines, header="row", field="name"
    )
    cells = tuple(_budget_cell(row, column, table, words) for column in table.columns)
    return Row(
        id=f"{table.id}.{row.id}",
        cells=(name, *cells),
        role="" if row.role == "item" else row.role,
        location=row.location,
    )


def _budget_cell(row: BudgetRow, column: BudgetColumn, table: BudgetTable, words: Catalogue) -> Cell:
    given = row.given(column.id)
    cell = Cell(
        id=f"{table.id}.{row.id}.{column.id}",
        location=given.place if given else row.location,
        field=column.id,
        role="figure" if column.numeric else "text",
    )
    if not column.numeric:
        inlines: tuple[Inline, ...] = given.text.inlines if given else ()
        return replace(cell, inlines=inlines, empty="" if inlines else words.labels["empty-text"])
    value = table.figures[row.id, column.id]
    marks = tuple(each for each in given.text.inlines if isinstance(each, FootnoteReference)) if given else ()
    if value is None:
        empty = "" if row.role == "group" or marks else words.labels["empty-figure"]
        return replace(cell, inlines=marks, empty=empty)
    return replace(cell, value=value, inlines=(Text(print_number(value, words.babel, table.decimals(column))), *marks))


def _heading(text: RichText) -> Cell:
    return Cell(inlines=text.inlines, header="column", location=text.location)
