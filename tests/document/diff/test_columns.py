from dataclasses import replace

from plangen.document.diff.columns import columns_aligned, in_order, interleaved, plain
from plangen.document.nodes import Cell, Column, Row, Table
from plangen.document.walk import plain_text

from .tables_of_text import table

BASE = table("A|B|C\nett|två|tre\nfyra|fem|sex")


def test_column_with_another_heading_and_the_same_cells_is_renamed():
    assert columns_aligned(BASE, table("A|Belopp|C\nett|två|tre\nfyra|fem|sex")) == [(0, 0), (1, 1), (2, 2)]


def test_column_with_other_cells_too_is_another():
    head = table("A|Belopp|C\nett|sju|tre\nfyra|åtta|sex")
    assert columns_aligned(BASE, head) == [(0, 0), (1, None), (None, 1), (2, 2)]


def test_field_tells_what_column_it_is_whatever_its_heading():
    old, new = table("A|B\nett|två", fields="ab"), table("X|Y\nnio|tio", fields="ab")
    assert columns_aligned(old, new) == [(0, 0), (1, 1)]


def test_column_that_was_moved_is_in_both_places():
    pairs = columns_aligned(BASE, table("B|A|C\ntvå|ett|tre\nfem|fyra|sex"))
    assert pairs in ([(0, None), (1, 0), (None, 1), (2, 2)], [(None, 0), (0, 1), (1, None), (2, 2)])


def test_columns_with_equal_headings_are_told_apart_by_order():
    assert columns_aligned(table("A|A\nett|två"), table("A|A\nett|två")) == [(0, 0), (1, 1)]


def test_heaviest_stay():
    assert in_order({0: 1, 1: 0}, {0: 1.0, 1: 2.0}) == {1}


def test_those_of_the_base_alone_stand_behind_what_they_stood_behind():
    assert interleaved({0: 0, 2: 1}, 3, 3) == [(0, 0), (1, None), (2, 1), (None, 2)]


def test_cells_that_span_become_cells_of_their_own():
    spanning = Row(cells=(replace(BASE.rows[0].cells[0], row_span=2), BASE.rows[0].cells[1]))
    below = Row(cells=(BASE.rows[1].cells[1],))
    made = plain(Table(columns=(Column(), Column()), head=(), rows=(spanning, below)))
    assert [[plain_text(cell.inlines) for cell in row.cells] for row in made.rows] == [["ett", "två"], ["", "fem"]]
    assert all(cell.row_span == 1 for row in made.rows for cell in row.cells)


def test_table_without_spans_is_left_as_it_is():
    assert plain(BASE) is BASE
    assert Cell() not in BASE.rows[0].cells
