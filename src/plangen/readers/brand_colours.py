"""A brand's colours held against each other: each pair that is met in a document, and the nearest colour that would do.

Every colour of text stands both on the page's white and on the shade (of table heads, boxes and marked places). A text
that can't be read on the shade is at fault itself, but where that is so of several, or it isn't given, the shade is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from plangen.brand.brand import Colours
from plangen.brand.contrast import GRAPHICS, TEXT, WHITE, contrast, nearest_readable
from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error, warning
from plangen.locale.catalogue import catalogue
from plangen.locale.numbers import print_number
from plangen.locale.vocabulary import KEYS, terms

INKS = ("text", "accent", "muted", "link")
TERMS = {"link": "url"}
"""The vocabulary's terms for colours that have another name than the colour itself."""


@dataclass(frozen=True, slots=True)
class GivenColour:
    """Where a colour is given, and the language of that file."""

    place: Location
    language: str


def contrasts(colours: Colours, given: Mapping[str, GivenColour]) -> Iterator[Diagnostic]:
    """What is hard to read in a brand, of the colours that are given."""
    inks = {name: getattr(colours, name) for name in INKS}
    lost = [name for name in INKS if contrast(inks[name], WHITE) >= TEXT > contrast(inks[name], colours.shade)]
    of_shade = "shade" in given and (len(lost) > 1 or not any(name in given for name in lost))
    right_shade = nearest_readable(colours.shade, [inks[name] for name in lost], TEXT) if of_shade else colours.shade
    for name, at in ((name, given[name]) for name in INKS if name in given):
        right = nearest_readable(inks[name], (WHITE, right_shade), TEXT) or nearest_readable(inks[name], (WHITE,), TEXT)
        if contrast(inks[name], WHITE) < TEXT:
            yield error("contrast-on-white", at.place, **_said(name, inks[name], WHITE, TEXT, at), right=right)
        elif name in lost and not of_shade:
            said = _said(name, inks[name], colours.shade, TEXT, at)
            yield error("contrast-between", at.place, **said, right=right, other=_key("shade", at))
    if lost and of_shade:
        yield _of_shade(colours, lost, given["shade"], right_shade)
    rule_at = given.get("rule")
    if rule_at and contrast(colours.rule, WHITE) < GRAPHICS:
        right = nearest_readable(colours.rule, (WHITE,), GRAPHICS)
        said = _said("rule", colours.rule, WHITE, GRAPHICS, rule_at)
        yield warning("contrast-of-lines", rule_at.place, **said, right=right)


def _of_shade(colours: Colours, lost: Sequence[str], at: GivenColour, right: str) -> Diagnostic:
    """That some texts can't be read on the shade, told of the one that can least."""
    worst = min(lost, key=lambda name: contrast(getattr(colours, name), colours.shade))
    said = _said("shade", colours.shade, getattr(colours, worst), TEXT, at)
    return error("contrast-between", at.place, **said, right=right, other=_key(worst, at))


def _said(name: str, colour: str, other: str, least: float, at: GivenColour) -> dict[str, str]:
    """What a message tells of a pair. A ratio is cut, not rounded, so that 4.49 isn't told as 4.5."""
    locale = catalogue(at.language).babel
    ratio = Decimal(int(contrast(colour, other) * 100)) / 100
    return {
        "key": _key(name, at),
        "colour": colour,
        "other_colour": other,
        "ratio": print_number(ratio, locale, 2),
        "least": print_number(Decimal(f"{least:g}"), locale),
    }


def _key(name: str, at: GivenColour) -> str:
    return terms(KEYS, at.language)[TERMS.get(name, name)]
