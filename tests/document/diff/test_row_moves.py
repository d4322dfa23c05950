from plangen.document.diff.compare import compare
from plangen.document.diff.row_moves import with_moved_rows
from plangen.document.document import Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Cell, Column, Row, Table


def table(name, *rows, fields=("name", "source"), role="indicators"):
    columns = tuple(Column(field=each) for each in fields)
    made = tuple(
        Row(
            id=f"{name}.{row[0]}",
            cells=tuple(Cell(id=f"{name}.{row[0]}.{at}", inlines=(Text(text),)) for at, text in enumerate(row)),
        )
        for row in rows
    )
    return Table(id=name, columns=columns, head=(), rows=made, role=role)


def compared(base, head):
    return compare(*(Document(metadata=Metadata(title="", language="sv"), blocks=blocks) for blocks in (base, head)))


def row_marks(document):
    return [(row.id, row.change.kind, row.change.of) for each in document.blocks for row in each.rows if row.change]


def test_a_row_that_went_here_and_came_there_was_moved():
    base = (table("a", ("kvar", "x"), ("flyttas", "y")), table("b", ("annan", "z")))
    head = (table("a", ("kvar", "x")), table("b", ("annan", "z"), ("flyttas", "ny")))
    found = compared(base, head)
    assert row_marks(found) == [("a.flyttas.was", "deleted", "b.flyttas"), ("b.flyttas", "moved", "a.flyttas.was")]
    cells = found.blocks[1].rows[1].cells
    assert [inline.change and inline.change.kind for cell in cells for inline in cell.inlines] == [
        None,
        "deleted",
        "inserted",
    ]


def test_columns_are_those_of_the_same_field():
    base = (
        table("a", ("kvar", "x"), ("flyttas", "y")),
        table("b", ("annan", "nu", "z"), fields=("name", "when", "source")),
    )
    head = (
        table("a", ("kvar", "x")),
        table("b", ("annan", "nu", "z"), ("flyttas", "sen", "y"), fields=("name", "when", "source")),
    )
    cells = compared(base, head).blocks[1].rows[1].cells
    assert [[inline.change and inline.change.kind for inline in cell.inlines] for cell in cells] == [
        [None],
        ["inserted"],
        [None],
    ]


def test_a_name_that_several_rows_have_tells_of_no_move():
    base = (table("a", ("flyttas", "y")), table("b", ("flyttas", "z")), table("c", ("annan", "z")))
    head = (table("a", ("x", "x")), table("b", ("y", "y")), table("c", ("annan", "z"), ("flyttas", "z")))
    assert not any(of for _, _, of in row_marks(compared(base, head)))


def test_rows_of_budget_tables_are_known_by_their_table():
    base = (table("a", ("kvar", "x"), ("vård", "y"), role="budget"), table("b", ("annan", "z"), role="budget"))
    head = (table("a", ("kvar", "x"), role="budget"), table("b", ("annan", "z"), ("vård", "y"), role="budget"))
    assert not any(of for _, _, of in row_marks(compared(base, head)))


def test_blocks_without_moves_are_the_same():
    blocks = (table("a", ("kvar", "x")),)
    assert with_moved_rows(blocks) == blocks
