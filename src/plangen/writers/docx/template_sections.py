"""The section of a template that the body stands in -> the sections that the body is made of.

A landscape table ends the section and starts one like it on turned pages; what follows goes on in one like the first
again. All have the headers and footers of the first; only the first of them has its special first page and starts its
own count of pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import cast

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from plangen.brand.brand import POINTS_PER_MM, Brand
from plangen.brand.brand import Page as BrandPage
from plangen.document.document import Document
from plangen.document.nodes import Table
from plangen.document.walk import every_block
from plangen.word.page import Page, page_of
from plangen.writers.docx.flow import SectionKind, paragraph
from plangen.writers.docx.sections import LEEWAY, draft_mark, reference, running
from plangen.writers.docx.template_body import BodyPlace, says
from plangen.writers.docx.xml import Element, twips, w

REFERENCES = ("headerReference", "footerReference")
OF_THE_FIRST = ("type", "titlePg")
BEHIND = {
    "type": (*REFERENCES, "footnotePr", "endnotePr"),
    "titlePg": (
        *(*REFERENCES, "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType"),
        *("pgNumType", "cols", "formProt", "vAlign", "noEndnote"),
    ),
}
"""What stands before an element in a section (ECMA-376 part 1, 17.6.17)."""

A_TWIP_OR_SO = 3


def page_in(section: Element, brand: Brand) -> BrandPage:
    """The page of a section as a brand has it; the brand's own where it differs by nothing that can be seen."""
    own = brand.page
    page = page_of(section, brand_page(own))
    if page.width > page.height:
        page = page.turned()
    pairs = zip(_lengths(page), _lengths(brand_page(own)), strict=True)
    if all(abs(given - known) <= A_TWIP_OR_SO for given, known in pairs):
        return own
    text = _mm(page.text_width - LEEWAY)
    return BrandPage(
        width_mm=_mm(page.width),
        height_mm=_mm(page.height),
        top_mm=_mm(page.top),
        bottom_mm=_mm(page.bottom),
        left_mm=_mm(page.left + page.gutter),
        right_mm=_mm(page.width) - _mm(page.left + page.gutter) - text,
        header_mm=own.header_mm,
        footer_mm=own.footer_mm,
    )


def brand_page(page: BrandPage) -> Page:
    """A brand's page in Word's terms."""
    left, right = (twips(each * POINTS_PER_MM) for each in (page.left_mm, page.right_mm))
    top, bottom = (twips(each * POINTS_PER_MM) for each in (page.top_mm, page.bottom_mm))
    width, height = (twips(each * POINTS_PER_MM) for each in (page.width_mm, page.height_mm))
    return Page(width, height, left, right, top, bottom)


def sections_in(word: WordDocument, place: BodyPlace, document: Document, brand: Brand) -> dict[SectionKind, Element]:
    """The properties of the sections of the body, which may follow one another in any order."""
    metadata = document.metadata
    with_cover = bool(metadata.cover) and not place.before
    if has_running(word):
        kinds: dict[SectionKind, list[Element] | None] = {"portrait": None, "landscape": None, "cover": None}
    else:
        for section in word.element.body.iter(qn("w:sectPr")):
            _take(section, REFERENCES)
        given = running(word, document, brand)
        kinds = {"portrait": given["portrait"], "landscape": given.get("landscape"), "cover": given.get("cover")}
        _refer(place.section, given["portrait"])
    wide = any(isinstance(block, Table) and block.landscape for block in every_block(document))
    found: dict[SectionKind, Element] = {}
    for kind, references in kinds.items():
        if (kind == "cover" and not with_cover) or (kind == "landscape" and not wide):
            continue
        found[kind] = _later(place.section)
        if references is not None:
            _take(found[kind], REFERENCES)
            _refer(found[kind], references)
        if kind == "landscape":
            _turn(found[kind], brand)
    return found


