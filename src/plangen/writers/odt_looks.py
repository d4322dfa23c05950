"""An ODT's content as pandoc writes it -> the same in the brand's looks, as far as its automatic styles decide them.

Tables have rules between their rows, and lists the brand's indents. What the styles of paragraphs look like stands in
`odt_styles`.
"""

from __future__ import annotations

from lxml import etree

from plangen.brand.brand import Brand
from plangen.writers.odt_names import (
    FO,
    LINK,
    LIST_ITEM,
    PLAIN,
    STYLE,
    TABLE,
    TABLE_HEAD,
    TABLE_TEXT,
    TEXT,
)

HEADS = "TableHeaderRowCell"
CELLS = frozenset({HEADS, "TableRowCell"})


def with_looks(part: bytes, brand: Brand) -> bytes:
    """The content in the looks of a brand."""
    root = etree.fromstring(part)
    heads, cells = (_only_in(root, tag) for tag in (f"{TABLE}table-header-rows", f"{TABLE}table-cell"))
    for style in root.iter(f"{STYLE}style"):
        name, family = style.get(f"{STYLE}name"), style.get(f"{STYLE}family")
        if name in CELLS:
            _cell(style, brand)
        elif family == "table":
            _table(style, brand)
        elif style.get(f"{STYLE}list-style-name"):
            style.set(f"{STYLE}parent-style-name", LIST_ITEM)
            style[:] = []
        elif name in cells:
            style.set(f"{STYLE}parent-style-name", TABLE_HEAD if name in heads else TABLE_TEXT)
    for levels in root.iter(f"{TEXT}list-style"):
        for level in levels:
            _level(level, brand)
    for link in root.iter(f"{TEXT}a"):
        _link(link)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _cell(style: etree._Element, brand: Brand) -> None:
    """Rules below rows; the head has a ground and a rule of the accent's colour."""
    head, table = style.get(f"{STYLE}name") == HEADS, brand.table
    style[:] = []
    looks = {
        f"{FO}border": "none",
        f"{FO}border-bottom": f"{2 * table.rule if head else table.rule:g}pt solid "
        + (brand.colours.accent if head else brand.colours.rule),
        f"{STYLE}vertical-align": "bottom" if head else "top",
    }
    looks |= {f"{FO}padding-{side}": f"{table.padding_y:g}pt" for side in ("top", "bottom")}
    looks |= {f"{FO}padding-{side}": f"{table.padding_x:g}pt" for side in ("left", "right")}
    if head:
        looks[f"{FO}background-color"] = brand.colours.shade
    etree.SubElement(style, f"{STYLE}table-cell-properties", looks)


def _table(style: etree._Element, brand: Brand) -> None:
    for properties in style.iter(f"{STYLE}table-properties"):
        properties.set(f"{FO}margin-top", f"{brand.table.before:g}pt")
        properties.set(f"{FO}margin-bottom", f"{brand.table.after:g}pt")


def _level(level: etree._Element, brand: Brand) -> None:
    """A level of a list, whose marks hang as far to the left of the text as the level stands in."""
    indent = brand.styles["list-item"].indent
    left = f"{indent * int(level.get(f'{TEXT}level', '1')):g}pt"
    if level.tag == f"{TEXT}list-level-style-bullet":
        etree.strip_attributes(level, f"{STYLE}num-suffix")
    for properties in level.iter(f"{STYLE}list-level-properties"):
        properties.set(f"{FO}text-align", "start")
    for place in level.iter(f"{STYLE}list-level-label-alignment"):
        place.set(f"{TEXT}list-tab-stop-position", left)
        place.set(f"{FO}margin-left", left)
        place.set(f"{FO}text-indent", f"{-indent:g}pt")


def _link(link: etree._Element) -> None:
    """A link looks like one but in the contents list, where every line is one."""
    paragraph = next(link.iterancestors(f"{TEXT}p", f"{TEXT}h"))
    name = PLAIN if str(paragraph.get(f"{TEXT}style-name")).startswith("Contents") else LINK
    for each in (link, *link.iter(f"{TEXT}span")):
        if each is link or each.get(f"{TEXT}style-name") == PLAIN:
            each.set(f"{TEXT}style-name", name)
    link.set(f"{TEXT}visited-style-name", name)


def _only_in(root: etree._Element, tag: str) -> frozenset[str]:
    """The styles that the content itself has for paragraphs within such elements only.

    Those of paragraphs in tables pandoc bases on the ones of running text, where they are set to the right.
    """
    inside, outside = set[str](), set[str]()
    for paragraph in root.iter(f"{TEXT}p"):
        within = next(paragraph.iterancestors(tag), None) is not None
        (inside if within else outside).add(str(paragraph.get(f"{TEXT}style-name")))
    return frozenset(inside - outside)
