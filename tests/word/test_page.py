from __future__ import annotations

import pytest

from plangen.word.page import Page, page_of
from plangen.word.xml import WORD, parsed


def page(inner: str) -> Page:
    return page_of(parsed(f'<w:sectPr xmlns:w="{WORD}">{inner}</w:sectPr>'.encode()), Page())


def test_a_section_tells_its_page() -> None:
    found = page('<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1000" w:right="1100" w:top="-900" w:gutter="100"/>')
    assert (found.width, found.height, found.top) == (12240, 15840, 900)
    assert found.text_width == 12240 - 1000 - 1100 - 100


def test_what_a_section_leaves_out_is_as_the_default_has_it() -> None:
    assert page("") == Page()
    assert page('<w:pgSz w:w="10000"/>').height == Page().height


@pytest.mark.parametrize("value", ["", "a", "1e9", "99999999999999", "1.5", "١"])
def test_what_is_no_number_is_as_if_it_were_left_out(value: str) -> None:
    assert page(f'<w:pgSz w:w="{value}"/>') == Page()


def test_margins_may_be_told_by_start_and_end() -> None:
    assert page('<w:pgMar w:start="1" w:end="2"/>').left == 1


def test_a_turned_page_keeps_its_margins() -> None:
    turned = Page(left=1, right=2).turned()
    assert (turned.width, turned.height, turned.left, turned.right) == (Page().height, Page().width, 1, 2)
