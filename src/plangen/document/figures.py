"""Figures that the text has from the plan's own data: what was asked for, what is printed, and how it was made."""

from __future__ import annotations

from typing import Literal

from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.document.inlines import NOWHERE
from plangen.document.nodes import Value
from plangen.locale.numbers import MINUS, NO_BREAK_SPACE

Operation = Literal["", "sum", "change", "share"]
"""How a figure follows from its terms: by adding them with their signs; as the change in per cent from the first to
the second; as the first in per cent of the second. "" for what is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What a figure is made of: a figure of a table, or a field of the plan.

    `name` is what an expression calls it ("budget.drift.summa.ram_2026"; "" for a figure between two steps), `label`
    what a reader does, `text` its value in print with the unit. `sign` is by which it is counted. `location` is where a
    given value stands, and of a computed one its row. `terms` are those that a computed one follows from; they are left
    out where the same figure has told them already, or would have too many.
    """

    name: str
    label: str
    value: Value
    text: str
    unit: str = ""
    location: Location = NOWHERE
    sign: int = 1
    operation: Operation = ""
    terms: tuple[Term, ...] = ()

    @property
    def counted_text(self) -> str:
        """Its value in print as it is counted in a sum, with the sign that it then has: "+ 5 tkr", "− 5 tkr"."""
        below = (self.sign < 0) != self.text.startswith(MINUS)
        return f"{MINUS if below else '+'}{NO_BREAK_SPACE}{self.text.removeprefix(MINUS)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedFigure:
    """A figure or a field in the text: its expression and place, the text in its stead, and what it is made of.

    `value` in `unit` is that of a figure before it was rounded for print; None for a field that is text.
    """

    expression: str
    location: Location
    text: str
    value: Value = None
    unit: str = ""
    operation: Operation = ""
    terms: tuple[Term, ...] = ()
