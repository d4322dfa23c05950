"""The plan as outlines and expressions see it: names and values, nothing that can be called or reached through.

A `View` answers to the names that it was given and to no other; the sandbox lets templates ask for nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from plangen.compose.notes import named_apart, title_of
from plangen.compose.placed import Placed, Placer
from plangen.dataclass import dataclass, replace
from plangen.document.inlines import Link
from plangen.document.walk import map_block, map_inlines
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import print_date, print_number
from plangen.locale.units import printed_unit
from plangen.model.budget import BudgetTable
from plangen.model.goal import Goal, every_goal
from plangen.model.plan import Decision, Frame, GoverningDocument, Plan, Section
from plangen.model.text import RichText


class Later:
    """A value that is made when it is asked for; what is made each time anew, since it may depend on who asks."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make


class View:
    """Named values, false where there are none. Names may be asked for with `-` or `_` alike.

    `also` are names that it answers to and doesn't list: those of the model, where the plan's language has its own.
    """

    __slots__ = ("_also", "_spelled", "_values", "model")

    def __init__(
        self, values: Mapping[str, object], model: object = None, also: Mapping[str, object] | None = None
    ) -> None:
        self._values = dict(values)
        self._spelled = {_spelled(name): name for name in self._values}
        self._also = {_spelled(name): value for name, value in (also or {}).items()}
        self.model = model

    def __getitem__(self, name: object) -> object:
        if not isinstance(name, str):
            raise TypeError(f"{type(name).__name__} is not a name")
        value = self._given(name)
        return value.make() if isinstance(value, Later) else value

    def _given(self, name: str) -> object:
        if name in self._values:
            return self._values[name]
        spelled = _spelled(name)
        return self._values[self._spelled[spelled]] if spelled in self._spelled else self._also[spelled]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and (
            name in self._values or _spelled(name) in self._spelled or _spelled(name) in self._also
        )

    def __bool__(self) -> bool:
        return bool(self._values)

    def names(self) -> Iterator[str]:
        """The names that it lists, as a template spells them."""
        return iter(self._spelled)


def _spelled(name: str) -> str:
    return name.replace("-", "_")


def plan_view(plan: Plan, words: Catalogue, place: Placer) -> View:
    """The plan for an outline."""
    goals = tuple(_goal(goal, plan, place) for goal in plan.goals)
    tables = {table.id: _table(table, place) for table in plan.tables}
    parts = _Parts(goals, tables, words, place)
    values: dict[str, object] = {
        "id": plan.id,
        "language": plan.language,
        "title": place.rich(plan.title),
        "organisation": place.rich(plan.organisation),
        "body": place.rich(plan.body),
        "year": place.text(str(plan.year), plan.place("year")),
        "status": place.text(words.statuses[plan.status], plan.place("status")),
        "status_id": plan.status,
        "version": place.text(plan.version, plan.place("version")),
        "remark": place.rich(plan.remark),
        "decision": _decision(plan.decision, words, place) if plan.decision else View({}),
        "frame": _frame(plan.frame, words, place) if plan.frame else View({}),
        "valid": place.text(validity(plan, words), plan.place("valid_from")),
        "replaces": place.rich(plan.replaces),
        "abbreviations": bool(plan.abbreviations),
        "foreword": _section(plan.foreword, parts) if plan.foreword else View({}),
        "sections": tuple(_section(section, parts) for section in plan.sections),
        "appendices": tuple(_section(section, parts) for section in plan.appendices),
        "goals": goals,
        "all_goals": tuple(each for goal in goals for each in _and_below(goal)),
        "indicators": any(goal.indicators for goal in every_goal(plan.goals)),
        "indicators_shown": plan.indicators_shown,
        "calculations_shown": plan.calculations_shown,
        "tables": View(tables),
    }
    return View(values, plan)


def validity(plan: Plan, words: Catalogue) -> str:
    """The days that a plan holds, as far as they are known."""
    start, end = (print_date(day, words.babel) if day else "" for day in (plan.valid_from, plan.valid_to))
    name = "valid" + "-from" * bool(start) + ("-to" if end else "")
    return words.labels[name].format(start=start, end=end) if start or end else ""


