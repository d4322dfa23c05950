"""A chart's drawing -> the same with the page's colours by night.

A picture within a page is a document of its own, which no rule of the page's stylesheet reaches. So the drawing gets a
rule for each colour that the brand decides, and the browser chooses, as it does for the page.
"""

from __future__ import annotations

from plangen.brand.brand import Colours
from plangen.brand.contrast import mixed
from plangen.brand.tones import WHITE_IN, tones
from plangen.dataclass import replace
from plangen.document.inlines import Image
from plangen.writers.html.colours import NIGHT, by_night


def with_night(drawing: Image, style: str) -> Image:
    """The drawing, in both its forms, with the style that `night_style` gives."""
    return replace(drawing, data=_styled(drawing.data, style), narrow=_styled(drawing.narrow, style))


def night_style(colours: Colours) -> str:
    """The rules by which each colour of a chart becomes that of the dark page; a bar that was dark becomes light."""
    night = by_night(colours)
    by_tone = {tone: mixed(night["accent"], NIGHT, share) for tone, share in WHITE_IN.items()}
    changes = {day: by_tone[tone] for tone, day in tones(colours).items()}
    changes |= {colours.accent: night["accent"], colours.text: night["text"]}
    rules = "".join(
        f'[{name}="{day}" i]{{{name}:{colour}}}' for day, colour in changes.items() for name in ("fill", "stroke")
    )
    return f"<style>@media screen and (prefers-color-scheme:dark){{{rules}}}</style>"


def _styled(svg: bytes, style: str) -> bytes:
    """The drawing with the style as the first thing in it."""
    opening, end, rest = svg.partition(b">")
    return opening + end + style.encode() + rest if end else svg
