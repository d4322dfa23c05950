"""Goals beside the others of their level: what most of them have, one of them likely should have too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from plangen.diagnostics import Diagnostic, warning
from plangen.model.goal import Goal, every_goal
from plangen.model.rules.passages import body_passages
from plangen.model.rules.reviewed import Reviewed, is_expected


def goal_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What goals lack that others of their level have: a description, indicators, Agenda 2030."""
    levels: dict[int, list[Goal]] = {}
    for goal in every_goal(reviewed.plan.goals):
        if goal.title.inlines:  # else it could not be read, which has been told
            levels.setdefault(goal.level, []).append(goal)
    for goals in levels.values():
        yield from _lacking(goals, "goal-without-description", _described)
        yield from _lacking([each for each in goals if not each.goals], "goal-without-indicator", _measured)
        yield from _lacking(goals, "goal-without-agenda", lambda goal: "agenda2030" in goal.places)


def _lacking(goals: Sequence[Goal], code: str, has: Callable[[Goal], bool]) -> Iterator[Diagnostic]:
    without = [goal for goal in goals if not has(goal)]
    if is_expected(len(goals) - len(without), len(goals)):
        for goal in without:
            yield warning(code, goal.place("title"), goal=goal.title, having=len(goals) - len(without), of=len(goals))


def _described(goal: Goal) -> bool:
    return any(passage.text.strip() for passage in body_passages(goal.text))


def _measured(goal: Goal) -> bool:
    return bool(goal.indicators)
