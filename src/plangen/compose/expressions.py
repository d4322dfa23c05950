"""Expressions in content, `{{ budget.ramfordelning.summa.ram_2026 | tkr }}`, to the text that they stand for.

A figure knows its unit: sums and differences keep it, `| kr`, `| tkr` and `| mnkr` convert it and print the unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

from plangen.compose.sandbox import Sandbox
from plangen.compose.views import View
from plangen.diagnostics import Diagnostic, error, nearest
from plangen.document.nodes import Expression, Text
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import NO_BREAK_SPACE, print_number
from plangen.model.amount import KRONOR, convert
from plangen.model.budget import BudgetTable
from plangen.model.identifiers import identifier
from plangen.model.plan import Plan

FAULTS = (TemplateError, SecurityError, TypeError, ValueError, KeyError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A figure with its unit."""

    value: Decimal
    unit: str
    locale: str

    def __add__(self, other: object) -> FigureValue:
        return self._combined(other, 1)

    def __sub__(self, other: object) -> FigureValue:
        return self._combined(other, -1)

    def __str__(self) -> str:
        return print_number(self.value, self.locale)

    def _combined(self, other: object, sign: int) -> FigureValue:
        if not isinstance(other, FigureValue):
            raise TypeError(str(other))
        there = other.value if other.unit == self.unit else convert(other.value, other.unit, self.unit)
        return FigureValue(self.value + sign * there, self.unit, self.locale)


class Evaluator:
    """Evaluates the expressions of one plan."""

    def __init__(self, plan: Plan, words: Catalogue) -> None:
        self._names = _names(plan, words)
        self._sandbox = Sandbox()
        for unit in KRONOR:
            self._sandbox.filters[unit] = _money(unit)

    def text(self, expression: Expression) -> Text | Diagnostic:
        """The text that an expression stands for, or what is wrong with it."""
        place = expression.location
        try:
            source = _whole_converted(expression.source)
            value = self._sandbox.compile_expression(source, undefined_to_none=False)(**self._names)
            if isinstance(value, FigureValue | str | int | Decimal) and not isinstance(value, bool):
                return Text(str(value))
            str(value)
        except UndefinedError as fault:
            return self._unknown(expression, fault)
        except TemplateSyntaxError as fault:
            return error("expression-syntax", place, reason=fault.message or "")
        except FAULTS as fault:
            return error("expression-fault", place, source=expression.source, reason=str(fault))
        return error("expression-no-value", place, source=expression.source)

    def _unknown(self, expression: Expression, fault: UndefinedError) -> Diagnostic:
        path = expression.source.split("|")[0].strip()
        known: View | Mapping[str, object] = self._names
        parts = path.split(".")
        for depth, part in enumerate(parts):
            names = list(known.names()) if isinstance(known, View) else list(known)
            spelled = [name.replace("-", "_") for name in names]
            if part.replace("-", "_") not in spelled:
                near = nearest(part, spelled)
                place = expression.location
                return error(
                    "expression-unknown",
                    place,
                    name=part,
                    within=".".join(parts[:depth]),
                    near=near,
                    allowed=", ".join(spelled[:20]),
                )
            inner = known[names[spelled.index(part.replace("-", "_"))]]
            if not isinstance(inner, View):
                break
            known = inner
        return error("expression-fault", expression.location, source=expression.source, reason=fault.message or "")


def _names(plan: Plan, words: Catalogue) -> Mapping[str, object]:
    budget = View({table.id: _table(table, words.babel) for table in plan.tables})
    fields: dict[str, object] = {
        "title": str(plan.title),
        "organisation": str(plan.organisation),
        "body": str(plan.body),
        "year": plan.year,
    }
    if plan.frame:
        fields["frame"] = FigureValue(plan.frame.amount, plan.frame.unit, words.babel)
    return {"budget": budget, "plan": View(fields)}


def _table(table: BudgetTable, locale: str) -> View:
    def cells(row: str) -> Iterator[tuple[str, FigureValue]]:
        for column in table.columns:
            value = table.figures.get((row, column.id))
            if value is not None:
                yield (
                    identifier(column.id).replace("-", "_") if not column.id.isidentifier() else column.id,
                    FigureValue(value, table.unit, locale),
                )

    return View({row.id: View(dict(cells(row.id))) for row in table.rows})


def _whole_converted(source: str) -> str:
    """`a + b | tkr` converts the sum, as an author reads it; to Jinja a filter binds harder than `+`."""
    value, bar, unit = source.rpartition("|")
    return f"({value}) | {unit}" if bar and unit.strip() in KRONOR else source


def _money(unit: str) -> object:
    def money(value: object) -> str:
        if not isinstance(value, FigureValue):
            raise TypeError(str(value))
        number = print_number(convert(value.value, value.unit, unit), value.locale)
        return f"{number}{NO_BREAK_SPACE}{unit}"

    return money
