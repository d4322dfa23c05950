"""Notes of many texts in one document: each is named by its text's owner, since authors use the same marks anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from plangen.document.nodes import FootnoteReference, Inline, Note, Paragraph, TableNote, Text
from plangen.document.walk import InlineChange, every_inline, map_block
from plangen.model.plan import Plan, every_goal


def named_apart(owner: str) -> InlineChange:
    """A change of inlines that names notes by their owner."""

    def change(inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, FootnoteReference):
            return (replace(inline, note=f"{owner}.{inline.note}"),)
        return (inline,)

    return change


def plan_notes(plan: Plan) -> Mapping[str, Note]:
    """Every note of the plan's texts by its name in the document."""
    owned = [(section.id, section.text) for section in plan.sections]
    owned += [(goal.id, goal.text) for goal in every_goal(plan.goals)]
    notes: dict[str, Note] = {}
    for owner, body in owned:
        for note in body.notes:
            blocks = tuple(map_block(block, named_apart(owner)) for block in note.blocks)
            notes[f"{owner}.{note.id}"] = replace(note, id=f"{owner}.{note.id}", blocks=blocks)
    return notes


def table_notes(cells: Iterable[tuple[Inline, ...]], notes: Mapping[str, Note]) -> tuple[TableNote, ...]:
    """The notes that the cells of a table refer to, once each in the order of their first mark."""
    found: dict[str, TableNote] = {}
    for inlines in cells:
        for inline in every_inline(inlines):
            if isinstance(inline, FootnoteReference) and inline.note in notes and inline.note not in found:
                note = notes[inline.note]
                found[inline.note] = TableNote(id=note.id, inlines=_in_line(note), location=note.location)
    return tuple(found.values())


def _in_line(note: Note) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for block in note.blocks:
        if isinstance(block, Paragraph):
            inlines += [Text(" ")] * bool(inlines) + list(block.inlines)
    return tuple(inlines)