def first_of(sections: Iterable[Element], template: Element) -> None:
    """Gives the first of the sections that the body is made of what the template's own says of its start."""
    first = next(iter(sections), None)
    if first is None or first is template:
        return
    for tag in OF_THE_FIRST:
        for each in template.findall(qn(f"w:{tag}")):
            _put(first, deepcopy(cast(Element, each)), tag)
    start, own = template.find(qn("w:pgNumType")), first.find(qn("w:pgNumType"))
    if start is not None and own is not None and start.get(qn("w:start")):
        own.set(qn("w:start"), str(start.get(qn("w:start"))))


def not_first(section: Element) -> None:
    """Takes from a section what only the first has."""
    _take(section, OF_THE_FIRST)
    for count in section.findall(qn("w:pgNumType")):
        if count.get(qn("w:start")) is not None:
            del count.attrib[qn("w:start")]


def has_running(word: WordDocument) -> bool:
    """Whether the template has headers or footers in which there is anything."""
    parts = [each.target_part for each in word.part.rels.values() if each.reltype.endswith(("/header", "/footer"))]
    return any(says(part.element) for part in parts)


def mark_drafts(word: WordDocument, document: Document) -> list[Element]:
    """Puts a draft's mark into every header of the template, and makes headers where there are none."""
    made: list[Element] = []
    if not document.metadata.draft:
        return made
    current: dict[str, str] = {}
    marked: set[str] = set()
    for section in word.element.body.iter(qn("w:sectPr")):
        for kind in _kinds(word, cast(Element, section)):
            own = [each for each in section.findall(qn("w:headerReference")) if each.get(qn("w:type")) == kind]
            if own:
                current[kind] = str(own[0].get(qn("r:id")))
            elif kind not in current:
                new = reference(word, "header", [])
                new.set(qn("w:type"), kind)
                section.insert(0, new)
                current[kind] = str(new.get(qn("r:id")))
            if current[kind] not in marked:
                marked.add(current[kind])
                line = paragraph("header", draft_mark(document.metadata), w("jc", val="right"))
                word.part.rels[current[kind]].target_part.element.append(line)
                made.append(line)
    return made


def _kinds(word: WordDocument, section: Element) -> Iterator[str]:
    yield "default"
    if _is_on(section.find(qn("w:titlePg"))):
        yield "first"
    if _is_on(word.settings.element.find(qn("w:evenAndOddHeaders"))):
        yield "even"


def _is_on(element: object) -> bool:
    return isinstance(element, Element) and element.get(qn("w:val"), "1") not in ("0", "false", "off")


def _later(section: Element) -> Element:
    made = deepcopy(section)
    not_first(made)
    return made


def _turn(section: Element, brand: Brand) -> None:
    page = page_of(section, brand_page(brand.page))
    size = section.find(qn("w:pgSz"))
    if size is None:
        size = w("pgSz")
        section.insert(sum(each.tag in [qn(f"w:{name}") for name in BEHIND["type"]] for each in section), size)
    size.set(qn("w:w"), str(max(page.width, page.height)))
    size.set(qn("w:h"), str(min(page.width, page.height)))
    size.set(qn("w:orient"), "landscape")


def _refer(section: Element, references: list[Element]) -> None:
    for index, each in enumerate(references):
        section.insert(index, deepcopy(each))


def _take(section: Element, tags: Iterable[str]) -> None:
    for tag in tags:
        for each in section.findall(qn(f"w:{tag}")):
            section.remove(each)


def _put(section: Element, made: Element, tag: str) -> None:
    before = {qn(f"w:{name}") for name in BEHIND[tag]}
    section.insert(sum(each.tag in before for each in section), made)


def _lengths(page: Page) -> tuple[int, ...]:
    return page.width, page.height, page.left + page.gutter, page.top, page.bottom, page.text_width


def _mm(twips: int) -> float:
    return twips / 20 / POINTS_PER_MM
