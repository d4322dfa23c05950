from __future__ import annotations

import pytest

from plangen.brand.brand import DEFAULT
from plangen.locale.catalogue import LANGUAGES, catalogue
from plangen.writers.docx.default_template import OUTLINE
from plangen.writers.docx.paragraph_styles import paragraph_styles
from plangen.writers.docx.style_names import english


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("heading 1", "heading 1"),
        ("Heading 1", "heading 1"),
        ("Rubrik 1", "heading 1"),
        ("rubrik  2", "heading 2"),
        ("Rubrik", "title"),
        ("Title", "title"),
        ("Underrubrik", "subtitle"),
        ("Punktlista", "list bullet"),
        ("Punktlista 2", "list bullet 2"),
        ("Numrerad lista", "list number"),
        ("Innehåll 3", "toc 3"),
        ("TOC Heading", "toc heading"),
        ("Beskrivning", "caption"),
        ("Fotnotstext", "footnote text"),
        ("Tabelltext", "table text"),
        ("Eget format", "eget format"),
        ("Bild 1", "bild 1"),
    ],
)
def test_a_style_is_known_by_its_english_or_swedish_name(name: str, expected: str) -> None:
    assert english(name) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_style_of_ours_has_a_name_in_each_language(language: str) -> None:
    shown = catalogue(language).word_styles
    for style in paragraph_styles(DEFAULT, OUTLINE):
        family = english(style.name).rstrip(" 0123456789")
        if "landscape" not in family and family != "normal":
            assert family in shown, style.name
            number = english(style.name).removeprefix(family)
            assert english(shown[family] + number) == english(style.name)
