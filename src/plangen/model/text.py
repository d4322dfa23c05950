"""Text that authors write in Markdown: read once into nodes, and placed in the document as nodes, never re-parsed."""

from __future__ import annotations

from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.document.inlines import NOWHERE, Inline
from plangen.document.nodes import Block, Note
from plangen.document.walk import plain_text


@dataclass(frozen=True, slots=True)
class RichText:
    """Inline Markdown: its nodes, what the author typed, and where."""

    inlines: tuple[Inline, ...]
    source: str = ""
    location: Location = NOWHERE

    def __str__(self) -> str:
        return plain_text(self.inlines)


@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown text: its blocks, with sections nested under headings of level 1 and down, and the notes it defines.

    The ids of notes are those of the author's marks; they are unique within the text.
    """

    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    location: Location = NOWHERE
