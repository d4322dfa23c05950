"""An ODT's content as pandoc writes it -> the same in the brand's looks, as far as its automatic styles decide them.

Tables have rules between their rows, and lists the brand's indents. What the styles of paragraphs look like stands in
`odt_styles`.
"""

from __future__ import annotations

from lxml import etree

from plangen.brand.brand import Brand
from plangen.document.document import Document
from plangen.document.heading_look import look_level
from plangen.document.keeping import MOST_CHARACTERS, MOST_ROWS
from plangen.document.nodes import Section
from plangen.document.walk import every_block
from plangen.writers.odt_names import (
    FO,
    LINK,
    LIST_ITEM,
    LIST_LINE,
    PLAIN,
    STYLE,
    TABLE,
    TABLE_NOTE,
    TEXT,
)

HEADING = "Heading_20_"
HEADS = "TableHeaderRowCell"
LISTED = ("Contents_", LIST_LINE)
"""What the styles of lines in lists of headings, tables and figures begin with."""

CELLS = frozenset({HEADS, "TableRowCell"})


def with_looks(part: bytes, brand: Brand) -> bytes:
    """The content in the looks of a brand."""
    root = etree.fromstring(part)
    tables = {str(table.get(f"{TABLE}style-name")): table for table in root.iter(f"{TABLE}table")}
    for style in root.iter(f"{STYLE}style"):
        name, family = style.get(f"{STYLE}name"), style.get(f"{STYLE}family")
        if name in CELLS:
            _cell(style, brand)
        elif family == "table":
            _table(style, tables[str(name)], brand)
        elif style.get(f"{STYLE}list-style-name"):
            style.set(f"{STYLE}parent-style-name", LIST_ITEM)
            style[:] = []
    for levels in root.iter(f"{TEXT}list-style"):
        for level in levels:
            _level(level, brand)
    for link in root.iter(f"{TEXT}a"):
        _link(link)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def with_heading_looks(part: bytes, document: Document) -> bytes:
    """The content with each heading in the looks that it has in the other formats; its level stays its own."""
    root = etree.fromstring(part)
    sections = (each for each in every_block(document) if isinstance(each, Section))
    for heading, section in zip(root.iter(f"{TEXT}h"), sections, strict=True):
        level, look = section.heading.level, look_level(section.heading)
        name = str(heading.get(f"{TEXT}style-name"))
        heading.set(f"{TEXT}style-name", name.replace(f"{HEADING}{level}", f"{HEADING}{look}"))
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


def _table(style: etree._Element, table: etree._Element, brand: Brand) -> None:
    """The space around a table; a small one stands on one page, and one with notes on that of the first of them."""
    heads = sum(1 for head in table.iter(f"{TABLE}table-header-rows") for _ in head)
    rows = sum(1 for _ in table.iter(f"{TABLE}table-row")) - heads
    whole = rows <= MOST_ROWS and len("".join(map(str, table.itertext()))) <= MOST_CHARACTERS
    behind = table.getnext()
    noted = behind is not None and behind.get(f"{TEXT}style-name") == TABLE_NOTE
    for properties in style.iter(f"{STYLE}table-properties"):
        if whole:
            properties.set(f"{STYLE}may-break-between-rows", "false")
        if noted:
            properties.set(f"{FO}keep-with-next", "always")
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
    listed = str(paragraph.get(f"{TEXT}style-name")).startswith(LISTED)
    name = PLAIN if listed else LINK
    for each in (link, *link.iter(f"{TEXT}span")):
        if each is link or each.get(f"{TEXT}style-name") == PLAIN:
            each.set(f"{TEXT}style-name", name)
    link.set(f"{TEXT}visited-style-name", name)
