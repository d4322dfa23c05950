"""The contents list as a landmark of nested lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.document.inlines import FootnoteReference, Text
from plangen.document.nodes import ContentsEntry, TableOfContents
from plangen.locale.catalogue import catalogue
from plangen.writers.html.contents import contents
from plangen.writers.html.context import Context


@pytest.fixture
def context() -> Context:
    return Context(catalogue("sv").labels, 10)


def entry(target: str, level: int, number: str = "") -> ContentsEntry:
    return ContentsEntry(target=target, level=level, number=number, inlines=(Text(target.upper()),))


def written(context: Context, *entries: ContentsEntry) -> str:
    return contents(TableOfContents(id="toc", title=(Text("Innehåll"),), entries=entries), context).replace("\n", "")


def test_contents_are_a_named_landmark(context: Context) -> None:
    assert written(context).startswith(
        '<nav id="toc" class="contents" aria-labelledby="toc~title">'
        '<h2 id="toc~title" class="contents-title">Innehåll</h2>'
    )


def test_entries_are_nested_by_level_with_their_numbers(context: Context) -> None:
    html = written(context, entry("a", 1, "1"), entry("b", 2, "1.1"), entry("c", 1))
    assert (
        '<ol><li class="contents-1"><a href="#a"><span class="number">1</span> <span class="title">A</span></a>'
        '<ol><li class="contents-2"><a href="#b"><span class="number">1.1</span> <span class="title">B</span></a>'
        "</li></ol></li>"
        '<li class="contents-1"><a href="#c"><span class="title">C</span></a></li></ol>'
    ) in html


def test_entry_that_skips_or_starts_below_a_level_is_kept(context: Context) -> None:
    html = written(context, entry("a", 2), entry("b", 1), entry("c", 3), entry("d", 2))
    assert [html.index(f'href="#{target}"') for target in "abcd"] == sorted(html.index(f'href="#{t}"') for t in "abcd")
    assert html.count("<li") == html.count("</li>") == 4


def test_note_of_a_title_is_not_repeated(context: Context) -> None:
    noted = ContentsEntry(
        target="a", level=1, number="", inlines=(Text("A"), FootnoteReference("n", mark="1", reference=1))
    )
    assert "<sup>" not in written(context, noted)


def test_number_with_a_label_goes_with_the_title(context: Context) -> None:
    html = written(context, replace(entry("a", 2, "A.1"), label="Mål"))
    assert '<a href="#a"><span class="title">Mål\u00a0A.1: A</span></a>' in html
