"""An ODT's content with lines of contents -> the same with their pages, the contents as an index that can be updated.

A page is a field, so that the office program counts it; until then it is the one that the PDF has (ODF 1.3, 7.7.6).
Lists of tables and figures are lines alone, since their numbers are text, by which no program finds what they list.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from plangen.document.document import Document
from plangen.document.nodes import TableOfContents
from plangen.document.walk import every_block
from plangen.writers.odt_names import (
    CONTENTS_TITLE,
    LIST_LINE,
    LIST_TITLE,
    OFFICE,
    PLAIN,
    STYLE,
    TEXT,
    contents_line,
)

TITLES = frozenset({CONTENTS_TITLE, LIST_TITLE})
LINES = frozenset({LIST_LINE, *map(contents_line, range(1, 4))})


def with_contents(part: bytes, document: Document, pages: Mapping[str, int]) -> bytes:
    """The content; `pages` are those of the PDF by what stands on them."""
    root = etree.fromstring(part)
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    listed = [each for each in root.iter(f"{TEXT}p") if each.get(f"{TEXT}style-name") in TITLES | LINES]
    if body is None or not listed:
        return part
    number = 0
    for node in (each for each in every_block(document) if isinstance(each, TableOfContents) and each.entries):
        title, *lines = listed[: 1 + len(node.entries)]
        listed = listed[len(lines) + 1 :]
        for line, entry in zip(lines, node.entries, strict=True):
            _add_page(line, entry.target, str(pages.get(entry.target, "")))
        if node.of == "headings":
            number += 1
            _index([title, *lines], node.depth, f"Contents{number}")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _add_page(line: etree._Element, target: str, page: str) -> None:
    """Puts the page of what a line names at its end, within its link."""
    within = line.find(f"{TEXT}a")
    within = line if within is None else within
    etree.SubElement(within, f"{TEXT}tab")
    field = {f"{TEXT}reference-format": "page", f"{TEXT}ref-name": target}
    etree.SubElement(within, f"{TEXT}bookmark-ref", field).text = page


def _index(paragraphs: list[etree._Element], depth: int, name: str) -> None:
    """Makes an index of a title and its lines, where they stand (ODF 1.3, 8.3)."""
    title, *lines = paragraphs
    index = etree.Element(f"{TEXT}table-of-content", {f"{TEXT}name": name, f"{TEXT}protected": "true"})
    title.addprevious(index)
    source = etree.SubElement(index, f"{TEXT}table-of-content-source", {f"{TEXT}outline-level": str(depth)})
    heading = etree.SubElement(source, f"{TEXT}index-title-template", {f"{TEXT}style-name": CONTENTS_TITLE})
    heading.text = "".join(map(str, title.itertext()))
    for level in range(1, depth + 1):
        source.append(_template(level))
    body = etree.SubElement(index, f"{TEXT}index-body")
    etree.SubElement(body, f"{TEXT}index-title", {f"{TEXT}name": f"{name}_Head"}).append(title)
    body.extend(lines)


def _template(level: int) -> etree._Element:
    """What a line of a level is made of when the index is made anew."""
    named = {f"{TEXT}outline-level": str(level), f"{TEXT}style-name": contents_line(level)}
    template = etree.Element(f"{TEXT}table-of-content-entry-template", named)
    etree.SubElement(template, f"{TEXT}index-entry-link-start", {f"{TEXT}style-name": PLAIN})
    etree.SubElement(template, f"{TEXT}index-entry-text")
    stop = {f"{STYLE}type": "right", f"{STYLE}leader-char": "."}
    etree.SubElement(template, f"{TEXT}index-entry-tab-stop", stop)
    etree.SubElement(template, f"{TEXT}index-entry-page-number")
    etree.SubElement(template, f"{TEXT}index-entry-link-end")
    return template
