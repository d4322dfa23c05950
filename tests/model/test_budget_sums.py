from __future__ import annotations

import pytest

from plangen.model.budget_sums import column_sums, leaves, row_sums, row_terms

from .budget_tables import column, row, subtracted

ROWS = (
    row("a", kr="1"),
    row("g", "group"),
    subtracted(row("b", kr="2")),
    row("n", "key_figure", kr="3"),
    row("del", "subtotal"),
)


def codes(sums: list[str], *more: str) -> list[str]:
    return [each.code for each in row_sums((*ROWS, row("s", "total", sums), *(row(name) for name in more))).faults]


def test_rows_are_found_by_id_or_by_the_name_that_it_is_formed_of():
    rows = (row("summa-intakter", kr="1"), row("s", "total", ["Summa intäkter"]))
    assert not row_sums(rows).faults
    assert [(each.index, each.sign) for each in row_terms(rows, row_sums(rows), 1)] == [(0, 1)]


def test_signs_of_names_and_of_rows_are_taken_together():
    rows = (*ROWS, row("s", "total", ["a", "b"]), subtracted(row("t", "total", ["-a", "b"])))
    sums = row_sums(rows)
    assert [each.sign for each in row_terms(rows, sums, 5)] == [1, -1]
    assert [each.sign for each in row_terms(rows, sums, 6)] == [1, 1]


@pytest.mark.parametrize(
    ("sums", "code"),
    [
        (["x"], "unknown-row"),
        (["g"], "row-not-summable"),
        (["n"], "row-not-summable"),
        (["a", "a"], "term-twice"),
        (["a", "-a"], "term-twice"),
        (["-b"], "sign-twice"),
        (["s"], "sum-cycle"),
    ],
)
def test_names_that_can_not_be_added_are_told(sums: list[str], code: str):
    assert codes(sums) == [code]


def test_the_nearest_row_is_told():
    (fault,) = row_sums((row("skatter"), row("s", "total", ["skater"]))).faults
    assert dict(fault.parameters) == {"row": "skater", "near": "skatter", "allowed": "skatter"}


def test_every_circle_is_told_once_and_its_sums_add_nothing():
    rows = (
        row("a", kr="1"),
        row("s", "total", ["t", "a"]),
        row("t", "total", ["s"]),
        row("u", "total", ["v"]),
        row("v", "total", ["u"]),
        row("w", "total", ["a"]),
    )
    sums = row_sums(rows)
    assert sorted(dict(each.parameters)["names"] for each in sums.faults) == ["s, t", "u, v"]
    assert [len(list(row_terms(rows, sums, index))) for index in range(1, 6)] == [0, 0, 0, 0, 1]
    assert sorted(sums.order) == list(range(6))


def test_a_sum_comes_after_what_it_adds_however_long_the_chain():
    count = 2_000
    chain = [row(f"s{number}", "total", [f"s{number + 1}"]) for number in range(count)]
    order = row_sums((*chain, row(f"s{count}", kr="1"))).order
    assert order[0] == count
    assert order[1:] == tuple(range(count - 1, -1, -1))


def test_leaves_are_the_rows_that_a_sum_counts_in_the_end():
    rows = (*ROWS, row("s", "total", ["del", "a"]))
    assert leaves(rows, row_sums(rows), 5) == {0, 2}
    assert leaves(rows, row_sums(rows), 0) == {0}


COLUMNS = [column("a"), column("t", "text"), column("p", unit="%"), column("h", unit="kr")]


@pytest.mark.parametrize(
    ("sums", "code"),
    [
        (["x"], "unknown-column"),
        (["t"], "column-not-summable"),
        (["p"], "column-not-summable"),
        (["h"], "units-differ"),
        (["a", "-a"], "term-twice"),
        (["s"], "sum-cycle"),
    ],
)
def test_columns_that_can_not_be_added_are_told(sums: list[str], code: str):
    made = column_sums((*COLUMNS, column("s", "total", sums=sums)), "tkr")
    assert [each.code for each in made.faults] == [code]


def test_two_ways_to_write_a_unit_are_one_unit():
    columns = (column("a", unit="Tkr"), column("s", "total", sums=["a"]))
    assert not column_sums(columns, "tkr").faults


def test_a_percentage_is_of_any_unit():
    columns = (column("a", unit="kr"), column("b", unit="kr"), column("p", "percentage_change", between=["a", "b"]))
    assert not column_sums(columns, "tkr").faults
