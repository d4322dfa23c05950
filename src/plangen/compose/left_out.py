"""What of a plan an outline leaves out of the document: a warning at the place of each.

An outline may show what it will; but what an author has written should not be missing without a word. What stands in
the document is told by its place in the content, whatever the outline made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from plangen.compose.placed import Content
from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, warning
from plangen.document.nodes import Block, BulletList, DefinitionList, OrderedList, Table
from plangen.document.walk import each_and_below
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.plan import Goal, Plan, Section, every_goal, every_section
from plangen.model.text import Body, RichText

AGENDA = "agenda"
"""The role of cells that show a goal of Agenda 2030, several in a row."""


def left_out(plan: Plan, contents: Sequence[Content]) -> Iterator[Diagnostic]:
    """What of a plan is not among the contents that its outline has placed."""
    return _Placed(plan.language, frozenset(_places(contents))).missing(plan)


@dataclass(frozen=True, slots=True)
class _Placed:
    """The places in the content of all that stands in the document."""

    language: str
    places: AbstractSet[Location]

    def missing(self, plan: Plan) -> Iterator[Diagnostic]:
        for section in every_section(plan):
            if self.lacks_both(section.title, section.text):
                yield warning("section-unplaced", section.place("title"), section=section.id)
            else:
                yield from self.of_section(section)
        yield from self.of_goals(tuple(every_goal(plan.goals)), plan)
        yield from self.of_tables(plan)
        yield from self.each("abbreviations", (each.location for each in plan.abbreviations))

    def of_section(self, section: Section) -> Iterator[Diagnostic]:
        yield from self.of_text(section.text)
        yield from self.each("governing_documents", (each.name.location for each in section.governing_documents))

    def of_goals(self, goals: Sequence[Goal], plan: Plan) -> Iterator[Diagnostic]:
        if goals and all(self.lacks_both(goal.title, goal.text) for goal in goals):
            yield warning("goals-unplaced", goals[0].place("title"))
            return
        for goal in goals:
            if self.lacks_both(goal.title, goal.text):
                yield warning("goal-unplaced", goal.place("title"), goal=goal.id)
            else:
                yield from self.of_goal(goal)

    def of_goal(self, goal: Goal) -> Iterator[Diagnostic]:
        yield from self.of_text(goal.text)
        yield from self.each("agenda2030", (each.location for each in goal.agenda2030[:1]))  # all are shown, or none
        rows = (part for each in goal.indicators for part in (each.groups or (each,)))
        yield from self.each("indicators", (row.location for row in rows))
        yield from self.each("activities", (each.location for each in goal.activities))
        for term, lines in (("responsible", (goal.responsible,)), ("contributes_to", goal.contributes_to)):
            yield from self.each(term, (line.location for line in lines if line.inlines))

    def of_tables(self, plan: Plan) -> Iterator[Diagnostic]:
        for table in plan.tables:
            if self.lacks(table.location):
                yield warning("table-unplaced", table.place("title"), table=table.id)
                continue
            if table.remark.inlines:
                yield from self.each("remark", (table.remark.location,))
            if plan.frame and plan.frame.table == table.id:
                yield from self.each("frame", (plan.frame.location,))

    def of_text(self, body: Body) -> Iterator[Diagnostic]:
        yield from self.each("text", (block.location for block in body.blocks[:1]))

    def each(self, term: str, places: Iterable[Location]) -> Iterator[Diagnostic]:
        """One warning, at the first of some places that is lacking."""
        lacking = next((place for place in places if self.lacks(place)), None)
        if lacking:
            yield warning("left-out", lacking, key=terms(KEYS, self.language)[term])

    def lacks_both(self, title: RichText, body: Body) -> bool:
        """Whether neither a title nor the text under it stands in the document. That there is no title is told of."""
        return (
            bool(title.inlines)
            and self.lacks(title.location)
            and all(self.lacks(each.location) for each in body.blocks[:1])
        )

    def lacks(self, place: Location) -> bool:
        return place not in self.places


def _places(contents: Sequence[Content]) -> Iterator[Location]:
    for content in contents:
        yield content.location
        for block in each_and_below(content.blocks):
            yield from _within(block)


def _within(block: Block) -> Iterator[Location]:
    yield block.location
    match block:
        case BulletList() | OrderedList() | DefinitionList():
            yield from (item.location for item in block.items)
        case Table():
            yield from (row.location for row in block.rows)
            yield from (cell.location for row in block.rows for cell in row.cells if cell.role == AGENDA)
        case _:
            pass
