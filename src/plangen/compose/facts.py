"""The plan as expressions of content see it: figures of its tables, its own fields, its goals and their indicators.

Every name is made when it is asked for. A field that is text is told with what its own expressions stand for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial

from plangen.compose.figures import CellOrigin, FieldOrigin, FigureValue, Part, ToldNumber, ToldText
from plangen.compose.views import Later, View
from plangen.dataclass import dataclass, replace
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import decimals_of, parse_number, print_date
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.activity import Activity
from plangen.model.budget import BudgetTable
from plangen.model.goal import Goal, every_goal
from plangen.model.identifiers import identifier
from plangen.model.indicator import VALUES, Indicator, Measured
from plangen.model.plan import Decision, Plan
from plangen.model.record import Record
from plangen.model.target import read_target
from plangen.model.text import RichText

PLAN_FIELDS = ("title", "organisation", "body", "year", "status", "version", "valid_from", "valid_to", "replaces")
GOAL_FIELDS = ("title", "responsible")
ACTIVITY_FIELDS = ("name", "responsible", "when", "status", "remark")
DECISION_FIELDS = ("decided_by", "date", "paragraph", "case_number")

Told = Callable[[RichText], str]


def facts(plan: Plan, words: Catalogue, told: Told) -> Mapping[str, object]:
    """Every name that an expression may begin with, goals by the model's word as well. `told` gives a field's text."""
    namer = _Namer(plan, words, told)
    budget = View({table.id: _once(partial(cells, table, words.babel)) for table in plan.tables})
    goals = namer.goals()
    return {"budget": budget, namer.own("goals"): goals, "plan": namer.plan_fields(), "goals": goals}


def cells(table: BudgetTable, locale: str) -> View:
    """Every figure that a table shows, given or computed, by row and column."""
    rows: dict[str, dict[str, FigureValue]] = {row.id: {} for row in table.rows}
    for (at_row, at_column), figure in table.reckoned.items():
        row, column = table.rows[at_row], table.columns[at_column]
        if figure.shown is not None:
            rows[row.id][column_name(column.id)] = FigureValue(
                figure.shown,
                table.unit_of(row, column),
                locale,
                table.decimals_in(at_row, at_column),
                parts=(Part(CellOrigin(table, at_row, at_column)),),
            )
    return View({row: View(cells) for row, cells in rows.items()})


def column_name(key: str) -> str:
    """How an expression names a column or another key that the plan has chosen."""
    return key if key.isidentifier() else identifier(key).replace("-", "_")


def _told_as(text: str, origin: FieldOrigin) -> ToldText:
    return ToldText.of(text, replace(origin, text=text).parts)


def _says(rich: RichText) -> bool:
    """Whether something is printed of a text, beside marks of notes."""
    return bool(str(rich).strip())


def _once(make: Callable[[], View]) -> Later:
    return Later(cache(make))


@dataclass(frozen=True, slots=True)
class _Namer:
    """Names the fields of records by the words of the plan's language and, unlisted, by the model's terms."""

    plan: Plan
    words: Catalogue
    told: Told

    def plan_fields(self) -> View:
        plan = self.plan
        values = dict(self.fields(plan, PLAN_FIELDS, "plan", None))
        if plan.decision:
            values["decision"] = _once(partial(self.decision, plan.decision))
        if plan.frame:
            frame = plan.frame
            name = f"plan.{self.own('frame')}"
            origin = FieldOrigin(name, frame.title, frame.place("amount"), "", frame.amount, frame.unit)
            values["frame"] = FigureValue(frame.amount, frame.unit, self.words.babel, parts=origin.parts)
        return self.view(values)

    def decision(self, decision: Decision) -> View:
        return self.view(dict(self.fields(decision, DECISION_FIELDS, f"plan.{self.own('decision')}", None)))

    def goals(self) -> View:
        return View({goal.id: _once(partial(self.goal, goal)) for goal in every_goal(self.plan.goals)})

    def goal(self, goal: Goal) -> View:
        name = f"{self.own('goals')}.{goal.id}"
        values = dict(self.fields(goal, GOAL_FIELDS, name, goal.title))
        if goal.agenda2030:
            numbers = ", ".join(each.target or str(each.number) for each in goal.agenda2030)
            origin = FieldOrigin(f"{name}.agenda2030", goal.title, goal.place("agenda2030"), numbers)
            values["agenda2030"] = ToldText.of(numbers, origin.parts)
        parts: dict[str, tuple[Record, ...]] = {"indicators": goal.indicators, "activities": goal.activities}
        for term, records in parts.items():
            if records:
                values[term] = self.each(records, f"{name}.{self.own(term)}")
        return self.view(values)

    def each(self, records: tuple[Record, ...], name: str) -> View:
        """Several indicators, groups or activities by their ids."""
        made: dict[str, object] = {}
        for record in records:
            assert isinstance(record, Measured | Activity)
            inner = f"{name}.{record.id}"
            made.setdefault(record.id, _once(partial(self.one, record, inner)))
        return View(made)

    def one(self, record: Measured | Activity, name: str) -> View:
        if isinstance(record, Activity):
            return self.view(dict(self.fields(record, ACTIVITY_FIELDS, name, record.name)))
        values = dict(self.fields(record, VALUES, name, record.name))
        own = {
            column_name(cell.key): self.value(cell.text, record, f"{name}.{column_name(cell.key)}")
            for cell in record.cells
            if _says(cell.text)
        }
        if isinstance(record, Indicator) and record.groups:
            values["groups"] = self.each(record.groups, f"{name}.{self.own('groups')}")
        return self.view({**values, **own})

    def fields(
        self, record: Record, fields: tuple[str, ...], name: str, owner: RichText | None
    ) -> Iterator[tuple[str, object]]:
        """The fields of a record that have a value."""
        for field in fields:
            value = getattr(record, field)
            origin = FieldOrigin(f"{name}.{self.own(field)}", owner, record.place(field))
            match value:
                case RichText() if not _says(value):
                    pass
                case RichText() if isinstance(record, Measured):
                    yield field, self.value(value, record, origin.name)
                case RichText():
                    yield field, Later(partial(self.text, value, origin))
                case date():
                    yield field, _told_as(print_date(value, self.words.babel), origin)
                case str() if value:
                    yield field, _told_as(self.word(record, field, value), origin)
                case int() if value:
                    yield field, ToldNumber.of(value, replace(origin, text=str(value)).parts)
                case _:
                    pass

    def text(self, rich: RichText, origin: FieldOrigin) -> ToldText:
        return _told_as(self.told(rich), origin)

    def word(self, record: Record, field: str, value: str) -> str:
        """A text, or the word of the plan's language for one of the model's."""
        if field == "status":
            table = self.words.statuses if isinstance(record, Plan) else terms("activity_status", self.plan.language)
            return table[value]
        return value

    def value(self, rich: RichText, record: Measured, name: str) -> Later:
        """A value of an indicator: a figure where it is a number, else text."""

        def make() -> object:
            text, unit = self.told(rich).strip(), str(record.unit)
            origin = FieldOrigin(name, record.name, rich.location)
            meant = read_target(rich, self.plan.language, unit)
            number = parse_number(text)
            if number is None and meant.kind == "number" and not meant.comparison:
                number, unit = meant.number, meant.unit
            if number is None:
                return _told_as(text, origin)
            parts = replace(origin, text=text, value=number, unit=unit).parts
            return FigureValue(number, unit, self.words.babel, decimals_of(number), text, parts)

        return Later(make)

    def own(self, term: str) -> str:
        return terms(KEYS, self.plan.language)[term].replace(" ", "_")

    def view(self, values: Mapping[str, object]) -> View:
        """Values by the plan's own words; those of the model, in English, are answered to and not listed."""
        known = terms(KEYS, self.plan.language)
        listed = {self.own(name) if name in known else name: value for name, value in values.items()}
        return View(listed, also={name: value for name, value in values.items() if name in known})
