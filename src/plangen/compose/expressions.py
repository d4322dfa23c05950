"""Expressions in content, `{{ budget.ramfordelning.summa.ram_2026 | tkr }}`, to the text that they stand for.

A figure knows its unit: sums and differences keep it, and a filter with the key of a unit of money (`| mnkr`) converts
it and prints the unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import UndefinedError
from jinja2.runtime import Undefined

from plangen.compose.figures import FigureValue
from plangen.compose.sandbox import FAULTS, Sandbox, UnknownNameError
from plangen.compose.views import View
from plangen.diagnostics import Diagnostic, error, nearest
from plangen.document.nodes import Expression, Inline, Text
from plangen.document.walk import map_inlines, plain_text
from plangen.locale.catalogue import Catalogue
from plangen.locale.units import MoneyUnit, money_units
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.amount import UnitError
from plangen.model.budget import BudgetTable
from plangen.model.identifiers import identifier
from plangen.model.plan import Plan
from plangen.model.text import RichText
from plangen.readers.characters import forbidden

MOST_NAMES = 20
"""Names that a fault tells of, where one was unknown."""

LONGEST = 1_000
"""Characters of an expression."""

MOST = 50_000
"""Characters of all the expressions of a plan, each counted with some more for the work that it is."""

EACH = 20

LONGEST_SHOWN = 80
"""Characters of an expression that a fault shows."""


class Evaluator:
    """Evaluates the expressions of one plan."""

    def __init__(self, plan: Plan, words: Catalogue) -> None:
        self._sandbox = Sandbox()
        self._evaluated = 0
        self._too_many: Diagnostic | None = None
        for unit in money_units().values():
            self._sandbox.filters[unit.key] = _money(unit, words)
        self._names = _names(plan, words, {})
        titles = {"title": plan.title, "organisation": plan.organisation, "body": plan.body}
        self._names = _names(plan, words, {name: self.plain(title) for name, title in titles.items()})

    def know(self, plan: View, labels: View) -> None:
        """Makes more of the plan known than content may ask for, and the labels."""
        self._names = {**self._names, "plan": plan, "label": labels}

    def text(self, expression: Expression) -> Text | Diagnostic:
        """The text that an expression stands for, or what is wrong with it."""
        place = expression.location
        self._evaluated += EACH + len(expression.source)
        if len(expression.source) > LONGEST:
            return error("expression-too-long", place, most=LONGEST)
        if self._evaluated > MOST:
            self._too_many = self._too_many or error("expressions-too-many", place, most=MOST)
            return self._too_many
        try:
            value = self._value(expression.source)
        except UndefinedError as fault:
            return self._unknown(expression, fault)
        except TemplateSyntaxError:
            return error("expression-syntax", place, source=_shown(expression.source))
        except UnitError as fault:
            return error("expression-unit", place, source=_shown(expression.source), unit=fault.unit, to=fault.to)
        except FAULTS:
            return error("expression-fault", place, source=_shown(expression.source))
        if not isinstance(value, FigureValue | str | int | Decimal) or isinstance(value, bool):
            return error("expression-no-value", place, source=_shown(expression.source))
        text = re.sub(r"\s*[\n\t]\s*", " ", str(value))
        for _, character in forbidden(text):
            return error("character-forbidden", place, character=character)
        return Text(text)

    def _value(self, source: str) -> object:
        self._sandbox.steps = self._sandbox.size = 0
        compiled = self._sandbox.compile_expression(_whole_converted(source), undefined_to_none=False)
        value: object = compiled(**self._names)
        if isinstance(value, Undefined):
            str(value)
        return value

    def plain(self, rich: RichText) -> str:
        """A title as text; what its own expressions lack is told where the title stands."""

        def change(inline: Inline) -> tuple[Inline, ...]:
            if not isinstance(inline, Expression):
                return (inline,)
            result = self.text(inline)
            return (result,) if isinstance(result, Text) else ()

        return plain_text(map_inlines(rich.inlines, change))

    def _unknown(self, expression: Expression, fault: UndefinedError) -> Diagnostic:
        place = expression.location
        if isinstance(fault, UnknownNameError):
            name, known = fault.name, fault.names
            near = nearest(name, known)
        else:
            quoted = re.fullmatch(r"'(.*)' is undefined", fault.message or "")
            if not quoted:
                return error("expression-fault", place, source=_shown(expression.source))
            name, known = quoted[1], tuple(self._names)
            near = nearest(name, known)
            hyphened = re.search(rf"[\w.]+(?:-\w+)*-{re.escape(name)}(?:-\w+)*", expression.source)
            if hyphened:
                name = hyphened.group().rpartition(".")[2]
                near = name.replace("-", "_")
        return error("expression-unknown", place, name=name, near=near, allowed=", ".join(known[:MOST_NAMES]))


def _names(plan: Plan, words: Catalogue, titles: Mapping[str, str]) -> Mapping[str, object]:
    budget = View({table.id: _table(table, words.babel) for table in plan.tables})
    fields: dict[str, object] = {**titles, "year": plan.year}
    if plan.frame:
        fields["frame"] = FigureValue(plan.frame.amount, plan.frame.unit, words.babel)
    own = terms(KEYS, plan.language)
    return {"budget": budget, "plan": View(fields | {own[name]: value for name, value in fields.items()})}


def _table(table: BudgetTable, locale: str) -> View:
    """Every figure that the table shows, given or computed, by row and column."""
    rows: dict[str, dict[str, FigureValue]] = {row.id: {} for row in table.rows}
    for (at_row, at_column), figure in table.reckoned.items():
        row, column = table.rows[at_row], table.columns[at_column]
        if figure.shown is not None:
            name = column.id if column.id.isidentifier() else identifier(column.id).replace("-", "_")
            decimals = table.decimals_in(at_row, at_column)
            rows[row.id][name] = FigureValue(figure.shown, table.unit_of(row, column), locale, decimals)
    return View({row: View(cells) for row, cells in rows.items()})


def _whole_converted(source: str) -> str:
    """`a + b | tkr` converts the sum, as an author reads it; to Jinja a filter binds harder than `+`."""
    value, bar, unit = source.rpartition("|")
    return f"({value}) | {unit}" if bar and unit.strip() in money_units() else source


def _shown(source: str) -> str:
    """An expression in a message."""
    return source if len(source) <= LONGEST_SHOWN else source[:LONGEST_SHOWN] + "…"


def _money(unit: MoneyUnit, words: Catalogue) -> Callable[[object], str]:
    def money(value: object) -> str:
        if not isinstance(value, FigureValue):
            raise TypeError(str(value))
        return value.in_unit(unit, words)

    return money
