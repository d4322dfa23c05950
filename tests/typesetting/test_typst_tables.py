from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document
from plangen.document.inlines import FootnoteReference, Inline, Link, Text
from plangen.document.nodes import Cell, Column, Note, Paragraph, Row, Table, TableNote
from plangen.typesetting.typst_tables import sticky_rows

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


@pytest.mark.parametrize("above", range(24, 30))
def test_two_rows_at_the_least_stand_on_each_side_of_a_pages_end(
    above: int, document: Callable[..., Document], lines_of: Lines
) -> None:
    lead = tuple(Paragraph(id=f"p{at}", inlines=(Text("Text"),)) for at in range(above))
    pages = lines_of(document(*lead, a_table(12)))
    assert all(sum(line.startswith("en rad") for line in page) not in (1, 11) for page in pages)


@pytest.mark.parametrize("above", range(14, 20))
def test_a_sum_stands_by_the_row_above_it(above: int, document: Callable[..., Document], lines_of: Lines) -> None:
    lead = tuple(Paragraph(id=f"p{at}", inlines=(Text("Text"),)) for at in range(above))
    node = a_table(12)
    node = replace(node, rows=(*node.rows[:-1], replace(node.rows[-1], role="total")))
    assert all(
        "en rad 10 10" in page or "en rad 11 11" not in page for page in _spaced(lines_of(document(*lead, node)))
    )


def _spaced(pages: list[list[str]]) -> list[list[str]]:
    return [[" ".join(line.split()) for line in page] for page in pages]


def test_rows_that_only_are_kept_by_the_next_never_stand_by_another_such() -> None:
    group = Row(cells=(a_cell("grupp", columns=2),), role="group")
    node = a_table(12)
    head = len(node.head)
    assert sticky_rows(node, DEFAULT) == {head, head + 10}
    assert sticky_rows(replace(node, rows=(group, *node.rows)), DEFAULT) == {head, head + 11}
    long = replace(node, rows=(Row(cells=(a_cell("ord " * 400), a_cell("1"))), *node.rows))
    assert sticky_rows(long, DEFAULT) == {head + 11}
    assert sticky_rows(a_table(3), DEFAULT) == frozenset()


@pytest.mark.parametrize(
    ("marked", "repeated"),
    [
        (FootnoteReference("t.n", mark="*", in_table=True), True),
        (Link("https://a.example", (Text("länk"),)), True),
        (FootnoteReference("n", mark="1"), False),
    ],
)
def test_a_head_that_leads_somewhere_is_repeated_unless_it_has_a_note_of_the_document(
    marked: Inline, repeated: bool, document: Callable[..., Document], lines_of: Lines
) -> None:
    node = a_table(80)
    first, *rest = node.head[0].cells
    head = replace(node.head[0], cells=(replace(first, inlines=(*first.inlines, marked)), *rest))
    notes = (TableNote(id="t.n", mark="*", inlines=(Text("Under tabellen."),)),)
    below = (Note(id="n", number="1", blocks=(Paragraph(inlines=(Text("En not."),)),)),)
    pages = lines_of(document(replace(node, head=(head,), notes=notes), notes=below))
    named = [any(line.startswith("Namn") for line in page) for page in pages]
    assert named[0]
    assert named[1] is repeated


def test_notes_of_a_table_without_ids_are_set(document: Callable[..., Document], lines_of: Lines) -> None:
    notes = (TableNote(id="", mark="*", inlines=(Text("Under tabellen."),)),)
    pages = lines_of(document(replace(a_table(2), notes=notes)))
    assert any("Under tabellen." in line for page in pages for line in page)


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


@pytest.mark.parametrize("rows", range(30, 36))
def test_notes_are_never_parted_from_the_last_row(
    document: Callable[..., Document], lines_of: Lines, rows: int
) -> None:
    notes = tuple(TableNote(id=f"n{at}", mark="*" * at, inlines=(Text(f"Not {at}"),)) for at in (1, 2, 3))
    pages = lines_of(document(replace(a_table(rows), notes=notes), Paragraph(id="p", inlines=(Text("Slut"),))))
    (page,) = (page for page in pages if "* Not 1" in page)
    at = page.index("* Not 1")
    assert page[at - 1].startswith(f"en rad {rows - 1}")
    assert page[at : at + 3] == ["* Not 1", "** Not 2", "*** Not 3"]


def test_a_caption_is_never_left_at_the_foot_of_a_page(
    document: Callable[..., Document], paragraph: Callable[[str], Paragraph], lines_of: Lines
) -> None:
    for filled in range(26, 31):
        pages = lines_of(document(*(paragraph("rad") for _ in range(filled)), a_table(3)))
        page = next(page for page in pages if CAPTION in page)
        assert page[page.index(CAPTION) + 2].startswith("en rad 0")


def grouped(filled: int, *, groups: int) -> tuple[Row, ...]:
    """Rows, the title of a group, and a name beside some rows of groups."""
    rows = [Row(cells=(a_cell("fyllnad"), a_cell("1"))) for _ in range(filled)]
    rows.append(Row(role="group", cells=(a_cell("Titel", columns=2),)))
    rows.append(Row(cells=(a_cell("Namn", rows=groups), a_cell("grupp 1"))))
    rows += [Row(cells=(a_cell(f"grupp {number}"),)) for number in range(2, groups + 1)]
    return tuple(rows)


def set_with(document: Callable[..., Document], lines_of: Lines, rows: tuple[Row, ...]) -> list[list[str]]:
    return lines_of(document(Table(id="t", columns=(Column(width=100),) * 2, head=(), rows=rows)))


def test_a_title_and_the_rows_that_a_name_spans_are_never_parted(
    document: Callable[..., Document], lines_of: Lines
) -> None:
    for filled in range(30, 44):
        pages = set_with(document, lines_of, grouped(filled, groups=3))
        (page,) = (page for page in pages if "Titel" in page)
        assert [line.split()[-2:] for line in page[page.index("Titel") + 1 :]] == [
            ["grupp", "1"],
            ["grupp", "2"],
            ["grupp", "3"],
        ]


def test_a_name_that_spans_more_rows_than_a_page_holds_goes_on_over_pages(
    document: Callable[..., Document], lines_of: Lines
) -> None:
    pages = set_with(document, lines_of, grouped(5, groups=90))
    assert len(pages) > 2
    found = [line for page in pages for line in page if "grupp" in line]
    assert [line.removeprefix("Namn ").strip() for line in found] == [f"grupp {number}" for number in range(1, 91)]
