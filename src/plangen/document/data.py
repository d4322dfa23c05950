"""A plan as data for other systems: one nested value, and the same as tables."""

from __future__ import annotations

from collections.abc import Mapping

from plangen.dataclass import dataclass

Values = Mapping[str, object]
"""Texts, whole numbers, truth values, None, and lists and mappings of them. A decimal number is a text."""

Scalar = str | None

KINDS = ("goals", "indicators", "activities", "governing-documents", "budget", "figures")
"""The tables there are, whatever a plan has: one without rows has its headings."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """One kind of thing, a row each. The headings are in the plan's language."""

    kind: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Scalar, ...], ...]


@dataclass(frozen=True, slots=True)
class PlanData:
    """All that a plan says, typed."""

    values: Values
    tables: tuple[DataTable, ...]
