"""What the real plan holds, counted and copied by hand from the printed original."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from plangen.writers.formats import FORMATS

from .files import REAL, told
from .items import Item

GOVERNING_DOCUMENTS, GRANTS = 20, 4
ALLOCATION = (
    ("Regionledningskontoret", "1 363 720", "25 337", "", "112 050", "14", "1 501 107"),
    ("Region Värmland gemensamt", "343 010", "−570", "", "1 155", "", "343 595"),
    ("Regionstyrelsen politik", "51 541", "−1 129", "2 831", "2 016", "", "55 259"),
    ("Summa", "1 758 271", "23 638", "2 831", "115 221", "14", "1 899 961"),
)
HEADS = (
    "Nettokostnadsramens fördelningsgrund",
    "Beslutad fördelning nettokostnadsram per 2025-01-01",
    "Permanenta budgetväxlingar 2025 t o m oktober",
    "Återväxlingar inför 2026, tillfälliga växlingar 2025",
    "Permanenta budgetväxlingar inför 2026",
    "Varav läkemedel och läkemedelstjänster 2026",
    "Fördelning RS nettokostnadsram per 2026-01-01",
)

every_format = pytest.mark.parametrize("form", FORMATS)


def tables(items: tuple[Item, ...]) -> list[dict[tuple[int, int], str]]:
    """The cells of each table by row and column."""
    found: list[dict[tuple[int, int], str]] = []
    for item in items:
        if item.kind in ("head", "cell"):
            if (item.row, item.column) == (1, 1):
                found.append({})
            found[-1][item.row, item.column] = item.text
    return found


@every_format
def test_headings_are_24_numbered_and_26_unnumbered(form: str) -> None:
    headings = [item for item in told(REAL, form) if item.kind == "heading"]
    assert Counter(bool(item.number) for item in headings) == {True: 24, False: 26}


@every_format
def test_the_contents_list_has_every_numbered_heading_once(form: str) -> None:
    items = told(REAL, form)
    entries = [(item.level, item.text) for item in items if item.kind == "contents entry"]
    assert entries == [
        (item.level, f"{item.number} {item.text}") for item in items if item.kind == "heading" and item.number
    ]


@every_format
def test_tables_are_13_of_indicators_and_one_of_the_allocation(form: str) -> None:
    firsts = Counter(table[1, 1] for table in tables(told(REAL, form)))
    assert firsts == {"Indikatorer": 13, HEADS[0]: 1}


@every_format
def test_indicators_are_24(form: str) -> None:
    rows = [
        table[row, column]
        for table in tables(told(REAL, form))
        for row, column in table
        if table[1, 1] == "Indikatorer" and row > 1 and column == 1
    ]
    assert len(rows) == 24
    assert all(rows)


@every_format
def test_list_items_beside_agenda_2030_are_24(form: str) -> None:
    items = [item for item in told(REAL, form) if item.kind == "list item"]
    others = [item for item in items if not re.match(r"Mål \d+ ", item.text)]
    assert len(others) == GOVERNING_DOCUMENTS + GRANTS == 24


@every_format
def test_every_figure_of_the_allocation_stands_in_its_row_and_column(form: str) -> None:
    table = tables(told(REAL, form))[-1]
    assert table == {
        (row, column): text
        for row, texts in enumerate((HEADS, *ALLOCATION), start=1)
        for column, text in enumerate(texts, start=1)
    }


@every_format
def test_the_rows_and_columns_of_the_allocation_add_up(form: str) -> None:
    table = tables(told(REAL, form))[-1]
    amounts = {
        place: int(text.replace(" ", "").replace("−", "-") or "0")
        for place, text in table.items()
        if place[0] > 1 < place[1]
    }
    whereof, last = 6, 7
    for row in range(2, 6):
        assert amounts[row, last] == sum(amounts[row, column] for column in range(2, last) if column != whereof)
    for column in range(2, last + 1):
        assert amounts[5, column] == sum(amounts[row, column] for row in range(2, 5))
