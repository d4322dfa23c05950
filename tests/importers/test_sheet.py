from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.diagnostics import PlangenError
from plangen.importers.sheet import Area, Sheet, SheetCell, area, column_letters, column_number


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_have_letters(number: int, letters: str):
    assert column_letters(number) == letters
    assert column_number(letters.lower()) == number


def test_a_range_is_read_in_any_order():
    assert area("A5:G9") == area("$g$9:a5") == Area(1, 5, 7, 9)
    assert list(Area(1, 1, 2, 1).cells()) == [(1, 1), (2, 1)]


@pytest.mark.parametrize("text", ["", "A", "5:9", "A1:B2:C3", "Blad1!A1:B2"])
def test_a_range_that_is_none_is_refused(text: str):
    with pytest.raises(PlangenError, match="import-range-unreadable"):
        area(text)


def test_a_range_as_large_as_a_sheet_is_refused():
    with pytest.raises(PlangenError, match="import-sheet-too-large"):
        area("A1:XFD1048576")


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("1\u00a0363\u2009720", 1363720),
        ("570-", -570),
        ("\u2212570", -570),
        (Decimal("33.5"), Decimal("33.5")),
        ("33,5", Decimal("33.5")),
        ("1.363", None),
        ("1,363", None),
        ("12.300,00", 12300),
        ("1.363.720", 1363720),
        ("1.234.567,00-", -1234567),
        ("-1.234.567", -1234567),
        ("1,363,720", 1363720),
        ("1,234.50", Decimal("1234.5")),
        ("1\u2019234", 1234),
        ("1'234.5", Decimal("1234.5")),
        ("(570)", -570),
        ("(1.234.567)", -1234567),
        ("(-570)", None),
        ("1.2345,00", None),
        ("1.234.56", None),
        ("1,234,5", None),
        ("text", None),
    ],
)
def test_a_number_is_read_or_not_guessed(value: str | Decimal, number: object):
    assert SheetCell(1, 1, value).number == number


def test_a_dash_is_an_empty_cell_and_a_fault_is_not():
    assert SheetCell(1, 1, " – ").empty
    assert SheetCell(1, 1, " – ").dash
    assert not SheetCell(1, 1, None, fault="import-date").empty


def test_a_part_keeps_its_addresses():
    rows = tuple(tuple(SheetCell(column, row, "x") for column in range(1, 5)) for row in range(1, 5))
    part = Sheet("f.xlsx", "Blad", rows).part(area("B2:C3"))
    assert [[cell.address for cell in row] for row in part.rows] == [["B2", "C2"], ["B3", "C3"]]
    assert part.place(part.rows[0][0]).file == "f.xlsx Blad!B2"
