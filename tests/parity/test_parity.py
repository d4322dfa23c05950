"""The three formats of a plan say the same, item by item."""

from __future__ import annotations

from collections import Counter
from difflib import unified_diff

import pytest
from tests.repository import job_of

from plangen.writers.formats import FORMATS

from . import read_docx, read_pdf
from .files import NASTY, PLACES, READERS, built, in_own_looks, in_template, told

PLANS = (NASTY, *PLACES)
PAIRS = (("html", "docx"), ("html", "pdf"), ("docx", "pdf"))


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_formats_say_the_same(plan: str, one: str, other: str) -> None:
    first, second = told(plan, one), told(plan, other)
    assert first == second, "\n".join(
        unified_diff([*map(str, first)], [*map(str, second)], one, other, n=0, lineterm="")
    )


@pytest.mark.parametrize("plan", [name for name, folder in PLACES.items() if job_of(folder).template])
def test_a_word_template_changes_nothing_of_what_the_plan_says(plan: str) -> None:
    assert tuple(in_template(plan)) == tuple(in_own_looks(plan))


@pytest.mark.parametrize("plan", PLANS)
def test_word_and_pdf_name_the_same_pages_in_the_contents_list(plan: str) -> None:
    pages = read_pdf.contents_pages(built(plan)["pdf"])
    assert pages
    assert read_docx.contents_pages(built(plan)["docx"]) == pages


@pytest.mark.parametrize("plan", PLANS)
def test_the_contents_lists_name_the_pages_that_what_they_list_stands_on(plan: str) -> None:
    pdf, items = built(plan)["pdf"], told(plan, "pdf")
    stands = {(item.name, page) for item, page in zip(items, read_pdf.pages_of(pdf), strict=True)}
    entries = [item.target for item in items if item.kind == "contents entry"]
    assert set(zip(entries, read_pdf.contents_pages(pdf), strict=True)) <= stands


@pytest.mark.parametrize("form", FORMATS)
def test_the_nasty_document_has_every_kind_of_item(form: str) -> None:
    kinds = Counter(item.kind for item in told(NASTY, form))
    assert set(kinds) == {
        *("cover", "contents title", "contents entry", "heading", "paragraph", "term", "list item", "image"),
        *("caption", "summary", "head", "cell", "table note", "note", "reference", "link"),
    }
