"""The brand -> the room that one printed page has for text, and how high text is on it."""

from __future__ import annotations

from math import ceil
from typing import Literal

from plangen.brand.brand import POINTS_PER_MM, Brand
from plangen.dataclass import dataclass
from plangen.typesetting.metrics import text_width

LOSS = 0.93
"""The share of a line that words fill, the rest being what the next word had no room in."""


@dataclass(frozen=True, slots=True)
class PageRoom:
    """The room of an upright page."""

    brand: Brand

    @property
    def whole(self) -> float:
        """The height below a title of the first level, in points."""
        page, title = self.brand.page, self.brand.styles["heading-1"]
        text = (page.height_mm - page.top_mm - page.bottom_mm) * POINTS_PER_MM
        return text - title.line_height - title.after

    def height(self, text: str, style: Literal["body", "list-item"]) -> float:
        """The height of a paragraph with the space below it, in points; of one line where it says nothing."""
        look = self.brand.styles[style]
        width = text_width(text, size=look.size, bold=False, fonts=self.brand.fonts)
        lines = max(1, ceil(width / ((self.brand.page.text_width - look.indent) * LOSS)))
        return lines * look.line_height + look.after
