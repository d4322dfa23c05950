"""Targets: what an indicator's wording means, typed, beside the wording that is printed.

"ökande" is a direction, "100 %" a number with its unit, "≥ 80 %" and "minst 80 %" one with a comparison, "genomfört"
something to be done; "följs" and a mark of a note alone are followed only; anything else is text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from plangen.dataclass import dataclass
from plangen.document.inlines import FootnoteReference
from plangen.locale.numbers import parse_number
from plangen.locale.vocabulary import words
from plangen.model.text import RichText

_NUMBER = re.compile(r"(?P<number>[-−]?\d[\d\s\u00a0,.]*)\s*(?P<unit>(?:[%‰°]|[^\W\d_](?!\d)).*)?")
_SIGNS = {"≥": "≥", "≤": "≤", ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "="}
_TERMS = {"at_least": "≥", "at_most": "≤", "more_than": ">", "less_than": "<"}


@dataclass(frozen=True, slots=True)
class Target:
    """A target. `direction` for a direction, `comparison`, `number` and `unit` for a number."""

    kind: Literal["direction", "number", "done", "followed", "text"]
    direction: str = ""
    comparison: str = ""
    number: Decimal | None = None
    unit: str = ""


def read_target(wording: RichText, language: str, unit: str = "") -> Target:
    """The meaning of a target's wording. `unit` is that of a number which names none."""
    text = str(wording).strip()
    if (not text and any(isinstance(inline, FootnoteReference) for inline in wording.inlines)) or text == "*":
        return Target("followed")
    match words("direction", language).get(text.casefold()):
        case "done" | "followed" as kind:
            return Target(kind)
        case str() as direction:
            return Target("direction", direction)
    comparison, rest = _compared(text, language)
    parts = _NUMBER.fullmatch(rest)
    number = parse_number(parts["number"]) if parts else None
    if parts and number is not None:
        return Target("number", comparison=comparison, number=number, unit=(parts["unit"] or "").strip() or unit)
    return Target("text")


def _compared(text: str, language: str) -> tuple[str, str]:
    """A comparison at the start of a text, as a sign, and the rest."""
    signs = _SIGNS | {word: _TERMS[term] for word, term in words("comparison", language).items()}
    for start in sorted(signs, key=len, reverse=True):
        if text.casefold().startswith(start):
            return signs[start], text[len(start) :].strip()
    return "", text
