"""A style sheet of Word's as it is read: styles by id, and what each has of its own or from those it is based on.

What a style doesn't say it has from the style that it is based on, and at last from the defaults of the document
(ECMA-376 part 1, 17.7.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from docx.oxml.ns import qn

from plangen.dataclass import dataclass
from plangen.writers.docx.xml import Element

POINTS = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """`element` is `w:styles`."""

    element: Element

    def style(self, id: str) -> Element | None:
        """A style by its id."""
        return next((each for each in self.styles() if each.get(qn("w:styleId")) == id), None)

    def styles(self) -> Iterator[Element]:
        """All styles."""
        yield from (cast(Element, each) for each in self.element.iterfind(qn("w:style")))

    def chain(self, id: str) -> Iterator[Element]:
        """A style and those that it is based on, each once."""
        seen: set[str] = set()
        while id and id not in seen:
            seen.add(id)
            style = self.style(id)
            if style is None:
                return
            yield style
            id = value(style, "w:basedOn")

    def attribute(self, id: str, path: str, name: str) -> str | None:
        """An attribute of a property (`w:pPr/w:spacing`), the nearest that says it."""
        for owner in (*self.chain(id), *self._defaults(path)):
            found = owner.find("/".join(map(qn, path.split("/"))))
            if found is not None and found.get(qn(name)) is not None:
                return str(found.get(qn(name)))
        return None

    def has(self, id: str, path: str) -> bool:
        """Whether a property that is on or off is on."""
        for owner in (*self.chain(id), *self._defaults(path)):
            found = owner.find("/".join(map(qn, path.split("/"))))
            if found is not None:
                return found.get(qn("w:val"), "1") not in ("0", "false", "off")
        return False

    def points(self, id: str, path: str, name: str) -> float:
        """A length in points, 0 where none is told or it is none."""
        told = self.attribute(id, path, name) or ""
        return int(told) / POINTS if re.fullmatch(r"-?\d{1,6}", told, re.ASCII) else 0

    def numbering(self, id: str) -> tuple[str, int] | None:
        """The numbering of a paragraph style and its level, 0 the outermost; None where it has none."""
        number = self.attribute(id, "w:pPr/w:numPr/w:numId", "w:val") or "0"
        level = self.attribute(id, "w:pPr/w:numPr/w:ilvl", "w:val") or "0"
        return None if number == "0" else (number, int(level) if re.fullmatch("[0-8]", level) else 0)

    def _defaults(self, path: str) -> Iterator[Element]:
        kind = path.partition("/")[0].removeprefix("w:")
        found = self.element.find(f"{qn('w:docDefaults')}/{qn(f'w:{kind}Default')}")
        if found is not None:
            yield cast(Element, found)


def value(element: Element | None, tag: str) -> str:
    """The `w:val` of a child, "" where there is none."""
    found = None if element is None else element.find(qn(tag))
    return "" if found is None else str(found.get(qn("w:val"), ""))
