"""Goals, with their indicators and activities. Goals nest; a level has a name and a numbering that the plan chooses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from plangen.diagnostics import meant, nearest
from plangen.locale.catalogue import catalogue
from plangen.locale.vocabulary import words
from plangen.model.activity import Activity
from plangen.model.agenda import GOALS, targets
from plangen.model.indicator import Indicator
from plangen.model.record import AS_LIST, AS_RECORDS, Identity, Reader, Reading, Record, Rich, choice, required, scalar
from plangen.model.text import Body, RichText
from plangen.model.written import Written
from plangen.source.placed import PlacedText

_AGENDA_GOAL = re.compile(r"(\d{1,9})([.,][0-9a-z]{1,2})?", re.ASCII)
_AGENDA_NAMED = re.compile(r"(?:[^\W\d_]+ )?([0-9]{1,2}(?:\.[0-9a-z]{1,2})?)(?:[.:,]?\s+[^\W\d_].*|[.:])?")

MOST_LEVELS = 4
"""Levels that goals may have: headings go six deep, and the section above and the parts of a goal have two of them."""

NUMERALS = ("1", "A", "a", "I")


class AgendaGoal(Record):
    """A goal of Agenda 2030, or one of its targets ("16.7")."""

    number: int
    target: str = ""


def _numbering(value: Any, context: Reading) -> Any:
    """A numeral by which goals are counted; "" for none."""
    if not isinstance(value, PlacedText):
        return scalar(value, context) or ""
    word, by_word = value.text.strip(), words("numbering", context.language)
    if word in NUMERALS:
        return word
    if word not in by_word:
        allowed = ", ".join((*NUMERALS, *by_word))
        context.report("unknown-word", value.location, word=word, allowed=allowed, **meant(nearest(word, by_word)))
    return ""


class GoalLevel(Record):
    """A level of goals, with the plan's own word for it ("Effektmål").

    Goals of a level with a `numbering` are headed by the level's name and a number of their own ("Mål 2.1: Titel").
    """

    name: Rich = required(RichText(()))
    numbering: Annotated[Literal["", "1", "A", "a", "I"], Reader(_numbering), Written("numeral")] = ""


def _agenda(value: Any, context: Reading) -> Any:
    """Agenda 2030 goals by number, each with its own place."""
    goals = []
    for item in AS_LIST.read(value, context):
        if not isinstance(item, PlacedText):
            goals.append(scalar(item, context))
            continue
        number = item.text.strip().replace(",", ".")
        match = _AGENDA_GOAL.fullmatch(number)
        if not match:
            near = _agenda_near(number, context.language)
            context.report("agenda-not-number", item.location, text=item.text, near=near)
        elif not 1 <= int(match[1]) <= GOALS:
            context.report("agenda-unknown-goal", item.location, number=match[1])
        elif match[2] and number not in targets(int(match[1])):
            allowed = ", ".join(targets(int(match[1])))
            context.report("agenda-unknown-target", item.location, number=match[1], target=number, allowed=allowed)
        else:
            target = number if match[2] else ""
            goals.append(AgendaGoal(number=int(match[1]), target=target, location=item.location))
    return tuple(goal for goal in goals if goal is not None)


def _agenda_near(text: str, language: str) -> str:
    """The number of the goal that is called so, or that stands before its name ("Mål 10", "10 Minskad ojämlikhet")."""
    numbered = _AGENDA_NAMED.fullmatch(text)
    if numbered:
        return numbered[1]
    by_name = {name: number for number, name in catalogue(language).agenda.items()}
    near = nearest(text, by_name).split(", ")[0]
    return by_name.get(near, "")


class Goal(Record):
    """A goal: title, description, what it contributes to and by what it is measured and reached, and the goals below.

    `contributes_to` are goals of a superior plan, in words. `level` counts from 1.
    """

    elsewhere: ClassVar[frozenset[str]] = frozenset({"level"})

    id: Identity = ""
    title: Rich = required(RichText(()))
    text: Annotated[Body, Written("text")] = Body()
    responsible: Rich = RichText(())
    contributes_to: Annotated[tuple[Rich, ...], AS_LIST] = ()
    agenda2030: Annotated[tuple[AgendaGoal, ...], Reader(_agenda), Written("agenda")] = ()
    indicators: Annotated[tuple[Indicator, ...], AS_RECORDS] = ()
    activities: Annotated[tuple[Activity, ...], AS_RECORDS] = ()
    goals: Annotated[tuple[Goal, ...], Written("goals")] = ()
    level: int = 1

    def values(self) -> Iterator[RichText]:
        """Everything outside its text in which a mark may lead to a note of its text."""
        yield from (self.responsible, *self.contributes_to)
        for indicator in self.indicators:
            yield from indicator.values()
        for activity in self.activities:
            yield from activity.values()


def every_goal(goals: tuple[Goal, ...]) -> Iterator[Goal]:
    """Every goal, in order, each before those below it."""
    for goal in goals:
        yield goal
        yield from every_goal(goal.goals)


IndicatorsShown = Literal["with_goal", "level_above", "appendix"]

Levels = Annotated[tuple[GoalLevel, ...], AS_RECORDS]
Shown = Annotated[IndicatorsShown, choice("indicators_shown")]