def paragraph_number(decision: Decision, words: Catalogue) -> str:
    """The paragraph of the minutes with its sign, if it is known."""
    return words.labels["paragraph-number"].format(number=decision.paragraph) if decision.paragraph else ""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands in sections, and what they are made with."""

    goals: tuple[View, ...]
    tables: Mapping[str, View]
    words: Catalogue
    place: Placer


def _section(section: Section, parts: _Parts) -> View:
    place, tables, words = parts.place, parts.tables, parts.words
    documents = tuple(_governing_document(each, words, place) for each in section.governing_documents)
    values: dict[str, object] = {
        "id": section.id,
        "title": place.rich(title_of(section.title, section.id, section.text), section.id),
        "text": place.blocks(tuple(map_block(block, named_apart(section.id)) for block in section.text.blocks)),
        "governing_documents": documents,
        "goals": parts.goals if section.goals == "all" else (),
        "tables": tuple(tables[name] for name in section.tables if name in tables),
    }
    return View(values, section)


def _governing_document(document: GoverningDocument, words: Catalogue, place: Placer) -> View:
    values: dict[str, object] = {
        "name": place.rich(_linked(document), role="governing-documents"),
        "kind": place.rich(document.kind),
        "remark": place.rich(document.remark),
        "number": place.text(document.number, document.place("number")),
        "date": place.text(print_date(document.date, words.babel) if document.date else ""),
    }
    return View(values, document)


def _linked(document: GoverningDocument) -> RichText:
    """A document's name, as a link where its address is known."""
    if not document.url:
        return document.name
    return replace(document.name, inlines=(Link(document.url, document.name.inlines),))


def _table(table: BudgetTable, place: Placer) -> View:
    values: dict[str, object] = {
        "id": table.id,
        "title": place.rich(table.title, table.id),
        "unit": place.text(printed_unit(table.unit)),
        "remark": place.rich(table.remark, role="remark"),
    }
    return View(values, table)


def _goal(goal: Goal, plan: Plan, place: Placer) -> View:
    level = plan.levels[goal.level - 1] if goal.level <= len(plan.levels) else None

    def rich(text: RichText, role: str = "") -> Placed:
        return place.rich(replace(text, inlines=map_inlines(text.inlines, named_apart(goal.id))), role=role)

    values: dict[str, object] = {
        "id": goal.id,
        "title": place.rich(title_of(goal.title, goal.id, goal.text), goal.id, "goal"),
        "level": goal.level,
        "level_name": place.rich(level.name) if level else "",
        "numeral": level.numbering if level else "",
        "text": place.blocks(tuple(map_block(block, named_apart(goal.id)) for block in goal.text.blocks)),
        "responsible": rich(goal.responsible, "responsible"),
        "contributes_to": tuple(rich(each, "contributes-to") for each in goal.contributes_to),
        "agenda": tuple(place.text(str(each.number)) for each in goal.agenda2030),
        "indicators": bool(goal.indicators),
        "activities": bool(goal.activities),
        "goals": tuple(_goal(each, plan, place) for each in goal.goals),
    }
    return View(values, goal)


def _and_below(goal: View) -> Iterator[View]:
    """A goal and every goal below it, in order."""
    yield goal
    below = goal["goals"]
    assert isinstance(below, tuple)
    for each in below:
        yield from _and_below(each)


def _decision(decision: Decision, words: Catalogue, place: Placer) -> View:
    day = print_date(decision.date, words.babel) if decision.date else ""
    values: dict[str, object] = {
        "decided_by": place.rich(decision.decided_by),
        "date": place.text(day, decision.place("date")),
        "paragraph": place.text(decision.paragraph, decision.place("paragraph")),
        "paragraph_number": place.text(paragraph_number(decision, words), decision.place("paragraph")),
        "case_number": place.text(decision.case_number, decision.place("case_number")),
    }
    return View(values, decision)


def _frame(frame: Frame, words: Catalogue, place: Placer) -> View:
    values: dict[str, object] = {
        "title": place.rich(frame.title),
        "amount": place.text(print_number(frame.amount, words.babel)),
        "unit": place.text(printed_unit(frame.unit)),
        "unit_name": place.text(words.units[frame.unit]),
        "decided_by": place.rich(frame.decided_by),
        "date": place.text(print_date(frame.date, words.babel) if frame.date else ""),
    }
    return View(values, frame)
