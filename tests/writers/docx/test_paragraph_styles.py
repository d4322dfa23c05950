"""The paragraph styles: built-in ones wherever Word has them, and the brand's looks."""

from __future__ import annotations

from collections.abc import Callable

import docx
import pytest
from docx.oxml.ns import qn
from tests.repository import PROJECT

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document
from plangen.document.nodes import ContentsEntry, Heading, Section, TableOfContents
from plangen.readers.brand import read_brand
from plangen.source.source import Folder
from plangen.typesetting.metrics import text_width
from plangen.typesetting.typst_blocks import HEADINGS
from plangen.writers.docx.outline import outline
from plangen.writers.docx.paragraph_styles import ParagraphStyle, paragraph_styles
from plangen.writers.docx.sheet import Sheet, value
from plangen.writers.docx.xml import hex_colour

Named = Callable[..., dict[str, ParagraphStyle]]


@pytest.fixture
def named(document: Callable[..., Document]) -> Named:
    return lambda *blocks: {style.name: style for style in paragraph_styles(DEFAULT, outline(document(*blocks)))}


def test_built_in_styles_have_words_own_names(named: Named) -> None:
    built_in = {name for name, style in named().items() if not style.own}
    assert built_in >= {"Normal", "Title", "Subtitle", "TOC Heading", "Quote", "caption", "footnote text"}
    assert built_in >= {"heading 1", "heading 6", "toc 1", "toc 3", "header", "footer"}
    assert built_in >= {"List Bullet", "List Bullet 2", "List Number", "List Continue"}


def test_styles_stand_after_those_that_they_are_based_on(named: Named) -> None:
    seen = {""}
    for style in named().values():
        assert style.based_on in seen
        seen.add(style.name)


def test_title_in_the_contents_runs_over_under_its_own_start(named: Named) -> None:
    entry = ContentsEntry(target="", level=3, number="6.4.1", inlines=())
    style = named(TableOfContents(title=(), entries=(entry,)))["toc 3"]
    width = text_width("6.4.1 ", size=10.5, bold=False, fonts=DEFAULT.fonts)
    assert style.hanging == pytest.approx(width)
    assert style.indent == pytest.approx(DEFAULT.styles["contents-3"].indent + width)


def test_heading_kept_out_of_the_list_counts_as_deeper(named: Named) -> None:
    entry = ContentsEntry(target="", level=2, number="", inlines=())
    contents = TableOfContents(title=(), depth=2, entries=(entry,))
    out = Section(heading=Heading(level=1, inlines=(), listed=False))
    style = named(contents, out)["Heading 1 Unlisted"]
    assert style.based_on == "heading 1"
    assert [element.values()[0] for element in style.extra] == ["2"]


def test_headings_of_the_examples_word_template_have_the_colours_that_they_have_in_the_pdf() -> None:
    root = PROJECT / "examples" / "kommun"
    brand, _ = read_brand(Folder(root), "content/mal-och-budget-2027")
    sheet = Sheet(docx.Document(str(root / "templates" / "docx" / "tallbro.docx")).styles.element)
    ids = {value(style, "w:name"): str(style.get(qn("w:styleId"))) for style in sheet.styles()}
    for level in range(1, 7):
        colour = getattr(brand.colours, brand.styles[HEADINGS[level - 1]].colour)
        assert sheet.attribute(ids[f"heading {level}"], "w:rPr/w:color", "w:val") == hex_colour(colour), level
