"""An ODT's content with marks where pages begin -> the same with the pages begun.

Pandoc knows no pages. So `pandoc_tree` puts a mark, an empty paragraph, above what begins one: after the cover, at a
break and around wide tables. Here each mark goes, and what follows it gets a style that is its own but for the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from plangen.writers.odt_names import (
    COVER_PAGE,
    FO,
    LANDSCAPE_PAGE,
    NEXT_PAGE,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    TITLE,
    UPRIGHT_PAGE,
)

MARKS = frozenset({COVER_PAGE, NEXT_PAGE, LANDSCAPE_PAGE, UPRIGHT_PAGE})
BLOCKS = frozenset({f"{TEXT}p", f"{TEXT}h", f"{TABLE}table"})
ADDED_TO = "_20_before_20_"
"""Between a mark and the style to which its page is added, in the name of the style that comes of it."""


def with_pages(part: bytes) -> bytes:
    """The content. A cover that tells where its title stands loses the title that pandoc puts before it."""
    root = etree.fromstring(part)
    body, styles = root.find(f"{OFFICE}body/{OFFICE}text"), root.find(f"{OFFICE}automatic-styles")
    if body is None or styles is None:
        return part
    blocks = list(_blocks(body))
    if [_style(each) for each in blocks[:2]] == [TITLE, COVER_PAGE]:
        _remove(blocks.pop(0))
    kind, wanted = UPRIGHT_PAGE, list[str]()
    for block in blocks:
        if _style(block) in MARKS:
            wanted.append(_style(block))
            _remove(block)
            continue
        *_, now = (kind, *(mark for mark in wanted if mark != NEXT_PAGE))
        if now != kind:
            _begin(styles, block, now)
        elif NEXT_PAGE in wanted:
            _begin(styles, block, NEXT_PAGE)
        kind, wanted = UPRIGHT_PAGE if now == COVER_PAGE else now, []
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs, headings and tables in their order, without those within tables and notes."""
    for child in parent:
        if child.tag in BLOCKS:
            yield child
        else:
            yield from _blocks(child)


def _remove(block: etree._Element) -> None:
    parent = block.getparent()
    if parent is not None:
        parent.remove(block)


def _begin(styles: etree._Element, block: etree._Element, mark: str) -> None:
    old = _style(block)
    name = f"{mark}{ADDED_TO}{old}"
    if not any(each.get(f"{STYLE}name") == name for each in styles):
        styles.append(_added(styles, old, mark, name))
    block.set(_attribute(block), name)


def _added(styles: etree._Element, old: str, mark: str, name: str) -> etree._Element:
    """A style with its page, made of an automatic one, or based on one of the document's."""
    own = next((each for each in styles if each.get(f"{STYLE}name") == old), None)
    if own is None:
        own = etree.Element(f"{STYLE}style", {f"{STYLE}family": "paragraph", f"{STYLE}parent-style-name": old})
    style = deepcopy(own)
    style.set(f"{STYLE}name", name)
    if mark != NEXT_PAGE:
        style.set(f"{STYLE}master-page-name", mark)
        return style
    tag = f"{STYLE}{style.get(f'{STYLE}family')}-properties"
    properties = style.find(tag)
    if properties is None:
        properties = etree.Element(tag)
        style.insert(0, properties)
    properties.set(f"{FO}break-before", "page")
    return style


def _style(block: etree._Element) -> str:
    return str(block.get(_attribute(block)))


def _attribute(block: etree._Element) -> str:
    return f"{TABLE}style-name" if block.tag == f"{TABLE}table" else f"{TEXT}style-name"
