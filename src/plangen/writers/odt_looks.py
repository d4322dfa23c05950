"""An ODT's styles as pandoc has them -> the same on A4, with tables that can be read: rules between rows, small text.

What else an organisation wants of the looks its own office templates give.
"""

from __future__ import annotations

from lxml import etree

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

A4 = ("21cm", "29.7cm")
TABLE_TEXT = "8.5pt"
RULE = "0.5pt solid #808080"
TABLE_STYLE = "Table_20_Contents"
CELLS = frozenset({"TableHeaderRowCell", "TableRowCell"})


def with_looks(part: bytes) -> bytes:
    """The content or the styles of a file: each style where it stands."""
    root = etree.fromstring(part)
    for page in root.iter(f"{STYLE}page-layout-properties"):
        page.set(f"{FO}page-width", A4[0])
        page.set(f"{FO}page-height", A4[1])
    aligned = _only_in_cells(root)
    for style in root.iter(f"{STYLE}style"):
        name = style.get(f"{STYLE}name")
        if name in CELLS:
            for properties in style.iter(f"{STYLE}table-cell-properties"):
                properties.set(f"{FO}border-bottom", RULE)
        elif name in aligned and name != TABLE_STYLE:
            style.set(f"{STYLE}parent-style-name", TABLE_STYLE)
        elif name == TABLE_STYLE:
            etree.SubElement(style, f"{STYLE}text-properties").set(f"{FO}font-size", TABLE_TEXT)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _only_in_cells(root: etree._Element) -> frozenset[str]:
    """The styles that the content itself has for paragraphs in tables, which pandoc bases on those of running text."""
    inside, outside = set[str](), set[str]()
    for paragraph in root.iter(f"{TEXT}p"):
        within = next(paragraph.iterancestors(f"{TABLE}table-cell"), None) is not None
        (inside if within else outside).add(str(paragraph.get(f"{TEXT}style-name")))
    return frozenset(inside - outside)
