"""A resolved document -> a DOCX file made of an organisation's own template.

The body is written as ever, by our names of styles and our numbers of lists, apart from the template. Then the
template's are put in their place, and it goes where the template has room for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, cast

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from plangen.brand.brand import Brand
from plangen.dataclass import dataclass, replace
from plangen.document.document import Document
from plangen.document.table_layout import laid_out
from plangen.locale.catalogue import catalogue
from plangen.typesetting.room import table_room
from plangen.word.template import FilledTemplate
from plangen.writers.docx.abstract_numbers import Abstracts
from plangen.writers.docx.badges import badge_looks
from plangen.writers.docx.blocks import blocks
from plangen.writers.docx.bookmarks import Bookmarks
from plangen.writers.docx.cover import cover
from plangen.writers.docx.flow import Flow, hair, is_referred_to
from plangen.writers.docx.footnotes import footnotes_part
from plangen.writers.docx.likeness import sets_pages_alike
from plangen.writers.docx.merging import ids_in, merged, renamed
from plangen.writers.docx.merging_numbers import Numbers
from plangen.writers.docx.numbering import numberings
from plangen.writers.docx.outline import FIRST_SERIES, LEVELS, Outline, outline, style_name
from plangen.writers.docx.package import pack, set_properties
from plangen.writers.docx.remark import remark
from plangen.writers.docx.sheet import Sheet
from plangen.writers.docx.stories import write_notes, writing_of
from plangen.writers.docx.styles import Styles, style_sheet
from plangen.writers.docx.template_body import SECTION, BodyPlace, body_place, drop_our_bookmarks, ends_section
from plangen.writers.docx.template_package import has_notes, opened, set_language, settle_notes, stories
from plangen.writers.docx.template_properties import keep_properties, own_properties
from plangen.writers.docx.template_sections import first_of, mark_drafts, not_first, page_in, sections_in
from plangen.writers.docx.template_tabs import set_tabs
from plangen.writers.docx.tracked import parted
from plangen.writers.docx.writing import Writing
from plangen.writers.docx.xml import Element, set_paragraph_property, style_id, w
from plangen.writers.job import Job

if TYPE_CHECKING:
    from plangen.typesetting.pages import Typeset

WIDER = 1.16
"""How much wider than the brand's a font may be that nothing is known of, so that words in tables don't break: Verdana
is as wide."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A template made ready for a document: what goes where, the page and the styles that it is written by.

    `own` are the template's ids of our styles that it had, `ids` those of all, both by ours. `alike`: the template sets
    the same text on the same pages as the brand does, so that the pages of the PDF are those of the DOCX.
    """

    word: WordDocument
    place: BodyPlace
    brand: Brand
    outline: Outline
    numbers: Numbers
    own: Mapping[str, str]
    ids: Mapping[str, str]
    alike: bool


def write(job: Job) -> bytes:
    """The DOCX of a job that has a template."""
    assert job.template is not None
    return write_into(job.template, job.tracked, job.brand, job.accepted, job.timestamp)


def write_into(
    filled: FilledTemplate, document: Document, brand: Brand, typeset: Callable[[], Typeset], timestamp: datetime | None
) -> bytes:
    """The document as the bytes of a DOCX file made of a template. The pages are set only where they hold."""
    ground = prepared(filled, document, brand)
    word, place = ground.word, ground.place
    wider = 1 if _has_font(ground, brand) else WIDER
    if ground.brand.page != brand.page or wider > 1:
        document = _fitted(document, ground.brand, wider)
    brand = ground.brand
    numbering = w("numbering", *numberings(brand, ground.outline))
    pages = typeset().pages if ground.alike else {}
    writing = writing_of(document, brand, ground.outline, word, numbering, pages)
    writing.bookmarks = Bookmarks(first=drop_our_bookmarks(word))
    writing.drawings = _last_drawing(word)
    last_note = _last_note(word)
    writing.note_numbers = {name: last_note + number for name, number in writing.note_numbers.items()}
    given = stories(word)
    flow = Flow(w("body"), _spaces(ground), sections_in(word, place, document, brand))
    written = [flow.body, *(story for story in stories(word) if story not in given)]
    _write_body(document, flow, place, writing)
    if document.comparison:
        parted(flow.body)
    if document.notes:
        written += _write_notes(document, word, flow.styles, writing)
    set_tabs(written, ground.own, ground.numbers.sheet, brand)
    ground.numbers.renumber(written)
    ground.numbers.add(cast(Iterable[Element], numbering))
    renamed(written, ground.ids)
    _put(word, place, flow.body)
    if document.comparison:
        remark(word, document.comparison, catalogue(document.metadata.language))
    renamed(mark_drafts(word, document), ground.ids)
    set_language(word, document.metadata.language)
    own = own_properties(word)
    set_properties(word, document.metadata, timestamp)
    keep_properties(word, own)
    return pack(word)


def prepared(filled: FilledTemplate, document: Document, brand: Brand) -> Ground:
    """The template opened, with our styles and numberings in it."""
    word = opened(filled)
    place = body_place(word)
    sheet = Sheet(word.styles.element)
    page = page_in(place.section, brand)
    headings = outline(document)
    language, badges = document.metadata.language, badge_looks(document)
    plain = style_sheet(brand, headings, language, badges)
    own = ids_in(sheet, [each for each in plain if each.tag == qn("w:style")])
    abstracts = Abstracts(word.part.numbering_part.element, sheet)
    alike = page == brand.page and sets_pages_alike(word, place, plain, own, abstracts)
    brand = replace(brand, page=page)
    wanted = headings.numbered
    headings = _as_the_template(headings, sheet, own)
    ours = [
        each
        for each in style_sheet(brand, headings, document.metadata.language, badge_looks(document))
        if each.tag == qn("w:style")
    ]
    ids = merged(sheet, ours)
    numbers = Numbers(abstracts, sheet, own, ids)
    numbers.bind(wanted)
    numbers.silence(cast(Element, each) for each in word.element.body.iter(qn("w:p")))
    return Ground(word, place, brand, headings, numbers, own, ids, alike)


def keeps_pages(filled: FilledTemplate, document: Document, brand: Brand) -> bool:
    """Whether the contents list of the DOCX has the page numbers of the PDF."""
    return prepared(filled, document, brand).alike


def _as_the_template(headings: Outline, sheet: Sheet, own: Mapping[str, str]) -> Outline:
    """The outline with what the template's heading styles do: those that count, and those that start a page."""
    given = {level: own.get(style_id(style_name(level)), "") for level in LEVELS}
    counting = {level for level, id in given.items() if id and sheet.numbering(id)}
    paged = {level for level, id in given.items() if id and sheet.has(id, "w:pPr/w:pageBreakBefore")}
    unpaged = {level for level in LEVELS if given[level]} - paged
    last = max([FIRST_SERIES - 1, *(each.numbering for each in headings.ranks)])
    return replace(
        headings,
        numbered=headings.numbered | counting,
        numberless=headings.numberless or last + 1,
        paged=frozenset((headings.paged | paged) - unpaged),
    )


