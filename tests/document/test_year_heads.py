from __future__ import annotations

import pytest

from plangen.document.inlines import Text
from plangen.document.nodes import Cell, Column, Row, Table
from plangen.document.walk import plain_text
from plangen.document.year_heads import broken, whole, year_columns


def headed(*heads: str, span: int = 1) -> Table:
    cells = tuple(Cell(inlines=(Text(head),), header="column", column_span=span) for head in heads)
    return Table(id="t", columns=(Column(),) * len(heads) * span, head=(Row(cells=cells),), rows=())


def test_columns_of_a_kind_and_a_year_are_found() -> None:
    heads = ("Post", "Utfall 2025", "Budget netto 2026", "Ändring 2026–2027", "Summa 2027–29", "Ändring, %")
    assert year_columns(headed(*heads)) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    "head", ["2026", "Not 4", "Budget 20261", "2 januari 2026", "Budget 1026", "Växlingar inför år 2026"]
)
def test_a_head_of_another_kind_is_no_year_s(head: str) -> None:
    assert year_columns(headed(head, "Utfall 2024", "Utfall 2025")) == {1, 2}


def test_a_single_year_has_nothing_to_be_like() -> None:
    assert year_columns(headed("Post", "Budget 2026")) == frozenset()


def test_heads_over_several_columns_or_rows_are_left_as_they_are() -> None:
    assert year_columns(headed("Utfall 2025", "Budget 2026", span=2)) == frozenset()
    one = headed("Utfall 2025", "Budget 2026")
    assert year_columns(Table(id="t", columns=one.columns, head=one.head * 2, rows=())) == frozenset()


def test_all_heads_of_years_are_broken_and_no_other() -> None:
    table = broken(headed("Den post", "Utfall 2025", "Plan 2028"))
    assert [column.broken_head for column in table.columns] == [False, True, True]


def test_a_whole_head_can_t_break() -> None:
    (row,) = whole(headed("Den post", "Utfall 2025", "Plan 2028")).head
    assert [plain_text(cell.inlines) for cell in row.cells] == ["Den post", "Utfall\u00a02025", "Plan\u00a02028"]


def test_a_table_without_such_heads_is_itself() -> None:
    table = headed("Post", "Not")
    assert broken(table) is whole(table) is table
