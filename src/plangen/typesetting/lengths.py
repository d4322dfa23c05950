"""What is longer than any file can hold in one piece: found in the document, before any writer runs.

A PDF has strings of limited length (`LONGEST_TEXT`), and Typst takes addresses of 8,000 bytes. A bookmark, the
description of a picture and a part of a line without any place to break are such strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.diagnostics import Diagnostic, Location, error
from plangen.document.document import LONGEST_TEXT, Document
from plangen.document.inlines import Image, Link
from plangen.document.nodes import Figure, Section
from plangen.document.walk import every_block_with_notes, every_inline, plain_text
from plangen.typesetting.printed_lines import PrintedLine, Spots

LONGEST_WORD = 1_000
"""Characters without a space at which a line may break. No word has a tenth of that."""

LONGEST_ADDRESS = 2_000
"""Characters of an address; browsers and servers have taken that as the limit for long."""

_BEGINNING = 20
_WORD = re.compile(rf"[^ \t\n]{{{LONGEST_WORD + 1},}}")


def too_long(document: Document, lines: tuple[PrintedLine, ...], spots: Spots) -> Iterator[Diagnostic]:
    """A fault for each word, address, id, heading and description that is too long."""
    for line in lines:
        for word in _WORD.finditer(line.text) if len(line.text) > LONGEST_WORD else ():
            place = spots.find(line.place, re.escape(word.group()[:_BEGINNING]))
            yield _word(place, word.group(), LONGEST_WORD)
        for inline in every_inline(line.inlines):
            match inline:
                case Link() if len(inline.url) > LONGEST_ADDRESS and not _WORD.search(plain_text(inline.inlines)):
                    place = spots.find(line.place, re.escape(inline.url[:_BEGINNING]))
                    yield _word(place, inline.url, LONGEST_ADDRESS)
                case Image():
                    yield from _whole(line.place, inline.alternative)
                case _:
                    pass
    for field in document.metadata.cover:
        yield from _whole(field.location, plain_text(field.inlines))
    for block in every_block_with_notes(document):
        if len(block.id) > LONGEST_WORD:
            yield _word(block.location, block.id, LONGEST_WORD)
        match block:
            case Section():
                yield from _whole(block.location, plain_text(block.heading.inlines))
            case Figure():
                yield from _whole(block.location, block.image.alternative)
            case _:
                pass


def _whole(place: Location, text: str) -> Iterator[Diagnostic]:
    if len(text) > LONGEST_TEXT:
        yield error("text-too-long", place, most=LONGEST_TEXT)


def _word(place: Location, text: str, most: int) -> Diagnostic:
    return error("word-too-long", place, length=len(text), most=most)
