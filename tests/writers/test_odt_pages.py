from __future__ import annotations

from lxml import etree

from plangen.writers.odt_names import (
    COVER_PAGE,
    LANDSCAPE_PAGE,
    NEXT_PAGE,
    STYLE,
    TABLE,
    TEXT,
    TITLE,
    UPRIGHT_PAGE,
)
from plangen.writers.odt_pages import with_pages

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {"o": "office", "s": "style", "f": "xsl-fo-compatible", "t": "text", "b": "table"}.items()
)


def done(*blocks: str, styles: str = "") -> tuple[list[str], etree._Element]:
    """The styles of what is left of some blocks, each of the style named; "|T" is a table of the style T."""
    body = "".join(
        f'<b:table b:style-name="{each[1:]}"/>' if each[0] == "|" else f'<t:p t:style-name="{each}"/>'
        for each in blocks
    )
    part = (
        f"<o:c {NAMES}><o:automatic-styles>{styles}</o:automatic-styles><o:body><o:text>{body}</o:text></o:body></o:c>"
    )
    root = etree.fromstring(with_pages(part.encode()))
    left = root.iter(f"{TEXT}p", f"{TABLE}table")
    return [str(each.get(f"{TEXT}style-name") or each.get(f"{TABLE}style-name")) for each in left], root


def made(root: etree._Element, name: str) -> dict[str, str]:
    (style,) = (each for each in root.iter(f"{STYLE}style") if each.get(f"{STYLE}name") == name)
    return {key.rpartition("}")[2]: value for each in style.iter() for key, value in each.attrib.items()}


def test_a_block_after_a_mark_begins_a_page_and_the_mark_goes() -> None:
    left, root = done("A", NEXT_PAGE, "B", "A")
    assert left == ["A", "Next_20_page_20_before_20_B", "A"]
    style = made(root, left[1])
    assert (style["parent-style-name"], style["break-before"]) == ("B", "page")


def test_the_cover_has_pages_of_its_own_and_its_own_title() -> None:
    left, root = done(TITLE, COVER_PAGE, "Cover_20_text", TITLE, NEXT_PAGE, "A")
    assert left == ["Cover_20_before_20_Cover_20_text", TITLE, "Next_20_page_20_before_20_A"]
    assert made(root, left[0])["master-page-name"] == COVER_PAGE


def test_a_title_that_no_cover_tells_stays() -> None:
    assert done(TITLE, "A")[0] == [TITLE, "A"]


def test_wide_tables_in_a_row_share_their_pages_and_what_follows_is_upright() -> None:
    left, root = done("A", LANDSCAPE_PAGE, "H", UPRIGHT_PAGE, LANDSCAPE_PAGE, "|T", UPRIGHT_PAGE, NEXT_PAGE, "A")
    assert left == ["A", "Landscape_20_before_20_H", "T", "Standard_20_before_20_A"]
    assert made(root, left[1])["master-page-name"] == LANDSCAPE_PAGE
    assert made(root, left[3])["master-page-name"] == UPRIGHT_PAGE


def test_a_style_of_the_contents_own_is_copied_and_others_with_it_begin_no_page() -> None:
    own = '<s:style s:name="T" s:family="table"><s:table-properties b:align="center"/></s:style>'
    left, root = done("A", NEXT_PAGE, "|T", "|T", styles=own)
    assert left == ["A", "Next_20_page_20_before_20_T", "T"]
    assert made(root, left[1]) == {
        "name": left[1],
        "family": "table",
        "align": "center",
        "break-before": "page",
    }


def test_a_mark_with_nothing_after_it_only_goes() -> None:
    assert done("A", UPRIGHT_PAGE)[0] == ["A"]
