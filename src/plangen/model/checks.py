"""Rules across the plan: its decision, ids, what is placed where, notes. Plan to diagnostics, nothing changed.

Those of goals and of budget tables stand apart (`goal_checks`, `budget_checks`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plangen.diagnostics import Diagnostic, Location, error, meant, nearest, warning
from plangen.document.inlines import FootnoteReference, Inline
from plangen.document.nodes import Block, Figure, Table
from plangen.document.nodes import Section as SectionNode
from plangen.document.walk import each_and_below, every_inline, texts
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.budget import BudgetTable
from plangen.model.budget_checks import check_budgets
from plangen.model.goal import every_goal
from plangen.model.goal_checks import check_goals
from plangen.model.identifiers import ADDRESS, IDENTIFIER, address_meant, identifier
from plangen.model.plan import Plan, every_section
from plangen.model.record import Record
from plangen.model.text import Body, RichText

Rule = Callable[[Plan], Iterator[Diagnostic]]


def check(plan: Plan) -> tuple[Diagnostic, ...]:
    """What the rules find in a plan."""
    rules: tuple[Rule, ...] = (
        _decision,
        _documents,
        _ids,
        _placements,
        _notes,
        check_goals,
        check_budgets,
    )
    return tuple(found for rule in rules for found in rule(plan))


def _decision(plan: Plan) -> Iterator[Diagnostic]:
    """A decided plan says what decided it, and ends after it begins; a frame belongs to a table, where it is shown."""
    own = terms(KEYS, plan.language)
    if plan.status in ("decided", "revised"):
        given = plan.decision.places if plan.decision else {}
        absent = [own[name] for name in ("date", "paragraph", "case_number") if name not in given]
        if absent:
            yield warning("decision-missing", plan.place("status"), fields=", ".join(absent))
    if plan.valid_from and plan.valid_to and plan.valid_to < plan.valid_from:
        yield error("valid-reversed", plan.place("valid_to"), start=plan.valid_from, to=plan.valid_to)
    if plan.edit_links and not plan.edited_at:
        yield warning("edit-links-nowhere", plan.place("edit_links"), key=own["edited_at"])
    if plan.frame and not plan.frame.table:
        yield warning("frame-unplaced", plan.frame.location)


def _documents(plan: Plan) -> Iterator[Diagnostic]:
    """The addresses of governing documents lead out to the web or to somebody's mail."""
    for document in (each for section in every_section(plan) for each in section.governing_documents):
        if document.url and not ADDRESS.fullmatch(document.url):
            near = address_meant(document.url)
            yield error("link-forbidden", document.place("url"), url=document.url, near=near)


def _ids(plan: Plan) -> Iterator[Diagnostic]:
    """Ids become anchors, links and bookmarks: each once in the plan, in letters that all of them allow."""
    named = [(section.id, section.place("id")) for section in every_section(plan)]
    named += [(goal.id, goal.place("id")) for goal in every_goal(plan.goals)]
    named += [(table.id, table.place("id")) for table in plan.tables]
    for body in _bodies(plan):
        named += [(each.id, each.location) for each in _named(body.blocks) if each.id]
    yield from _unique(named)
    for goal in every_goal(plan.goals):
        yield from _unique([(each.id, _called(each)) for each in goal.indicators], "indicator-twice")
        yield from _unique([(each.id, _called(each)) for each in goal.activities], "activity-twice")
    for table in plan.tables:
        yield from _unique([(row.id, _called(row)) for row in table.rows], "row-twice")


def _called(record: Record) -> Location:
    """Where a record says what it is called: its id, or else the name that its id is made of."""
    return record.places.get("id", record.place("name"))


def _unique(named: Iterable[tuple[str, Location]], code: str = "duplicate-id") -> Iterator[Diagnostic]:
    first: dict[str, Location] = {}
    for name, place in named:
        if not name:
            continue
        if not IDENTIFIER.fullmatch(name):
            right = identifier(name)
            row = {"instead": right} if place.length == len(name) else {}
            yield error("id-form", place, id=name, right=right, **row)
        if name in first:
            yield error(code, place, id=name, file=first[name].file, line=first[name].line)
        first.setdefault(name, place)


