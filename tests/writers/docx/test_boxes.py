"""A box as a table of one cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plangen.brand.brand import DEFAULT
from plangen.writers.docx.boxes import box, unboxed
from plangen.writers.docx.flow import paragraph


def test_box_is_as_wide_as_the_text_with_a_bar_on_its_left(xpath: Callable[[Any, str], Any]) -> None:
    table, cell = box(DEFAULT)
    assert xpath(table, "string(w:tblPr/w:tblW/@w:w)") == "9071"
    assert xpath(cell, "string(w:tcPr/w:tcBorders/w:left/@w:color)") == DEFAULT.colours.accent.removeprefix("#")


def test_paragraph_in_a_box_has_none_of_its_own(xpath: Callable[[Any, str], Any]) -> None:
    found = paragraph("Callout Title", (), *unboxed())
    assert set(xpath(found, "w:pPr/w:pBdr/*/@w:val")) == {"nil"}
