"""Whether a template sets pages as the brand does, so that the PDF's page numbers hold in Word's contents list.

Page, fonts, sizes, line heights, spaces and indents of every style must be the same, the headers low, and the cover one
page. Where anything differs, the numbers would be a guess: Word then counts them itself, when the list is updated or
the file printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from plangen.word.hyphenation import hyphenation_of
from plangen.writers.docx.abstract_numbers import Abstracts
from plangen.writers.docx.sheet import Sheet, value
from plangen.writers.docx.template_body import BodyPlace, page_ends
from plangen.writers.docx.xml import Element, w

LENGTHS = (
    *(("w:rPr/w:sz", "w:val"), ("w:pPr/w:spacing", "w:before"), ("w:pPr/w:spacing", "w:after")),
    *(("w:pPr/w:spacing", "w:line"), ("w:pPr/w:ind", "w:left"), ("w:pPr/w:ind", "w:right")),
    *(("w:pPr/w:ind", "w:hanging"), ("w:pPr/w:ind", "w:firstLine")),
)
WORDS = (
    *(("w:rPr/w:rFonts", "w:ascii"), ("w:rPr/w:rFonts", "w:asciiTheme")),
    *(("w:pPr/w:spacing", "w:beforeAutospacing"), ("w:pPr/w:spacing", "w:afterAutospacing")),
)
FLAGS = (
    *("w:rPr/w:b", "w:rPr/w:i", "w:rPr/w:caps", "w:rPr/w:smallCaps", "w:pPr/w:keepNext", "w:pPr/w:keepLines"),
    "w:pPr/w:contextualSpacing",
)
UNHYPHENATED = "w:pPr/w:suppressAutoHyphens"
"""What counts where the template hyphenates."""

NEW_PAGE = "w:pPr/w:pageBreakBefore"
"""What a heading says itself where the template's style doesn't."""

RULE = ("w:pPr/w:spacing", "w:lineRule")
OF_LISTS = "toc "
"""Styles whose indents follow from the numbers in a document, and may differ by a hair."""

MOST_PARAGRAPHS = 30
"""Of a cover that is surely one page."""

MOST_LINES = 2
"""Of a header or footer that surely takes no room from the text."""


def sets_pages_alike(
    word: WordDocument, place: BodyPlace, ours: Iterable[Element], own: Mapping[str, str], abstracts: Abstracts
) -> bool:
    """Whether the pages of a document in this template are those of the brand, their size and margins aside.

    `ours` is the content of the brand's style sheet.
    """
    sheet, brands = abstracts.sheet, Sheet(w("styles", *ours))
    flags = (*FLAGS, UNHYPHENATED) if hyphenation_of(word.settings.element) else FLAGS
    alike = all(_is_alike(id, own[id], brands, sheet, flags) for id in own)
    return alike and _counts_alike(own, abstracts) and _has_low_headers(word) and _has_simple_cover(place)


def _is_alike(ours: str, template: str, brands: Sheet, sheet: Sheet, flags: Sequence[str]) -> bool:
    style = brands.style(ours)
    assert style is not None, ours
    if style.get(qn("w:type")) == "table":
        return _margins(style) == _margins(sheet.style(template))
    if style.get(qn("w:type")) != "paragraph":
        return True
    lengths = [(path, name) for path, name in LENGTHS]
    if value(style, "w:name").startswith(OF_LISTS):
        lengths = [(path, name) for path, name in lengths if path != "w:pPr/w:ind"]
    return (
        all(brands.points(ours, *each) == sheet.points(template, *each) for each in lengths)
        and all(brands.attribute(ours, *each) == sheet.attribute(template, *each) for each in WORDS)
        and _has_line_rule(brands.attribute(ours, *RULE), sheet.attribute(template, *RULE))
        and all(brands.has(ours, path) == sheet.has(template, path) for path in flags)
        and brands.has(ours, NEW_PAGE) >= sheet.has(template, NEW_PAGE)
    )


def _has_line_rule(ours: str | None, template: str | None) -> bool:
    """Whether lines are as high: those that may grow are, since the brand's are higher than any of its letters."""
    return ours == template or {ours, template} == {"exact", "atLeast"}


def _margins(style: Element | None) -> bytes:
    found = None if style is None else style.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")
    return b"" if found is None else etree.tostring(found, method="c14n", exclusive=True)


def _counts_alike(own: Mapping[str, str], abstracts: Abstracts) -> bool:
    """Whether the numbers of headings take as much room: parted by a space, and without an indent."""
    for ours, id in own.items():
        found = abstracts.sheet.numbering(id) if ours.startswith("Heading") else None
        level = abstracts.level(*found) if found else None
        if level is None:
            continue
        indent = level.find(f"{qn('w:pPr')}/{qn('w:ind')}")
        indents = set() if indent is None else set(map(str, indent.attrib.values()))
        if value(level, "w:suff") != "space" or indents - {"0"}:
            return False
    return True


def _has_low_headers(word: WordDocument) -> bool:
    for relation in word.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            root = relation.target_part.element
            tables = next(root.iter(qn("w:tbl")), None)
            inline = next(root.iter(qn("wp:inline")), None)
            if tables is not None or inline is not None or sum(True for _ in root.iter(qn("w:p"))) > MOST_LINES:
                return False
    return True


def _has_simple_cover(place: BodyPlace) -> bool:
    if not place.before:
        return True
    lines = sum(True for each in place.before for _ in each.iter(qn("w:p")))
    return page_ends(place.before) + place.breaks == 1 and lines <= MOST_PARAGRAPHS
