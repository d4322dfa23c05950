from __future__ import annotations

import pytest

from plangen.document.alignment import alignment, printed_head, spacing
from plangen.document.grid import Slot
from plangen.document.inlines import Badge, FootnoteReference, Inline, LineBreak, Text
from plangen.document.nodes import Cell, Column

FIGURES, WORDS = Column(align="right"), Column()


def cell(*inlines: Inline, head: bool = False) -> Cell:
    return Cell(inlines=inlines, header="column" if head else "")


@pytest.mark.parametrize("text", ["98 400", "≤ 5,2", "−13", "80 %", "minst 80", "–", "*", ""])
def test_a_figure_and_a_sign_in_its_place_stand_on_the_right(text: str) -> None:
    assert alignment(cell(Text(text)), FIGURES) == "right"


def test_a_word_among_figures_stands_on_the_left() -> None:
    assert alignment(cell(Text("påbörjat vid två")), FIGURES) == "left"


def test_the_head_of_figures_stands_over_them() -> None:
    assert alignment(cell(Text("Budget"), head=True), FIGURES) == "right"


@pytest.mark.parametrize("column", [Column(), Column(align="center")])
def test_other_columns_have_all_their_cells_alike(column: Column) -> None:
    assert alignment(cell(Text("12")), column) == alignment(cell(Text("ökande")), column) == column.align


@pytest.mark.parametrize(
    ("before", "at", "text", "expected"),
    [
        (FIGURES, WORDS, "bättre", "apart"),
        (FIGURES, FIGURES, "ökande", "apart"),
        (FIGURES, FIGURES, "12", ""),
        (WORDS, WORDS, "bättre", ""),
    ],
)
def test_words_stand_apart_from_the_figures_before_them(before: Column, at: Column, text: str, expected: str) -> None:
    assert spacing(Slot(cell(Text(text)), row=1, column=1), (before, at)) == expected


def test_the_first_column_has_nothing_to_stand_apart_from() -> None:
    assert spacing(Slot(cell(Text("Namn")), row=0, column=0), (WORDS, FIGURES)) == ""


def test_badges_alone_need_less_room_around_them() -> None:
    columns = (Column(align="center"),)
    assert spacing(Slot(cell(Badge("4", 4), LineBreak(), Badge("4.1", 4)), row=1, column=0), columns) == "close"
    assert spacing(Slot(cell(Badge("4", 4), Text(" och 5")), row=1, column=0), columns) == ""
    assert spacing(Slot(cell(), row=1, column=0), columns) == ""


def test_the_year_of_a_broken_head_has_a_line_of_its_own() -> None:
    note = FootnoteReference("n", mark="*")
    column = Column(align="right", broken_head=True)
    printed = printed_head(cell(Text("Budget netto 2026"), note, head=True), column)
    assert printed == (Text("Budget netto"), LineBreak(), Text("2026"), note)


@pytest.mark.parametrize(
    ("of", "column"),
    [
        (cell(Text("Budget 2026"), head=True), Column()),
        (cell(Text("klart 2026")), Column(broken_head=True)),
        (cell(Text("Budget "), Text("2026"), head=True), Column(broken_head=True)),
        (cell(Text("2026"), head=True), Column(broken_head=True)),
        (cell(head=True), Column(broken_head=True)),
    ],
)
def test_all_else_is_printed_as_it_is(of: Cell, column: Column) -> None:
    assert printed_head(of, column) == of.inlines
