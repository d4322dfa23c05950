"""The brand -> the room that one printed page has for text, and how high text is on it."""

from __future__ import annotations

from math import ceil
from typing import Literal

from plangen.brand.brand import POINTS_PER_MM, Brand
from plangen.dataclass import dataclass
from plangen.typesetting.metrics import text_width

LOSS = 0.93
"""The share of a line that words fill, the rest being what the next word had no room in."""


LEEWAY = 2
"""Points that engines may lose on a page that is full to the brim, when they round."""


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

    def highest_picture(self, caption: str = "") -> float:
        """The height that a picture may have, in points, so that its caption and a heading stand on its page."""
        look, body = self.brand.styles["caption"], self.brand.styles["body"]
        width = text_width(caption, size=look.size, bold=True, fonts=self.brand.fonts)
        lines = ceil(width / (self.brand.page.text_width * LOSS))
        below = lines * look.line_height + look.before + body.after if caption else 0
        return max(self.whole - below - LEEWAY, look.line_height)

    def height(self, text: str, style: Literal["body", "list-item"]) -> float:
        """The height of a paragraph with the space below it, in points; of one line where it says nothing."""
        look = self.brand.styles[style]
        width = text_width(text, size=look.size, bold=False, fonts=self.brand.fonts)
        lines = max(1, ceil(width / ((self.brand.page.text_width - look.indent) * LOSS)))
        return lines * look.line_height + look.after