def _placements(plan: Plan) -> Iterator[Diagnostic]:
    """The goals and each table stand in one section at most, since in two their ids would clash."""
    showing = [section.place("goals") for section in every_section(plan) if section.goals]
    for place in showing[1:]:
        yield _again(place, showing[0], terms(KEYS, plan.language)["goals"])
    names = [table.id for table in plan.tables]
    placed: dict[str, Location] = {}
    for section in every_section(plan):
        for index, name in enumerate(section.tables):
            place = section.place(f"tables.{index}")
            if name not in names:
                near = nearest(name, names)
                yield error("unknown-table", place, table=name, allowed=", ".join(names), **meant(near))
            elif name in placed:
                yield _again(place, placed[name], name)
            placed.setdefault(name, place)


def _again(place: Location, first: Location, name: str) -> Diagnostic:
    return error("placed-twice", place, name=name, file=first.file, line=first.line)


def _notes(plan: Plan) -> Iterator[Diagnostic]:
    """Every mark has its note and every note its mark; a bare `*` at the end of a value points nowhere."""
    for line in _cover(plan):
        for reference in _references([line.inlines]):
            yield error("note-misplaced", reference.location, mark=reference.note)
    for section in every_section(plan):
        yield from _notes_of(section.text, section.title, ())
    for goal in every_goal(plan.goals):
        yield from _notes_of(goal.text, goal.title, tuple(goal.values()))
    for table in plan.tables:
        yield from _notes_of(Body(notes=table.notes), RichText(()), tuple(_texts_of(table)))
    values = [value for goal in every_goal(plan.goals) for value in goal.values()]
    values += [column.heading for table in plan.tables for column in table.columns]
    values += [row.name for table in plan.tables for row in table.rows]
    for value in values:
        if str(value).endswith("*"):
            yield warning("mark-without-note", value.location, text=str(value))


def _notes_of(body: Body, title: RichText, values: tuple[RichText, ...]) -> Iterator[Diagnostic]:
    """A text's marks and notes. What marks in its title lead to, the document knows."""
    referring = {note.id: tuple(_references(_lines(note.blocks))) for note in body.notes}
    references = list(_references([*_lines(body.blocks), *(value.inlines for value in values)]))
    for reference in (*references, *(each for inner in referring.values() for each in inner)):
        if reference.note not in referring:
            near = nearest(reference.note, referring)
            yield error("note-unknown", reference.location, mark=reference.note, near=near)
    used: set[str] = set()
    reached = {reference.note for reference in (*references, *_references([title.inlines]))}
    while reached - used:
        used |= reached
        reached = {each.note for name in reached for each in referring.get(name, ())}
    for note in body.notes:
        if note.id not in used:
            yield warning("note-unused", note.location, mark=note.id)


def _lines(blocks: tuple[Block, ...]) -> list[tuple[Inline, ...]]:
    return [line for block in each_and_below(blocks) for line in texts(block)]


def _cover(plan: Plan) -> tuple[RichText, ...]:
    """The plan's own lines, which stand on the cover, where no note can."""
    decided = (plan.decision.decided_by,) if plan.decision else ()
    return plan.title, plan.organisation, plan.body, plan.remark, plan.replaces, *decided


def _texts_of(table: BudgetTable) -> Iterator[RichText]:
    """What in a table may have marks that lead to its notes."""
    yield table.stub_heading
    yield from (column.heading for column in table.columns)
    for row in table.rows:
        yield row.name
        yield from (cell.text for cell in row.cells)


def _bodies(plan: Plan) -> Iterator[Body]:
    yield from (section.text for section in every_section(plan))
    yield from (goal.text for goal in every_goal(plan.goals))


def _named(blocks: tuple[Block, ...]) -> Iterator[SectionNode | Table | Figure]:
    """What authors may give an id in a text."""
    return (block for block in each_and_below(blocks) if isinstance(block, SectionNode | Table | Figure))


def _references(lines: Iterable[tuple[Inline, ...]]) -> Iterator[FootnoteReference]:
    for line in lines:
        yield from (inline for inline in every_inline(line) if isinstance(inline, FootnoteReference))
