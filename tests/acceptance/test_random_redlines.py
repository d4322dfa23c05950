"""Random edits of random documents, in all faces: all accepted give the new document, none the old one.

Both ways, and read as Word and a browser read them, and from the tags of a PDF. Of documents that are equal nothing is
marked. LibreOffice has the corpus of real edits alone (`test_tracked_changes.py`), since it takes longer.
"""

from __future__ import annotations

import re
from functools import cache

import pytest
from tests.document.diff.random_documents import Writer
from tests.writers.docx.revisions import marks, widths
from tests.writers.html.revisions import said

from plangen.brand.brand import DEFAULT
from plangen.build import layout
from plangen.document.diff.compare import compare
from plangen.document.document import Document
from plangen.document.resolve import resolve
from plangen.locale.catalogue import catalogue
from plangen.writers.docx.writer import write_docx

from .redline_pdf import excerpt, expected, read_back, together
from .redlines import SIDES, bare, lines, page, page_words, tracked

SEEDS = range(40)
MARKED = re.compile(rb"<(ins|del)\b|class=\"[^\"]*\b(diff-(inserted|deleted|moved|note)|change)\b")


@cache
def sides(seed: int) -> tuple[Document, Document]:
    """A document and what became of it."""
    writer = Writer(seed)
    base = writer.document()
    return _resolved(base), _resolved(writer.edited(base))


def _resolved(document: Document) -> Document:
    words = catalogue(document.metadata.language)
    found, faults = resolve(document, words, layout(DEFAULT, words))
    assert not [each for each in faults if each.code != "table-too-wide"]
    return found


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_word_and_the_page_have_both_documents_in_one(seed: int, backwards: bool) -> None:
    both = sides(seed)[::-1] if backwards else sides(seed)
    compared = compare(*both)
    word, html = write_docx(tracked(compared), DEFAULT, {}), page(compared)
    for side, document in zip(SIDES, both, strict=True):
        fresh = write_docx(document, DEFAULT, {})
        assert (lines(word, side), widths(word, side)) == (lines(fresh), widths(fresh, "new"))
        assert said(html, side) == page_words(document)


@pytest.mark.parametrize("share", range(3))
def test_the_pdf_has_both_documents_in_one(share: int) -> None:
    """Of fewer documents, and many in one PDF, since setting pages takes long."""
    found = [sides(seed)[:: -1 if backwards else 1] for seed in SEEDS[share:30:3] for backwards in (False, True)]
    excerpts = [excerpt(bare(tracked(compare(*both))), number) for number, both in enumerate(found)]
    for read, each in zip(read_back(together(excerpts)), excerpts, strict=True):
        assert read == expected(each)


@pytest.mark.parametrize("seed", range(10))
def test_documents_with_nothing_in_common_are_both_there_whole(seed: int) -> None:
    other = Writer(seed + 1000)
    other.names = 1000
    both = sides(seed)[0], _resolved(other.document())
    compared = compare(*both)
    word, html = write_docx(tracked(compared), DEFAULT, {}), page(compared)
    for side, document in zip(SIDES, both, strict=True):
        fresh = write_docx(document, DEFAULT, {})
        assert (lines(word, side), widths(word, side)) == (lines(fresh), widths(fresh, "new"))
        assert said(html, side) == page_words(document)


@pytest.mark.parametrize("seed", range(20))
def test_equal_documents_have_no_mark_in_any_face(seed: int) -> None:
    document, _ = sides(seed)
    compared = compare(document, document)
    assert marks(write_docx(tracked(compared), DEFAULT, {})) == set()
    body = page(compared).split(b"<main", 1)[1]
    assert MARKED.search(body.split(b"<nav id=", 1)[0]) is None
