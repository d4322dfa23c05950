"""What stands in a line: words, what is said of them, and ways to other places; and how any node differs from a base.

Frozen values, as the blocks of `nodes` that hold them. The kinds are those of `Inline`. An Expression (an author's
`{{ … }}`) is replaced by compose, and none reaches resolve.
"""

from __future__ import annotations

from typing import Literal

from plangen.dataclass import dataclass
from plangen.diagnostics import Location

NOWHERE = Location("")


@dataclass(frozen=True, slots=True)
class Change:
    """How a node differs from the base it was compared with. `of` is the id that a moved node has on the other side.

    Of what is only set otherwise, `of` is where it led to or what it was read as, and `was` what it was set in.
    """

    kind: Literal["inserted", "deleted", "moved", "reformatted"]
    of: str = ""
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineNode:
    """What every inline has: a change, set by diff. `language` is a BCP 47 tag where it differs from the document's."""

    change: Change | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Text(InlineNode):
    """A run of characters; soft hyphens (U+00AD) are places where a word may break."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis(InlineNode):
    """Emphasis (CommonMark 0.31 §6.2), set in italics."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong(InlineNode):
    """Strong emphasis (CommonMark 0.31 §6.2), set in bold."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code(InlineNode):
    """A code span (CommonMark 0.31 §6.1)."""

    text: str


@dataclass(frozen=True, slots=True)
class Link(InlineNode):
    """A link out of the document: http, https or mailto."""

    url: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CrossReference(InlineNode):
    """A link to a node by id.

    `inlines` is the author's own wording and then the whole of what is printed. Where the author gave none, `resolve`
    fills in label ("avsnitt", "tabell", "Bilaga"), number and title, printed with a no-break space after the label, and
    where the target is a heading `in_series` with a colon after the number, as the heading has it.
    """

    target: str
    inlines: tuple[Inline, ...] = ()
    location: Location = NOWHERE
    label: str = ""
    number: str = ""
    title: tuple[Inline, ...] = ()
    in_series: bool = False


@dataclass(frozen=True, slots=True)
class FootnoteReference(InlineNode):
    """A mark that points to a note: a `Note` of the document (numbered) or a `TableNote` of the table it stands in.

    `mark` is filled in by resolve: "1", "2" … for notes of the document, "*", "**" … for those of a table. `reference`
    tells one mark from the next for the same note, 1, 2 … (for the way back from the note).
    """

    note: str
    location: Location = NOWHERE
    mark: str = ""
    reference: int = 0
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class Abbreviation(InlineNode):
    """An abbreviation with its meaning."""

    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Badge(InlineNode):
    """Words that name an Agenda 2030 goal ("Mål 8"), set on the goal's colour, which says nothing beyond them."""

    text: str
    goal: int


@dataclass(frozen=True, slots=True)
class Image(InlineNode):
    """A picture as bytes with the text that stands for it. `width` in points, 0 for its own.

    A drawn one is SVG, and has a `narrow` form for screens that have no room for the other.
    """

    data: bytes
    media_type: str
    alternative: str
    width: float = 0
    narrow: bytes = b""


@dataclass(frozen=True, slots=True)
class LineBreak(InlineNode):
    """A hard line break (CommonMark 0.31 §6.7)."""


@dataclass(frozen=True, slots=True)
class ParagraphEnd(InlineNode):
    """Where a paragraph ends on one side of a comparison, while it goes on with `text` on the other.

    `new`: it ends here now, as the last of its line, and `text` stood here before. Else it ended here before, and now
    `text` is printed. Only Word, which can take a change back, has a use for it.
    """

    new: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Expression(InlineNode):
    """The source between `{{` and `}}`, and where it stands."""

    source: str
    location: Location = NOWHERE


Inline = (
    Text
    | Emphasis
    | Strong
    | Code
    | Link
    | CrossReference
    | FootnoteReference
    | Abbreviation
    | Badge
    | Image
    | LineBreak
    | ParagraphEnd
    | Expression
)
