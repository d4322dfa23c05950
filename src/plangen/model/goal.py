"""Goals and their indicators. Goals nest; each level has a name that the plan chooses."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, ValidationInfo

from plangen.locale.vocabulary import KEYS, words
from plangen.model.agenda import GOALS, targets
from plangen.model.record import (
    AS_LIST,
    AS_NAMED_RECORDS,
    AS_RECORDS,
    GivenCell,
    PlainText,
    Record,
    Rich,
    choice,
    reading,
    required,
    scalar,
)
from plangen.model.target import Target, read_target
from plangen.model.text import Body, RichText
from plangen.source.placed import PlacedText

_AGENDA_GOAL = re.compile(r"(\d{1,9})(\.[0-9a-z]{1,2})?", re.ASCII)

IndicatorRole = Literal["name", "target", "periodicity", "source", "text", "number"]


class AgendaGoal(Record):
    """A goal of Agenda 2030, or one of its targets ("16.7")."""

    number: int
    target: str = ""


class GoalLevel(Record):
    """A level of goals, with the plan's own word for it ("Effektmål")."""

    name: Rich = required(RichText(()))


class IndicatorColumn(Record):
    """A column of the indicator tables. `id` is the key under which each indicator gives its value.

    `role` says what the values are; without one it follows from the key ("målvärde"), and else is text.
    """

    elsewhere: ClassVar[frozenset[str]] = frozenset({"id"})

    id: str = ""
    heading: Rich = required(RichText(()))
    role: Annotated[IndicatorRole | Literal[""], choice("indicator_role")] = ""


class Indicator(Record):
    """A measure of a goal. `cells` holds the values of columns that the plan itself names."""

    open_cells: ClassVar[bool] = True

    id: PlainText = ""
    name: Rich = required(RichText(()))
    target: Rich = RichText(())
    periodicity: Rich = RichText(())
    source: Rich = RichText(())
    cells: tuple[GivenCell, ...] = ()

    def value(self, column: IndicatorColumn, language: str) -> RichText:
        """What the author wrote under a column's key."""
        match words(KEYS, language).get(column.id, column.id):
            case "name":
                return self.name
            case "target":
                return self.target
            case "periodicity":
                return self.periodicity
            case "source":
                return self.source
            case _:
                return next((cell.text for cell in self.cells if cell.key == column.id), RichText(()))

    def typed_target(self, language: str) -> Target:
        """What the target's wording means."""
        return read_target(self.target, language)


def _agenda(value: Any, info: ValidationInfo) -> Any:
    """Agenda 2030 goals by number, each with its own place."""
    goals = []
    for item in AS_LIST.func(value, info):  # type: ignore[call-arg]
        if not isinstance(item, PlacedText):
            goals.append(scalar(item, info))
            continue
        match = _AGENDA_GOAL.fullmatch(item.text.strip())
        if not match:
            reading(info).report("agenda-not-number", item.location, text=item.text)
        elif not 1 <= int(match[1]) <= GOALS:
            reading(info).report("agenda-unknown-goal", item.location, number=match[1])
        elif match[2] and item.text.strip() not in targets(int(match[1])):
            allowed = ", ".join(targets(int(match[1])))
            reading(info).report(
                "agenda-unknown-target", item.location, number=match[1], target=item.text.strip(), allowed=allowed
            )
        else:
            target = item.text.strip() if match[2] else ""
            goals.append(AgendaGoal(number=int(match[1]), target=target, location=item.location))
    return tuple(goal for goal in goals if goal is not None)


class Goal(Record):
    """A goal: title, description, Agenda 2030 goals, indicators, and the goals below it. `level` counts from 1."""

    id: PlainText = ""
    title: Rich = required(RichText(()))
    text: Body = Body()
    agenda2030: Annotated[tuple[AgendaGoal, ...], BeforeValidator(_agenda)] = ()
    indicators: Annotated[tuple[Indicator, ...], AS_RECORDS] = ()
    goals: tuple[Goal, ...] = ()
    level: int = 1


Levels = Annotated[tuple[GoalLevel, ...], AS_RECORDS]
IndicatorColumns = Annotated[tuple[IndicatorColumn, ...], AS_NAMED_RECORDS]
