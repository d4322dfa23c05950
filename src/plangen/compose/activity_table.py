"""Activities of a goal to a table of the document: what, who, when, how far."""

from __future__ import annotations

from plangen.compose.notes import named_apart
from plangen.dataclass import dataclass
from plangen.document.inlines import FootnoteReference, Text
from plangen.document.nodes import Cell, Column, Row, Table
from plangen.document.walk import map_inlines
from plangen.locale.catalogue import Catalogue
from plangen.locale.vocabulary import terms
from plangen.model.activity import Activity
from plangen.model.goal import Goal, every_goal
from plangen.model.plan import Plan
from plangen.model.text import RichText

LABELS = {"name": "activity", "responsible": "responsible", "when": "when", "status": "status", "remark": "remark"}
"""The columns that there may be, in order, and the label that heads each."""


@dataclass(frozen=True, slots=True)
class ActivityTables:
    """What a plan's tables of activities have in common: their columns, those that some activity of the plan has.

    A table leaves out those that would be empty in the whole of it.
    """

    words: Catalogue
    fields: tuple[str, ...]

    def of_goal(self, goal: Goal) -> Table:
        """A goal's activities, one a row. The caption is for screen readers."""
        before, _, after = self.words.labels["activities-for"].partition("{goal}")
        title = map_inlines(goal.title.inlines, lambda each: () if isinstance(each, FootnoteReference) else (each,))
        given = {"name", *(name for each in goal.activities for name in each.places)}
        fields = tuple(name for name in self.fields if name in given)
        head = (Cell(inlines=(Text(self.words.labels[LABELS[name]]),), header="column") for name in fields)
        return Table(
            id=f"{goal.id}.activities",
            location=goal.place("activities"),
            columns=tuple(Column(role=name, field=name) for name in fields),
            head=(Row(cells=tuple(head)),),
            rows=tuple(self._row(activity, goal, fields) for activity in goal.activities),
            caption=(Text(before), *title, Text(after)),
            role="activities",
        )

    def _row(self, activity: Activity, goal: Goal, fields: tuple[str, ...]) -> Row:
        name = f"{goal.id}.activities.{activity.id}"
        cells = tuple(self._cell(activity, field, goal) for field in fields)
        return Row(id=name, cells=cells, location=activity.location)

    def _cell(self, activity: Activity, name: str, goal: Goal) -> Cell:
        text = _text(activity, name, self.words.language)
        inlines = map_inlines(text.inlines, named_apart(goal.id))
        return Cell(
            id=f"{goal.id}.activities.{activity.id}.{name}",
            location=activity.place(name),
            inlines=inlines,
            header="row" if name == "name" else "",
            role=name,
            field=name,
            value=activity.status if name == "status" else str(text),
            empty="" if inlines else self.words.labels["empty-text"],
        )


def activity_tables(plan: Plan, words: Catalogue) -> ActivityTables:
    """What a plan's tables of activities have in common."""
    activities = [each for goal in every_goal(plan.goals) for each in goal.activities]
    given = {"name", *(name for each in activities for name in each.places)}
    return ActivityTables(words, tuple(name for name in LABELS if name in given))


def _text(activity: Activity, name: str, language: str) -> RichText:
    """What stands in a column."""
    match name:
        case "name":
            return activity.name
        case "responsible":
            return activity.responsible
        case "when":
            return activity.when
        case "remark":
            return activity.remark
        case _:
            word = terms("activity_status", language)[activity.status] if activity.status else ""
            return RichText((Text(word),) if word else ())
