"""Numberings of headings and lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from plangen.document.document import Document
from plangen.document.nodes import (
    Heading,
    ListItem,
    OrderedList,
    Section,
)

Build = Callable[..., Document]
Parts = Callable[..., Mapping[str, Any]]
XPath = Callable[[Any, str], Any]


def test_heading_styles_and_levels_of_the_numbering_point_to_each_other(
    document: Build, parts: Parts, xpath: XPath
) -> None:
    files = parts(document(Section(heading=Heading(level=1, inlines=()))))
    levels = xpath(files["word/numbering.xml"], "w:abstractNum[1]/w:lvl")
    assert [xpath(level, "string(w:lvlText/@w:val)") for level in levels[:3]] == ["%1", "%1.%2", "%1.%2.%3"]
    for index, level in enumerate(levels[:6]):
        style = xpath(level, "string(w:pStyle/@w:val)")
        numbered = xpath(files["word/styles.xml"], f"w:style[@w:styleId='{style}']/w:pPr/w:numPr")[0]
        assert xpath(numbered, "string(w:numId/@w:val)") == "1"
        assert (xpath(numbered, "string(w:ilvl/@w:val)") or "0") == str(index)


def test_unnumbered_level_is_bound_to_no_style(document: Build, parts: Parts, xpath: XPath) -> None:
    files = parts(document(Section(heading=Heading(level=1, inlines=(), numbered=False))))
    assert xpath(files["word/numbering.xml"], "w:abstractNum[1]/w:lvl[1]/w:pStyle") == []
    assert xpath(files["word/styles.xml"], "w:style[@w:styleId='Heading1']/w:pPr/w:numPr") == []


def test_each_ordered_list_starts_anew(document: Build, parts: Parts, xpath: XPath) -> None:
    inner = OrderedList(items=(ListItem(blocks=()),))
    files = parts(document(OrderedList(items=(ListItem(blocks=(inner,)),)), OrderedList(items=(), start=7), inner))
    overrides = xpath(files["word/numbering.xml"], "w:num/w:lvlOverride")
    starts = [(xpath(each, "string(@w:ilvl)"), xpath(each, "string(w:startOverride/@w:val)")) for each in overrides]
    assert starts == [("0", "1"), ("1", "1"), ("0", "7"), ("0", "1")]
