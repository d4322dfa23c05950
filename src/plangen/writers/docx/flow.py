"""The body of a story as it grows: paragraphs and tables one after the other, with what Word can't say on its own.

Word has no space around a table, no page break outside a paragraph, and ends a section within its last paragraph. So
space, breaks and ends of sections are asked for here and put on the paragraph that follows or stands before. At the
start of a page nothing has space above it. A paragraph that others refer to ends no section: LibreOffice loses the
bookmarks in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import field
from itertools import islice
from typing import Literal, cast

from docx.oxml.ns import qn

from plangen.dataclass import dataclass
from plangen.writers.docx.paragraph_styles import HAIR
from plangen.writers.docx.styles import Styles
from plangen.writers.docx.xml import (
    Element,
    paragraph_property,
    paragraph_style,
    properties,
    set_paragraph_property,
    style_id,
    twips,
    w,
)

SectionKind = Literal["cover", "portrait", "landscape"]


def paragraph(style: str, content: Iterable[Element], *extra: Element | None) -> Element:
    """A paragraph in a style, by name; `extra` are further properties."""
    named = w("pStyle", val=style_id(style)) if style != "Normal" else None
    return w("p", properties("pPr", [named, *extra]), *content)


def hair(*extra: Element, height: float = HAIR) -> Element:
    """A paragraph that Word asks for and nobody sees."""
    spacing = w("spacing", before=0, after=0, line=twips(height), lineRule="exact")
    return paragraph("Normal", (), spacing, *extra)


@dataclass(slots=True)
class Flow:
    """Grows `body`. `sections` are the properties of each kind of section, copied where one ends.

    `_kind` is the section's that is open, `_next` what is asked for, from which `_fresh` starts a new one, unless what
    comes next `_stays` with the heading above it. Within a section, `_count` is how many elements it has, `_gap` the
    space asked for above what comes next, `_break` whether that starts a page: by its style, or else by a property of
    its own.
    """

    body: Element
    styles: Styles
    sections: Mapping[SectionKind, Element] = field(default_factory=dict)
    _kind: SectionKind = "portrait"
    _next: SectionKind = "portrait"
    _fresh: bool = False
    _stays: bool = False
    _count: int = 0
    _gap: float = 0
    _break: Literal["", "own", "style"] = ""

    def add(self, element: Element) -> None:
        """Adds a paragraph or a table."""
        if self.sections:
            self._turn()
        self._settle(element)
        self.body.append(element)
        self._count += 1
        self._gap, self._break = 0, ""

    def added(self, since: int) -> list[Element]:
        """The elements from an index on."""
        return [cast(Element, each) for each in islice(self.body, since, None)]

    def gap(self, points: float) -> None:
        """Asks for space before what comes next, beyond what styles have there."""
        self._gap += points

    def part_boxes(self) -> None:
        """Parts what comes next from the box before it, with which Word would draw it as one."""
        self.add(hair())

    def break_page(self, *, by_style: bool = False) -> None:
        """Asks for a new page for what comes next."""
        self._break = "style" if by_style else "own"

    def open(self, kind: SectionKind, *, fresh: bool = False) -> None:
        """Asks for what comes next to stand in a section of this kind, a `fresh` one or the one that is open.

        Cells and notes have no sections; there it means nothing.
        """
        self._next = kind
        self._fresh = self._fresh or (fresh and not self._stays)
        self._stays = False

    def stay(self) -> None:
        """Asks for the fresh section that is opened next to be the one that is open."""
        self._stays = True

    def close(self) -> None:
        """Ends the last section."""
        if not self._count:
            self.add(hair())
        self.body.append(self._section())

    @property
    def kind(self) -> SectionKind:
        """The kind of the section that is open."""
        return self._kind

    def turn(self) -> None:
        """Ends the section that is open, if another was asked for, before what is put after the flow."""
        self._turn()

    def end_cell(self) -> None:
        """Ends a cell, which must end with a paragraph and leaves no space of its own below it."""
        last = self._last_paragraph()
        if last is None:
            last = hair()
            self.body.append(last)
        paragraph_property(last, "spacing").set(qn("w:after"), "0")

    def _turn(self) -> None:
        if self._count and (self._fresh or self._next != self._kind):
            last = self._last_paragraph()
            if last is None or is_referred_to(last):
                last = hair()
                self.body.append(last)
            set_paragraph_property(last, self._section())
            self._count, self._gap, self._break = 0, 0, ""
        self._kind, self._fresh = self._next, False

    def _settle(self, element: Element) -> None:
        """Puts what was asked for on the element that is to be added, or on the paragraph before it."""
        is_paragraph = element.tag == qn("w:p")
        if self._break or not self._count:
            if self._break == "own" and self._count:
                self._start_page(element)
            if is_paragraph and self.styles.before.get(_style(element), 0):
                paragraph_property(element, "spacing").set(qn("w:before"), "0")
            return
        last = self._last_paragraph()
        if last is not None:
            _widen(last, "after", self._gap, self.styles.after)
        elif is_paragraph:
            _widen(element, "before", self._gap, self.styles.before)
        else:
            self.body.append(hair(height=max(self._gap, HAIR)))

    def _start_page(self, element: Element) -> None:
        if element.tag == qn("w:p"):
            paragraph_property(element, "pageBreakBefore")
        else:
            self.body.append(hair(w("pageBreakBefore")))

    def _section(self) -> Element:
        return deepcopy(self.sections[self._kind])

    def _last_paragraph(self) -> Element | None:
        last = cast(Element, self.body[-1]) if len(self.body) else None
        return last if last is not None and last.tag == qn("w:p") else None


def is_referred_to(paragraph: Element) -> bool:
    """Whether a paragraph has bookmarks."""
    return next(paragraph.iter(qn("w:bookmarkStart")), None) is not None


def _style(element: Element) -> str:
    return paragraph_style(element) or style_id("Normal")


def _widen(paragraph: Element, side: Literal["before", "after"], points: float, own: Mapping[str, float]) -> None:
    """Adds to the space that a paragraph has on a side, from its style if it says nothing itself."""
    if not points:
        return
    spacing = paragraph_property(paragraph, "spacing")
    said = spacing.get(qn(f"w:{side}"))
    now = twips(own.get(_style(paragraph), 0)) if said is None else int(said)
    spacing.set(qn(f"w:{side}"), str(now + twips(points)))
