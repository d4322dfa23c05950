"""The contents list: a field whose lines are there from the start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plangen.document.document import Document
from plangen.document.nodes import (
    ContentsEntry,
    FootnoteReference,
    Heading,
    Section,
    TableOfContents,
    Text,
)

Build = Callable[..., Document]
Body = Callable[..., Any]

ENTRIES = (
    ContentsEntry(target="a", level=1, number="1", inlines=(Text("Ett"), FootnoteReference("n", mark="1"))),
    ContentsEntry(target="b", level=2, number="1.1", inlines=(Text("Två"),)),
    ContentsEntry(target="c", level=1, number="", inlines=(Text("Tre"),)),
)
SECTIONS = tuple(
    Section(id=each.target, heading=Heading(level=each.level, inlines=each.inlines[:1])) for each in ENTRIES
)


def test_lines_have_number_title_and_page(document: Build, body: Body) -> None:
    plan = document(TableOfContents(title=(Text("Innehåll"),), entries=ENTRIES), *SECTIONS)
    found = body(plan, {"a": 3, "b": 4})
    lines = found.xpath("w:p[.//w:hyperlink]")
    assert ["".join(line.xpath(".//w:t/text()")) for line in lines] == ["1 Ett3", "1.1 Två4", "Tre"]
    assert [line.style for line in lines] == ["TOC1", "TOC2", "TOC1"]
    assert found.xpath("string(w:p[1]/w:pPr/w:pStyle/@w:val)") == "TOCHeading"


def test_lines_lead_to_bookmarks_around_the_headings(document: Build, body: Body) -> None:
    found = body(document(TableOfContents(title=(), entries=ENTRIES), *SECTIONS))
    names = ["_Toc_a", "_Toc_b", "_Toc_c"]
    assert found.xpath(".//w:hyperlink/@w:anchor") == names
    assert found.xpath("w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]/w:bookmarkStart/@w:name") == names


def test_field_starts_in_the_first_line_and_ends_in_the_last(document: Build, body: Body) -> None:
    found = body(document(TableOfContents(title=(), depth=2, entries=ENTRIES)))
    assert found.xpath("string(w:p[1]//w:instrText)").strip() == 'TOC \\o "1-2" \\h \\z \\u'
    kinds = found.xpath(".//w:fldChar/@w:fldCharType")
    assert kinds.count("begin") == kinds.count("end") == 4
    assert found.xpath("string(w:p[3]/w:r[last()]/w:fldChar/@w:fldCharType)") == "end"


def test_list_ends_above_levels_that_hold_only_headings_kept_out(document: Build, body: Body) -> None:
    out = Section(heading=Heading(level=3, inlines=(), listed=False))
    found = body(document(TableOfContents(title=(), depth=3, entries=ENTRIES), out))
    assert '"1-2"' in found.xpath("string(.//w:instrText)")
