from __future__ import annotations

import re

import pytest

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document, Metadata
from plangen.document.nodes import Heading, Section
from plangen.writers.odt_looks import with_heading_looks, with_looks

NAMES = (
    'xmlns:s="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:f="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:b="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def done(part: str) -> str:
    return with_looks(f"<a {NAMES}>{part}</a>".encode(), DEFAULT).decode()


def test_the_rows_of_tables_have_rules_and_the_head_a_ground() -> None:
    cell = '<s:style s:name="{}"><s:table-cell-properties f:border="none"/></s:style>'
    row, head = done(cell.format("TableRowCell")), done(cell.format("TableHeaderRowCell"))
    assert f'f:border-bottom="0.5pt solid {DEFAULT.colours.rule}"' in row
    assert "background-color" not in row
    assert f'f:background-color="{DEFAULT.colours.shade}"' in head


def test_other_styles_are_left_as_they_are() -> None:
    other = '<s:style s:name="Other"><s:table-cell-properties f:border="none"/></s:style>'
    assert other in done(other)


@pytest.mark.parametrize(("rows", "whole"), [(6, True), (7, False)])
def test_a_small_table_stands_on_one_page_its_head_apart(rows: int, whole: bool) -> None:
    style = '<s:style s:name="T" s:family="table"><s:table-properties/></s:style>'
    head = "<b:table-header-rows><b:table-row/></b:table-header-rows>"
    made = done(f'{style}<b:table b:style-name="T">{head}{"<b:table-row/>" * rows}</b:table>')
    assert ('s:may-break-between-rows="false"' in made) == whole


def test_a_table_stands_with_its_notes() -> None:
    style = '<s:style s:name="T" s:family="table"><s:table-properties/></s:style>'
    for name in ("Table_20_note", "Text_20_body"):
        made = done(f'{style}<b:table b:style-name="T"/><t:p t:style-name="{name}"/>')
        assert ('f:keep-with-next="always"' in made) == (name == "Table_20_note")


def test_a_heading_that_only_says_what_is_below_looks_as_in_the_other_formats() -> None:
    headings = (Heading(level=3, inlines=()), Heading(level=3, inlines=(), listed=False))
    document = Document(
        metadata=Metadata(title="Plan", language="sv"), blocks=tuple(Section(heading=each) for each in headings)
    )
    heading = '<t:h t:style-name="Heading_20_3" t:outline-level="3"/>'
    part = f"<a {NAMES}>{heading * 2}</a>".encode()
    made = with_heading_looks(part, document).decode()
    assert re.findall(r'style-name="(\w+)" t:outline-level="(\d)"', made) == [
        ("Heading_20_3", "3"),
        ("Heading_20_4", "3"),
    ]


def test_a_level_of_a_list_stands_in_as_the_brand_has_it() -> None:
    level = (
        '<t:list-style><t:list-level-style-bullet t:level="2" s:num-suffix="."><s:list-level-properties>'
        '<s:list-level-label-alignment f:margin-left="9in"/></s:list-level-properties></t:list-level-style-bullet>'
        '</t:list-style><s:style s:name="P1" s:list-style-name="L1"><s:paragraph-properties/></s:style>'
    )
    made = done(level)
    assert 'f:margin-left="36pt"' in made
    assert 'f:text-indent="-18pt"' in made
    assert "num-suffix" not in made
    assert '<s:style s:name="P1" s:list-style-name="L1" s:parent-style-name="List_20_item"/>' in made


def test_a_link_looks_like_one_but_in_the_contents_list() -> None:
    link = '<t:p t:style-name="{}"><t:a><t:span t:style-name="Definition">x</t:span></t:a></t:p>'
    text, line = done(link.format("Text_20_body")), done(link.format("Contents_20_2"))
    assert '<t:span t:style-name="Internet_20_link">' in text
    assert "Internet" not in line
    assert 't:visited-style-name="Definition"' in line
