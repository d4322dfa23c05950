"""Marks of a comparison -> Word's tracked changes (ECMA-376 part 1, 17.13.5), to be accepted or rejected one by one.

Inserted and deleted runs stand in `w:ins` and `w:del`; of a paragraph, a row or a cell its properties say so. What is
only set otherwise has no mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from docx.oxml.ns import qn
from lxml import etree

from plangen.dataclass import dataclass
from plangen.document.document import Comparison
from plangen.document.inlines import Change
from plangen.writers.docx.xml import Element, paragraph_style, set_paragraph_property, w

KINDS = {"inserted": "ins", "deleted": "del"}
CELLS = {"inserted": "cellIns", "deleted": "cellDel"}
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
        if change is None or change.kind not in KINDS:
            return
        for element in elements:
            for row in _each(element, "w:tr"):
                self.row(row, change)
            for paragraph in _each(element, "w:p"):
                self._paragraph(paragraph, change)

    def row(self, row: Element, change: Change | None) -> None:
        """Marks a row of a table, once."""
        if change is None or change.kind not in KINDS:
            return
        properties = row.find(qn("w:trPr"))
        if properties is None:  # the row of a box
            properties = w("trPr")
            row.insert(0, properties)
        if _has_mark(properties):
            return
        properties.append(self._mark(KINDS[change.kind]))
        for paragraph in _each(row, "w:p"):
            self._paragraph(paragraph, change)

    def cell(self, cell: Element, change: Change | None) -> None:
        """Marks a cell that was inserted or deleted with its column, and what stands in it.

        Who accepts a deletion in Word is rid of the cell, and so of the column (17.13.5.2). LibreOffice 7.4 passes the
        mark over; there the text goes by its own mark, and an empty column stays.
        """
        if change and change.kind in KINDS:
            cast(Element, cell[0]).append(self._mark(CELLS[change.kind]))
        self.paragraphs([cell], change)

    def end(self, paragraph: Element, change: Change) -> None:
        """Marks the end of a paragraph, by which it is parted from the next, but for what has its mark already."""
        own = _end_properties(paragraph)
        if not _has_mark(own):
            own.insert(0, self._mark(KINDS[change.kind]))

    def _paragraph(self, paragraph: Element, change: Change) -> None:
        self.end(paragraph, change)
        children = [cast(Element, child) for child in paragraph if child.tag != qn("w:pPr")]
        for child in children:
            paragraph.remove(child)
        paragraph.extend(list(self._marked(children, KINDS[change.kind])))

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
        time = {"date": self.date} if self.date else {}
        return w(name, *content, id=self._last, author=self.author, **time)


def parted(story: Element) -> None:
    """Parts words inserted last in a paragraph from the paragraphs inserted behind it, in a story or a cell.

    LibreOffice takes the two as one change, and who rejects it there loses the end between them too. So the words that
    they replaced stand after them; or else the paragraph's end is the new one and the last inserted paragraph has the
    old one, as where somebody writes on, if the paragraphs are of one style.
    """
    for paragraph in _each(story, "w:p"):
        behind = _inserted_behind(paragraph)
        if not behind or _end_mark(paragraph) is not None or not _ends_inserted(paragraph):
            continue
        last, before = cast(Element, paragraph[-1]), paragraph[-1].getprevious()
        if last.tag == qn("w:ins") and before is not None and before.tag == qn("w:del"):
            last.addnext(before)
        elif paragraph_style(paragraph) == paragraph_style(behind[-1]):
            mark = _end_mark(behind[-1])
            assert mark is not None
            _end_properties(paragraph).insert(0, mark)


def _inserted_behind(paragraph: Element) -> list[Element]:
    """The paragraphs right behind one that are altogether inserted."""
    found: list[Element] = []
    each = paragraph.getnext()
    while each is not None and each.tag == qn("w:p"):
        mark = _end_mark(cast(Element, each))
        if mark is None or mark.tag != qn("w:ins"):
            break
        found.append(cast(Element, each))
        each = each.getnext()
    return found


def _ends_inserted(paragraph: Element) -> bool:
    runs = _each(paragraph, "w:r")
    return bool(runs) and any(above.tag == qn("w:ins") for above in runs[-1].iterancestors())


def _end_mark(paragraph: Element) -> Element | None:
    marks = (paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{name}')}") for name in KINDS.values())
    return next((cast(Element, mark) for mark in marks if mark is not None), None)


def _end_properties(paragraph: Element) -> Element:
    """The properties of a paragraph's end, made if there are none."""
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return set_paragraph_property(paragraph, w("rPr")) if found is None else cast(Element, found)


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
