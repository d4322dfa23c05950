from __future__ import annotations

import pytest

from .budget_tables import AMOUNT, CHAIN, TABLE, framed, table


def test_an_unknown_column_is_reported_with_the_nearest(small):
    fault = table(small, CHAIN, "  - {namn: A, inn: 1}\n").one()
    assert (fault.code, fault.location.line, fault.location.column) == ("unknown-column", 8, 15)
    assert dict(fault.parameters) == {"column": "inn", "near": "in", "instead": "in", "allowed": "in, a, ut"}


@pytest.mark.parametrize("text", ["x", "1e3", "1 000 kr", "{{ plan.year }}", "1 36", "50 %", "*"])
def test_text_in_a_column_of_figures_is_reported(small, text: str):
    assert table(small, AMOUNT, f"  - namn: A\n    kr: '{text}'\n").found() == [f"{TABLE}:7:9 number-unreadable"]


def test_text_in_a_column_of_text_is_text(small):
    columns = AMOUNT + "  ord: {rubrik: Ord, roll: text}\n"
    assert table(small, columns, "  - {namn: A, ord: fritt}\n").found() == []


def test_an_empty_figure_is_no_fault(small):
    assert table(small, AMOUNT, "  - {namn: A, kr: }\n  - {namn: B, kr: ''}\n").found() == []


def test_sums_are_not_checked_in_a_table_whose_form_is_at_fault(small):
    rows = "  - {namn: A, kr: x}\n  - {namn: S, roll: summa, kr: 7}\n"
    assert table(small, AMOUNT, rows).found() == [f"{TABLE}:6:19 number-unreadable"]


def test_a_figure_in_a_group_row_is_reported_since_none_is_shown(small):
    rows = "  - namn: G\n    roll: grupp\n    kr: 5\n  - {namn: A, kr: 1}\n"
    fault = table(small, AMOUNT, rows).one()
    assert (fault.code, fault.location.line, dict(fault.parameters)) == ("group-has-figure", 8, {"row": "G"})


@pytest.mark.parametrize("key", ["namn", "roll", "id"])
def test_a_column_may_not_have_a_key_of_the_rows(small, key: str):
    columns = f"  {key}: {{rubrik: X}}\n" + AMOUNT
    assert f"{TABLE}:4:3 column-key-taken" in table(small, columns, "  - {namn: A, kr: 1}\n").found()


def test_a_column_may_have_a_key_that_rows_have_in_another_language(small):
    assert table(small, "  role: {rubrik: X}\n", "  - {namn: A, role: 1}\n").found() == []


def test_a_row_twice_is_reported_with_the_line_of_the_first(small):
    rows = "  - {namn: Vård, kr: 1}\n  - {namn: vård, kr: 2}\n  - {namn: vård, id: annan, kr: 2}\n"
    fault = table(small, AMOUNT, rows).one()
    assert (fault.code, fault.location.line, dict(fault.parameters)["line"]) == ("row-twice", 7, "6")


def test_rows_and_frame_are_reported_together(small):
    changed = framed(small, belopp="1").edited(TABLE, "    växling: 50", "    växling: 50\n    ram: 7")
    assert changed.found() == [f"{TABLE}:12:10 row-differs", "plan.yaml:9:11 frame-differs"]


def test_a_frame_is_not_compared_with_a_table_at_fault(small):
    assert framed(small).edited(TABLE, "växling: 50", "växling: x").found() == [f"{TABLE}:11:14 number-unreadable"]
    assert framed(small).having(TABLE, "- a\n").found() == [f"{TABLE}:1:1 mapping-expected"]


YEARS = "  a: {typ: budget, år: 2026}\n  b: {typ: %s, år: 2026%s}\n"


def test_a_kind_and_year_twice_is_reported_with_the_first(small):
    fault = table(small, YEARS % ("budget", ""), "  - {namn: A, a: 1, b: 2}\n").one()
    assert (fault.code, fault.location.line, fault.location.column) == ("year-twice", 5, 24)
    assert dict(fault.parameters) == {"column": "a", "year": "2026", "role": "budget"}


@pytest.mark.parametrize(("kind", "more"), [("utfall", ""), ("budget", ", roll: varav"), ("budget", ", roll: text")])
def test_a_year_may_come_again_as_another_kind_or_beside(small, kind: str, more: str):
    assert table(small, YEARS % (kind, more), "  - {namn: A, a: 1}\n").found() == []


@pytest.mark.parametrize(
    ("column", "found"),
    [
        ("{typ: budgett, år: 2026}", "unknown-word"),
        ("{typ: budget, år: 26}", "year-unreadable"),
        ("{rubrik: A, roll: belop}", "unknown-word"),
        ("{}", "missing-field"),
    ],
)
def test_what_a_column_can_not_be_is_told(small, column: str, found: str):
    assert [each.split()[1] for each in table(small, f"  a: {column}\n", "  - {namn: A, a: 1}\n").found()] == [found]


def test_every_fault_of_a_table_is_told_at_once(small):
    columns = YEARS % ("budget", "") + "  c: {rubrik: C, roll: summa, summerar: [a, x]}\n"
    rows = "  - {namn: A, a: 1, q: 2}\n  - {namn: B, a: u}\n  - {namn: S, roll: summa, summerar: [z]}\n"
    assert [each.split()[1] for each in table(small, columns, rows).found()] == [
        "year-twice",
        "unknown-column",
        "unknown-column",
        "number-unreadable",
        "unknown-row",
    ]


def test_one_amount_missing_among_all_others_is_told(small) -> None:
    """It would count as nothing in every sum, and nobody would see."""
    years = "titel: T\nenhet: tkr\nkolumner:\n  a: {rubrik: A}\n  b: {rubrik: B}\nrader:\n"
    rows = "  - {namn: X, a: 1, b: 2}\n  - {namn: Y, a: 3}\n  - {namn: Z, a: 4, b: 5}\n  - {namn: Summa, roll: summa}\n"
    found = small.having("budget/fordelning.yaml", years + rows).found()
    assert [each for each in found if "amount-missing" in each] == ["budget/fordelning.yaml:8:5 amount-missing"]


def test_a_table_with_more_gaps_is_meant_so(small) -> None:
    years = "titel: T\nenhet: tkr\nkolumner:\n  a: {rubrik: A}\n  b: {rubrik: B}\nrader:\n"
    rows = "  - {namn: X, a: 1}\n  - {namn: Y, a: 3}\n  - {namn: Z, a: 4, b: 5}\n  - {namn: Summa, roll: summa}\n"
    found = small.having("budget/fordelning.yaml", years + rows).found()
    assert [each for each in found if "amount-missing" in each] == []
