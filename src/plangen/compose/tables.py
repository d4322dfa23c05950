"""Indicators and budgets to tables of the document, with a role, field and typed value on what stands for data."""

from __future__ import annotations

from dataclasses import replace

from plangen.compose.notes import named_apart
from plangen.document.nodes import Cell, Column, FootnoteReference, Inline, Row, Table, Text
from plangen.document.walk import map_inlines
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import print_number
from plangen.locale.vocabulary import KEYS
from plangen.locale.vocabulary import words as vocabulary_words
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.goal import Goal, Indicator, IndicatorColumn
from plangen.model.text import RichText

DEFAULT_COLUMNS = ("name", "target", "periodicity", "source")


def default_indicator_columns(words: Catalogue) -> tuple[IndicatorColumn, ...]:
    """The columns of indicator tables in a plan that names none."""
    headings = {"name": "indicator"}
    return tuple(
        IndicatorColumn(id=role, heading=RichText((Text(words.labels[headings.get(role, role)]),)), role=role)
        for role in DEFAULT_COLUMNS
    )


def column_role(column: IndicatorColumn, language: str) -> str:
    """What a column's values are: its role, or what its key says."""
    term = vocabulary_words(KEYS, language).get(column.id, "")
    return column.role or (term if term in DEFAULT_COLUMNS else "text")


def indicator_table(goal: Goal, columns: tuple[IndicatorColumn, ...], words: Catalogue) -> Table:
    """A goal's indicators, one a row. The caption is for screen readers."""
    rows = tuple(_indicator_row(indicator, goal, columns, words) for indicator in goal.indicators)
    head = Row(cells=tuple(_heading(column.heading) for column in columns))
    before, _, after = words.labels["indicators-for"].partition("{goal}")
    title = map_inlines(goal.title.inlines, lambda each: () if isinstance(each, FootnoteReference) else (each,))
    return Table(
        id=f"{goal.id}.indicators",
        location=goal.place("indicators"),
        columns=tuple(
            Column(
                align="right" if column.role == "number" else "left",
                role=column_role(column, words.language),
                field=column.id,
            )
            for column in columns
        ),
        head=(head,),
        rows=rows,
        caption=(Text(before), *title, Text(after)),
        role="indicators",
    )


def _indicator_row(indicator: Indicator, goal: Goal, columns: tuple[IndicatorColumn, ...], words: Catalogue) -> Row:
    cells = []
    for column in columns:
        text = indicator.value(column, words.language)
        role = column_role(column, words.language)
        inlines = map_inlines(text.inlines, named_apart(goal.id))
        cells.append(
            Cell(
                id=f"{goal.id}.indicators.{indicator.id}.{column.id}",
                location=text.location if text.inlines else indicator.location,
                inlines=inlines,
                header="row" if role == "name" else "",
                role=role,
                field=column.id,
                value=str(text),
                empty="" if inlines else words.labels["empty-text"],
            )
        )
    return Row(id=f"{goal.id}.indicators.{indicator.id}", cells=tuple(cells), location=indicator.location)


def _heading(text: RichText) -> Cell:
    return Cell(inlines=text.inlines, header="column", location=text.location)


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
