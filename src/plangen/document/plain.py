"""Figures of the text as plain values, for JSON: exact numbers as strings, places as file, line and column."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from plangen.diagnostics import Location
from plangen.document.figures import LinkedFigure, Term
from plangen.document.nodes import Value

Plain = Mapping[str, object]


def figure_values(figure: LinkedFigure) -> Plain:
    """A figure with its terms."""
    return {
        "expression": figure.expression,
        "text": figure.text,
        "value": exact(figure.value),
        "unit": figure.unit or None,
        "operation": figure.operation or None,
        **place_values(figure.location),
        "terms": [term_values(each) for each in figure.terms],
    }


def term_values(term: Term) -> Plain:
    """A term with its own."""
    return {
        "name": term.name or None,
        "label": term.label or None,
        "text": term.text,
        "value": exact(term.value),
        "unit": term.unit or None,
        "sign": term.sign,
        "operation": term.operation or None,
        **place_values(term.location),
        "terms": [term_values(each) for each in term.terms],
    }


def place_values(place: Location) -> Plain:
    """A place; nothing of what stands nowhere."""
    if not place.file:
        return {"file": None, "line": None, "column": None}
    return {"file": place.file, "line": place.line, "column": place.column}


def exact(value: Value) -> str | None:
    """A number as text, with the digits that it has; text as it is."""
    return format(value, "f") if isinstance(value, Decimal) else value
