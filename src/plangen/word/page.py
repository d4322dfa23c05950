"""The properties of a section (`w:sectPr`) -> the size and margins of its pages.

A template may leave any of it out, or have written what is no number; the page then is as another one is.
"""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from plangen.dataclass import dataclass, replace
from plangen.word.xml import word_name


@dataclass(frozen=True, slots=True)
class Page:
    """Lengths in twips (1/20 point); A4 with Word's own margins unless told."""

    width: int = 11906
    height: int = 16838
    left: int = 1417
    right: int = 1417
    top: int = 1417
    bottom: int = 1417
    gutter: int = 0

    @property
    def text_width(self) -> int:
        """The width of the text."""
        return self.width - self.left - self.right - self.gutter

    def turned(self) -> Page:
        """The page with its long side the other way and the margins to the left and right kept."""
        return replace(self, width=self.height, height=self.width)


def page_of(section: Element, default: Page) -> Page:
    """The page of a section."""
    size, margins = section.find(word_name("pgSz")), section.find(word_name("pgMar"))
    return Page(
        width=_number(size, "w", default.width),
        height=_number(size, "h", default.height),
        left=_number(margins, "left", _number(margins, "start", default.left)),
        right=_number(margins, "right", _number(margins, "end", default.right)),
        top=abs(_number(margins, "top", default.top)),
        bottom=abs(_number(margins, "bottom", default.bottom)),
        gutter=_number(margins, "gutter", default.gutter),
    )


def _number(element: Element | None, name: str, default: int) -> int:
    value = "" if element is None else element.get(word_name(name), "")
    return int(value) if re.fullmatch(r"-?\d{1,7}", value, re.ASCII) else default
