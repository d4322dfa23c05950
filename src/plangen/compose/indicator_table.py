"""A goal's indicators to a table of the document, with a role and field on what stands for data."""

from __future__ import annotations

from plangen.compose.notes import named_apart
from plangen.document.nodes import Cell, Column, FootnoteReference, Row, Table, Text
from plangen.document.walk import map_inlines
from plangen.locale.catalogue import Catalogue
from plangen.locale.vocabulary import KEYS
from plangen.locale.vocabulary import words as vocabulary_words
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