def _has_font(ground: Ground, brand: Brand) -> bool:
    """Whether tables are set in the font that the brand measures them by."""
    sheet, id = ground.numbers.sheet, ground.ids[style_id("Table Text")]
    themed = sheet.attribute(id, "w:rPr/w:rFonts", "w:asciiTheme")
    return themed is None and sheet.attribute(id, "w:rPr/w:rFonts", "w:ascii") == brand.fonts.word


def _fitted(document: Document, brand: Brand, wider: float) -> Document:
    """The document with its tables laid out for the template's page; one that doesn't fit is as wide as the text."""
    room = table_room(brand, catalogue(document.metadata.language))
    measure = room.measure
    room = replace(room, measure=lambda text, bold: measure(text, bold) * wider)
    notes = (replace(note, blocks=laid_out(note.blocks, room, may_turn=False)[0]) for note in document.notes)
    return replace(document, blocks=laid_out(document.blocks, room)[0], notes=tuple(notes))


def _spaces(ground: Ground) -> Styles:
    sheet = ground.numbers.sheet
    path = "w:pPr/w:spacing"
    return Styles(
        before={ours: sheet.points(id, path, "w:before") for ours, id in ground.ids.items()},
        after={ours: sheet.points(id, path, "w:after") for ours, id in ground.ids.items()},
    )


def _write_body(document: Document, flow: Flow, place: BodyPlace, writing: Writing) -> None:
    """The cover, where the template has none, and the blocks. What stands before them in their section is a hair."""
    if place.open:
        flow.add(hair())
    if place.breaks:
        flow.break_page()
    if "cover" in flow.sections:
        cover(document.metadata.cover, flow, writing)
    blocks(document.blocks, flow, writing)
    if place.goes_on:
        flow.open("portrait")
        flow.turn()
    else:
        flow.close()


def _write_notes(document: Document, word: WordDocument, spaces: Styles, writing: Writing) -> list[Element]:
    """The elements that are added to the part of footnotes, or that a new one has."""
    new = not has_notes(word)
    part = footnotes_part(word)
    given = 0 if new else len(part.element)
    if new:
        settle_notes(word)
    write_notes(document, part, spaces, writing)
    return list(part.element)[given:]


def _put(word: WordDocument, place: BodyPlace, body: Element) -> None:
    """Puts the body into the template's text, and settles which section is the first of those that were one."""
    children = [cast(Element, child) for child in body]
    final = children.pop() if children and children[-1].tag == SECTION else None
    if place.open and not ends_section(children[0]):
        children.pop(0)
    sections = [cast(Element, each) for child in children for each in child.iter(SECTION)]
    if final is not None:
        sections.append(final)
    first_of(sections, place.section)
    if final is None and sections:
        not_first(place.section)
    elif final is not None and place.carrier == "mark":
        if not children or children[-1].tag != qn("w:p") or is_referred_to(children[-1]):
            children.append(hair())
        set_paragraph_property(children[-1], final)
    elif final is not None:
        place.section.addprevious(final)
        cast(Element, place.section.getparent()).remove(place.section)
    text = word.element.body
    at = list(text).index(place.before[-1]) + 1 if place.before else 0
    for index, child in enumerate(children, start=at):
        text.insert(index, child)


def _last_note(word: WordDocument) -> int:
    """The highest number of a note in the template."""
    if not has_notes(word):
        return 0
    numbers = (str(each.get(qn("w:id"), "")) for each in footnotes_part(word).element)
    return max((int(each) for each in numbers if each.isdecimal() and len(each) < 10), default=0)


def _last_drawing(word: WordDocument) -> int:
    """The highest number of a drawing in the template."""
    path = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    numbers = (each.get("id", "") for story in stories(word) for each in story.iter(path))
    return max((int(each) for each in numbers if each.isdecimal() and len(each) < 10), default=1)
