"""The fields of a Word template, `{{ plan.title }}`: found in its paragraphs, and filled with text.

Word cuts what is typed into runs as it likes: where spelling was checked, where the cursor stood, where one letter is
bold. So a paragraph's text is put together first and the field is found in that; its text goes into the run that the
field begins in and looks as that does. What a text box or a control in a paragraph holds are paragraphs of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from lxml.etree import _Element as Element

from plangen.dataclass import dataclass
from plangen.word.xml import word_name

Story = Literal["header", "footer", "footnote", "endnote", "cover", "text"]
Fault = Literal["", "open", "statement"]

BODY = "body"
"""The field that stands for the document's body."""

FIELD = re.compile(r"\{\{(.*?)\}\}")
STATEMENT = re.compile(r"\{%|%\}")
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\u00a0": " ", "\u200b": None})
"""What Word makes of the quotation marks and spaces that are typed."""

PARAGRAPH, RUN, TEXT, ROW, CONTROL = map(word_name, ("p", "r", "t", "tr", "sdt"))
BREAKS = frozenset(map(word_name, ("br", "cr", "tab", "ptab")))
UNSEEN = frozenset(map(word_name, ("pPr", "rPr", "sdtPr", "instrText", "del", "moveFrom", "delText", "fldChar")))
KEPT = frozenset(map(word_name, ("drawing", "pict", "object", "sectPr", "br", "fldSimple", "fldChar")))
"""What stands in a paragraph that isn't left out, though its fields have no text."""


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field as the template has it, without its braces, and the part of the document that it stands in.

    `fault`: braces that nothing closes ("open"), or a statement (`{% if %}`), which a template has none of.
    """

    source: str
    story: Story
    fault: Fault = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph's text: the element that holds it, or None where it stands for a break."""

    element: Element | None
    text: str


def paragraphs(root: Element) -> Iterator[Element]:
    """Every paragraph of a part, those in text boxes and controls too."""
    yield from root.iter(PARAGRAPH)


def text_of(paragraph: Element) -> str:
    """The text of a paragraph, its runs put together."""
    return "".join(piece.text for piece in _pieces(paragraph))


def sources(text: str) -> tuple[str, ...]:
    """What stands within the braces in a text."""
    return tuple(_source(match) for match in FIELD.finditer(text))


def fields_in(paragraph: Element, story: Story) -> Iterator[TemplateField]:
    """The fields of a paragraph, and what looks like one and isn't."""
    text = text_of(paragraph)
    if "{" not in text and "}" not in text:
        return
    for source in sources(text):
        yield TemplateField(source, story)
    rest = FIELD.sub("", text)
    if STATEMENT.search(rest):
        yield TemplateField(rest.strip(), story, "statement")
    elif "{{" in rest or "}}" in rest:
        yield TemplateField(rest.strip(), story, "open")


def fill(root: Element, texts: Mapping[str, str]) -> None:
    """Puts the texts in the place of the fields of a part; `{{ body }}` is left as it is.

    A paragraph whose fields all turn out empty is left out with its label, and so is such a row of a table.
    """
    filled = [each for each in paragraphs(root) if any(source in texts for source in sources(text_of(each)))]
    empty = [each for each in filled if not any(texts.get(source, "-") for source in sources(text_of(each)))]
    rows = _empty_rows(filled, empty)
    for paragraph in filled:
        _fill(paragraph, texts)
        _loosen(paragraph)
    for row in rows:
        _remove(row)
    for paragraph in empty:
        _leave_out(paragraph)


def _source(match: re.Match[str]) -> str:
    return match[1].translate(STRAIGHT).strip()


def _pieces(paragraph: Element) -> list[Piece]:
    return list(_below(paragraph))


def _below(element: Element) -> Iterator[Piece]:
    for child in element:
        if child.tag == TEXT:
            yield Piece(child, child.text or "")
        elif child.tag in BREAKS:
            yield Piece(None, "\n")
        elif child.tag != PARAGRAPH and child.tag not in UNSEEN:
            yield from _below(child)


def _fill(paragraph: Element, texts: Mapping[str, str]) -> None:
    """From the last field to the first, so that the places of those before stay as they are."""
    text = text_of(paragraph)
    for match in reversed(list(FIELD.finditer(text))):
        source = _source(match)
        if source in texts:
            _replace(paragraph, match.start(), match.end(), texts[source])


def _replace(paragraph: Element, start: int, end: int, text: str) -> None:
    """Puts a text in the place of what stands from `start` to `end`, in the run that this begins in."""
    at = 0
    for piece in _pieces(paragraph):
        begin, at = at, at + len(piece.text)
        if piece.element is None or at <= start or begin >= end:
            continue
        before, after = piece.text[: max(start - begin, 0)], piece.text[max(end - begin, 0) :]
        piece.element.text = before + (text if begin <= start else "") + after
        piece.element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _loosen(paragraph: Element) -> None:
    """A filled control keeps its text: what it is bound to, or asks to be written in it, would come in its place."""
    for control in paragraph.iterancestors(CONTROL):
        _loosen_control(control)
    for control in paragraph.iter(CONTROL):
        _loosen_control(control)


def _loosen_control(control: Element) -> None:
    for properties in control.findall(word_name("sdtPr")):
        for name in ("dataBinding", "showingPlcHdr", "temporary"):
            for found in properties.findall(word_name(name)):
                properties.remove(found)


def _empty_rows(filled: Iterable[Element], empty: Iterable[Element]) -> list[Element]:
    """The rows of tables in which there are fields, all of them without text."""
    said = {row for paragraph in filled for row in paragraph.iterancestors(ROW)}
    unsaid = set(empty)
    kept = {row for paragraph in filled if paragraph not in unsaid for row in paragraph.iterancestors(ROW)}
    kept |= {row for row in said if any(next(row.iter(tag), None) is not None for tag in KEPT)}
    return [row for row in said - kept if _has_sibling(row, ROW)]


def _leave_out(paragraph: Element) -> None:
    keeps = any(next(paragraph.iter(tag), None) is not None for tag in KEPT)
    if not keeps and _has_sibling(paragraph, PARAGRAPH) and not _ends_cell(paragraph):
        _remove(paragraph)
        return
    if not keeps:
        for piece in _pieces(paragraph):
            if piece.element is not None:
                piece.element.text = ""


def _ends_cell(paragraph: Element) -> bool:
    """Whether a cell would end without a paragraph, which it may not (17.4.65)."""
    previous = paragraph.getprevious()
    return paragraph.getnext() is None and (previous is None or previous.tag != PARAGRAPH)


def _has_sibling(element: Element, tag: str) -> bool:
    parent = element.getparent()
    return parent is not None and sum(child.tag == tag for child in parent) > 1


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
