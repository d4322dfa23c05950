"""A PDF's structure tree and the document's abbreviations -> the tree with the expansion of each (ISO 32000-1, 14.9.5).

Typst knows no expansions. Each abbreviation is set on a colour that nobody sees, which it tags as a Span with that
colour: a number, of a meaning of the document. Here the meaning takes its place.
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Object, Pdf, String

from plangen.document.document import Document
from plangen.typesetting.typst_context import meanings
from plangen.writers.pdf_structure import elements

COLOUR = "/BackgroundColor"
STEPS = 255
"""A channel of a colour has so many steps between 0 and 1."""


def expand_abbreviations(pdf: Pdf, document: Document) -> None:
    """Adds to the tree of an open PDF what its abbreviations mean."""
    known = {number: meaning for meaning, number in meanings(document).items()}
    if known:
        _expand(pdf.Root.StructTreeRoot, known)


def _expand(holder: Object, known: dict[int, str]) -> None:
    for element in elements(holder):
        owned = element.get("/A", Array())
        for attributes in owned if isinstance(owned, Array) else [owned]:
            number = _number(attributes)
            if number in known:
                element.E = String(known[number])
                del attributes[COLOUR]
        _expand(element, known)


def _number(attributes: Object) -> int:
    """The number that a colour stands for, 0 where there is none and for colours that are seen."""
    if not isinstance(attributes, Dictionary) or COLOUR not in attributes:
        return 0
    red, green, blue = (round(float(channel) * STEPS) for channel in attributes[COLOUR])
    return 0 if red else green * (STEPS + 1) + blue
