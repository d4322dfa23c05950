from dataclasses import replace

from plangen.document.diff.lines import INSERTED
from plangen.document.diff.tables import compared_tables, whole_table
from plangen.document.inlines import Change, Text
from plangen.document.nodes import TableNote
from plangen.document.walk import plain_text

from .tables_of_text import table

BASE = table("A|B\nett|1\ntvå|2\ntre|3", names=("a", "b", "c"))


def rows(found):
    return [(row.change and row.change.kind, [plain_text(cell.inlines) for cell in row.cells]) for row in found.rows]


def test_equal_tables_have_no_mark():
    assert compared_tables(BASE, BASE) == BASE


def test_row_removed_stands_where_it_stood():
    found = compared_tables(BASE, table("A|B\nett|1\ntre|3", names=("a", "c")))
    assert rows(found) == [(None, ["ett", "1"]), ("deleted", ["två", "2"]), (None, ["tre", "3"])]
    assert found.rows[1].id == "t.b.was"


def test_row_that_was_moved_knows_where_it_was_and_the_copy_where_it_is():
    found = compared_tables(BASE, table("A|B\ntre|3\nett|1\ntvå|2", names=("c", "a", "b")))
    assert [row.change for row in found.rows] == [Change("moved", "t.c.was"), None, None, Change("deleted", "t.c")]


def test_column_added_is_marked_in_each_row_and_in_the_head():
    found = compared_tables(BASE, table("A|X|B\nett|x|1\ntvå|y|2\ntre|z|3", names=("a", "b", "c")))
    assert all(row.cells[1].change == INSERTED for row in (*found.head, *found.rows))
    assert [row.change for row in found.rows] == [None, None, None]


def test_column_removed_leaves_its_cells_under_ids_of_their_own():
    found = compared_tables(BASE, table("A\nett\ntvå\ntre", names=("a", "b", "c")))
    assert found.rows[0].cells[1].change == Change("deleted")
    assert len(found.columns) == 2
    ids = [cell.id for row in found.rows for cell in row.cells]
    assert len(ids) == len(set(ids))


def test_spans_are_taken_apart_where_a_row_comes_between():
    first = replace(BASE.rows[0], cells=(replace(BASE.rows[0].cells[0], row_span=2), BASE.rows[0].cells[1]))
    second = replace(BASE.rows[1], cells=BASE.rows[1].cells[1:])
    spanning = replace(BASE, rows=(first, second, BASE.rows[2]))
    assert compared_tables(spanning, spanning) == spanning
    found = compared_tables(spanning, replace(spanning, rows=(*spanning.rows, replace(BASE.rows[2], id="t.ny"))))
    assert all(len(row.cells) == 2 and row.cells[0].row_span == 1 for row in found.rows)


def test_notes_come_and_go():
    one, other = (replace(BASE, notes=(TableNote(id=name, inlines=(Text(name),)),)) for name in "xy")
    assert [note.change and note.change.kind for note in compared_tables(one, other).notes] == ["deleted", "inserted"]


def test_whole_table_is_marked_throughout():
    found = whole_table(BASE, INSERTED)
    assert {found.change, *(row.change for row in (*found.head, *found.rows))} == {INSERTED}
    assert all(cell.change == INSERTED for row in found.rows for cell in row.cells)
