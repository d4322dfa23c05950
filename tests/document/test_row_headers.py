"""Which cells of an author's table name its rows."""

from __future__ import annotations

import pytest

from plangen.document.inlines import Text
from plangen.document.nodes import Cell, Column, Row, Table
from plangen.document.row_headers import LONGEST_NAME, with_row_headers


def table(*rows: str, role: str = "") -> Table:
    """A table of rows, each its cells with a bar between."""
    cells = [tuple(Cell(inlines=(Text(each),) if each else ()) for each in row.split("|")) for row in rows]
    columns = tuple(Column() for _ in cells[0])
    return Table(columns=columns, head=(), rows=tuple(Row(cells=each) for each in cells), role=role)


def heads(node: Table) -> list[list[int]]:
    made = with_row_headers(node, "sv")
    return [[at for at, cell in enumerate(row.cells) if cell.header == "row"] for row in made.rows]


@pytest.mark.parametrize(
    "rows",
    [
        ("Vatten|100", "Avlopp|200"),
        ("0–6 år|12", "7–15 år|20"),
        ("Januari|Bokslut", "Februari|Budget"),
        ("Kvartal 1|a", "Kvartal 2|b"),
    ],
)
def test_words_that_differ_in_the_first_column_name_the_rows(rows: tuple[str, ...]) -> None:
    assert heads(table(*rows)) == [[0], [0]]


@pytest.mark.parametrize(
    "first", ["1|2", "1.|2.", "A|B", "2027-01-01|2027-02-01", "1 mars 2027|3 april 2027", "|", "1.2|"]
)
def test_names_in_the_second_column_do_where_the_first_has_no_words(first: str) -> None:
    one, two = first.split("|")
    assert heads(table(f"{one}|Vatten|100", f"{two}|Avlopp|200")) == [[1], [1]]
    assert heads(table(f"{one}|Vatten", f"{two}|Avlopp")) == [[], []]


@pytest.mark.parametrize(
    "rows",
    [
        ("Vatten|Ja|1", "Vatten|Nej|2"),
        ("Vatten|Ja|1", "vatten|Nej|2"),
        ("Vatten|Ja|1", "|Nej|2"),
        ("Vatten|Ja|1", "2|Nej|2"),
        ("1|Ja|1", "2|Ja|2"),
        ("1|2|3", "4|5|6"),
        (f"{'Vatten ' * LONGEST_NAME}|Ja|1", "Avlopp|Nej|2"),
        ("Vatten", "Avlopp"),
    ],
)
def test_nothing_is_guessed_where_no_column_names_the_rows(rows: tuple[str, ...]) -> None:
    assert heads(table(*rows)) == [[], []]


def test_tables_of_a_plans_data_and_those_that_have_heads_are_left() -> None:
    plans = table("Vatten|100", "Avlopp|200", role="budget")
    assert with_row_headers(plans, "sv") is plans
    headed = Table(columns=plans.columns, head=(), rows=(Row(cells=(Cell(), Cell(header="row"))),))
    assert with_row_headers(headed, "sv") is headed


def test_a_table_without_rows_has_no_heads() -> None:
    assert heads(Table(columns=(Column(), Column()), head=(), rows=())) == []
