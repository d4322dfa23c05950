"""Marks of a comparison -> Word's tracked changes (ECMA-376 part 1, 17.13.5), to be accepted or rejected one by one.

Inserted and deleted runs stand in `w:ins` and `w:del`; of a paragraph, a row or a cell its properties say so. What is
only set otherwise has no mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from docx.oxml.ns import qn
from lxml import etree

from plangen.document.document import Comparison
from plangen.document.nodes import Change
from plangen.writers.docx.xml import Element, set_paragraph_property, w

KINDS = {"inserted": "ins", "deleted": "del"}
_TEXTS = {qn("w:t"): qn("w:delText"), qn("w:instrText"): qn("w:delInstrText")}
_HOLDERS = (qn("w:hyperlink"),)


@dataclass(slots=True)
class Tracking:
    """Who has changed the document, and when; `_last` is the number of the last mark."""

    author: str = ""
    date: str = ""
    _last: int = 0

    @classmethod
    def of(cls, comparison: Comparison | None) -> Tracking:
        """The tracking of a document's comparison."""
        return cls(comparison.author, comparison.date) if comparison else cls()

    def runs(self, elements: Iterable[Element], change: Change | None) -> list[Element]:
        """The elements of a line with their mark. What holds runs itself is marked within."""
        name = KINDS.get(change.kind) if change else None
        if name is None:
            return list(elements)
        return list(self._marked(elements, name))

    def paragraphs(self, elements: Iterable[Element], change: Change | None) -> None:
        """Marks all of some paragraphs and tables, but for what has its mark already."""
        name = KINDS.get(change.kind) if change else None
        if name is None:
            return
        for element in elements:
            for row in _each(element, "w:tr"):
                self.row(row, change)
            for paragraph in _each(element, "w:p"):
                self._paragraph(paragraph, name)

    def row(self, row: Element, change: Change | None) -> None:
        """Marks a row of a table, once."""
        name = KINDS.get(change.kind) if change else None
        properties = row.find(qn("w:trPr"))
        if name is None or properties is None or _has_mark(properties):
            return
        properties.append(self._mark(name))
        for paragraph in _each(row, "w:p"):
            self._paragraph(paragraph, name)

    def cell(self, cell: Element, change: Change | None) -> None:
        """Marks a cell that was inserted or deleted with its column."""
        name = KINDS.get(change.kind) if change else None
        if name is not None:
            cast(Element, cell[0]).append(self._mark(f"cell{name.capitalize()}"))
            self.paragraphs([cell], change)

    def _paragraph(self, paragraph: Element, name: str) -> None:
        properties = paragraph.find(qn("w:pPr"))
        own = properties.find(qn("w:rPr")) if properties is not None else None
        if own is None:
            own = w("rPr")
            set_paragraph_property(paragraph, own)
        if not _has_mark(own):
            own.insert(0, self._mark(name))
        children = [cast(Element, child) for child in paragraph if child.tag != qn("w:pPr")]
        for child in children:
            paragraph.remove(child)
        paragraph.extend(list(self._marked(children, name)))

    def _marked(self, elements: Iterable[Element], name: str) -> Iterator[Element]:
        run: list[Element] = []
        for element in elements:
            if element.tag == qn("w:r"):
                run.append(_deleted(element) if name == "del" else element)
                continue
            if run:
                yield self._mark(name, *run)
                run = []
            if element.tag in _HOLDERS:
                children = [cast(Element, child) for child in element]
                for child in children:
                    element.remove(child)
                element.extend(list(self._marked(children, name)))
            yield element
        if run:
            yield self._mark(name, *run)

    def _mark(self, name: str, *content: Element) -> Element:
        self._last += 1
        return w(name, *content, id=self._last, author=self.author, date=self.date)


def _each(element: Element, tag: str) -> list[Element]:
    """The elements of a tag in an element, and itself if it is one."""
    return [cast(Element, each) for each in element.iter(qn(tag))]


def _has_mark(properties: etree._Element) -> bool:
    return any(properties.find(qn(f"w:{name}")) is not None for name in KINDS.values())


def _deleted(run: Element) -> Element:
    """A run whose text is deleted text."""
    for text in list(run):
        if text.tag in _TEXTS:
            text.tag = _TEXTS[text.tag]
    return run
