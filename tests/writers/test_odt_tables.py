from __future__ import annotations

import re

import pytest

from plangen.writers.odt_tables import completed

TABLE = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'


def laid(*rows: str) -> list[str]:
    """Rows as "a" for a cell, "a2" for one of two columns, "a/2" for one of two rows, and "." for a covered place."""
    made = "".join(f"<table:table-row>{''.join(map(_cell, row.split()))}</table:table-row>" for row in rows)
    done = completed(f"<table:table {TABLE}>{made}</table:table>".encode()).decode()
    found = re.findall(r"<table:table-row>(.*?)</table:table-row>", done)
    return [" ".join(_signs(row)) for row in found]


def _signs(row: str) -> list[str]:
    return ["." if "covered" in each else "a" for each in re.findall(r"<table:[^/][^>]*>", row)]


def _cell(cell: str) -> str:
    columns, _, rows = cell[1:].partition("/")
    spans = {"columns": columns, "rows": rows}
    given = "".join(f' table:number-{name}-spanned="{count}"' for name, count in spans.items() if count)
    return f"<table:table-cell{given}>{cell}</table:table-cell>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("a a", "a a"), ["a a", "a a"]),
        (("a2", "a a"), ["a .", "a a"]),
        (("a/2 a", "a"), ["a a", ". a"]),
        (("a a/3", "a", "a", "a a"), ["a a", "a .", "a .", "a a"]),
        (("a2/2 a", "a", "a a a"), ["a . a", ". . a", "a a a"]),
        (("a/2 a a/2", "a"), ["a a a", ". a ."]),
    ],
)
def test_a_place_that_a_cell_covers_has_a_cell_that_says_so(rows: tuple[str, ...], expected: list[str]) -> None:
    assert laid(*rows) == expected
