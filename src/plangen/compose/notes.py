"""Notes of many texts in one document: each is named by its text's owner, since authors use the same marks anew.

A note that a table's cells refer to stands under that table; one that running text refers to, among the document's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, error
from plangen.document.inlines import FootnoteReference, Inline, Text
from plangen.document.nodes import Block, Cell, Note, Paragraph, Table, TableNote
from plangen.document.walk import InlineChange, each_and_below, every_inline, map_block, map_inlines, map_table, texts
from plangen.model.plan import Plan, every_goal, every_section
from plangen.model.text import Body, RichText


def named_apart(owner: str) -> InlineChange:
    """A change of inlines that names notes by their owner."""

    def change(inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, FootnoteReference):
            return (replace(inline, note=_name(owner, inline.note)),)
        return (inline,)

    return change


def _name(owner: str, mark: str) -> str:
    """A note's name in the document, apart from those of all else that its owner has."""
    return f"{owner}.note-{mark}"


def title_of(title: RichText, owner: str, body: Body) -> RichText:
    """The title of a text, in which marks may point to the text's notes."""
    known = {note.id for note in body.notes}

    def change(inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, FootnoteReference) and inline.note in known:
            return named_apart(owner)(inline)
        return (inline,)

    return replace(title, inlines=map_inlines(title.inlines, change))


def owned_texts(plan: Plan) -> Iterator[tuple[str, Body]]:
    """The plan's texts, each with the id of what it is the text of."""
    yield from ((section.id, section.text) for section in every_section(plan))
    yield from ((goal.id, goal.text) for goal in every_goal(plan.goals))
    yield from ((table.id, Body(notes=table.notes)) for table in plan.tables)


def plan_notes(plan: Plan) -> Mapping[str, Note]:
    """Every note of the plan's texts by its name in the document."""
    notes: dict[str, Note] = {}
    for owner, body in owned_texts(plan):
        for note in body.notes:
            blocks = tuple(map_block(block, named_apart(owner)) for block in note.blocks)
            name = _name(owner, note.id)
            notes[name] = replace(note, id=name, blocks=blocks)
    return notes


@dataclass(slots=True)
class TableNotes:
    """Puts under each table the notes that its cells refer to, once each in the order of their first mark.

    They are named by the table too, since a note may be referred to from two tables, or from a table and the text.
    """

    notes: Mapping[str, Note]
    tables: int = 0

    def noted(self, table: Table) -> Table:
        """The table with its notes."""
        self.tables += 1
        owner = table.id or f"table-{self.tables}"
        found: dict[str, TableNote] = {}

        def change(inline: Inline) -> tuple[Inline, ...]:
            if not isinstance(inline, FootnoteReference) or inline.note not in self.notes:
                return (inline,)
            note, name = self.notes[inline.note], f"{owner}.{inline.note}"
            found.setdefault(name, TableNote(id=name, inlines=_in_line(note.blocks), location=note.location))
            return (replace(inline, note=name),)

        def cell(cell: Cell) -> Cell:
            return replace(cell, inlines=map_inlines(cell.inlines, change))

        changed = map_table(table, cell, lambda line: line)
        return replace(changed, notes=(*found.values(), *changed.notes))


@dataclass(slots=True)
class TextNotes:
    """Gathers the notes that running text refers to, in order, and marks where no note can be (in a document's name).

    Marks that are named by an owner the check of the plan has told of.
    """

    notes: Mapping[str, Note]
    owners: tuple[str, ...]
    referred: dict[str, Note] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def gather(self, blocks: Iterable[Block]) -> None:
        """Notes of these blocks, and those that they refer to in their turn."""
        waiting = [tuple(blocks)]
        for reference in (each for some in waiting for each in _references(some)):
            note = self.notes.get(reference.note)
            if note is not None and note.id not in self.referred:
                self.referred[note.id] = note
                waiting.append(note.blocks)
            elif note is None and not reference.note.startswith(self.owners):
                self.found.append(error("note-misplaced", reference.location, mark=reference.note))


def _references(blocks: Iterable[Block]) -> Iterator[FootnoteReference]:
    for block in each_and_below(blocks):
        own = {note.id for note in block.notes} if isinstance(block, Table) else set()
        for line in texts(block):
            for inline in every_inline(line):
                if isinstance(inline, FootnoteReference) and inline.note not in own:
                    yield inline


def _in_line(blocks: Sequence[Block]) -> tuple[Inline, ...]:
    """What a note says, on one line."""
    inlines: list[Inline] = []
    for block in each_and_below(blocks):
        if isinstance(block, Paragraph):
            inlines += [Text(" ")] * bool(inlines) + list(block.inlines)
    return tuple(inlines)
