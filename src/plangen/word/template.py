"""The bytes of an organisation's Word template -> a template that can be written into, and what speaks against it.

The package is made anew of the parts that were vetted, as a document (`.docx`) whatever it was; the fields that it asks
for are told, so that compose can give their texts.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Element

from plangen.brand.brand import Hyphenation
from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, Severity, error, warning
from plangen.word.archive import read_archive
from plangen.word.fields import BODY, Story, TemplateField, fields_in, paragraphs, sources, text_of
from plangen.word.hyphenation import hyphenation_of
from plangen.word.page import Page, page_of
from plangen.word.vetting import TEMPLATE_MAIN, TYPES, WORD_MAIN, Package, vetted
from plangen.word.xml import word_name

STORIES: Mapping[str, Story] = {
    "header": "header",
    "footer": "footer",
    "footnotes": "footnote",
    "endnotes": "endnote",
}
"""The parts that text stands in beside the body, by the relationship that leads to them."""

SMALLEST_TEXT = 60 * 56.7
"""Twips. Text narrower than this holds no table of a plan's: the margins are a mistake."""


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A vetted template: the file's path, the package as the bytes of a `.docx`, and the fields that it asks for.

    `hyphenation` is how Word hyphenates what is written into it.
    """

    file: str
    package: bytes
    fields: tuple[TemplateField, ...]
    hyphenation: Hyphenation | None = None


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """A template with the texts of its fields."""

    template: WordTemplate
    texts: Mapping[str, str]


@lru_cache(maxsize=4)
def read_template(data: bytes, file: str) -> tuple[WordTemplate | None, tuple[Diagnostic, ...]]:
    """The template, where nothing speaks against it, and everything that was found."""
    parts = read_archive(data, file)
    if isinstance(parts, Diagnostic):
        return None, (parts,)
    package, found = vetted(parts, file)
    if found:
        return None, found
    found = tuple(_faults(package))
    if any(each.severity == Severity.ERROR for each in found):
        return None, found
    hyphenation = hyphenation_of(_settings(package))
    return WordTemplate(file, _packed(package), tuple(_fields(package)), hyphenation), found


def body_marks(body: Element) -> list[Element]:
    """The paragraphs in which `{{ body }}` stands, whether it may stand there or not."""
    return [each for each in paragraphs(body) if BODY in sources(text_of(each))]


def _faults(package: Package) -> Iterator[Diagnostic]:
    place = Location(package.file)
    body = _body(package)
    marks = body_marks(body)
    alone = [each for each in marks if each.getparent() is body and text_of(each).strip(" {}\n") == BODY]
    elsewhere = [each for name, _ in _stories(package) for each in body_marks(package.roots[name])]
    if len(marks) > 1 or len(alone) != len(marks) or elsewhere:
        yield error("word-template-body", place)
    for section in body.iter(word_name("sectPr")):
        page = page_of(section, Page())
        if min(page.text_width, page.turned().text_width) < SMALLEST_TEXT:
            yield error("word-template-margins", place)
            break
    for name, story in _stories(package):
        if story == "footnote" and any(_is_note(each) for each in package.roots[name]):
            yield warning("word-template-notes", place)


def _is_note(element: Element) -> bool:
    return element.get(word_name("type"), "normal") == "normal"


def _stories(package: Package) -> Iterator[tuple[str, Story]]:
    found = {each.target: STORIES[each.kind] for each in package.relations(package.main) if each.kind in STORIES}
    yield from sorted(found.items())


def _fields(package: Package) -> Iterator[TemplateField]:
    body = _body(package)
    marks = body_marks(body)
    story: Story = "cover"
    for child in body:
        if child in marks:
            story = "text"
        for paragraph in paragraphs(child):
            yield from (each for each in fields_in(paragraph, story) if each.source != BODY)
    for name, story in _stories(package):
        for paragraph in paragraphs(package.roots[name]):
            yield from fields_in(paragraph, story)


def _body(package: Package) -> Element:
    body = package.roots[package.main].find(word_name("body"))
    assert body is not None, "vetted"
    return body


def _settings(package: Package) -> Element | None:
    found = [each.target for each in package.relations(package.main) if each.kind == "settings"]
    return package.roots.get(found[0]) if found else None


def _packed(package: Package) -> bytes:
    """The parts as a `.docx`, those that are XML written anew, unpacked within: it is read once more and never kept."""
    for each in package.roots[TYPES]:
        if each.get("ContentType") == TEMPLATE_MAIN:
            each.set("ContentType", WORD_MAIN)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(package.parts.items()):
            root = package.roots.get(name)
            archive.writestr(name, data if root is None else etree.tostring(root, encoding="UTF-8", standalone=True))
    return packed.getvalue()
