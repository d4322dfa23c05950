"""Every plan's PDF page by page: where lines and headings stand, what its pages are called and what its links say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from tests.parity.pdf_marks import UNMARKED, read_marks
from tests.parity.pdf_tree import Element, Leads, Mark, read_tree
from tests.repository import PLANS, job_of

from plangen.build import write
from plangen.document.nodes import Table, TableNote
from plangen.document.walk import every_block, plain_text

LINE = 7.0
"""Points between two lines at least; what is nearer is of one line, a mark of a note say."""

HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})


@pytest.fixture(scope="module", params=PLANS, ids=lambda path: path.name)
def folder(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="module")
def pdf(folder: Path) -> bytes:
    return write(job_of(folder), "pdf")


def below(element: Element) -> Iterator[Element]:
    """An element and all below it, in reading order."""
    yield element
    for kid in element.elements:
        yield from below(kid)


def marks_of(element: Element) -> list[Mark]:
    return [kid for each in below(element) for kid in each.kids if isinstance(kid, Mark)]


def text_of(element: Element, pdf: bytes) -> str:
    texts = read_marks(pdf).texts
    return " ".join("".join(texts[mark.page, mark.number] for mark in marks_of(element)).split())


def table_notes(folder: Path) -> tuple[TableNote, ...]:
    blocks = every_block(job_of(folder).document)
    return tuple(note for block in blocks if isinstance(block, Table) for note in block.notes)


def lines_of(element: Element, pdf: bytes) -> dict[int, list[float]]:
    """The baselines of an element's lines, from above, by page."""
    found: dict[int, set[float]] = defaultdict(set)
    for mark in marks_of(element):
        found[mark.page] |= read_marks(pdf).baselines[mark.page, mark.number]
    lines: dict[int, list[float]] = {}
    for page, baselines in found.items():
        ordered = sorted(baselines, reverse=True)
        lines[page] = ordered[:1] + [lower for upper, lower in pairwise(ordered) if upper - lower >= LINE]
    return lines


def test_no_paragraph_leaves_a_line_alone_on_a_page(pdf: bytes) -> None:
    paragraphs = [each for each in below(read_tree(pdf)) if each.tag == "P"]
    assert paragraphs
    for paragraph in paragraphs:
        lines = lines_of(paragraph, pdf)
        if len(lines) > 1:
            assert min(map(len, lines.values())) > 1, [read_marks(pdf).texts[page, UNMARKED] for page in lines]


def test_no_heading_is_the_last_on_its_page(pdf: bytes) -> None:
    lowest: dict[int, tuple[float, str]] = {}
    for element in below(read_tree(pdf)):
        for mark in (kid for kid in element.kids if isinstance(kid, Mark)):
            for baseline in read_marks(pdf).baselines[mark.page, mark.number]:
                lowest[mark.page] = min(lowest.get(mark.page, (baseline, element.tag)), (baseline, element.tag))
    assert lowest
    assert [page + 1 for page, (_, tag) in lowest.items() if tag in HEADINGS] == []


def test_no_page_ends_between_a_table_and_its_notes(folder: Path, pdf: bytes) -> None:
    notes = {f"{note.mark} {plain_text(note.inlines)}".strip() for note in table_notes(folder)}
    found: set[str] = set()
    last_row: set[int] = set()
    for element in below(read_tree(pdf)):
        if element.tag == "TR":
            last_row = {mark.page for mark in marks_of(element)}
        elif element.tag in ("P", "Note") and (text := text_of(element, pdf)) in notes:
            assert {mark.page for mark in marks_of(element)} <= last_row, text
            found.add(text)
    assert found == notes


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
