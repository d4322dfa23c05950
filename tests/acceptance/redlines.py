"""The corpus of edits as documents in pairs: each from the earlier to the later, and from the later to the earlier."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from tests.document.diff.cases import CASES, Case
from tests.document.diff.plans import Edit, Files, composed, edited, files
from tests.writers.docx.revisions import Side, said
from tests.writers.html.revisions import said as page_said

from plangen.brand.brand import DEFAULT
from plangen.build import job, layout, write
from plangen.document.diff.compare import compare
from plangen.document.diff.settle import without_moves
from plangen.document.diff.tokens import same
from plangen.document.document import Comparison, Document
from plangen.document.inlines import CrossReference, Inline
from plangen.document.nodes import Block, Figure, Section, Table
from plangen.document.table_layout import laid_out
from plangen.document.walk import map_children, map_inlines, map_lines
from plangen.locale.catalogue import catalogue
from plangen.redline import Side as PlanSide
from plangen.redline import redline
from plangen.source.source import Memory
from plangen.writers.docx.writer import write_docx
from plangen.writers.html.page import write_html
from plangen.writers.job import Job

SIDES: tuple[Side, Side] = ("old", "new")


@dataclass(frozen=True)
class Pair:
    """A case in one of its two directions."""

    case: Case
    backwards: bool

    @property
    def name(self) -> str:
        return f"{self.case.name}{'-back' if self.backwards else ''}"

    def edits(self, side: Side) -> tuple[Edit, ...]:
        """What the plan's files have been through on a side."""
        return self.case.start + (self.case.edits if (side == "new") != self.backwards else ())

    def files(self, side: Side) -> Files:
        """The plan's files of a side."""
        return edited(files(self.case.plan), self.edits(side))

    def side(self, side: Side) -> Document:
        """The document of a side, by itself."""
        return document(self.case.plan, self.edits(side))

    def compared(self) -> Document:
        """The later document with its marks, as formats without moves have them, and no summary."""
        return tracked(compare(self.side("old"), self.side("new")))


PAIRS = [Pair(case, backwards) for case in CASES for backwards in (False, True)]


def tracked(compared: Document) -> Document:
    """A compared document as formats without moves have it, and no summary."""
    blocks, _ = laid_out(compared.blocks, layout(DEFAULT, catalogue(compared.metadata.language)))
    return without_moves(replace(compared, blocks=blocks, comparison=Comparison(base="a", head="b")))


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
    return docx(pair.case.plan, pair.edits(side))


def lines(data: bytes, side: Side = "new", *, settled: bool = False) -> list[str]:
    """What a side of a DOCX says, but for typography that doesn't show."""
    return [same(line) for line in said(data, side, settled=settled)]


def redlines(pairs: list[Pair]) -> Iterator[tuple[Pair, bytes]]:
    """The DOCX with tracked changes of each pair."""
    return ((pair, write_docx(pair.compared(), DEFAULT, {})) for pair in pairs)


def bare(document: Document) -> Document:
    """A document without what is generated, which each side of a page or a PDF has from the later document."""
    notes = (replace(note, blocks=tuple(_bare(block) for block in note.blocks)) for note in document.notes)
    return replace(document, blocks=tuple(_bare(block) for block in document.blocks), notes=tuple(notes))


def _bare(block: Block) -> Block:
    block = map_children(map_lines(block, lambda line: map_inlines(line, _sign)), _bare)
    match block:
        case Section():
            return replace(block, heading=replace(block.heading, number="", label=""))
        case Table() | Figure():
            return replace(block, number="", label="")
        case _:
            return block


def _sign(inline: Inline) -> tuple[Inline, ...]:
    """A reference by a sign alone, if its words are generated."""
    if not isinstance(inline, CrossReference) or inline.inlines:
        return (inline,)
    return (replace(inline, label="→", number="", title=(), in_series=False),)


def page(compared: Document) -> bytes:
    """The page of a comparison, without what is generated."""
    return write_html(replace(bare(compared), comparison=Comparison(base="a", head="b")), DEFAULT)


def page_words(document: Document) -> list[str]:
    """What the page of a document by itself says, without what is generated."""
    return page_said(write_html(bare(document), DEFAULT), "new")


@cache
def fresh_words(plan: str, edits: tuple) -> list[str]:
    """What the page of a plan after some edits says."""
    return page_words(document(plan, edits))


SHOWN = (
    *("section_inserted_first", "section_moved", "section_removed", "goal_moved_and_edited", "goal_renamed"),
    *("goal_without_its_agenda_goals", "budget_rows_swapped", "column_moved", "notes_mark_moved"),
    *("note_added", "paragraph_split", "paragraphs_merged", "status_and_decision_on_the_cover"),
)
"""Cases that together have marks of all kinds, for checks that take long."""


def work(pair: Pair) -> Job:
    """What the writers get of a pair, with its summary, as `plangen diff` has it."""
    sides = [
        PlanSide(Memory({f"content/plan/{name}": content for name, content in plan.items()}), "content/plan", called)
        for plan, called in ((pair.files("old"), "förr"), (pair.files("new"), "nu"))
    ]
    found = redline(sides[0], sides[1], DEFAULT).document
    assert found is not None
    return job(found, DEFAULT, datetime(2026, 1, 1, tzinfo=UTC))


def main(folder: str) -> None:
    """Writes pages and PDFs of those cases, both ways, for checkers that are run on files."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for pair in (each for each in PAIRS if each.case.name in SHOWN):
        made = work(pair)
        for form in ("html", "pdf"):
            (Path(folder) / f"{pair.name}.{form}").write_bytes(write(made, form))


if __name__ == "__main__":
    main(*sys.argv[1:])
