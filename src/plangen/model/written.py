"""How the value of a field is written in a file. Readers don't ask; the JSON Schemas are drawn from it.

It stands beside the reader of the value in its annotation, so that the two are changed together.
"""

from __future__ import annotations

from typing import Literal

from plangen.dataclass import dataclass

Form = Literal[
    "address",
    "agenda",
    "code",
    "colour",
    "count",
    "day",
    "file",
    "files",
    "goals",
    "id",
    "language",
    "link",
    "money",
    "number",
    "numeral",
    "size",
    "sum",
    "term",
    "terms",
    "text",
    "texts",
    "year",
]
"""`code` is that of a finding, `count` a number of decimals, `size` a number that isn't below zero, `texts` a mapping
from names to texts, `term` and `terms` names of what is counted, `sum` those or a word for them."""


@dataclass(frozen=True, slots=True)
class Written:
    """The form of a field's value."""

    form: Form
