from __future__ import annotations

import pytest

from plangen.locale.numbers import MINUS, NO_BREAK_SPACE

from .budget_tables import AMOUNT, CHAIN, TABLE, table


@pytest.mark.parametrize("figure", ["3", "3,0", "3.00", '"3"'])
def test_a_given_sum_that_is_right_is_no_fault(small, figure: str):
    rows = f"  - {{namn: A, kr: 1}}\n  - {{namn: B, kr: 2}}\n  - namn: S\n    roll: summa\n    kr: {figure}\n"
    assert table(small, AMOUNT, rows).found() == []


def test_a_given_sum_that_is_wrong_is_reported_with_the_right_one(small):
    rows = "  - {namn: A, kr: 1 000}\n  - {namn: B, kr: 2}\n  - namn: Allt\n    roll: summa\n    kr: 1 003\n"
    fault = table(small, AMOUNT, rows).one()
    assert (fault.code, fault.location.line, fault.location.column) == ("column-perhaps-rounded", 10, 9)
    assert dict(fault.parameters) == {
        "row": "Allt",
        "column": "Belopp",
        "given": f"1{NO_BREAK_SPACE}003",
        "computed": f"1{NO_BREAK_SPACE}002",
        "difference": "1",
        "tolerance": "1",
    }


def test_a_given_subtotal_is_checked_too(small):
    rows = "  - {namn: A, kr: 1}\n  - {namn: D, roll: delsumma, kr: 2}\n  - {namn: S, roll: summa, kr: 1}\n"
    assert table(small, AMOUNT, rows).found() == [f"{TABLE}:7:35 column-differs"]


def test_a_row_that_does_not_add_up_is_reported(small):
    rows = "  - namn: A\n    in: 10\n    a: 2-\n    ut: 12\n"
    fault = table(small, CHAIN, rows).one()
    assert (fault.code, fault.location.line, fault.location.column) == ("row-differs", 11, 9)
    parameters = dict(fault.parameters)
    assert (parameters["computed"], parameters["given"], parameters["difference"]) == ("8", "12", "4")


def test_a_whereof_row_that_does_not_add_up_is_a_row(small):
    rows = "  - {namn: A, in: 10}\n  - {namn: V, roll: varav, in: 1, a: 1, ut: 3}\n"
    fault = table(small, CHAIN, rows).one()
    assert fault.code == "row-perhaps-rounded"
    assert dict(fault.parameters)["difference"] == "1"


def test_a_difference_below_zero_has_a_minus(small):
    rows = "  - {namn: A, in: 10, ut: 8}\n"
    assert dict(table(small, CHAIN, rows).one().parameters)["difference"] == f"{MINUS}2"


def test_a_given_figure_where_nothing_follows_is_reported_unless_it_is_zero(small):
    assert table(small, CHAIN, "  - {namn: A, ut: 8}\n").found() == [f"{TABLE}:8:19 row-differs"]
    assert table(small, CHAIN, "  - {namn: A, ut: 0}\n").found() == []


def test_every_wrong_figure_is_reported(small):
    rows = "  - {namn: A, in: 1, ut: 2}\n  - {namn: B, in: 1, ut: 3}\n  - {namn: S, roll: summa, in: 9, ut: 9}\n"
    assert [each.split()[1] for each in table(small, CHAIN, rows).found()] == [
        "row-differs",
        "row-differs",
        "column-differs",
        "column-differs",
    ]


def test_a_whereof_row_and_column_are_never_added(small):
    columns = AMOUNT + "  v: {rubrik: Varav, roll: varav}\n"
    rows = (
        "  - {namn: A, kr: 5, v: 3}\n  - {namn: V, roll: varav, kr: 4, v: 1}\n  - {namn: S, roll: summa, kr: 5, v: 3}\n"
    )
    assert table(small, columns, rows).found() == []


# Rounding

ROUNDED = "  - {namn: A, kr: 10}\n  - {namn: B, kr: 20}\n  - namn: S\n    roll: summa\n    kr: "


def test_a_small_difference_may_be_rounding_and_the_hint_says_how_to_declare_it(small):
    fault = table(small, AMOUNT, f"{ROUNDED}31\n").one()
    assert (fault.code, fault.location.line, dict(fault.parameters)["tolerance"]) == ("column-perhaps-rounded", 10, "1")


def test_a_difference_that_rounding_can_not_make_is_wrong(small):
    assert table(small, AMOUNT, f"{ROUNDED}32\n").one().code == "column-differs"
    assert table(small, AMOUNT, f"{ROUNDED}30,2\n").one().code == "column-differs", "decimals would show it"


@pytest.mark.parametrize(("rounding", "given"), [("1", "31"), ("1", "29"), ("0", "30"), ("0,5", "30,5")])
def test_a_sum_within_the_declared_rounding_is_no_fault(small, rounding: str, given: str):
    assert table(small, AMOUNT, f"{ROUNDED}{given}\n", f"avrundning: {rounding}\n").found() == []


def test_a_sum_beyond_the_declared_rounding_is_told_with_it(small):
    fault = table(small, AMOUNT, f"{ROUNDED}32\n", "avrundning: 1\n").one()
    assert fault.code == "column-beyond-rounding"
    assert dict(fault.parameters) == {
        "row": "S",
        "column": "Belopp",
        "given": "32",
        "computed": "30",
        "difference": "2",
        "rounding": "1",
    }


