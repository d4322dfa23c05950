"""Every plan's PDF page by page: where lines and headings stand, what its pages are called and what its links say."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.acceptance.page_breaks import (
    below,
    lone_items,
    lone_lines,
    low_headings,
    marks_of,
    notes_apart,
    table_notes,
    torn_rows,
)
from tests.parity.pdf_marks import UNMARKED, read_marks
from tests.parity.pdf_tree import Leads, read_tree
from tests.repository import PLANS, job_of

from plangen.build import write


@pytest.fixture(scope="module", params=PLANS, ids=lambda path: path.name)
def folder(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="module")
def pdf(folder: Path) -> bytes:
    return write(job_of(folder), "pdf")


def test_no_paragraph_leaves_a_line_alone_on_a_page(pdf: bytes) -> None:
    assert any(each.tag == "P" for each in below(read_tree(pdf)))
    assert lone_lines(pdf) == []


def test_no_heading_is_the_last_on_its_page(pdf: bytes) -> None:
    assert low_headings(pdf) == []


def test_no_page_ends_within_a_row_or_leaves_an_item_of_a_list_alone(pdf: bytes) -> None:
    assert torn_rows(pdf) == []
    assert lone_items(pdf) == []


def test_no_page_ends_between_a_table_and_its_notes(folder: Path, pdf: bytes) -> None:
    assert notes_apart(pdf, table_notes(job_of(folder).document)) == []


def test_pages_are_called_what_is_printed_on_them(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        labels = [page.label for page in opened.pages]
    assert labels == [str(number) for number in range(1, len(labels) + 1)]
    for page, label in enumerate(labels[1:], start=1):
        assert re.search(rf"(?<!\d){label}(?!\d)", read_marks(pdf).texts[page, UNMARKED])


def test_every_link_is_tagged_with_its_text(pdf: bytes) -> None:
    links = [each for each in below(read_tree(pdf)) if each.tag == "Link"]
    assert links
    for link in links:
        assert "".join(read_marks(pdf).texts[mark.page, mark.number] for mark in marks_of(link)).strip()
        assert any(isinstance(kid, Leads) for each in below(link) for kid in each.kids)
    with pikepdf.open(BytesIO(pdf)) as opened:
        notes = [note for page in opened.pages for note in page.get("/Annots", ()) if note.Subtype == "/Link"]
        assert notes
        assert all(str(note.Contents) for note in notes)
