from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from plangen.brand.agenda import GOALS
from plangen.brand.brand import DEFAULT, Colours, Fonts
from plangen.document.document import CoverField, Metadata
from plangen.document.inlines import Text
from plangen.writers.odt_names import FO, LIST_LINE, PARAGRAPHS, STYLE, SVG, TEXT, badge, cell_text
from plangen.writers.odt_styles import with_styles

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {"o": "office", "s": "style", "f": "xsl-fo-compatible", "t": "text"}.items()
)
PART = f"""<o:document-styles {NAMES}><o:font-face-decls/><o:styles>
<s:default-style s:family="paragraph"><s:paragraph-properties/><s:text-properties f:font-size="12pt"/></s:default-style>
<s:default-style s:family="table-row"><s:table-row-properties f:keep-together="auto"/></s:default-style>
<s:style s:name="Heading_20_1" s:family="paragraph"><s:text-properties f:font-size="115%"/></s:style>
</o:styles><o:automatic-styles><s:page-layout s:name="M"><s:page-layout-properties f:page-width="8.5in"/>
<s:header-style/><s:footer-style/></s:page-layout></o:automatic-styles>
<o:master-styles><s:master-page s:name="Standard" s:page-layout-name="M"/></o:master-styles></o:document-styles>"""
BRAND = replace(DEFAULT, fonts=Fonts(word="Ordfont"), colours=Colours(accent="#123456"))
METADATA = Metadata(
    title="Plan",
    language="sv",
    header="Nämnden – Plan",
    footer="Sida {page} ({pages})",
    draft="Utkast",
    cover=(CoverField(role="title", inlines=(Text("Plan"),)),),
)


@pytest.fixture(scope="module")
def root() -> etree._Element:
    return etree.fromstring(with_styles(PART.encode(), BRAND, METADATA))


def style(root: etree._Element, name: str) -> etree._Element:
    (found,) = (each for each in root.iter(f"{STYLE}style") if each.get(f"{STYLE}name") == name)
    return found


def test_each_style_of_paragraphs_is_the_brands_once(root: etree._Element) -> None:
    for name in PARAGRAPHS:
        spacing, text = style(root, name)
        assert spacing.tag == f"{STYLE}paragraph-properties"
        assert text.get(f"{FO}font-size") == f"{BRAND.styles[PARAGRAPHS[name]].size:g}pt"
    heading = style(root, "Heading_20_1")[1]
    assert (heading.get(f"{FO}color"), heading.get(f"{FO}font-weight")) == ("#123456", "bold")


def test_the_font_is_the_brands(root: etree._Element) -> None:
    (face,) = root.iter(f"{STYLE}font-face")
    assert face.get(f"{SVG}font-family") == "'Ordfont'"
    named = {each.get(f"{STYLE}font-name") for each in root.iter(f"{STYLE}text-properties")}
    assert named - {None} == {face.get(f"{STYLE}name")}


def test_pages_are_a4_upright_landscape_and_the_covers(root: etree._Element) -> None:
    layouts = {
        str(each.get(f"{STYLE}name")): each.find(f"{STYLE}page-layout-properties")
        for each in root.iter(f"{STYLE}page-layout")
    }
    sizes = {
        str(each.get(f"{STYLE}name")): tuple(
            layouts[str(each.get(f"{STYLE}page-layout-name"))].get(f"{FO}page-{side}") for side in ("width", "height")
        )
        for each in root.iter(f"{STYLE}master-page")
    }
    assert sizes == {
        "Standard": ("210mm", "297mm"),
        "Landscape": ("297mm", "210mm"),
        "Cover": ("210mm", "297mm"),
    }


def test_each_page_but_the_covers_has_header_and_footer_with_its_number(root: etree._Element) -> None:
    said = {
        str(each.get(f"{STYLE}name")): ["".join(part.itertext()) for part in each]
        for each in root.iter(f"{STYLE}master-page")
    }
    texts = ["Nämnden – PlanUtkast", "Sida 1 (1)"]
    assert said == {"Standard": texts, "Landscape": texts, "Cover": []}
    assert len(list(root.iter(f"{TEXT}page-number"))) == len(list(root.iter(f"{TEXT}page-count"))) == 2


def test_pages_have_a_number_where_no_footer_is_asked_for() -> None:
    bare = etree.fromstring(with_styles(PART.encode(), DEFAULT, Metadata(title="T", language="sv")))
    assert list(bare.iter(f"{TEXT}page-number"))


def test_boxes_stand_on_a_ground_with_a_line_at_the_left(root: etree._Element) -> None:
    for name in ("Box", "Box_20_title", "Cover_20_notice"):
        (style,) = (each for each in root.iter(f"{STYLE}style") if each.get(f"{STYLE}name") == name)
        assert style[0].get(f"{FO}background-color") == BRAND.colours.shade
        assert BRAND.colours.accent in str(style[0].get(f"{FO}border-left"))


def test_only_running_text_is_hyphenated(root: etree._Element) -> None:
    texts = {
        each.get(f"{STYLE}name"): text.get(f"{FO}hyphenate")
        for each in root.iter(f"{STYLE}style")
        for text in each.iter(f"{STYLE}text-properties")
    }
    assert texts["Text_20_body"] is texts["List_20_item"] is texts["Box"] is None
    assert texts["Heading_20_1"] == texts["Table_20_Contents"] == texts["Caption"] == "false"


def test_columns_stand_where_they_are_aligned(root: etree._Element) -> None:
    for name, align in {cell_text("right", head=True): "end", cell_text("center", head=False): "center"}.items():
        (style,) = (each for each in root.iter(f"{STYLE}style") if each.get(f"{STYLE}name") == name)
        assert style[0].get(f"{FO}text-align") == align


def test_badges_have_the_colours_of_their_goals(root: etree._Element) -> None:
    (style,) = (each for each in root.iter(f"{STYLE}style") if each.get(f"{STYLE}name") == badge(4))
    assert (style[0].get(f"{FO}background-color"), style[0].get(f"{FO}color")) == (GOALS[4].ground, GOALS[4].ink)


def test_lines_of_contents_have_their_pages_at_the_right(root: etree._Element) -> None:
    for name in ("Contents_20_1", "Contents_20_3", LIST_LINE):
        (style,) = (each for each in root.iter(f"{STYLE}style") if each.get(f"{STYLE}name") == name)
        (stop,) = style.iter(f"{STYLE}tab-stop")
        indent = float(str(style[0].get(f"{FO}margin-left", "0pt")).removesuffix("pt"))
        place = float(str(stop.get(f"{STYLE}position")).removesuffix("pt"))
        assert indent + place == pytest.approx(BRAND.page.text_width, abs=0.1)
