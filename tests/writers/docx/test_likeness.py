"""Whether a template sets pages as the brand does: the default one, changed in one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document
from plangen.locale.catalogue import catalogue
from plangen.writers.docx.default_template import default_template
from plangen.writers.docx.into_template import keeps_pages
from plangen.writers.docx.xml import w

from .templates import png, saved, template


def changed(change: Callable[[Any], object]) -> bytes:
    word = docx.Document(BytesIO(default_template(DEFAULT, catalogue("sv"))))
    change(word)
    return saved(word)


def style(name: str) -> Callable[[Any], Any]:
    return lambda word: word.styles[name]


def set_size(word: Any) -> None:
    word.styles["Normal"].font.size = Pt(11)


def set_font(word: Any) -> None:
    word.styles["heading 2"].font.name = "Verdana"


def set_space(word: Any) -> None:
    word.styles["List Bullet"].paragraph_format.space_after = Pt(9)


def set_margin(word: Any) -> None:
    word.sections[-1].left_margin = Mm(40)


def set_height(word: Any) -> None:
    word.sections[-1].top_margin = Mm(50)


def add_logo(word: Any) -> None:
    word.sections[-1].header.paragraphs[0].add_run().add_picture(BytesIO(png(10, 10)), height=Mm(30))


def add_page(word: Any) -> None:
    word.paragraphs[0].paragraph_format.page_break_before = True


def pad_cells(word: Any) -> None:
    margins = word.styles.element.find(f".//{qn('w:style')}[@{qn('w:styleId')}='PlanTable']//{qn('w:tblCellMar')}")
    margins.find(qn("w:left")).set(qn("w:w"), "200")


def indent_numbers(word: Any) -> None:
    level = word.part.numbering_part.element.find(f".//{qn('w:lvl')}")
    level.find(qn("w:suff")).set(qn("w:val"), "tab")


def hyphenate_headings(word: Any) -> None:
    properties = word.styles["heading 1"].element.pPr
    properties.remove(properties.find(qn("w:suppressAutoHyphens")))


def hyphenate_nothing(word: Any) -> None:
    hyphenate_headings(word)
    word.settings.element.remove(word.settings.element.find(qn("w:autoHyphenation")))


def test_the_default_template_sets_pages_as_the_brand_does(every_node: Document) -> None:
    assert keeps_pages(template(changed(lambda word: None)), every_node, DEFAULT)


@pytest.mark.parametrize(
    "change",
    [
        set_size,
        set_font,
        set_space,
        set_margin,
        set_height,
        add_logo,
        add_page,
        pad_cells,
        indent_numbers,
        hyphenate_headings,
    ],
)
def test_one_difference_is_enough(change: Callable[[Any], object], every_node: Document) -> None:
    assert not keeps_pages(template(changed(change)), every_node, DEFAULT)


def colour(word: Any) -> None:
    word.styles["heading 1"].element.rPr.find(qn("w:color")).set(qn("w:val"), "992233")


def reword(word: Any) -> None:
    word.paragraphs[0].add_run(" och mer")


def say_nothing(word: Any) -> None:
    word.settings.element.append(w("docId"))


@pytest.mark.parametrize("change", [colour, reword, say_nothing, hyphenate_nothing])
def test_colours_and_words_change_no_page(change: Callable[[Any], object], every_node: Document) -> None:
    assert keeps_pages(template(changed(change)), every_node, DEFAULT)
