from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.document.figures import LinkedFigure, Term
from plangen.document.inlines import NOWHERE


def test_a_term_is_given_and_counted_once_unless_more_is_said() -> None:
    term = Term(name="a", label="A", value=Decimal(1), text="1")
    assert (term.sign, term.operation, term.terms) == (1, "", ())


def test_figures_with_the_same_terms_are_equal() -> None:
    term = Term(name="a", label="A", value=Decimal(1), text="1")
    one, other = (LinkedFigure(expression="a", location=NOWHERE, text="1", terms=(term,)) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)


@pytest.mark.parametrize(
    ("text", "sign", "counted"),
    [("5 tkr", 1, "+~5 tkr"), ("5 tkr", -1, "\u2212~5 tkr"), ("\u22125", 1, "\u2212~5"), ("\u22125", -1, "+~5")],
)
def test_a_term_of_a_sum_has_one_sign(text: str, sign: int, counted: str) -> None:
    term = Term(name="a", label="A", value=Decimal(5), text=text, sign=sign)
    assert term.counted_text.replace("\u00a0", "~") == counted
