"""What the styles of headings carry, from the headings that a document has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plangen.document.document import Document
from plangen.document.nodes import ContentsEntry, Heading, Section, TableOfContents
from plangen.writers.docx.outline import level_of, outline

Build = Callable[..., Document]


def headed(level: int, **more: bool) -> Section:
    return Section(heading=Heading(level=level, inlines=(), **more))


def contents(depth: int, *levels: int) -> TableOfContents:
    entries = tuple(ContentsEntry(target="", level=level, number="1", inlines=()) for level in levels)
    return TableOfContents(title=(), depth=depth, entries=entries)


def test_level_without_numbers_is_unnumbered_and_others_are_numbered(document: Build) -> None:
    found = outline(document(headed(1), headed(4, numbered=False)))
    assert found.numbered == {1, 2, 3, 5, 6}


def test_level_starts_pages_where_all_its_headings_do(document: Build) -> None:
    found = outline(document(headed(1, page_break_before=True), headed(2, page_break_before=True), headed(2)))
    assert found.paged == {1}


def test_heading_below_the_list_needs_no_style_of_its_own(document: Build) -> None:
    found = outline(document(contents(4, 1, 2), headed(1), headed(2), headed(4, listed=False)))
    assert found.depth == 2
    assert found.style(Heading(level=4, inlines=(), listed=False)) == "heading 4"


def test_heading_that_looks_unlike_those_of_its_level_has_a_style_of_its_own(document: Build) -> None:
    found = outline(document(contents(3, 1, 2), headed(1), headed(2), headed(3, listed=False)))
    assert found.depth == 2
    assert found.style(Heading(level=3, inlines=(), listed=False)) == "Heading 3 Unlisted"


def test_heading_kept_out_among_listed_ones_has_a_style_of_its_own(document: Build) -> None:
    found = outline(document(contents(3, 1, 2), headed(1), headed(2), headed(2, listed=False)))
    assert found.depth == 3
    assert found.style(Heading(level=2, inlines=(), listed=False)) == "Heading 2 Unlisted"
    assert found.style(Heading(level=2, inlines=())) == "heading 2"


def test_a_rank_of_a_series_has_a_style_of_its_own_at_the_level_where_it_is_first_met(document: Build) -> None:
    first, other = (Heading(level=level, inlines=(), series="goal", rank=1, label="Mål") for level in (2, 3))
    found = outline(document(headed(1), Section(heading=first), Section(heading=other)))
    assert (found.style(first), found.number(first)) == ("Heading Goal 1", None)
    assert (found.style(other), found.number(other)) == ("heading 3", (4, 1))


def test_each_series_has_a_numbering_of_its_own(document: Build) -> None:
    of = [Heading(level=1, inlines=(), series=series, rank=1) for series in ("goal", "appendix", "goal")]
    found = outline(document(*(Section(heading=each) for each in of)))
    assert [(each.series, each.numbering) for each in found.ranks] == [("goal", 4), ("appendix", 5)]


def test_a_rank_starts_pages_where_all_of_its_style_do(document: Build) -> None:
    paged = Heading(level=1, inlines=(), series="appendix", rank=1, page_break_before=True)
    found = outline(document(headed(1), Section(heading=paged)))
    assert (found.paged, found.starts_page(paged)) == (frozenset(), True)
    assert not outline(document(headed(1), Section(heading=paged), counted_twice(paged))).starts_page(paged)


def counted_twice(heading: Heading) -> Section:
    return Section(heading=replace(heading, page_break_before=False))


def test_levels_beyond_the_sixth_are_set_as_the_sixth() -> None:
    assert level_of(Heading(level=8, inlines=())) == 6


def test_longest_number_of_each_level_is_known(document: Build) -> None:
    entries = [ContentsEntry(target="", level=2, number=number, inlines=()) for number in ("1.1", "1.10", "1.2")]
    assert outline(document(TableOfContents(title=(), entries=tuple(entries)))).numbers == {2: "1.10"}
