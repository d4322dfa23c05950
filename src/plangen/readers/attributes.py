"""What stands in braces on the line above an outline's heading -> its attributes, with the faults found in them.

`{#id .unnumbered .unlisted .page-break-before}`, `{.appendix}`, or of any other series
`{series="goal" label="{{ goal.level_name }}" numeral="A"}`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error, nearest
from plangen.document.nodes import Numeral
from plangen.readers.markdown_inlines import revealed

Told = Callable[[], str | Diagnostic]
"""The text of what an outline places, or what keeps it from being text."""

SERIES = ("appendix",)
"""The series that have a class."""

CLASSES = ("unnumbered", "unlisted", "page-break-before", *SERIES)
KEYS = ("id", "class", "series", "label", "numeral")
NUMERALS: tuple[Numeral, ...] = get_args(Numeral)


@dataclass(frozen=True, slots=True)
class Attributes:
    """The id and classes of a heading; the series that it is counted in, with its label and numeral."""

    id: str = ""
    classes: frozenset[str] = frozenset()
    series: str = ""
    label: str = ""
    numeral: Numeral = "1"
    found: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, given: Mapping[str, str | int | float], place: Location, told: Sequence[Told]) -> Attributes:
        """The attributes that a heading at a place was given."""
        found: list[Diagnostic] = []

        def text(number: int) -> str:
            text = told[number]() if number < len(told) else ""
            if isinstance(text, Diagnostic):
                found.append(text)
                return ""
            return text

        values = {key: revealed(str(value), text) for key, value in given.items()}
        classes = values.get("class", "").split()
        for key in values:
            if key not in KEYS:
                found.append(_unknown(key, KEYS, place))
        for name in classes:
            if name not in CLASSES:
                found.append(_unknown(f".{name}", tuple(f".{each}" for each in CLASSES), place))
        series = values.get("series") or next((name for name in SERIES if name in classes), "")
        if not (series or found) and (values.get("label") or values.get("numeral")):
            found.append(error("outline-series", place))
        numeral = values.get("numeral") or "1"
        if numeral not in NUMERALS:
            found.append(_unknown(numeral, NUMERALS, place))
        return cls(
            id=values.get("id", ""),
            classes=frozenset(classes),
            series=series,
            label=values.get("label", ""),
            numeral=next((each for each in NUMERALS if each == numeral), "1"),
            found=tuple(found),
        )


def _unknown(name: str, allowed: Sequence[str], place: Location) -> Diagnostic:
    near = nearest(name, allowed)
    return error("outline-attribute", place, name=name, near=near, allowed=", ".join(allowed))
