from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.document.nodes import NOWHERE, Text
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable, ColumnRole, RowRole
from plangen.model.record import GivenCell
from plangen.model.text import RichText


def row(name: str, role: RowRole = "item", **figures: str) -> BudgetRow:
    cells = tuple(GivenCell(key, RichText((Text(text),)), NOWHERE, NOWHERE) for key, text in figures.items())
    return BudgetRow(id=name, name=RichText((Text(name),)), role=role, cells=cells)


def table(columns: dict[str, ColumnRole], *rows: BudgetRow) -> BudgetTable:
    return BudgetTable(
        id="t", columns=tuple(BudgetColumn(id=name, role=role) for name, role in columns.items()), rows=rows
    )


def figures(of: BudgetTable, column: str) -> list[str]:
    """The figures of a column from the top, "" for none."""
    found = (of.figures[each.id, column] for each in of.rows)
    return ["" if value is None else str(value) for value in found]


def test_a_closing_column_is_opening_plus_changes():
    made = table(
        {"in": "opening", "a": "change", "b": "change", "varav": "whereof", "ut": "closing"},
        row("x", **{"in": "1 363 720", "a": "25 337", "b": "112 050", "varav": "14"}),
        row("y", **{"in": "343 010", "a": "570-"}),
        row("z", a="5"),
        row("tom"),
    )
    assert figures(made, "ut") == ["1501107", "342440", "5", ""]
    assert figures(made, "varav") == ["14", "", "", ""]


def test_a_total_adds_every_item_and_nothing_else():
    made = table(
        {"kr": "amount"},
        row("g", "group"),
        row("a", kr="1"),
        row("varav", "whereof", kr="100"),
        row("b", kr="2,5"),
        row("del", "subtotal"),
        row("c"),
        row("d", kr="4-"),
        row("allt", "total"),
    )
    assert figures(made, "kr") == ["", "1", "100", "2.5", "3.5", "", "-4", "-0.5"]


def test_a_total_may_stand_above_its_items_and_there_may_be_two():
    made = table({"kr": "amount"}, row("allt", "total"), row("a", kr="1"), row("igen", "total"), row("b", kr="2"))
    assert figures(made, "kr") == ["3", "1", "3", "2"]


def test_a_subtotal_adds_the_items_since_the_last_group_or_subtotal():
    made = table(
        {"kr": "amount"},
        row("a", kr="1"),
        row("d1", "subtotal"),
        row("b", kr="2"),
        row("c", kr="3"),
        row("d2", "subtotal"),
        row("g", "group"),
        row("d", kr="4"),
        row("d3", "subtotal"),
        row("d4", "subtotal"),
    )
    assert figures(made, "kr") == ["1", "1", "2", "3", "5", "", "4", "4", ""]


def test_the_sum_of_a_closing_column_is_the_closing_of_the_sums():
    made = table(
        {"in": "opening", "a": "change", "ut": "closing"},
        row("x", **{"in": "10", "a": "1"}),
        row("y", **{"in": "20", "a": "2-"}),
        row("s", "total"),
    )
    assert [figures(made, column)[-1] for column in ("in", "a", "ut")] == ["30", "-1", "29"]


def test_nothing_is_not_zero():
    made = table({"kr": "amount"}, row("a", kr="0"), row("b"), row("c", kr=""), row("s", "total"))
    assert figures(made, "kr") == ["0", "", "", "0"]
    assert figures(table({"kr": "amount"}, row("a"), row("s", "total")), "kr") == ["", ""]


def test_amounts_are_added_exactly():
    made = table({"kr": "amount"}, *(row(f"r{number}", kr="0,1") for number in range(10)), row("s", "total"))
    assert figures(made, "kr")[-1] == "1.0"


def test_a_column_of_text_has_no_figures():
    made = table({"kr": "amount", "ord": "text"}, row("a", kr="1", ord="2"), row("s", "total"))
    assert set(made.figures) == {("a", "kr"), ("s", "kr")}


def test_a_closing_column_alone_is_as_it_is_given():
    made = table({"ut": "closing"}, row("a", ut="5"), row("b"))
    assert figures(made, "ut") == ["5", ""]


def test_text_where_a_figure_should_stand_counts_as_nothing():
    assert figures(table({"kr": "amount"}, row("a", kr="x"), row("b", kr="2"), row("s", "total")), "kr") == [
        "",
        "2",
        "2",
    ]


@pytest.mark.parametrize(
    ("role", "column", "computable"),
    [
        ("item", "amount", False),
        ("item", "closing", True),
        ("whereof", "closing", True),
        ("group", "closing", False),
        ("total", "amount", True),
        ("total", "whereof", True),
        ("subtotal", "opening", True),
        ("group", "amount", False),
    ],
)
def test_what_follows_from_other_figures_is_computable(role: RowRole, column: ColumnRole, computable: bool):
    assert table({}).computable(row("a", role), BudgetColumn(id="k", role=column)) is computable


def test_columns_are_found_by_role_and_the_total_by_its_own():
    made = table({"a": "opening", "b": "change", "c": "change"}, row("x"), row("s", "total"))
    assert [column.id for column in made.columns_of("change", "opening")] == ["a", "b", "c"]
    assert made.columns_of("closing") == ()
    total = made.total_row()
    assert total is not None
    assert total.id == "s"
    assert table({}, row("x")).total_row() is None


def test_a_table_is_read_from_its_file(small):
    made = small.read().tables[0]
    assert [(column.id, column.role, str(column.heading)) for column in made.columns] == [
        ("ingående", "opening", "Ingående ram"),
        ("växling", "change", "Växlingar"),
        ("ram", "closing", "Ram"),
    ]
    assert (made.unit, str(made.stub_heading)) == ("tkr", "Post")
    assert figures(made, "ram") == ["1050", "250", "1300"]
    assert made.figures["summa", "växling"] == Decimal(40)


@pytest.mark.parametrize("rows", ["[]", "", "[{namn: A}]"])
def test_a_table_may_be_empty(small, rows: str):
    text = small.files["budget/fordelning.yaml"]
    changed = small.having("budget/fordelning.yaml", text[: text.index("rader:")] + f"rader: {rows}\n")
    assert set(changed.read().tables[0].figures.values()) <= {None}
