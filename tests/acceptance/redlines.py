"""The corpus of edits as documents in pairs: each from the earlier to the later, and from the later to the earlier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tests.document.diff.cases import CASES, Case
from tests.document.diff.plans import composed, edited, files
from tests.writers.docx.revisions import Side, said

from plangen.brand.brand import DEFAULT
from plangen.build import layout
from plangen.document.diff.compare import compare
from plangen.document.diff.settle import without_moves
from plangen.document.diff.tokens import same
from plangen.document.document import Comparison, Document
from plangen.document.table_layout import laid_out
from plangen.locale.catalogue import catalogue
from plangen.writers.docx.writer import write_docx

SIDES: tuple[Side, Side] = ("old", "new")


@dataclass(frozen=True)
class Pair:
    """A case in one of its two directions."""

    case: Case
    backwards: bool

    @property
    def name(self) -> str:
        return f"{self.case.name}{'-back' if self.backwards else ''}"

    def side(self, side: Side) -> Document:
        """The document of a side, by itself."""
        edits = self.case.start + (self.case.edits if (side == "new") != self.backwards else ())
        return document(self.case.plan, edits)

    def compared(self) -> Document:
        """The later document with its marks, as formats without moves have them, and no summary."""
        found = compare(self.side("old"), self.side("new"))
        blocks, _ = laid_out(found.blocks, layout(DEFAULT, catalogue(found.metadata.language)))
        return without_moves(replace(found, blocks=blocks, comparison=Comparison(base="a", head="b")))


PAIRS = [Pair(case, backwards) for case in CASES for backwards in (False, True)]


@cache
def document(plan: str, edits: tuple) -> Document:
    """The document of a plan after some edits."""
    return composed(edited(files(plan), edits))


@cache
def docx(plan: str, edits: tuple) -> bytes:
    """Its DOCX, without pages in the contents list."""
    return write_docx(document(plan, edits), DEFAULT, {})


def fresh(pair: Pair, side: Side) -> bytes:
    """The DOCX of a side, by itself."""
    return docx(pair.case.plan, pair.case.start + (pair.case.edits if (side == "new") != pair.backwards else ()))


def lines(data: bytes, side: Side = "new") -> list[str]:
    """What a side of a DOCX says, but for typography that doesn't show."""
    return [same(line) for line in said(data, side)]


def redlines(pairs: list[Pair]) -> Iterator[tuple[Pair, bytes]]:
    """The DOCX with tracked changes of each pair."""
    return ((pair, write_docx(pair.compared(), DEFAULT, {})) for pair in pairs)
