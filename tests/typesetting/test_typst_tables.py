from __future__ import annotations

from collections.abc import Callable

from plangen.document.document import Document
from plangen.document.nodes import (
    Cell,
    Column,
    Paragraph,
    Row,
    Table,
    Text,
)

CAPTION = "Tabell 1. Belopp per rad"
Lines = Callable[[Document], list[list[str]]]


def a_cell(text: str, *, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(inlines=(Text(text),), row_span=rows, column_span=columns)


def a_table(rows: int, text: str = "en rad") -> Table:
    return Table(
        id="t",
        columns=(Column(width=100), Column(width=60, align="right")),
        head=(Row(cells=(a_cell("Namn"), a_cell("Belopp"))),),
        rows=tuple(Row(cells=(a_cell(f"{text} {number}"), a_cell(str(number)))) for number in range(rows)),
        caption=(Text("Belopp per rad"),),
        caption_visible=True,
        label="Tabell",
        number="1",
    )


def test_ragged_tables_are_set_row_by_row(document: Callable[..., Document], lines_of: Lines) -> None:
    rows = (
        Row(cells=(a_cell("a", rows=9), a_cell("b", columns=9))),
        Row(cells=()),
        Row(cells=(a_cell("c", rows=2), a_cell("d"), a_cell("för mycket"))),
        Row(role="group", cells=(a_cell("e", columns=2),)),
        Row(cells=(a_cell("f"),)),
        Row(cells=(a_cell("g"), a_cell("h"))),
    )
    (page,) = lines_of(document(Table(id="t", columns=(Column(width=100),) * 2, head=(), rows=rows)))
    assert [line.split() for line in page] == [["a", "b"], ["c"], ["e"], ["f"], ["g", "h"]]


def test_the_head_is_repeated_on_each_page(document: Callable[..., Document], lines_of: Lines) -> None:
    pages = lines_of(document(a_table(80)))
    assert len(pages) == 3
    assert [sum(line.startswith("Namn") for line in page) for page in pages] == [1, 1, 1]


def test_no_row_is_split_between_pages(document: Callable[..., Document], lines_of: Lines) -> None:
    pages = lines_of(document(a_table(40, "ord " * 12)))
    assert len(pages) > 1
    for page in pages:
        numbers = [line.split()[-1] for line in page if line.startswith("ord") and not line.endswith("ord")]
        assert all(numbers.count(number) == 2 for number in numbers)


def test_a_row_that_no_page_can_hold_is_split_and_loses_nothing(
    document: Callable[..., Document], lines_of: Lines
) -> None:
    pages = lines_of(document(a_table(1, "ord " * 600)))
    assert len(pages) > 1
    assert sum(line.split().count("ord") for page in pages for line in page) == 600


def test_a_caption_is_never_left_at_the_foot_of_a_page(
    document: Callable[..., Document], paragraph: Callable[[str], Paragraph], lines_of: Lines
) -> None:
    for filled in range(26, 31):
        pages = lines_of(document(*(paragraph("rad") for _ in range(filled)), a_table(3)))
        page = next(page for page in pages if CAPTION in page)
        assert page[page.index(CAPTION) + 2].startswith("en rad 0")
