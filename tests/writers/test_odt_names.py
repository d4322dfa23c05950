from __future__ import annotations

from plangen.brand.brand import STYLES
from plangen.writers.odt_names import COVER, PARAGRAPHS, contents_line


def test_each_kind_of_paragraph_that_a_brand_has_is_a_style_but_what_stands_in_none() -> None:
    assert set(PARAGRAPHS.values()) == set(STYLES)
    assert set(PARAGRAPHS) >= COVER


def test_a_line_deeper_than_the_brand_has_looks_like_the_deepest() -> None:
    assert [contents_line(depth) for depth in (1, 3, 6)] == ["Contents_20_1", "Contents_20_3", "Contents_20_3"]
