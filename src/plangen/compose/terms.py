"""What a value of an expression is made of -> terms that can be told: names, values in print, places.

A computed figure of a table has terms of its own, down to those that are given. Each is gone into once for a figure,
and no more than `MOST` of them, so that a few lines of content can't ask for millions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from plangen.compose.budget_table import column_heading
from plangen.compose.facts import column_name
from plangen.compose.figures import CellOrigin, FieldOrigin, FigureValue, Part, StepOrigin, parts_of, printed_amount
from plangen.dataclass import dataclass, replace
from plangen.document.figures import Term
from plangen.document.inlines import Inline
from plangen.locale.catalogue import Catalogue
from plangen.model.budget import BudgetTable
from plangen.model.budget_derivation import derivation
from plangen.model.text import RichText

MOST = 200
"""Terms that one figure goes into."""

MOST_OF_ALL = 20_000
"""Terms that all the figures of a plan go into; what comes after has only those that its expression names."""

Plain = Callable[[RichText], str]


@dataclass(slots=True)
class Terms:
    """Tells what values are made of. `plain` gives the text of a name that may hold expressions."""

    words: Catalogue
    plain: Plain
    spent: int = 0

    def of(self, value: object) -> tuple[Term, ...]:
        """The terms of a value, each with its own."""
        telling = _Telling(self.words, self.plain, min(MOST, MOST_OF_ALL - self.spent))
        told = telling.parts(parts_of(value))
        self.spent += telling.count
        return told


@dataclass(slots=True)
class _Telling:
    """Tells of one value."""

    words: Catalogue
    plain: Plain
    most: int
    count: int = 0
    met: set[str] = field(default_factory=set)

    def parts(self, parts: tuple[Part, ...]) -> tuple[Term, ...]:
        return tuple(self.part(each) for each in parts)

    def part(self, part: Part) -> Term:
        match part.origin:
            case CellOrigin() as cell:
                return replace(self.cell(cell.table, cell.row, cell.column), sign=part.sign)
            case FieldOrigin() as field:
                return replace(self.field(field), sign=part.sign)
            case StepOrigin() as step:
                return replace(self.step(step.figure), sign=part.sign)

    def step(self, figure: FigureValue) -> Term:
        """A figure between two steps, which has no name."""
        return Term(
            name="",
            label="",
            value=figure.value,
            text=figure.with_unit(self.words),
            unit=figure.unit,
            operation=figure.operation,
            terms=self.parts(figure.parts),
        )

    def field(self, field: FieldOrigin) -> Term:
        """A field of the plan, by the name of what it belongs to and its own key."""
        key = field.name.rpartition(".")[2].replace("_", " ")
        value = field.value
        figure = None if value is None else FigureValue(value, field.unit, self.words.babel, wording=field.text)
        return Term(
            name=field.name,
            label=f"{self.plain(field.owner)}, {key}" if field.owner else key,
            value=field.text if value is None else value,
            text=figure.with_unit(self.words) if figure else field.text,
            unit=field.unit,
            location=field.location,
        )

    def cell(self, table: BudgetTable, row: int, column: int) -> Term:
        """A figure of a table, with those that it follows from."""
        its_row, its_column = table.rows[row], table.columns[column]
        shown, unit = table.reckoned[row, column].shown, table.unit_of(its_row, its_column)
        assert shown is not None
        given = its_row.given(its_column.id)
        name = f"budget.{table.id.replace('-', '_')}.{its_row.id.replace('-', '_')}.{column_name(its_column.id)}"
        follows = derivation(table, row, column)
        inner: tuple[Term, ...] = ()
        if follows and name not in self.met and self.count + len(follows.of) <= self.most:
            self.met.add(name)
            self.count += len(follows.of)
            terms = ((self.cell(table, each.row, each.column), each.sign) for each in follows.of)
            inner = tuple(replace(term, sign=sign) for term, sign in terms)
        heading = column_heading(its_column, table, self.words)
        return Term(
            name=name,
            label=", ".join(filter(None, (self.plain(its_row.name), self.line(heading)))),
            value=shown,
            text=printed_amount(shown, unit, self.words, table.decimals_in(row, column)),
            unit=unit,
            location=given.place if given and not follows else its_row.location,
            operation=follows.how if follows else "",
            terms=inner,
        )

    def line(self, inlines: tuple[Inline, ...]) -> str:
        return self.plain(RichText(inlines))
