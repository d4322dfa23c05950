"""Expressions in content, `{{ budget.ramfordelning.summa.ram_2026 | tkr }}`, to the text that they stand for.

A figure knows its unit: sums and differences keep it, and a filter with the key of a unit of money (`| mnkr`) converts
it and prints the unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from jinja2.runtime import Undefined

from plangen.compose.expression_faults import NoValueError, expression_fault, shown
from plangen.compose.facts import facts
from plangen.compose.figures import FigureValue, Printed
from plangen.compose.filters import filters, whole_converted
from plangen.compose.hyphens import with_whole_names
from plangen.compose.sandbox import FAULTS, Sandbox
from plangen.compose.views import View
from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error
from plangen.document.inlines import Expression, Inline, Text
from plangen.document.walk import map_inlines, plain_text
from plangen.locale.catalogue import Catalogue
from plangen.model.plan import Plan
from plangen.model.text import RichText
from plangen.readers.characters import forbidden

LONGEST = 1_000
"""Characters of an expression."""

MOST = 50_000
"""Characters of all the expressions of a plan, each counted with some more for the work that it is."""

EACH = 20

DEEPEST = 8
"""Fields that one expression leads through, each with an expression of its own."""


class _InnerFaultError(Exception):
    """A field that an expression asks for has an expression that is at fault."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The text that an expression stands for, and the value that it came of."""

    text: str
    value: object


class Evaluator:
    """Evaluates the expressions of one plan."""

    def __init__(self, plan: Plan, words: Catalogue) -> None:
        self._sandbox = Sandbox()
        self._language = words.language
        self._evaluated = 0
        self._too_many: Diagnostic | None = None
        self._within: list[Location] = []
        self._sandbox.filters.update(filters(words, plan.language))
        self._names: Mapping[str, object] = facts(plan, words, self._told)

    def know(self, plan: View, labels: View) -> None:
        """Makes more of the plan known than content may ask for, and the labels."""
        self._names = {**self._names, "plan": plan, "label": labels}

    def text(self, expression: Expression) -> Text | Diagnostic:
        """The text that an expression stands for, or what is wrong with it."""
        result = self.evaluate(expression)
        return Text(result.text) if isinstance(result, Evaluated) else result

    def evaluate(self, expression: Expression) -> Evaluated | Diagnostic:
        """The text and the value that an expression stands for, or what is wrong with it."""
        place = expression.location
        self._evaluated += EACH + len(expression.source)
        if len(expression.source) > LONGEST:
            return error("expression-too-long", place, most=LONGEST)
        if self._evaluated > MOST:
            self._too_many = self._too_many or error("expressions-too-many", place, most=MOST)
            return self._too_many
        if place in self._within or len(self._within) >= DEEPEST:
            return error("expression-circle", place, source=shown(expression.source))
        self._within.append(place)
        try:
            return self._judged(expression)
        finally:
            self._within.pop()

    def _judged(self, expression: Expression) -> Evaluated | Diagnostic:
        place = expression.location
        try:
            value = self._value(expression.source)
        except _InnerFaultError as fault:
            return fault.diagnostic
        except FAULTS as fault:
            return expression_fault(expression, fault, self._names, self._language)
        if isinstance(value, View):
            return expression_fault(expression, NoValueError(value), self._names, self._language)
        if not isinstance(value, FigureValue | Printed | str | int | Decimal) or isinstance(value, bool):
            return error("expression-fault", place, source=shown(expression.source))
        text = re.sub(r"\s*[\n\t]\s*", " ", str(value))
        for _, character in forbidden(text):
            return error("character-forbidden", place, character=character)
        return Evaluated(text, value)

    def _value(self, source: str) -> object:
        self._sandbox.steps = self._sandbox.size = 0
        whole = whole_converted(with_whole_names(source, self._names), self._sandbox.filters)
        compiled = self._sandbox.compile_expression(whole, undefined_to_none=False)
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

    def _told(self, rich: RichText) -> str:
        """A field as text. A fault in it is one of every expression that asks for it, so that nothing is lost."""

        def change(inline: Inline) -> tuple[Inline, ...]:
            if not isinstance(inline, Expression):
                return (inline,)
            result = self.text(inline)
            if isinstance(result, Diagnostic):
                raise _InnerFaultError(result)
            return (result,)

        return plain_text(map_inlines(rich.inlines, change))
