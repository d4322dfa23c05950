"""The default Word template -> the bytes of a `.docx`: a start for an organisation that makes one of its own in Word.

It is written by what writes documents: all our styles, a cover whose lines are fields, header and footer, and
`{{ body }}`. A document built with it says and looks the same as one built without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from types import MappingProxyType
from typing import cast

from docx.oxml.ns import qn

from plangen.brand.brand import Brand
from plangen.dataclass import replace
from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Paragraph
from plangen.locale.catalogue import Catalogue
from plangen.locale.vocabulary import KEYS, terms
from plangen.writers.docx.blocks import blocks
from plangen.writers.docx.cover import cover
from plangen.writers.docx.flow import Flow
from plangen.writers.docx.numbering import numberings
from plangen.writers.docx.outline import LEVELS, Outline
from plangen.writers.docx.package import empty_document, pack, set_look, set_properties, settings
from plangen.writers.docx.sections import FIELDS as PAGES
from plangen.writers.docx.sections import sections
from plangen.writers.docx.sheet import Sheet, value
from plangen.writers.docx.stories import writing_of
from plangen.writers.docx.styles import style_sheet, styles
from plangen.writers.docx.xml import Element, paragraph_property, paragraph_style, set_paragraph_property, style_id, w

GROWING = ("Cover", "Title", "Subtitle", "header", "footer", "Header", "Footer")
"""What the names of the styles begin with whose lines may grow."""

FIELDS = (
    *(("organisation", "plan.organisation", ""), ("body", "plan.body", ""), ("title", "plan.title", "")),
    *(("status", "plan.status", "status"), ("decided-by", "plan.decision.decided_by", "decided-by")),
    *(("date", "plan.decision.date", "date"), ("paragraph", "plan.decision.paragraph_number", "paragraph")),
    *(("case-number", "plan.decision.case_number", "case-number"), ("version", "plan.version", "version")),
    *(("valid", "plan.valid", "valid"), ("replaces", "plan.replaces", "replaces"), ("notice", "plan.remark", "")),
)
"""The lines of the cover: role, field, and the label's name."""

OF_THE_DECISION = frozenset({"case_number", "date"})

NUMBERS = MappingProxyType({1: "9", 2: "9.9", 3: "9.9.9"})
OUTLINE = Outline(depth=3, numbered=frozenset(LEVELS), paged=frozenset(), unlisted=frozenset(), numbers=NUMBERS)


def default_template(brand: Brand, words: Catalogue) -> bytes:
    """The template in a brand's looks and a language."""
    word = empty_document()
    document = _document(brand, words)
    word.styles.element[:] = style_sheet(brand, OUTLINE, words.tag, {})
    _let_grow(word.styles.element)
    word.part.numbering_part.element[:] = numberings(brand, OUTLINE)
    word.settings.element[:] = settings(words.tag, brand.hyphenation, footnotes=False)
    set_properties(word, replace(document.metadata, title=words.labels["word-template"]), None)
    set_look(word, brand)
    writing = writing_of(document, brand, OUTLINE, word, word.part.numbering_part.element, {})
    flow = Flow(word.element.body, styles(brand, OUTLINE), sections(word, document, brand))
    cover(document.metadata.cover, flow, writing)
    blocks(document.blocks, flow, writing)
    flow.close()
    _loosen_notice(word.element.body)
    for relation in word.part.rels.values():
        if relation.reltype.endswith("/footer"):
            _align_right(relation.target_part.element)
    return pack(word)


def _document(brand: Brand, words: Catalogue) -> Document:
    """A document that says fields where others say what they stand for."""
    lines = [
        CoverField(role=role, inlines=(Text(_field(name, words)),), label=words.labels[label] if label else "")
        for role, name, label in FIELDS
    ]
    header = f"{_field('plan.body or plan.organisation', words)} – {_field('plan.title', words)}"
    return Document(
        metadata=Metadata(
            title="",
            language=words.tag,
            header=header if brand.running.header is None else _fields(brand.running.header, words),
            footer=words.labels["page-of"] if brand.running.footer is None else _fields(brand.running.footer, words),
            cover=tuple(lines),
        ),
        blocks=(Paragraph(inlines=(Text(_field("body", words)),)),),
    )


def _field(name: str, words: Catalogue) -> str:
    """A field by the words of a language, which its writers know: `plan.beslut.datum`."""
    own = terms(KEYS, words.language)

    def path(found: re.Match[str]) -> str:
        return ".".join(own.get(part, part).replace(" ", "_") for part in found.group().split("."))

    return f"{{{{ {re.sub(r'(?<=plan[.])[a-z_.]+', path, name)} }}}}"


def _fields(text: str, words: Catalogue) -> str:
    """A brand's text for the head or foot of pages, its fields as a template has them; page numbers stay Word's."""

    def field(found: re.Match[str]) -> str:
        name = found[1]
        if f"{{{name}}}" in PAGES:
            return found[0]
        return _field(f"plan.decision.{name}" if name in OF_THE_DECISION else f"plan.{name}", words)

    return re.sub(r"\{(\w+)\}", field, text)


def _let_grow(sheet: Element) -> None:
    """Lets the lines of cover, header and footer grow, so that a logo put there in Word isn't cut off."""
    for style in Sheet(sheet).styles():
        spacing = style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        if spacing is not None and spacing.get(qn("w:line")) and value(style, "w:name").startswith(GROWING):
            spacing.set(qn("w:lineRule"), "atLeast")


def _loosen_notice(body: Element) -> None:
    """Puts the space above the notice on the notice, since the line before it is left out where it is empty."""
    lines = list(_paragraphs(body))
    for before, notice in pairwise(lines):
        if paragraph_style(notice) == style_id("Cover Notice"):
            spacing = paragraph_property(before, "spacing")
            paragraph_property(notice, "spacing").set(qn("w:before"), str(spacing.get(qn("w:after"))))
            cast(Element, spacing.getparent()).remove(spacing)


def _align_right(footer: Element) -> None:
    """Puts the footer's text at the right by its alignment, which holds on landscape pages too."""
    for paragraph in _paragraphs(footer):
        run = paragraph.find(qn("w:r"))
        if run is not None and run.find(qn("w:tab")) is not None:
            paragraph.remove(run)
        set_paragraph_property(paragraph, w("jc", val="right"))


def _paragraphs(root: Element) -> Iterator[Element]:
    yield from (cast(Element, each) for each in root.iter(qn("w:p")))
