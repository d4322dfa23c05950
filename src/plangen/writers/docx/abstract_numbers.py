"""A template's numbering part: what its numberings count by, and the places for ours.

A numbering (`w:num`) counts by an abstract one, which may send on to that of a style of lists (ECMA-376 part 1,
17.9.21). All abstract ones stand before all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from docx.oxml.ns import qn

from plangen.dataclass import dataclass
from plangen.writers.docx.sheet import Sheet, value
from plangen.writers.docx.xml import Element, w

UNCOUNTED = frozenset({"bullet", "none"})
BEFORE_STYLE = ("start", "numFmt", "lvlRestart")


@dataclass(frozen=True, slots=True)
class Abstracts:
    """`element` is `w:numbering`, `sheet` the style sheet beside it."""

    element: Element
    sheet: Sheet

    def last(self) -> int:
        """The highest number that is taken, of both kinds."""
        numbers = (each.get(qn("w:numId")) for each in self._all("num"))
        abstract = (each.get(qn("w:abstractNumId")) for each in self._all("abstractNum"))
        taken = (each or "" for found in (numbers, abstract) for each in found)
        return max((int(each) for each in taken if re.fullmatch(r"\d{1,8}", each, re.ASCII)), default=0)

    def abstract(self, number: str) -> Element | None:
        """The abstract numbering that a numbering counts by."""
        for _ in range(3):
            id = next((value(each, "w:abstractNumId") for each in self._all("num") if _is(each, "numId", number)), "")
            found = next((each for each in self._all("abstractNum") if _is(each, "abstractNumId", id)), None)
            linked = value(found, "w:numStyleLink")
            if not linked:
                return found
            number = self.sheet.attribute(linked, "w:pPr/w:numPr/w:numId", "w:val") or ""
        return None

    def abstract_id(self, number: str) -> str:
        """The id of that, "" where there is none."""
        found = self.abstract(number)
        return "" if found is None else str(found.get(qn("w:abstractNumId"), ""))

    def level(self, number: str, level: int) -> Element | None:
        """A level of a numbering, 0 the outermost."""
        found = self.abstract(number)
        levels = () if found is None else found.iterfind(qn("w:lvl"))
        return next((cast(Element, each) for each in levels if each.get(qn("w:ilvl")) == str(level)), None)

    def level_of(self, number: str, style: str) -> int:
        """The level that a style is bound to, the outermost if none."""
        for level in range(9):
            if value(self.level(number, level), "w:pStyle") == style:
                return level
        return 0

    def counts(self, number: str, level: int) -> bool:
        """Whether a level of a numbering shows numbers."""
        found = self.level(number, level)
        shown = value(found, "w:numFmt") or "decimal"
        return found is not None and shown not in UNCOUNTED and "%" in value(found, "w:lvlText")

    def bind(self, number: str, level: int, style: str) -> None:
        """Binds a level to a style, if it isn't bound."""
        found = self.level(number, level)
        if found is None or found.find(qn("w:pStyle")) is not None:
            return
        at = sum(each.tag in map(qn, (f"w:{name}" for name in BEFORE_STYLE)) for each in found)
        found.insert(at, w("pStyle", val=style))

    def add_abstract(self, made: Element) -> None:
        """Adds an abstract numbering."""
        first = next(self._all("num"), None)
        self._put(made, first)

    def add_number(self, made: Element) -> None:
        """Adds a numbering."""
        self._put(made, next(self._all("numIdMacAtCleanup"), None))

    def _put(self, made: Element, before: Element | None) -> None:
        if before is None:
            self.element.append(made)
        else:
            before.addprevious(made)

    def _all(self, tag: str) -> Iterator[Element]:
        yield from (cast(Element, each) for each in self.element.iterfind(qn(f"w:{tag}")))


def _is(element: Element, name: str, wanted: str) -> bool:
    return bool(wanted) and element.get(qn(f"w:{name}")) == wanted
