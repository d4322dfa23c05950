"""Numberings of headings and lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from plangen.document.document import Document
from plangen.document.nodes import Heading, ListItem, OrderedList, Section

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


def test_a_heading_without_its_styles_number_has_a_numbering_that_prints_nothing(
    document: Build, parts: Parts, xpath: XPath
) -> None:
    headings = [Section(heading=Heading(level=1, inlines=(), numbered=numbered)) for numbered in (True, False)]
    files = parts(document(*headings))
    (named,) = xpath(files["word/document.xml"], "//w:p/w:pPr/w:numPr/w:numId/@w:val")
    (found,) = xpath(files["word/numbering.xml"], f"w:abstractNum[@w:abstractNumId='{named}']")
    assert set(xpath(found, "w:lvl/w:numFmt/@w:val")) == {"none"}
    assert xpath(parts(document(headings[0]))["word/numbering.xml"], "count(w:num)") == 3


def test_the_numbers_of_a_series_hold_its_label_and_are_bound_to_its_styles(
    document: Build, parts: Parts, xpath: XPath
) -> None:
    outer = Heading(level=2, inlines=(), series="goal", rank=1, label="Inriktning 9 %1", numeral="I")
    inner = Heading(level=3, inlines=(), series="goal", rank=2, label="Mål", numeral="a")
    files = parts(document(Section(heading=outer, blocks=(Section(heading=inner),))))
    first, second = xpath(files["word/numbering.xml"], "w:abstractNum[@w:abstractNumId='4']/w:lvl")[:2]
    assert xpath(first, "string(w:lvlText/@w:val)") == "Inriktning 9 %\u20601\u00a0%1:"
    assert xpath(second, "string(w:lvlText/@w:val)") == "Mål\u00a0%1.%2:"
    assert [xpath(each, "string(w:numFmt/@w:val)") for each in (first, second)] == ["upperRoman", "lowerLetter"]
    for level, style in ((first, "HeadingGoal1"), (second, "HeadingGoal2")):
        assert xpath(level, "string(w:pStyle/@w:val)") == style
        assert (
            xpath(files["word/styles.xml"], f"string(w:style[@w:styleId='{style}']/w:pPr/w:numPr/w:numId/@w:val)")
            == "4"
        )
