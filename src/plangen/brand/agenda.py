"""The colours of the 17 Sustainable Development Goals, and the ink that can be read on each.

The colours are those of the United Nations' "Guidelines for the use of the SDG logo, including the colour wheel, and 17
icons" (digital, RGB). No icon of the UN is shipped, since they have rules of use; a number on a colour is no icon.
"""

from __future__ import annotations

from types import MappingProxyType

from plangen.brand.contrast import ink
from plangen.dataclass import dataclass

_COLOURS = (
    *("#E5243B", "#DDA63A", "#4C9F38", "#C5192D", "#FF3A21", "#26BDE2", "#FCC30B", "#A21942", "#FD6925"),
    *("#DD1367", "#FD9D24", "#BF8B2E", "#3F7E44", "#0A97D9", "#56C02B", "#00689D", "#19486A"),
)


@dataclass(frozen=True, slots=True)
class Badge:
    """The colour that a goal's number stands on, and that of the number."""

    ground: str
    ink: str


GOALS = MappingProxyType({number: Badge(ground, ink(ground)) for number, ground in enumerate(_COLOURS, start=1)})
"""Each goal's colours, by its number."""
