"""Characters that the brand's fonts can't set: found in the document, before any writer runs.

A character without a glyph would be an empty box in one format and a letter of another font in the next. A letter and a
combining mark that make up no character of their own (q with a dot above) would be set as two glyphs, of which the PDF
says both twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import category, name, normalize

from plangen.brand.brand import Fonts
from plangen.diagnostics import Diagnostic, Location, error
from plangen.document.document import Document
from plangen.document.inlines import Abbreviation, Badge, Code, Inline, Text
from plangen.document.nodes import Block, BulletList, DefinitionList, OrderedList, Table
from plangen.document.walk import SOFT_HYPHEN, every_block_with_notes, every_inline, texts
from plangen.typesetting.metrics import missing_glyphs

INVISIBLE = SOFT_HYPHEN + "\u200b\u200c\u200d\u2060"
"""Soft hyphen, zero-width spaces and joiners: they need no glyph."""


def unsettable(document: Document, fonts: Fonts) -> tuple[Diagnostic, ...]:
    """A fault for each place that has a character without a glyph."""
    lines = [(field.location, field.inlines) for field in document.metadata.cover]
    lines += [line for block in every_block_with_notes(document) for line in _lines(block)]
    return tuple(fault for place, inlines in lines for fault in _faults(place, inlines, fonts))


def _lines(block: Block) -> Iterator[tuple[Location, tuple[Inline, ...]]]:
    match block:
        case Table():
            yield block.location, block.caption
            for row in (*block.head, *block.rows):
                yield from ((cell.location, cell.inlines) for cell in row.cells)
            yield from ((note.location, note.inlines) for note in block.notes)
        case DefinitionList():
            yield from ((item.location, item.term) for item in block.items)
        case BulletList() | OrderedList():
            pass
        case _:
            yield from ((block.location, inlines) for inlines in texts(block))


def _faults(place: Location, inlines: Iterable[Inline], fonts: Fonts) -> Iterator[Diagnostic]:
    text = "".join(each.text for each in every_inline(inlines) if isinstance(each, Text | Code | Abbreviation | Badge))
    composed = normalize("NFC", text)
    uncomposed = "".join(dict.fromkeys(each for each in composed if category(each) in ("Mn", "Me")))
    for character in missing_glyphs(composed, fonts) + uncomposed:
        if character not in INVISIBLE:
            code, called = f"U+{ord(character):04X}", name(character, "")
            yield error("character-without-glyph", place, character=f"{code} {called}".strip(), font=fonts.family)
