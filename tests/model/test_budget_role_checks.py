from __future__ import annotations

import pytest

from .budget_tables import AMOUNT, CHAIN, TABLE, table


def test_a_closing_column_needs_an_opening_one(small):
    columns = "  a: {rubrik: A, roll: förändring}\n  ut: {rubrik: Ut, roll: utgående}\n"
    fault = table(small, columns, "  - {namn: A, a: 1}\n").one()
    assert (fault.code, fault.location.line, dict(fault.parameters)) == ("closing-without-opening", 5, {"column": "ut"})


def test_there_is_one_closing_column(small):
    columns = CHAIN + "  ut2: {rubrik: Ut, roll: utgående}\n"
    assert table(small, columns, "  - {namn: A, in: 1}\n").found() == [f"{TABLE}:7:3 closing-twice"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("roll: förändring", "roll: ingående", "opening-twice"),
        ("    roll: summa\n", "    roll: summa\n  - namn: Extra\n    ingående: 5\n", "item-below-total"),
    ],
)
def test_what_would_be_added_wrongly_is_told(old: str, new: str, code: str, small):
    assert code in [each.split()[1] for each in small.edited(TABLE, old, new).found()]


def kinds(small, columns: str, rows: str = "  - {namn: A, kr: 1}\n  - {namn: S, roll: summa}\n", first: str = ""):
    return table(small, columns, rows, first).found()


@pytest.mark.parametrize(
    ("column", "found"),
    [
        ("  x: {rubrik: X, roll: summa}\n", ["5:3 missing-field"]),
        ("  x: {rubrik: X, roll: andel}\n", ["5:3 missing-field"]),
        ("  x: {rubrik: X, roll: förändring i procent}\n", ["5:3 missing-field"]),
        ("  x: {rubrik: X, summerar: [kr]}\n", ["5:28 key-without-role"]),
        ("  x: {rubrik: X, mellan: [kr, kr]}\n", ["5:26 key-without-role"]),
        ("  x: {rubrik: X, roll: varav, av: kr}\n", ["5:35 key-without-role"]),
        ("  x: {rubrik: X, roll: summa, summerar: []}\n", ["5:41 sum-empty"]),
        ("  x: {rubrik: X, roll: summa, summerar: [krr]}\n", ["5:42 unknown-column"]),
        ("  x: {rubrik: X, roll: andel, av: krr}\n", ["5:35 unknown-column"]),
        ("  x: {rubrik: X, roll: förändring i procent, mellan: [kr]}\n", ["5:54 between-two"]),
        ("  x: {rubrik: X, roll: förändring i procent, mellan: [kr, kn]}\n", ["5:59 unknown-column"]),
        ("  x: {rubrik: X, roll: förändring i procent, mellan: kr}\n", ["5:54 between-two", "5:54 list-expected"]),
        ("  x: {roll: varav}\n", ["5:7 missing-field"]),
    ],
)
def test_a_column_has_what_its_role_needs_and_no_more(small, column: str, found: list[str]):
    assert kinds(small, AMOUNT + column) == [f"{TABLE}:{each}" for each in found]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("{namn: B, kr: 1, summerar: nedan}", "key-without-role"),
        ("{namn: B, kr: 1, enhet: kr}", "key-without-role"),
        ("{namn: B, kr: 1, decimaler: 1}", "key-without-role"),
        ("{namn: B, roll: grupp, tecken: minus}", "key-without-role"),
        ("{namn: B, roll: delsumma, summerar: [aa]}", "unknown-row"),
    ],
)
def test_a_row_has_what_its_role_allows(small, row: str, found: str):
    rows = f"  - {{namn: A, kr: 1}}\n  - {row}\n  - {{namn: S, roll: summa}}\n"
    assert [each.split()[1] for each in kinds(small, AMOUNT, rows)] == [found]


def test_the_roles_that_a_key_belongs_to_are_told(small):
    fault = table(small, AMOUNT, "  - {namn: A, kr: 1, summerar: nedan}\n").one()
    assert dict(fault.parameters) == {"key": "summerar", "role": "post", "allowed": "delsumma, summa"}


def test_every_item_is_counted_in_some_total(small):
    rows = (
        "  - {namn: A, kr: 1}\n  - {namn: B, kr: 2}\n  - {namn: S, roll: summa, summerar: [a]}\n"
        "  - {namn: C, kr: 3}\n  - {namn: V, roll: varav, kr: 3}\n  - {namn: N, roll: nyckeltal, kr: 3}\n"
    )
    assert kinds(small, AMOUNT, rows) == [f"{TABLE}:7:5 item-not-counted", f"{TABLE}:9:5 item-below-total"]


def test_a_table_without_totals_counts_what_it_will(small):
    rows = "  - {namn: A, kr: 1}\n  - {namn: D, roll: delsumma}\n  - {namn: B, kr: 2}\n"
    assert kinds(small, AMOUNT, rows) == []


@pytest.mark.parametrize("role", ["summa", "delsumma"])
def test_a_sum_that_adds_nothing_is_told(small, role: str):
    rows = f"  - {{namn: S, roll: {role}}}\n  - {{namn: A, kr: 1}}\n"
    assert f"{TABLE}:6:21 sum-empty" in kinds(small, AMOUNT, rows)
    assert kinds(small, AMOUNT, rows.replace(role, f"{role}, summerar: nedan")) == []


def test_what_a_sum_would_count_twice_is_told(small):
    rows = (
        "  - {namn: A, kr: 1}\n  - {namn: D, roll: delsumma}\n  - {namn: E, roll: delsumma, summerar: [d]}\n"
        "  - {namn: S, roll: summa, summerar: [e, a]}\n"
    )
    fault = table(small, AMOUNT, rows).one()
    assert (fault.code, fault.location.line, fault.location.column) == ("counted-twice", 9, 42)
    assert dict(fault.parameters) == {"row": "A", "sum": "S"}


def test_sums_in_a_circle_are_told_and_the_rest_of_the_table_is_checked(small):
    rows = (
        "  - {namn: A, kr: x}\n  - {namn: S, roll: summa, summerar: [t]}\n  - {namn: T, roll: summa, summerar: [s]}\n"
    )
    assert kinds(small, AMOUNT, rows) == [f"{TABLE}:6:19 number-unreadable", f"{TABLE}:7:38 sum-cycle"]
