from __future__ import annotations

import pytest

from plangen.diagnostics import PlangenError
from plangen.importers.delimited import LARGEST, read_delimited


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_delimited(data, "f").rows]


@pytest.mark.parametrize("mark", ["\t", ";", ","])
def test_cells_are_parted_by_tab_semicolon_or_comma(mark: str):
    assert texts(f"a{mark}b\r\n1{mark}2\r\n".encode()) == [["a", "b"], ["1", "2"]]


def test_a_comma_in_a_number_parts_nothing_where_there_are_tabs():
    assert texts(b"a\t33,5\n") == [["a", "33,5"]]


def test_a_cell_in_quotation_marks_may_have_lines():
    assert texts('"rubrik\npå två";"1 000"'.encode()) == [["rubrik på två", "1 000"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_excel_saves_is_read(encoding: str):
    assert texts("å\tö\n".encode(encoding)) == [["å", "ö"]]


def test_another_encoding_is_not_guessed():
    with pytest.raises(PlangenError, match="import-text-encoding"):
        read_delimited("å".encode("cp1252"), "f")


def test_what_is_no_text_is_refused():
    with pytest.raises(PlangenError, match="import-text-unreadable"):
        read_delimited(b"a\0b", "f")


@pytest.mark.parametrize("data", [b"a\n" * 2001, b"\t" * 200])
def test_a_large_text_is_refused(data: bytes):
    with pytest.raises(PlangenError, match="import-sheet-too-large"):
        read_delimited(data, "f")
    with pytest.raises(PlangenError, match="import-file-too-large"):
        read_delimited(b"a" * (LARGEST + 1), "f")
