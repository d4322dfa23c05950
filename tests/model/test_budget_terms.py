from __future__ import annotations

import pytest

from plangen.model.budget_terms import Term

from .budget_tables import AMOUNT, TABLE, table


def total(small, written: str):
    rows = f"  - {{namn: A, kr: 1}}\n  - {{namn: B, kr: 2}}\n  - namn: S\n    roll: summa\n    summerar: {written}\n"
    return table(small, AMOUNT, rows)


def test_names_may_have_a_minus_before_them(small):
    terms = total(small, "[a, -b]").read().tables[0].rows[2].sums
    assert isinstance(terms, tuple)
    assert [(term.name, term.sign, term.location.column) for term in terms] == [("a", 1, 16), ("b", -1, 19)]


def test_the_minus_may_be_of_any_kind(small):
    (term,) = total(small, "[−b]").read().tables[0].rows[2].sums
    assert (term.name, term.sign) == ("b", -1)


@pytest.mark.parametrize(("word", "side"), [("ovan", "above"), ("nedan", "below")])
def test_a_side_may_stand_in_place_of_names(small, word: str, side: str):
    assert total(small, word).read().tables[0].rows[2].sums == side


def test_another_word_is_told_with_those_that_there_are(small):
    fault = total(small, "under").one()
    assert (fault.code, fault.location.line) == ("sum-side-unknown", 10)
    assert dict(fault.parameters)["allowed"] == "ovan, nedan"


@pytest.mark.parametrize(
    ("written", "code"), [("[[a]]", "text-expected"), ("{a: b}", "list-expected"), ("[]", "sum-empty")]
)
def test_what_is_no_list_of_names_is_told(small, written: str, code: str):
    assert code in [each.code for each in total(small, written).diagnostics()]


def test_a_share_is_of_one_column(small):
    columns = AMOUNT + "  andel: {rubrik: Andel, roll: andel, av: kr}\n"
    made = table(small, columns, "  - {namn: A, kr: 1}\n  - {namn: S, roll: summa}\n")
    assert made.found() == []
    of = made.read().tables[0].columns[1].of
    assert isinstance(of, Term)
    assert (of.name, of.location.file.rpartition("plan/")[2]) == ("kr", TABLE)
