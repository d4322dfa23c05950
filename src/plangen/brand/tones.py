"""The brand's accent in three steps of lightness, for bars that are told apart without hue: in grey, on any paper.

Each bar has an outline of the accent, so that the lightest stands out from white too (WCAG 2.2, 1.4.11), and a name of
its own beside it, so that no tone says anything that no word says (1.4.1).
"""

from __future__ import annotations

from collections.abc import Mapping

from plangen.brand.brand import Colours
from plangen.brand.contrast import WHITE, mixed

WHITE_IN: Mapping[str, float] = {"strong": 0.0, "middle": 0.5, "light": 0.85}
"""The share of white in each tone."""

LEAST_STEP = 1.6
"""The least contrast between a tone and the next, and between the lightest bar's outline and what is within."""


def tones(colours: Colours) -> Mapping[str, str]:
    """The colour of each tone, from dark to light."""
    return {tone: mixed(colours.accent, WHITE, share) for tone, share in WHITE_IN.items()}
