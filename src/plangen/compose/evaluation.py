"""Replaces the expressions of content, and keeps what each stood for: the figures that the text has from the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from decimal import Decimal

from plangen.compose.calculations import leading
from plangen.compose.expressions import Evaluated, Evaluator
from plangen.compose.figures import FigureValue, Printed
from plangen.compose.indicator_table import valued
from plangen.compose.terms import Terms
from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, Location
from plangen.document.figures import LinkedFigure
from plangen.document.inlines import Expression, Inline, Text
from plangen.document.nodes import Block, Note
from plangen.document.walk import map_block, map_inlines, map_tables
from plangen.locale.catalogue import Catalogue

Met = tuple[Location, str]
"""An expression where it stands."""


@dataclass(slots=True)
class Evaluation:
    """Replaces the expressions of one document, and gathers their faults.

    `leads`: whether each figure of a block or note leads to how it was made; `numbers` are those of such figures, in
    the order of the text.
    """

    evaluator: Evaluator
    words: Catalogue
    leads: bool = False
    found: list[Diagnostic] = field(default_factory=list)
    met: dict[Met, Evaluated] = field(default_factory=dict)
    numbers: dict[Met, int] = field(default_factory=dict)

    def block(self, block: Block) -> Block:
        """A block without expressions."""
        return map_tables(map_block(block, self.led), valued)

    def note(self, note: Note) -> Note:
        """A note without expressions."""
        return replace(note, blocks=tuple(self.block(block) for block in note.blocks))

    def line(self, inlines: Sequence[Inline]) -> tuple[Inline, ...]:
        """A run of inlines without expressions."""
        return map_inlines(inlines, self.inline)

    def inline(self, inline: Inline) -> tuple[Inline, ...]:
        """What stands for an inline: the text of an expression; nothing where it is at fault."""
        if not isinstance(inline, Expression):
            return (inline,)
        result = self.evaluator.evaluate(inline)
        if isinstance(result, Diagnostic):
            self.found.append(result)
            return ()
        self.met[inline.location, inline.source] = result
        return (Text(result.text),)

    def led(self, inline: Inline) -> tuple[Inline, ...]:
        """What stands for an inline of the text."""
        changed = self.inline(inline)
        if not self.leads or not changed or not isinstance(inline, Expression):
            return changed
        met = inline.location, inline.source
        if not isinstance(self.met[met].value, FigureValue | Printed):
            return changed
        number = self.numbers.setdefault(met, len(self.numbers) + 1)
        return (leading(self.met[met].text, number),)

    def numbered(self) -> tuple[LinkedFigure, ...]:
        """The figures that lead to how they were made, in the order of their numbers."""
        terms = Terms(self.words, self.evaluator.plain)
        return tuple(_linked(*met, self.met[met], terms) for met in self.numbers)

    def figures(self) -> tuple[LinkedFigure, ...]:
        """What the expressions stood for, once each where they stand, in the order of files and lines."""
        terms = Terms(self.words, self.evaluator.plain)
        ordered = sorted(self.met.items(), key=lambda each: each[0])
        return tuple(_linked(place, source, each, terms) for (place, source), each in ordered)


def _linked(place: Location, source: str, result: Evaluated, terms: Terms) -> LinkedFigure:
    value = result.value.figure if isinstance(result.value, Printed) else result.value
    linked = LinkedFigure(expression=source, location=place, text=result.text, terms=terms.of(value))
    match value:
        case FigureValue():
            return replace(linked, value=value.value, unit=value.unit, operation=value.operation)
        case int():
            return replace(linked, value=Decimal(value))
        case _:
            return linked
