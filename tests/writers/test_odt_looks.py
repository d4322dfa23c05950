from __future__ import annotations

from plangen.writers.odt_looks import with_looks

NAMES = (
    'xmlns:s="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:f="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:b="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def done(part: str) -> str:
    return with_looks(f"<a {NAMES}>{part}</a>".encode()).decode()


def test_pages_are_a4() -> None:
    page = done('<s:page-layout-properties f:page-width="8.5in" f:page-height="11in" f:margin-top="1in"/>')
    assert 'f:page-width="21cm"' in page
    assert 'f:page-height="29.7cm"' in page
    assert 'f:margin-top="1in"' in page


def test_the_rows_of_tables_have_rules() -> None:
    cell = done('<s:style s:name="TableRowCell"><s:table-cell-properties f:border="none"/></s:style>')
    assert 'f:border-bottom="0.5pt solid #808080"' in cell


def test_the_text_of_tables_is_smaller_than_that_around_it() -> None:
    assert '<s:text-properties f:font-size="8.5pt"/>' in done('<s:style s:name="Table_20_Contents"/>')


def test_other_styles_are_left_as_they_are() -> None:
    other = '<s:style s:name="Other"><s:table-cell-properties f:border="none"/></s:style>'
    assert other in done(other)


def test_a_style_of_paragraphs_in_cells_alone_is_one_of_tables() -> None:
    styles = '<s:style s:name="P1"/><s:style s:name="P2"/>'
    cells = '<b:table-cell><t:p t:style-name="P1"/><t:p t:style-name="P2"/></b:table-cell>'
    made = done(f'{styles}{cells}<t:p t:style-name="P2"/>')
    assert '<s:style s:name="P1" s:parent-style-name="Table_20_Contents"/><s:style s:name="P2"/>' in made
