"""Targets: what an indicator's wording means, typed, beside the wording that is printed.

"ökande" is a direction, "100 %" a number with its unit, "≥ 80 %" one with a comparison, "Genomfört" something to be
done; a mark of a note alone is followed only; anything else is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from plangen.document.nodes import FootnoteReference
from plangen.locale.numbers import parse_number
from plangen.locale.vocabulary import words
from plangen.model.text import RichText

_NUMBER = re.compile(
    r"(?P<comparison>≥|≤|>=|<=|>|<|=)?\s*(?P<number>[-−]?\d[\d\s\u00a0,.]*)\s*(?P<unit>(?:[%‰°]|[^\W\d_](?!\d)).*)?"
)
_COMPARISONS = {">=": "≥", "<=": "≤"}


@dataclass(frozen=True, slots=True)
class Target:
    """A target. `direction` for a direction, `comparison`, `number` and `unit` for a number."""

    kind: Literal["direction", "number", "done", "followed", "text"]
    direction: str = ""
    comparison: str = ""
    number: Decimal | None = None
    unit: str = ""


def read_target(wording: RichText, language: str) -> Target:
    """The meaning of a target's wording."""
    text = str(wording).strip()
    if (not text and any(isinstance(inline, FootnoteReference) for inline in wording.inlines)) or text == "*":
        return Target("followed")
    direction = words("direction", language).get(text.casefold())
    if direction:
        return Target("done") if direction == "done" else Target("direction", direction)
    match = _NUMBER.fullmatch(text)
    number = parse_number(match["number"]) if match else None
    if match and number is not None:
        comparison = match["comparison"] or ""
        unit = (match["unit"] or "").strip()
        return Target("number", comparison=_COMPARISONS.get(comparison, comparison), number=number, unit=unit)
    return Target("text")
