"""Rules across the plan: ids, levels, tables, sums, the decided frame, notes. Plan to diagnostics, nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plangen.diagnostics import Diagnostic, Location, error, nearest, warning
from plangen.document.nodes import Block, FootnoteReference, Inline
from plangen.document.nodes import Section as SectionNode
from plangen.document.walk import every_block, every_inline, texts
from plangen.model.budget_checks import check_budgets
from plangen.model.goal import Goal, Indicator, IndicatorColumn
from plangen.model.identifiers import IDENTIFIER
from plangen.model.plan import Plan, every_goal
from plangen.model.text import Body, RichText

Rule = Callable[[Plan], Iterator[Diagnostic]]


def check(plan: Plan) -> tuple[Diagnostic, ...]:
    """What the rules find in a plan."""
    rules: tuple[Rule, ...] = (_ids, _levels, _indicators, _tables, _notes, _agenda, check_budgets)
    return tuple(found for rule in rules for found in rule(plan))


def _ids(plan: Plan) -> Iterator[Diagnostic]:
    """Ids become anchors, links and bookmarks: each once in the plan, in letters that all of them allow."""
    named = [(section.id, section.place("id")) for section in plan.sections]
    named += [(goal.id, goal.place("id")) for goal in every_goal(plan.goals)]
    named += [(table.id, table.place("id")) for table in plan.tables]
    for body in _bodies(plan):
        named += [(each.id, each.location) for each in _sections_of(body.blocks) if each.id]
    yield from _unique(named)
    for goal in every_goal(plan.goals):
        yield from _unique([(each.id, each.place("id")) for each in goal.indicators], "indicator-twice")
    for table in plan.tables:
        yield from _unique([(row.id, row.place("id")) for row in table.rows], "row-twice")


def _unique(named: Iterable[tuple[str, Location]], code: str = "duplicate-id") -> Iterator[Diagnostic]:
    first: dict[str, Location] = {}
    for name, place in named:
        if not name:
            continue
        if not IDENTIFIER.fullmatch(name):
            yield error("id-form", place, id=name)
        if name in first:
            yield error(code, place, id=name, file=first[name].file, line=first[name].line)
        first.setdefault(name, place)


def _levels(plan: Plan) -> Iterator[Diagnostic]:
    for goal in every_goal(plan.goals):
        if goal.level == len(plan.levels) + 1:
            yield error("goal-level-unnamed", goal.location, level=goal.level, named=len(plan.levels))
    if plan.goals and not any(section.goals for section in plan.sections):
        yield warning("goals-unplaced", plan.location)


def _indicators(plan: Plan) -> Iterator[Diagnostic]:
    """Each value of an indicator stands under a key that is a column."""
    columns = plan.indicator_columns
    keys = [column.id for column in columns if column.role in ("text", "number")]
    for goal in every_goal(plan.goals):
        for indicator in goal.indicators:
            for cell in indicator.cells:
                if cell.key not in keys:
                    known = _known_keys(indicator, columns)
                    near = nearest(cell.key, known)
                    yield error("unknown-key", cell.key_place, key=cell.key, near=near, allowed=", ".join(known))


def _known_keys(indicator: Indicator, columns: tuple[IndicatorColumn, ...]) -> list[str]:
    own = [key for key in indicator.places if key != "cells"]
    return sorted({*own, *(column.id for column in columns)})


def _tables(plan: Plan) -> Iterator[Diagnostic]:
    names = [table.id for table in plan.tables]
    placed: set[str] = set()
    for section in plan.sections:
        for name in section.tables:
            placed.add(name)
            if name not in names:
                near = nearest(name, names)
                yield error("unknown-table", section.place("tables"), table=name, near=near, allowed=", ".join(names))
    for table in plan.tables:
        if table.id not in placed:
            yield warning("table-unplaced", table.location, table=table.id)


def _notes(plan: Plan) -> Iterator[Diagnostic]:
    """Every mark has its note and every note its mark; a bare `*` at the end of a value points nowhere."""
    for section in plan.sections:
        yield from _notes_of(section.text, ())
    for goal in every_goal(plan.goals):
        yield from _notes_of(goal.text, tuple(_values(goal)))
    for goal in every_goal(plan.goals):
        for value in _values(goal):
            if str(value).endswith("*"):
                yield warning("mark-without-note", value.location, text=str(value))


def _notes_of(body: Body, values: tuple[RichText, ...]) -> Iterator[Diagnostic]:
    in_text = [line for block in _every(body.blocks) for line in texts(block)]
    in_notes = [line for note in body.notes for block in _every(note.blocks) for line in texts(block)]
    references = list(_references([*in_text, *in_notes, *(value.inlines for value in values)]))
    defined = {note.id for note in body.notes}
    for reference in references:
        if reference.note not in defined:
            near = nearest(reference.note, defined)
            yield error("note-unknown", reference.location, mark=reference.note, near=near)
    used = {reference.note for reference in references}
    for note in body.notes:
        if note.id not in used:
            yield warning("note-unused", note.location, mark=note.id)


def _agenda(plan: Plan) -> Iterator[Diagnostic]:
    for goal in every_goal(plan.goals):
        seen: set[tuple[int, str]] = set()
        for each in goal.agenda2030:
            if (each.number, each.target) in seen:
                yield warning("agenda-twice", each.location, number=each.target or each.number)
            seen.add((each.number, each.target))


def _values(goal: Goal) -> Iterator[RichText]:
    for indicator in goal.indicators:
        yield from (indicator.name, indicator.target, indicator.periodicity, indicator.source)
        yield from (cell.text for cell in indicator.cells)


def _bodies(plan: Plan) -> Iterator[Body]:
    yield from (section.text for section in plan.sections)
    yield from (goal.text for goal in every_goal(plan.goals))


def _sections_of(blocks: tuple[Block, ...]) -> Iterator[SectionNode]:
    return (block for block in _every(blocks) if isinstance(block, SectionNode))


def _every(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from every_block(block)


def _references(lines: Iterable[tuple[Inline, ...]]) -> Iterator[FootnoteReference]:
    for line in lines:
        yield from (inline for inline in every_inline(line) if isinstance(inline, FootnoteReference))