def test_a_row_beyond_the_declared_rounding_is_told_with_it(small):
    fault = table(small, CHAIN, "  - {namn: A, in: 10, a: 1, ut: 9}\n", "avrundning: 1\n").one()
    assert (fault.code, dict(fault.parameters)["rounding"]) == ("row-beyond-rounding", "1")


@pytest.mark.parametrize("written", ["-1", "x", "[1]", '""'])
def test_what_is_no_rounding_is_told(small, written: str):
    found = [each.code for each in table(small, AMOUNT, f"{ROUNDED}30\n", f"avrundning: {written}\n").diagnostics()]
    assert found in (["rounding-negative"], ["number-unreadable"])


# Decimals


def test_decimals_that_are_not_printed_are_told(small):
    made = table(small, AMOUNT, "  - {namn: A, kr: '10,25'}\n  - {namn: B, kr: '10,50'}\n", "decimaler: 1\n")
    fault = made.one()
    assert (fault.code, fault.location.line, dict(fault.parameters)) == (
        "decimals-lost",
        7,
        {"text": "10,25", "decimals": "1"},
    )


def test_decimals_may_be_lost_where_rounding_is_declared(small):
    assert table(small, AMOUNT, "  - {namn: A, kr: '10,25'}\n", "decimaler: 1\navrundning: 1\n").found() == []


@pytest.mark.parametrize("written", ["7", "-1", "1,5", "x", "²"])
def test_what_is_no_number_of_decimals_is_told(small, written: str):
    found = table(small, AMOUNT, "  - {namn: A, kr: 1}\n", f"decimaler: {written}\n").found()
    assert found == [f"{TABLE}:3:12 decimals-unreadable"]


# Percentages

PERCENT = (
    "  a: {rubrik: A}\n  b: {rubrik: B}\n  p: {rubrik: P, roll: förändring i procent, mellan: [a, b]}\n"
    "  d: {rubrik: D, roll: andel, av: b}\n"
)


def test_a_given_percentage_is_right_as_far_as_it_is_printed(small):
    rows = "  - {namn: A, a: 3, b: 4, p: '33,3'}\n  - {namn: B, a: 3, b: 4, p: 33}\n  - {namn: S, roll: summa}\n"
    assert table(small, PERCENT, rows).found() == []


def test_a_given_percentage_that_is_wrong_is_told(small):
    rows = "  - {namn: A, a: 3, b: 4, p: '33,4'}\n  - {namn: S, roll: summa}\n"
    fault = table(small, PERCENT, rows).one()
    assert (fault.code, dict(fault.parameters)["computed"]) == ("row-differs", "33,3")


def test_a_percentage_of_zero_is_told(small):
    rows = "  - {namn: A, a: 0, b: 4, p: 100}\n  - {namn: S, roll: summa}\n"
    assert table(small, PERCENT, rows).found() == [f"{TABLE}:9:30 percent-of-nothing"]


def test_shares_need_a_total_and_something_to_share(small):
    assert table(small, PERCENT, "  - {namn: A, a: 1, b: 4}\n").found() == [f"{TABLE}:7:3 share-without-total"]
    rows = "  - {namn: A, a: 1, b: 0}\n  - {namn: S, roll: summa}\n"
    assert table(small, PERCENT, rows).found() == [f"{TABLE}:7:35 share-of-zero"]


# Signs

CARRIED = "intäkter: positiva\nkostnader: negativa\n"


def test_figures_have_the_sign_that_the_table_declares(small):
    rows = (
        "  - {namn: A, typ: intäkt, kr: -1}\n  - {namn: B, typ: kostnad, kr: 2}\n  - {namn: C, typ: kostnad, kr: 0}\n"
    )
    found = table(small, AMOUNT, rows, CARRIED)
    assert found.found() == [f"{TABLE}:8:32 sign-differs", f"{TABLE}:9:33 sign-differs"]
    assert dict(found.diagnostics()[1].parameters) == {
        "row": "B",
        "column": "Belopp",
        "figure": "2",
        "key": "kostnader",
        "sign": "negativa",
    }


def test_the_sign_of_a_computed_sum_is_checked_too(small):
    rows = "  - {namn: A, kr: 1}\n  - {namn: S, typ: kostnad, roll: summa}\n"
    assert table(small, AMOUNT, rows, CARRIED).found() == [f"{TABLE}:9:5 sign-differs"]


def test_a_change_may_have_either_sign(small):
    rows = "  - {namn: A, typ: kostnad, in: -10, a: 1}\n"
    assert table(small, CHAIN, rows, CARRIED).found() == []


def test_a_kind_whose_sign_is_not_declared_is_told(small):
    fault = table(small, AMOUNT, "  - {namn: A, typ: kostnad, kr: 1}\n", "intäkter: positiva\n").one()
    assert (fault.code, dict(fault.parameters)) == ("sign-undeclared", {"kind": "kostnad", "key": "kostnader"})


def test_income_and_costs_are_not_added_to_each_other(small):
    rows = "  - {namn: A, typ: intäkt, kr: 5}\n  - {namn: B, typ: kostnad%s, kr: 2}\n  - {namn: S, roll: summa}\n"
    first = "intäkter: positiva\nkostnader: positiva\n"
    assert table(small, AMOUNT, rows % "", first).found() == [f"{TABLE}:10:21 kinds-added"]
    assert table(small, AMOUNT, rows % ", tecken: minus", first).found() == []
