"""What the redlines of many comparisons say on each side, read back from one PDF, since setting pages takes long.

Of each compared document the chapters with marks stand in it, under ids of their own, behind a heading that parts them
from the next. Read from the tags (ISO 32000-1, 14.8.5.4.5): what is underlined, and not as thinly as a link, is new;
what is struck through was there before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from tests.document.diff.sides import Side, words
from tests.parity.pdf_marks import read_marks
from tests.parity.pdf_tree import Element, Leads, Mark, read_tree

from plangen.brand.brand import DEFAULT
from plangen.document.diff.marks import changed
from plangen.document.document import Document, Metadata
from plangen.document.inlines import CrossReference, FootnoteReference, Inline, Text
from plangen.document.nodes import Block, Heading, Note, Section, Table, TableNote
from plangen.document.walk import each_and_below, every_inline, map_block, texts
from plangen.typesetting.pages import typeset

PARTING, MARK = "¤", "¬"
"""What the headings between comparisons say, and what every mark of a note is."""

NO_GLYPH = "👩\u200d⚕️"
"""What random documents say and the font has no glyphs for."""

METADATA = Metadata(title="Jämförelser", language="sv-SE")
IDS = ("id", "target", "note")
LINKS_LINE = 0.5
UNSEEN = re.compile(r"[\s\u00ad\u200b#–" + MARK + "]")
SIGNS = re.compile(r"\s*([•–]|\d+\.)?\s*")
"""What stands before an item of a list; a term that is defined is tagged as that too."""

SIDES: tuple[Side, Side] = ("old", "new")
Value = TypeVar("Value")


def excerpt(compared: Document, number: int) -> Document:
    """The chapters with marks of a compared document and their notes, with ids that no other number's have."""
    edited = {note.id for note in compared.notes if note.change or any(map(changed, note.blocks))}
    chapters = [block for block in compared.blocks if changed(block) or _noted(block) & edited]
    names = {block.id for block in each_and_below(chapters)}

    def led(inline: Inline) -> tuple[Inline, ...]:
        """A reference; of one that leads out of the excerpt its words alone."""
        if not isinstance(inline, CrossReference) or inline.target in names:
            return (inline,)
        return inline.inlines or (Text(inline.label, change=inline.change),)

    blocks = tuple(_own(map_block(block, led), f"p{number}.") for block in chapters)
    inner = (replace(note, blocks=tuple(map_block(block, led) for block in note.blocks)) for note in compared.notes)
    noted = frozenset[str]().union(*map(_noted, blocks))
    notes = (note for note in (_own(each, f"p{number}.") for each in inner) if note.id in noted)
    return Document(metadata=METADATA, blocks=blocks, notes=tuple(notes))


def _noted(chapter: Block) -> frozenset[str]:
    """The notes that a chapter refers to."""
    lines = (line for block in each_and_below((chapter,)) for line in texts(block))
    inlines = (inline for line in lines for inline in every_inline(line))
    return frozenset(each.note for each in inlines if isinstance(each, FootnoteReference))


def _own(value: Value, prefix: str) -> Value:
    """A node and all in it with ids of its own, on no page of its own, and without what no page shows."""
    if isinstance(value, tuple):
        return tuple(_own(each, prefix) for each in value)  # type: ignore[return-value]
    if not is_dataclass(value):
        return value
    found = {each.name: getattr(value, each.name) for each in fields(value)}
    made = {name: _own(each, prefix) for name, each in found.items()}
    made |= {name: prefix + found[name] for name in IDS if found.get(name)}
    if isinstance(value, Heading):
        made["page_break_before"] = False
    elif isinstance(value, Text):
        made["text"] = value.text.replace(NO_GLYPH, "@")
    elif isinstance(value, FootnoteReference | TableNote):
        made["mark"] = MARK
    elif isinstance(value, Table) and not value.caption_visible:
        made["caption"] = ()
    return replace(value, **{name: each for name, each in made.items() if each is not found[name]})  # type: ignore[type-var]


def together(excerpts: Iterable[Document]) -> bytes:
    """The PDF of some excerpts."""
    blocks: list[Block] = []
    notes: list[Note] = []
    for number, each in enumerate(excerpts):
        heading = Heading(level=1, inlines=(Text(PARTING),), numbered=False)
        blocks += [Section(id=f"pair-{number}", heading=heading, blocks=()), *each.blocks]
        notes += each.notes
    whole = Document(metadata=METADATA, blocks=tuple(blocks), notes=tuple(notes))
    return typeset(whole, DEFAULT, datetime(2026, 1, 1, tzinfo=UTC)).pdf


@dataclass(frozen=True)
class _Piece:
    """Words of the PDF. `note`: which note they stand in, counted from 1."""

    text: str
    change: str
    note: int = 0


def read_back(data: bytes) -> list[dict[Side, list[str]]]:
    """What each excerpt says on either side: its text, and then its notes, sorted; without spaces."""
    found: list[list[_Piece]] = []
    for piece in _Reader(data).pieces(read_tree(data), "", 0):
        if piece.text.strip() == PARTING:
            found.append([])
        elif found:
            found[-1].append(piece)
    return [{side: _told(pieces, "inserted" if side == "old" else "deleted") for side in SIDES} for pieces in found]


def _told(pieces: list[_Piece], without: str) -> list[str]:
    texts: dict[int, str] = {0: ""}
    for piece in pieces:
        if piece.change != without:
            texts[piece.note] = texts.get(piece.note, "") + unspaced(piece.text)
    body = texts.pop(0)
    return [body, *sorted(filter(None, texts.values()))]


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.texts = read_marks(data).texts
        self.notes = 0

    def pieces(self, element: Element, change: str, note: int) -> Iterator[_Piece]:
        if element.own_tag == "Note":
            self.notes += 1
            note, change = self.notes, ""
        line, thickness = (element.attributes.get(f"TextDecoration{name}", "") for name in ("Type", "Thickness"))
        if line == "LineThrough":
            change = "deleted"
        elif line == "Underline" and float(thickness) > LINKS_LINE:
            change = "inserted"
        found = [piece for kid in element.kids for piece in self.kid(kid, change, note)]
        if element.own_tag != "Lbl" or not SIGNS.fullmatch("".join(each.text for each in found)):
            yield from found

    def kid(self, kid: Element | Mark | Leads, change: str, note: int) -> Iterator[_Piece]:
        if isinstance(kid, Mark):
            yield _Piece(self.texts[kid.page, kid.number], change, note)
        elif isinstance(kid, Element):
            yield from self.pieces(kid, change, note)


def expected(each: Document) -> dict[Side, list[str]]:
    """What an excerpt says on either side by the marks of its nodes."""

    def told(document: Document, side: Side) -> str:
        return unspaced("".join(words(document, side)))

    body = replace(each, notes=())
    notes = {side: [told(replace(each, blocks=(), notes=(note,)), side) for note in each.notes] for side in SIDES}
    return {side: [told(body, side), *sorted(filter(None, notes[side]))] for side in SIDES}


def unspaced(text: str) -> str:
    """A text without what lines are broken at, without marks of notes and what stands before items."""
    return UNSEEN.sub("", text)
