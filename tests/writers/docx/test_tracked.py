"""Marks of a comparison as Word's tracked changes."""

import pytest
from docx.oxml.ns import qn

from plangen.document.inlines import Change
from plangen.writers.docx.runs import text_run
from plangen.writers.docx.tracked import Tracking, parted
from plangen.writers.docx.xml import w

INSERTED, DELETED = Change("inserted"), Change("deleted")


@pytest.fixture
def tracking():
    return Tracking("Nämnden", "2026-11-23T00:00:00Z")


def tags(elements):
    return [each.tag.rpartition("}")[2] for each in elements]


def test_runs_without_a_mark_are_left_alone(tracking):
    runs = text_run("a")
    assert tracking.runs(runs, None) == runs
    assert tracking.runs(runs, Change("reformatted")) == runs


def test_inserted_runs_stand_in_an_insertion_with_author_and_date(tracking):
    [mark] = tracking.runs([*text_run("a"), *text_run("b")], INSERTED)
    assert tags([mark]) == ["ins"]
    assert [mark.get(qn(f"w:{name}")) for name in ("id", "author", "date")] == ["1", "Nämnden", "2026-11-23T00:00:00Z"]
    assert len(mark) == 2


def test_deleted_text_is_deleted_text(tracking):
    [mark] = tracking.runs(text_run("a"), DELETED)
    assert tags([mark]) == ["del"]
    assert tags(mark[0]) == ["delText"]


def test_what_holds_runs_is_marked_within(tracking):
    link = w("hyperlink", *text_run("a"), anchor="x")
    [found] = tracking.runs([link], INSERTED)
    assert tags([found]) == ["hyperlink"]
    assert tags(found) == ["ins"]


def test_a_paragraph_is_marked_with_its_mark_and_all_its_runs_once(tracking):
    paragraph = w("p", w("pPr", w("pStyle", val="x")), *tracking.runs(text_run("a"), INSERTED), *text_run("b"))
    tracking.paragraphs([paragraph], INSERTED)
    assert tags(paragraph) == ["pPr", "ins", "ins"]
    assert tags(paragraph[0]) == ["pStyle", "rPr"]
    assert tags(paragraph[0][1]) == ["ins"]


def test_all_rows_of_a_deleted_table_are_deleted(tracking):
    row = w("tr", w("trPr"), w("tc", w("tcPr"), w("p", *text_run("a"))))
    tracking.paragraphs([w("tbl", row)], DELETED)
    assert tags(row[0]) == ["del"]
    tracking.row(row, DELETED)
    assert tags(row[0]) == ["del"]


def test_a_cell_of_a_new_column_says_so(tracking):
    cell = w("tc", w("tcPr"), w("p", *text_run("a")))
    tracking.cell(cell, INSERTED)
    assert tags(cell[0]) == ["cellIns"]
    assert tags(cell[1]) == ["pPr", "ins"]


def test_no_two_marks_have_one_number(tracking):
    marks = [mark for _ in range(3) for mark in tracking.runs(text_run("a"), INSERTED)]
    assert [mark.get(qn("w:id")) for mark in marks] == ["1", "2", "3"]


def line(text, *marks, end=None):
    own = w("pPr", w("rPr", w(end))) if end else w("pPr")
    return w("p", own, *text_run(text), *marks)


def ends(paragraphs):
    return [
        [each.tag.rpartition("}")[2] for each in paragraph.iterfind(".//" + qn("w:rPr") + "/*")]
        for paragraph in paragraphs
    ]


def test_a_new_end_is_that_of_the_paragraph_that_was_written_on():
    body = w(
        "body", line("a", w("ins", *text_run("b"))), w("p", w("pPr", w("rPr", w("ins"))), w("ins", *text_run("c")))
    )
    parted(body)
    assert ends(body) == [["ins"], []]


def test_words_that_new_ones_replaced_stand_after_them_where_a_new_paragraph_follows():
    last = line("a", w("del", *text_run("b")), w("ins", *text_run("c")))
    body = w("body", last, w("p", w("pPr", w("rPr", w("ins"))), w("ins", *text_run("d"))))
    parted(body)
    assert tags(last) == ["pPr", "r", "ins", "del"]
    assert ends(body) == [[], ["ins"]]


def test_words_in_front_of_a_kept_paragraph_are_left_where_they_are():
    body = w("body", line("a", w("ins", *text_run("b"))), line("c"))
    parted(body)
    assert ends(body) == [[], []]


def test_the_end_of_a_paragraph_is_marked_alone():
    paragraph = w("p", *text_run("a"))
    Tracking().end(paragraph, DELETED)
    assert tags(paragraph) == ["pPr", "r"]
    assert ends([paragraph]) == [["del"]]


def test_a_cell_of_a_column_that_is_gone_says_so_and_so_does_its_text(tracking):
    cell = w("tc", w("tcPr"), w("p", *text_run("a")))
    tracking.cell(cell, DELETED)
    assert tags(cell[0]) == ["cellDel"]
    assert tags(cell[1]) == ["pPr", "del"]
