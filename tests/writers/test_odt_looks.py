from __future__ import annotations

from plangen.brand.brand import DEFAULT
from plangen.writers.odt_looks import with_looks

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


def test_a_style_of_paragraphs_in_cells_alone_is_one_of_tables_heads_apart() -> None:
    styles = "".join(f'<s:style s:name="P{each}"/>' for each in (1, 2, 3))
    first, second, third = (f'<b:table-cell><t:p t:style-name="P{each}"/></b:table-cell>' for each in (1, 2, 3))
    made = done(f'{styles}<b:table-header-rows>{third}</b:table-header-rows>{first}{second}<t:p t:style-name="P2"/>')
    assert '<s:style s:name="P1" s:parent-style-name="Table_20_Contents"/><s:style s:name="P2"/>' in made
    assert '<s:style s:name="P3" s:parent-style-name="Table_20_Heading"/>' in made


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
