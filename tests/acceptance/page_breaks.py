"""A tagged PDF, whoever made it -> where its pages end badly: by its structure tree and the baselines of its marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tests.parity.pdf_marks import read_marks
from tests.parity.pdf_tree import Element, Mark, read_tree

from plangen.document.document import Document
from plangen.document.nodes import Table
from plangen.document.walk import every_block, plain_text

LINE = 7.0
"""Points between two lines at least; what is nearer is of one line, a mark of a note say."""

HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})

NOTES = frozenset({"P", "Note", "NonStruct"})
"""What notes under tables are tagged as; Chromium gives what has a role of its own no type."""


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


def lone_lines(pdf: bytes) -> list[str]:
    """The paragraphs of which a page has one line alone."""
    found = []
    for paragraph in (each for each in below(read_tree(pdf)) if each.tag == "P"):
        lines = lines_of(paragraph, pdf)
        if len(lines) > 1 and min(map(len, lines.values())) == 1:
            found.append(text_of(paragraph, pdf))
    return found


def low_headings(pdf: bytes) -> list[int]:
    """The pages whose last line is a heading's."""
    lowest: dict[int, tuple[float, str]] = {}
    for element in below(read_tree(pdf)):
        for mark in (kid for kid in element.kids if isinstance(kid, Mark)):
            for baseline in read_marks(pdf).baselines[mark.page, mark.number]:
                lowest[mark.page] = min(lowest.get(mark.page, (baseline, element.tag)), (baseline, element.tag))
    assert lowest
    return [page + 1 for page, (_, tag) in lowest.items() if tag in HEADINGS]


def torn_rows(pdf: bytes) -> list[str]:
    """The rows of tables that stand on several pages; a head's stand on each."""
    rows = (
        each for each in below(read_tree(pdf)) if each.tag == "TR" and any(cell.tag == "TD" for cell in below(each))
    )
    return [text_of(row, pdf) for row in rows if len({mark.page for mark in marks_of(row)}) > 1]


def lone_items(pdf: bytes) -> list[str]:
    """The first and last items of lists that stand on a page without the next or the one before."""
    lists = [each for each in below(read_tree(pdf)) if each.tag == "L"]
    found = []
    for items in ([item for item in each.elements if item.tag == "LI"] for each in lists):
        pages = [{mark.page for mark in marks_of(item)} for item in items]
        pairs = [(0, 1), (len(items) - 2, len(items) - 1)] if len(items) > 1 else []
        found += [text_of(items[lower], pdf) for upper, lower in pairs if not pages[upper] & pages[lower]]
    return found


def table_notes(document: Document) -> set[str]:
    """What the notes of a document's tables print, each with its mark."""
    tables = (block for block in every_block(document) if isinstance(block, Table))
    return {f"{note.mark} {plain_text(note.inlines)}".strip() for table in tables for note in table.notes}


def notes_apart(pdf: bytes, notes: Iterable[str]) -> list[str]:
    """The notes of tables, each by its mark and text, that stand on another page than their table's last row."""
    left, apart = set(notes), []
    last_row: set[int] = set()
    for element in below(read_tree(pdf)):
        if element.tag == "TR":
            last_row = {mark.page for mark in marks_of(element)}
        elif element.tag in NOTES and (text := text_of(element, pdf)) in left:
            left.discard(text)
            if not {mark.page for mark in marks_of(element)} <= last_row:
                apart.append(text)
    assert not left, "notes that aren't found"
    return apart
