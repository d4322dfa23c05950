from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.document.grid import MOST_KEPT, grid
from plangen.document.inlines import Text
from plangen.document.nodes import Cell, Column, Row, Table
from plangen.document.walk import plain_text


def cell(text: str, *, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(inlines=(Text(text),), row_span=rows, column_span=columns)


def row(*cells: Cell | str, role: str = "") -> Row:
    return Row(cells=tuple(cell(each) if isinstance(each, str) else each for each in cells), role=role)


def table(width: int, *rows: Row, head: tuple[Row, ...] = ()) -> Table:
    return Table(columns=(Column(),) * width, head=head, rows=rows)


def drawn(table: Table) -> list[str]:
    """A string for each line: the text of the cell that covers each place."""
    width = len(table.columns)
    lines = []
    for line in grid(table).lines:
        places = ["?"] * width
        for slot in (*line.covered, *line.slots):
            for column in range(slot.column, slot.column + slot.columns):
                assert places[column] == "?", "two cells in one place"
                places[column] = plain_text(slot.cell.inlines) or "-"
        lines.append("".join(places))
    return lines


def test_every_cell_of_head_and_body_has_its_place() -> None:
    lines = grid(table(2, row("c", "d"), head=(row("a", "b"),))).lines
    assert [(slot.row, slot.column) for line in lines for slot in line.slots] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert [line.index for line in lines] == [0, 1]


def test_cells_stand_beside_those_that_span_rows() -> None:
    rows = (row(cell("a", rows=2), cell("b", columns=2)), row("c", "d"), row("e", "f", "g"))
    assert drawn(table(3, *rows)) == ["abb", "acd", "efg"]


def test_the_head_has_spans_of_its_own() -> None:
    head = (row(cell("a", rows=2), cell("b", columns=2)), row("c", "d"))
    assert drawn(table(3, row("e", "f", "g"), head=head)) == ["abb", "acd", "efg"]


def test_a_line_knows_the_cells_that_reach_it_from_above() -> None:
    first, second = grid(table(2, row(cell("a", rows=2), "b"), row("c"))).lines
    assert (first.covered, second.covered) == ((), (first.slots[0],))


def test_a_group_row_starts_a_body_and_a_last_row_of_totals_is_the_foot() -> None:
    rows = (row("a"), row("b", role="group"), row("c"), row("d", role="group"), row("e", role="total"))
    found = grid(table(1, *rows))
    assert [[line.index for line in body] for body in found.bodies] == [[0], [1, 2], [3]]
    assert [line.index for line in found.foot] == [4]


@pytest.mark.parametrize(
    ("ragged", "expected"),
    [
        (table(2, row("a"), row("b", "c")), ["a-", "bc"]),
        (table(2, row("a", "b", "c"), row("d", "e")), ["ab", "de"]),
        (table(2, row(cell("a", columns=9)), row("b", "c")), ["aa", "bc"]),
        (table(2, row(cell("a", columns=0, rows=0), "b")), ["ab"]),
        (table(2, row(cell("a", rows=9), "b"), row("c")), ["ab", "ac"]),
        (table(3, row("a", cell("b", rows=2), "c"), row(cell("d", columns=2), "e")), ["abc", "dbe"]),
        (table(1, row(cell("a", rows=2)), head=(row(cell("h", rows=2)),)), ["h", "a"]),
        (table(1, row(cell("a", rows=9)), row("b", role="group"), row("c", role="total")), ["a", "b", "c"]),
        (table(1, row(cell("a", rows=2)), row(), row("b")), ["a", "a", "b"]),
        (table(0, row("a")), [""]),
        (table(2), []),
    ],
    ids=[
        "short row",
        "long row",
        "over the edge",
        "no span",
        "over the end",
        "into another",
        "head into body",
        "into a group",
        "row covered whole",
        "no columns",
        "no rows",
    ],
)
def test_what_a_table_has_amiss_is_put_right(ragged: Table, expected: list[str]) -> None:
    assert drawn(ragged) == expected


SPANS = st.integers(-1, 5)
CELLS = st.builds(lambda rows, columns: cell("x", rows=rows, columns=columns), SPANS, SPANS)
ROWS = st.lists(
    st.builds(
        lambda cells, role: row(*cells, role=role), st.lists(CELLS, max_size=5), st.sampled_from(["", "group", "total"])
    ),
    max_size=5,
)


@given(st.integers(0, 4), ROWS, ROWS)
def test_whatever_the_table_each_place_has_one_cell(width: int, head: list[Row], rows: list[Row]) -> None:
    lines = drawn(table(width, *rows, head=tuple(head)))
    assert len(lines) == len(head) + len(rows)
    assert not any("?" in line for line in lines)


def test_a_row_is_kept_with_the_next_where_a_cell_goes_on_in_it_or_it_names_a_group() -> None:
    rows = (row(cell("a", rows=3), "b"), row("c"), row("d"), row(cell("e", columns=2), role="group"), row("f", "g"))
    lines = grid(table(2, *rows, row("h"), row("i"))).lines
    assert [line.keeps_next for line in lines] == [True, True, False, True, False, True, False]


def test_every_row_but_the_last_of_a_table_that_stands_whole_is_kept_with_the_next() -> None:
    lines = grid(table(1, row("b"), row("c"), row("sum", role="total"), head=(row("a"),))).lines
    assert [line.keeps_next for line in lines] == [True, True, True, False]


def test_two_rows_at_the_least_stand_on_each_side_of_a_pages_end_and_a_sum_by_its_terms() -> None:
    terms = (row("a"), row("b"), row("c"), row("d"))
    rows = (row("g", role="group"), *terms, row("s", role="subtotal"), *terms, row("sum", role="total"))
    lines = grid(table(1, *rows, head=(row("h"),))).lines
    assert [line.row.cells[0].inlines[0].text for line in lines if line.keeps_next] == ["g", "a", "d", "d"]


def test_more_rows_than_a_page_should_hold_together_are_not_kept() -> None:
    rows = (row(cell("a", rows=MOST_KEPT + 1), "b"), *(row("c") for _ in range(MOST_KEPT)))
    kept = [line.index for line in grid(table(2, *rows)).lines if line.keeps_next]
    assert kept == [0, MOST_KEPT - 1]
    assert grid(table(2, *rows[:-1], row("d", "e"))).lines[0].slots[0].rows == MOST_KEPT + 1
