from __future__ import annotations

from decimal import Decimal

import pytest

from .budget_tables import figures, made, row


def test_columns_are_found_by_role_and_the_total_by_its_own():
    of = made({"a": "opening", "b": "change", "c": "change"}, row("x"), row("s", "total"))
    assert [column.id for column in of.columns_of("change", "opening")] == ["a", "b", "c"]
    assert of.columns_of("closing") == ()
    total = of.total_row()
    assert total is not None
    assert total.id == "s"
    assert made({}, row("x")).total_row() is None


def test_a_table_is_read_from_its_file(small):
    of = small.read().tables[0]
    assert [(column.id, column.role, str(column.heading)) for column in of.columns] == [
        ("ingående", "opening", "Ingående ram"),
        ("växling", "change", "Växlingar"),
        ("ram", "closing", "Ram"),
    ]
    assert (of.unit, str(of.stub_heading)) == ("tkr", "Post")
    assert figures(of, "ram") == ["1050", "250", "1300"]
    assert of.figures["summa", "växling"] == Decimal(40)


@pytest.mark.parametrize("rows", ["[]", "", "[{namn: A}]"])
def test_a_table_may_be_empty(small, rows: str):
    text = small.files["budget/fordelning.yaml"]
    changed = small.having("budget/fordelning.yaml", text[: text.index("rader:")] + f"rader: {rows}\n")
    assert set(changed.read().tables[0].figures.values()) <= {None}
