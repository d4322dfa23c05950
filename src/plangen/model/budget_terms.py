"""What authors say that a sum adds: `summerar: [gator, park, -avgifter]`, or `nedan`.

A term keeps the name as it was written and its place; which row or column it means is told by `budget_sums`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from plangen.dataclass import dataclass
from plangen.diagnostics import Location, meant, nearest
from plangen.document.inlines import NOWHERE
from plangen.locale.numbers import MINUS
from plangen.locale.vocabulary import words
from plangen.model.record import Reader, Reading, items_of
from plangen.model.written import Written
from plangen.source.placed import PlacedText

SumSide = Literal["above", "below"]


@dataclass(frozen=True, slots=True)
class Term:
    """A row or column by the name that its author wrote, added (1) or subtracted (-1)."""

    name: str
    sign: int = 1
    location: Location = NOWHERE


def _terms(value: Any, context: Reading) -> Any:
    if value is None or isinstance(value, tuple):
        return value
    return tuple(term for item in items_of(value, context) if (term := _term(item, context)) is not None)


def _term(item: Any, context: Reading) -> Term | None:
    if not isinstance(item, PlacedText):
        if item is not None:
            context.report("text-expected", item.location)
        return None
    name = item.text.strip()
    subtracted = name[:1] in ("-", MINUS)
    return Term(name[1:].strip() if subtracted else name, -1 if subtracted else 1, item.location)


def _side_or_terms(value: Any, context: Reading) -> Any:
    if not isinstance(value, PlacedText):
        return value if isinstance(value, str) else _terms(value, context)
    sides = words("sum_side", context.language)
    word = value.text.strip()
    if word in sides:
        return sides[word]
    near, allowed, corrected = nearest(word, sides), ", ".join(sides), f"[{word}]"
    row = meant(near) if near else {"instead": corrected}
    context.report("sum-side-unknown", value.location, word=word, allowed=allowed, corrected=corrected, **row)
    return None


def _one_term(value: Any, context: Reading) -> Any:
    return value if value is None or isinstance(value, Term) else _term(value, context)


Terms = Annotated[tuple[Term, ...] | None, Reader(_terms), Written("terms")]
SideOrTerms = Annotated[SumSide | tuple[Term, ...] | None, Reader(_side_or_terms), Written("sum")]
OneTerm = Annotated[Term | None, Reader(_one_term), Written("term")]
