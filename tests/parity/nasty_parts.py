"""Texts and small nodes that the nasty document is made of."""

from __future__ import annotations

from base64 import b64decode

from plangen.document.inlines import (
    Code,
    CrossReference,
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from plangen.document.nodes import Block, BulletList, Cell, ListItem, Paragraph

HOSTILE = "& < > \" ' * # $ @ \\ [ ] {{ x }} {% y %} {# z #} | _ ` ~ ]]> <!-- &amp; $x$ #let <b> </w:t> \\n"
PICTURE = Image(
    data=b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR42mPgDsmEIwbiOAA/YwyBVp22qwAAAABJRU5ErkJggg=="
    ),
    media_type="image/png",
    alternative=f"Bild {HOSTILE}",
    width=40,
)
OTHER_PICTURE = Image(
    data=b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAFElEQVR42mNcYCPCAANMDEgANwcAMHAA+Kq2iUQAAAAASUVORK5CYII="
    ),
    media_type="image/png",
    alternative="En annan bild",
    width=40,
)
LONG = (
    "Arbetet bedrivs till\u00adsammans med kommunerna – och civil\u00adsamhället – med invånarnas behov i e-tjänster. "
    "Nämnden följer upp det. "
)


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(inlines=(Text(text),))


def item(*blocks: Block | str) -> ListItem:
    """A list item; a string is a paragraph of it."""
    return ListItem(blocks=tuple(paragraph(block) if isinstance(block, str) else block for block in blocks))


def bullets(*texts: str) -> BulletList:
    """A list of plain items."""
    return BulletList(items=tuple(item(text) for text in texts))


def cell(text: str = "", **options: object) -> Cell:
    """A cell; without text it is empty and says so."""
    return Cell(inlines=(Text(text),) if text else (), empty="" if text else "inget belopp", **options)  # type: ignore[arg-type]


def rich(text: str) -> tuple[Inline, ...]:
    """A text with all that may stand in a line."""
    notes = (FootnoteReference("not-1"), FootnoteReference("not-4"))
    return (*captioning(text), *notes, Text(" "), PICTURE)


def captioning(text: str) -> tuple[Inline, ...]:
    """A text with all that may stand in the caption of a table, which some formats keep as plain text too."""
    return (
        Text(f"{text} "),
        Emphasis((Text("betonat "), Strong((Text("starkt"),)))),
        LineBreak(),
        Code("x < y"),
        Text(" "),
        Link("mailto:a@example.org", (Text("post"),)),
        Text(", "),
        CrossReference("ramar"),
    )
