"""What a reader finds in a file, and the only things that are forgiven when files are compared.

A reader goes through a file as one who reads it aloud, and yields an `Item` for each thing that says something. Running
heads and feet, the draft mark among them, are no part of that. Everywhere alike: a heading, paragraph, list item,
caption, cell or note is followed by what stands in it (images, then links); a picture comes before its caption, a
table's caption before its cells, its notes right after them; footnotes come last, in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize


class Item(NamedTuple):
    """One thing that a file says.

    `kind`:
      "cover": a field of the cover, with its label. "contents title" and "contents entry" (`text` has the number).
      "heading", "paragraph", "term", "list item" (`number` is "•" for bullets), "image" (`text` is its alternative).
      "caption": a printed one. "summary": what screen readers say of a table, beside a printed caption.
      "head", "cell": of a table, with row and column in its grid, from 1. "table note" (`text` has the mark).
      "note": a footnote and its first paragraph; what else it holds follows.
      "reference": a link within the file, `target` being what it leads to. "link": one out of it, with its address.
    """

    kind: str
    level: int = 0
    number: str = ""
    text: str = ""
    row: int = 0
    column: int = 0
    target: str = ""

    @property
    def name(self) -> str:
        """How the target of a reference is told."""
        return " ".join(filter(None, (self.kind, self.number, self.text)))


def normalised(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items in NFC, without soft hyphens, each run of white space being one space."""
    return tuple(
        item._replace(number=_plain(item.number), text=_plain(item.text), target=_plain(item.target)) for item in items
    )


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", normalize("NFC", text).replace("\N{SOFT HYPHEN}", "")).strip()
