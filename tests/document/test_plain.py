from __future__ import annotations

import json
from decimal import Decimal

import pytest

from plangen.diagnostics import Location
from plangen.document.figures import LinkedFigure, Term
from plangen.document.inlines import NOWHERE
from plangen.document.nodes import Value
from plangen.document.plain import exact, figure_values, place_values

TERM = Term(name="budget.a.b.c", label="B, C", value=Decimal("1E+3"), text="1 000 tkr", unit="tkr", sign=-1)


@pytest.mark.parametrize(
    ("value", "told"), [(Decimal("1E+3"), "1000"), (Decimal("-0.50"), "-0.50"), ("ord", "ord"), (None, None)]
)
def test_a_number_keeps_its_digits(value: Value, told: str | None) -> None:
    assert exact(value) == told


def test_what_stands_nowhere_has_no_place() -> None:
    assert place_values(NOWHERE) == {"file": None, "line": None, "column": None}
    assert place_values(Location("a.md", 3, 7, 2)) == {"file": "a.md", "line": 3, "column": 7}


def test_a_figure_is_told_with_its_terms() -> None:
    figure = LinkedFigure(expression="x", location=Location("a.md", 1, 2), text="1", operation="sum", terms=(TERM,))
    values = json.loads(json.dumps(figure_values(figure)))
    assert (values["expression"], values["line"], values["value"], values["unit"]) == ("x", 1, None, None)
    assert values["terms"][0]["value"] == "1000"
    assert (values["terms"][0]["sign"], values["terms"][0]["operation"], values["terms"][0]["terms"]) == (-1, None, [])
