"""A whole document: what it says of itself, its cover, its blocks and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.document.figures import LinkedFigure
from plangen.document.inlines import NOWHERE, Inline
from plangen.document.nodes import Block, Note

if TYPE_CHECKING:
    from plangen.document.diff.differences import Difference

LONGEST_TEXT = 5_000
"""Characters of a heading, of a picture's description and of what a document says of itself.

A file holds each as one string, and a PDF's strings end at 32,767 bytes (ISO 19005-2, 6.1.13), two for a character.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverField:
    """One line of the cover.

    `role`: "organisation", "body", "title", "status", "date", "case-number", "notice" and so on. `label`
    ("Diarienummer") is printed before the text, with a colon, where there is one.
    """

    role: str
    inlines: tuple[Inline, ...]
    label: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the files say of themselves.

    `language` is a BCP 47 tag ("sv-SE"), `date` the date of the document (ISO 8601) or "" where none is known. `header`
    runs on every page but the cover, and so does `footer`, in which `{page}` and `{pages}` stand for the page's number
    and the count of pages. `draft` marks every page (a visible text such as "Utkast") or is "". `decided_by`,
    `paragraph` and `case_number` say where the decision is recorded; `valid_from` and `valid_to` are the first and the
    last day (ISO 8601) that the document holds, `replaces` is what it comes in the place of. `edited_at` is the pattern
    of the addresses at which the content's files are edited, "" where the document shows none.
    """

    title: str
    language: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    status: str = ""
    version: str = ""
    decided_by: str = ""
    paragraph: str = ""
    case_number: str = ""
    valid_from: str = ""
    valid_to: str = ""
    replaces: str = ""
    header: str = ""
    footer: str = ""
    draft: str = ""
    edited_at: str = ""
    cover: tuple[CoverField, ...] = ()

    @property
    def identifier(self) -> str:
        """What the document is known by: the case number, and the paragraph of the minutes."""
        return " ".join(filter(None, (self.case_number, self.paragraph and f"§ {self.paragraph}")))

    @property
    def validity(self) -> str:
        """The days that the document holds, as an interval (ISO 8601-1, 5.5; `..` for an open end)."""
        return f"{self.valid_from or '..'}/{self.valid_to or '..'}" if self.valid_from or self.valid_to else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultySide:
    """A side of a comparison whose content has faults: what it is called, how many they are, and the first in words.

    `shown` unless it can't be read at all: then nothing was compared, and the document is the other side without marks.
    """

    side: str
    count: int
    first: tuple[str, ...]
    shown: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """That a document was compared with another: what the two are called, what differs, and what kept it from sight.

    The summary, under the title, tells of the differences before all else, and leads to each place; `page` is as much
    of it as one printed page has room for, with what is read before it. `author` and `date` (in UTC) are whom and when
    Word says the changes are by; it says no time where `date` is "".
    """

    base: str
    head: str
    title: str = ""
    differences: tuple[Difference, ...] = ()
    summary: tuple[Block, ...] = ()
    page: tuple[Block, ...] = ()
    faults: tuple[FaultySide, ...] = ()
    author: str = "plangen"
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document. `notes` in the order of their first reference once resolved.

    `figures`: what its texts have from the plan's own data, in the order of the content's files. `comparison` for one
    in which `compare` has marked what differs from another. `front` stands on pages of its own before the cover.
    """

    metadata: Metadata
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    figures: tuple[LinkedFigure, ...] = ()
    comparison: Comparison | None = None
    front: tuple[Block, ...] = ()
