"""Characters that can't be set alike in all formats: found in the document, before any writer runs.

A character without a glyph would be an empty box in one format and a letter of another font in the next. A letter and a
combining mark that make up no character of their own (q with a dot above) would be set as two glyphs, of which the PDF
says both twice. Script that is read from right to left stands backwards in the PDF, whose text is in the order of what
is seen, and it turns figures beside it (UAX 9); Word would need to be told of each such run.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from unicodedata import bidirectional, category, name

from plangen.brand.brand import Fonts
from plangen.diagnostics import Diagnostic, error
from plangen.document.walk import SOFT_HYPHEN
from plangen.typesetting.metrics import missing_glyphs
from plangen.typesetting.printed_lines import PrintedLine, Spots, written

INVISIBLE = SOFT_HYPHEN + "\u200b\u200c\u200d\u2060"
"""Soft hyphen, zero-width spaces and joiners: they need no glyph."""

FROM_RIGHT = frozenset({"R", "AL", "AN"})
"""The classes of characters that turn the direction (UAX 9, table 4)."""

MOST_TOLD = 20
"""Characters that are told of one line; a text in another script has hundreds."""


def unsettable(lines: tuple[PrintedLine, ...], fonts: Fonts, spots: Spots) -> Iterator[Diagnostic]:
    """A fault for each character of a line that can't be set, where it first stands."""
    unfit = {each for each in set[str]().union(*(line.text for line in lines)) if not _is_fit(each, fonts)}
    for line in lines if unfit else ():
        text = line.text
        if unfit.isdisjoint(text):
            continue
        if turned := next((each for each in text if bidirectional(each) in FROM_RIGHT), ""):
            place = spots.find(line.place, written(turned), text.count(turned))
            yield error("character-right-to-left", place, character=_called(turned))
            continue
        for character in islice(_without_glyph(text, fonts), MOST_TOLD):
            place = spots.find(line.place, written(character), text.count(character))
            yield error("character-without-glyph", place, character=_called(character), font=fonts.family)


def _is_fit(character: str, fonts: Fonts) -> bool:
    return bidirectional(character) not in FROM_RIGHT and not any(_without_glyph(character, fonts))


def _without_glyph(text: str, fonts: Fonts) -> Iterator[str]:
    uncomposed = "".join(each for each in dict.fromkeys(text) if category(each) in ("Mn", "Me"))
    for character in dict.fromkeys(missing_glyphs(text, fonts) + uncomposed):
        if character not in INVISIBLE:
            yield character


def _called(character: str) -> str:
    return f"U+{ord(character):04X} {name(character, '')}".strip()
