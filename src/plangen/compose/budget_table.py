"""A budget table to a table of the document, with a role, field and typed value on what stands for data."""

from __future__ import annotations

from plangen.compose.notes import named_apart
from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Location
from plangen.document.inlines import FootnoteReference, Inline, Text
from plangen.document.nodes import Cell, Column, Row, Table, TableNote
from plangen.document.walk import map_inlines
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import print_number
from plangen.locale.units import printed_unit
from plangen.model.amount import same_unit
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.budget_roles import PERCENT, PERCENT_COLUMNS
from plangen.model.text import RichText

ROLES = {"item": "", "key_figure": "key-figure"}
"""How the document names roles of rows; others have their own name."""


def budget_table(table: BudgetTable, words: Catalogue) -> Table:
    """A budget table with its computed figures, and the unit in its caption."""
    return _Composer(table, words).table_node()


def column_heading(column: BudgetColumn, table: BudgetTable, words: Catalogue) -> tuple[Inline, ...]:
    """A column's heading: its own or that of its kind and year, and its unit where it differs from the table's."""
    heading = column.heading.inlines or (Text(_made_heading(column, words)),)
    unit = PERCENT if column.role in PERCENT_COLUMNS else column.unit
    if not unit or same_unit(unit, table.unit) or _tells(str(column.heading), unit, words):
        return heading
    return _with_unit(heading, unit, words)


def _made_heading(column: BudgetColumn, words: Catalogue) -> str:
    """The heading of a column that has none of its own, like "Utfall 2024"."""
    if column.role in PERCENT_COLUMNS:
        return words.labels[column.role.replace("_", "-")]
    kind = words.labels[f"column-{column.kind}"] if column.kind else ""
    return words.labels["column-heading"].format(kind=kind, year=column.year or "").strip()


def _tells(heading: str, unit: str, words: Catalogue) -> bool:
    """Whether a heading says the unit itself: "Förändring i procent", "Andel (%)"."""
    names = {printed_unit(unit), unit, words.labels["percent"] if unit == PERCENT else unit}
    told = {each.strip("().,:") for each in heading.casefold().split()}
    return any(name.casefold() in told for name in names)


def _with_unit(name: tuple[Inline, ...], unit: str, words: Catalogue) -> tuple[Inline, ...]:
    """A name with the unit after it: "Driftbudget, tkr"."""
    return (*name, Text(words.labels["with-unit"].format(unit=printed_unit(unit))))


@dataclass(frozen=True, slots=True)
class _Composer:
    """Makes the nodes of one table."""

    table: BudgetTable
    words: Catalogue

    def table_node(self) -> Table:
        table = self.table
        title = table.title.inlines
        return Table(
            id=table.id,
            location=table.location,
            columns=(Column(role="name", field="name"), *(self.column(each) for each in table.columns)),
            head=(self.head(),),
            rows=tuple(self.row(index) for index in range(len(table.rows))),
            caption=_with_unit(title, table.unit, self.words) if table.unit else title,
            caption_visible=True,
            numbered=True,
            notes=(self.rounding_note(),) if table.is_rounded else (),
            role="budget",
        )

    def rounding_note(self) -> TableNote:
        """That sums may differ, under a table in which some do. Nothing refers to it."""
        text = Text(self.words.labels["rounding-note"])
        return TableNote(id=f"{self.table.id}.rounding", inlines=(text,), location=self.table.place("rounding"))

    def column(self, column: BudgetColumn) -> Column:
        return Column(align="right" if column.numeric else "left", role=column.role.replace("_", "-"), field=column.id)

    def head(self) -> Row:
        stub, unnamed = self.table.stub_heading, self.words.labels["stub-heading"]
        headings = ((column_heading(each, self.table, self.words), each.heading) for each in self.table.columns)
        return Row(
            cells=(
                replace(self.heading(stub.inlines, stub.location), empty="" if stub.inlines else unnamed),
                *(self.heading(inlines, own.location) for inlines, own in headings),
            )
        )

    def heading(self, inlines: tuple[Inline, ...], location: Location) -> Cell:
        return Cell(inlines=self.named(inlines), header="column", location=location)

    def row(self, index: int) -> Row:
        row, table = self.table.rows[index], self.table
        unit = row.unit if row.unit and not same_unit(row.unit, table.unit) else ""
        name = Cell(
            id=f"{table.id}.{row.id}.name",
            location=row.place("name"),
            inlines=self.named(_with_unit(row.name.inlines, unit, self.words) if unit else row.name.inlines),
            header="row",
            field="name",
        )
        cells = tuple(self.cell(index, at) for at in range(len(table.columns)))
        if row.role == "group" and not any(cell.inlines for cell in cells):
            name, cells = replace(name, column_span=1 + len(cells)), ()
        return Row(
            id=f"{table.id}.{row.id}",
            cells=(name, *cells),
            role=ROLES.get(row.role, row.role),
            location=row.location,
        )

    def cell(self, at_row: int, at_column: int) -> Cell:
        row, column = self.table.rows[at_row], self.table.columns[at_column]
        given = row.given(column.id)
        text = given.text if given else RichText(())
        cell = Cell(
            id=f"{self.table.id}.{row.id}.{column.id}",
            location=given.place if given else row.location,
            field=column.id,
            role="figure" if column.numeric else "text",
            unit=printed_unit(self.table.unit_of(row, column)) if column.numeric else "",
        )
        if not column.numeric:
            silent = text.inlines or row.role == "group"
            return replace(
                cell, inlines=self.named(text.inlines), empty="" if silent else self.words.labels["empty-text"]
            )
        marks = self.named(tuple(each for each in text.inlines if isinstance(each, FootnoteReference)))
        value = self.table.reckoned[at_row, at_column].shown
        if value is None:
            return replace(cell, inlines=marks, empty="" if marks else self.empty(row, column))
        number = print_number(value, self.words.babel, self.table.decimals_in(at_row, at_column))
        return replace(cell, value=value, inlines=(Text(number), *marks))

    def empty(self, row: BudgetRow, column: BudgetColumn) -> str:
        """What a screen reader says for a figure that isn't there."""
        if row.role == "group":
            return ""
        return self.words.labels["empty-percent" if column.role in PERCENT_COLUMNS else "empty-figure"]

    def named(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Inlines whose marks lead to the table's own notes."""
        return map_inlines(inlines, named_apart(self.table.id))
