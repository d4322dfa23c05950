"""Every plan as a Word file: what a style can carry, a style carries; what is left is counted, and of few kinds.

Left are what Word has no styles for: space that is a sum of two neighbours', or nothing at the start of a page, the
paragraphs that nobody sees beside tables, the number that a list starts at, and rows that are kept together.
"""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from lxml import etree
from tests.repository import PLANS, job_of

from plangen.build import write

STORIES = ("word/document.xml", "word/footnotes.xml", "word/header", "word/footer")
IN_BOXES = frozenset({"shd", "pBdr", "ind"})
OF_RUNS = frozenset({"rStyle", "lang"})
OF_PARAGRAPHS = frozenset({"pStyle", "spacing", "numPr", "keepNext", "pageBreakBefore", "sectPr"})
FEW = 6
SPACED = 0.15
"""The part of the paragraphs away from tables whose space differs from that of their style, at most."""


@pytest.fixture(scope="module", params=PLANS, ids=lambda path: path.name)
def stories(request: pytest.FixtureRequest) -> list[etree._Element]:
    package = ZipFile(BytesIO(write(job_of(request.param, in_template=False), "docx")))
    return [etree.fromstring(package.read(name)) for name in package.namelist() if name.startswith(STORIES)]


def said(stories: list[etree._Element], tag: str) -> Counter[str]:
    """How often runs or paragraphs say something of their own."""
    return Counter(
        etree.QName(each).localname for story in stories for owner in story.iter(qn(f"w:{tag}")) for each in owner
    )


def test_no_run_is_formatted_but_by_a_style(stories: list[etree._Element]) -> None:
    assert set(said(stories, "rPr")) <= OF_RUNS


def test_no_paragraph_has_a_look_of_its_own(stories: list[etree._Element]) -> None:
    assert set(said(stories, "pPr")) <= OF_PARAGRAPHS | IN_BOXES
    assert sum(said(stories, "pPr")[each] for each in IN_BOXES) <= len(IN_BOXES), "of the titles of boxes with lists"


def test_few_paragraphs_have_other_space_than_their_style(stories: list[etree._Element]) -> None:
    outside = ("w:body/w:p", "w:body/w:sdt/w:sdtContent/w:p")
    paths = ["/".join(map(qn, path.split("/"))) for path in outside]
    paragraphs = [each for story in stories for path in paths for each in story.iterfind(path)]
    spaced = [each for each in paragraphs if each.find(f"{qn('w:pPr')}/{qn('w:spacing')}") is not None]
    tables = sum(1 for story in stories for _ in story.iterfind(f"{qn('w:body')}/{qn('w:tbl')}"))
    beside = [each for each in spaced if _is_table(each.getprevious()) or _is_table(each.getnext())]
    assert len(beside) <= 2 * tables, "the space above and below a table, which Word has no place for in the table"
    assert len(spaced) - len(beside) <= max(SPACED * len(paragraphs), FEW)


def _is_table(element: etree._Element | None) -> bool:
    return element is not None and element.tag == qn("w:tbl")


def test_the_head_of_every_table_repeats_and_no_row_is_split(stories: list[etree._Element]) -> None:
    for table in (each for story in stories for each in story.iter(qn("w:tbl"))):
        rows = [row.find(qn("w:trPr")) for row in table.iterfind(qn("w:tr"))]
        assert all(row is not None and row.find(qn("w:cantSplit")) is not None for row in rows if len(rows) > 1)
        looks = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
        if looks is not None and looks.get(qn("w:firstRow")) == "1":
            assert rows[0] is not None
            assert rows[0].find(qn("w:tblHeader")) is not None


def test_built_in_styles_have_words_names() -> None:
    """By which Word shows them in the language of whoever opens the file."""
    package = ZipFile(BytesIO(write(job_of(PLANS[0], in_template=False), "docx")))
    sheet = etree.fromstring(package.read("word/styles.xml"))
    names = {
        style.find(qn("w:name")).get(qn("w:val"))  # type: ignore[union-attr]
        for style in sheet.iter(qn("w:style"))
        if style.get(qn("w:customStyle")) is None
    }
    assert names >= {"Normal", "Title", "Subtitle", "heading 1", "toc 1", "List Bullet", "List Number", "caption"}
    assert names >= {"header", "footer", "footnote text", "table of figures", "Hyperlink", "Strong", "Emphasis"}
