"""Rules of goals: their levels, the columns of their indicators, and what stands in those columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plangen.diagnostics import Diagnostic, Location, error, meant, nearest, warning
from plangen.locale.vocabulary import KEYS, terms, words
from plangen.model.amount import number_meant
from plangen.model.goal import MOST_LEVELS, every_goal
from plangen.model.indicator import (
    FIGURES,
    NOTHING,
    VALUES,
    WORDED,
    Indicator,
    IndicatorColumn,
    IndicatorRole,
    Measured,
)
from plangen.model.mended_rows import dashed
from plangen.model.record import keys_of, right_key
from plangen.model.target import read_target

if TYPE_CHECKING:
    from plangen.model.plan import Plan

MOST_CELLS = 5_000
"""Cells of a table of indicators. So many fill a hundred pages."""

MEASURED: frozenset[IndicatorRole] = frozenset({"baseline", "outcome", "comparison"})
"""Roles of columns that hold what was measured."""

UNHEADED: frozenset[IndicatorRole] = frozenset({"text", "number"})
"""Roles that say too little to give a column its heading."""


def check_goals(plan: Plan) -> Iterator[Diagnostic]:
    """What the rules find in a plan's goals."""
    yield from _levels(plan)
    yield from _agenda(plan)
    yield from _columns(plan)
    indicators = tuple(each for goal in every_goal(plan.goals) for each in goal.indicators)
    yield from _shown(plan, indicators)
    yield from _size(plan)
    yield from _cells(plan, indicators)
    for indicator in indicators:
        yield from _worded(plan, indicator)
        for measured in (indicator, *indicator.groups):
            yield from _figures(plan, measured)
    yield from _groups(plan, tuple(each for each in indicators if each.groups))


def _levels(plan: Plan) -> Iterator[Diagnostic]:
    for level in plan.levels[MOST_LEVELS : MOST_LEVELS + 1]:
        yield error("levels-too-many", level.location, most=MOST_LEVELS)
    for goal in every_goal(plan.goals):
        if goal.level == MOST_LEVELS + 1:
            yield error("goal-too-deep", goal.location, level=goal.level, most=MOST_LEVELS)
    unnamed = next((goal for goal in every_goal(plan.goals) if len(plan.levels) < goal.level <= MOST_LEVELS), None)
    if unnamed:
        last = plan.levels[-1] if plan.levels else unnamed
        place = max(last.places.values(), default=last.location) if plan.levels else unnamed.place("title")
        said = {"goal": str(unnamed.title) or unnamed.id, "file": unnamed.location.file.rpartition("/")[2]}
        row = _row_of_level(plan) if plan.levels else {}
        yield error("goal-level-unnamed", place, level=unnamed.level, named=len(plan.levels), **said, **row)


def _row_of_level(plan: Plan) -> dict[str, str]:
    """The row that gives one more level its name, as it is to stand below the last of them; none for braces."""
    last, key = plan.levels[-1], terms(KEYS, plan.language)["name"]
    name = last.place("name")
    if name.line == last.location.line and name.column != last.location.column + len(f"{key}: "):
        return {}
    return {"below": f"{dashed(last.location)}{key}: …"}


def _agenda(plan: Plan) -> Iterator[Diagnostic]:
    for goal in every_goal(plan.goals):
        seen: set[tuple[int, str]] = set()
        for each in goal.agenda2030:
            if (each.number, each.target) in seen:
                yield warning("agenda-twice", each.location, number=each.target or each.number)
            seen.add((each.number, each.target))


def _columns(plan: Plan) -> Iterator[Diagnostic]:
    """Each column can be given values, has a heading, and is the only one of its figures and its year."""
    own, roles = terms(KEYS, plan.language), terms("indicator_role", plan.language)
    first: dict[tuple[IndicatorRole, int], IndicatorColumn] = {}
    for column in plan.indicator_columns:
        role = column.meaning(plan.language)
        if column.id in (own["id"], own["groups"]):
            yield error("column-key-taken", column.location, column=column.id)
        if role in UNHEADED and not column.heading.inlines:
            yield error("missing-field", column.location, key=own["heading"])
        if role not in FIGURES and role != "group":
            continue
        other = first.setdefault((role, column.year if role in FIGURES else 0), column)
        if other is column:
            continue
        if role in FIGURES and column.year:
            yield error("year-twice", column.place("year"), year=column.year, column=other.id, role=roles[role])
        else:
            yield error("role-twice", column.place("role"), column=other.id, role=roles[role])


def _shown(plan: Plan, indicators: tuple[Indicator, ...]) -> Iterator[Diagnostic]:
    """Where a plan names its columns, no value is given that they don't show."""
    own, columns = terms(KEYS, plan.language), [column.id for column in plan.indicator_columns]
    for name in VALUES if columns else ():
        given = [each for each in indicators if name in each.places]
        if given and own[name] not in columns:
            place = plan.indicator_columns[0].location
            yield warning("column-not-shown", place, column=own[name], indicators=len(given))


def _size(plan: Plan) -> Iterator[Diagnostic]:
    """No table of indicators, of one goal or gathered from many, is larger than can be set in good time."""
    goals = tuple(every_goal(plan.goals))
    rows = {goal.id: sum(max(len(each.groups), 1) for each in goal.indicators) for goal in goals}
    most = MOST_CELLS // (len(plan.indicator_columns) or len(VALUES))
    for goal in goals:
        if rows[goal.id] > most:
            yield error("table-too-large", goal.place("indicators"), most=MOST_CELLS)
        elif plan.indicators_shown == "level_above" and sum(rows[each.id] for each in goal.goals) > most:
            yield error("table-too-large", goal.location, most=MOST_CELLS)
    if plan.indicators_shown == "appendix" and goals and sum(rows.values()) > most:
        yield error("table-too-large", goals[0].location, most=MOST_CELLS)


def _cells(plan: Plan, indicators: tuple[Indicator, ...]) -> Iterator[Diagnostic]:
    """Each value stands under a key that is a column; a group's name is no value.

    A key that is like no other, and that many indicators have, is a column that is missing: that is told once.
    """
    columns = {column.id for column in plan.indicator_columns}
    naming = {column.id for column in plan.indicator_columns if column.meaning(plan.language) == "group"}
    grouped = ((group, columns - naming) for each in indicators for group in each.groups)
    told: set[str] = set()
    for measured, allowed in (*((each, columns) for each in indicators), *grouped):
        known = sorted({*keys_of(type(measured), plan.language), *allowed})
        for cell in (cell for cell in measured.cells if cell.key not in allowed):
            right = right_key(type(measured), cell.key, plan.language)
            near = nearest(cell.key, known)
            if right:
                yield error("key-in-other-language", cell.key_place, key=cell.key, instead=right)
            elif near or cell.key not in told:
                said = {"key": cell.key, "near": near, "allowed": ", ".join(known)}
                yield error("unknown-indicator-key", cell.key_place, **said)
                told.add(cell.key)


def _figures(plan: Plan, measured: Measured) -> Iterator[Diagnostic]:
    """What was measured is a figure where the other years have figures, and where it has digits."""
    columns = [each for each in plan.indicator_columns if each.meaning(plan.language) in MEASURED]
    values = {column.id: measured.value(column, plan.language) for column in columns}
    kinds = {name: read_target(value, plan.language).kind for name, value in values.items()}
    for column in columns:
        text = str(values[column.id]).strip()
        if (
            text in NOTHING
            or not any(character.isalpha() for character in text)
            or kinds[column.id] in ("number", "followed")
        ):
            continue
        if any(character.isdigit() for character in text) or "number" in kinds.values():
            place, near = values[column.id].location, number_meant(text)
            yield warning("outcome-not-number", place, text=text, near=near, column=str(column.heading) or column.id)


def _worded(plan: Plan, indicator: Indicator) -> Iterator[Diagnostic]:
    """A status and a trend are words that there are."""
    for column in plan.indicator_columns:
        table = WORDED.get(column.meaning(plan.language))
        if table is None:
            continue
        by_word = words(table, plan.language)
        for measured in (indicator, *indicator.groups):
            value = measured.value(column, plan.language)
            word = str(value).strip()
            if word and word.casefold() not in by_word:
                near = nearest(word.casefold(), by_word)
                yield error("unknown-word", value.location, word=word, allowed=", ".join(by_word), **meant(near))


def _groups(plan: Plan, indicators: tuple[Indicator, ...]) -> Iterator[Diagnostic]:
    """There is a column for the groups' names, and none in which both the indicator and its groups have values."""
    naming = [each for each in plan.indicator_columns if each.meaning(plan.language) == "group"]
    if indicators and plan.indicator_columns and not naming:
        word = terms("indicator_role", plan.language)["group"]
        yield error("group-column-missing", indicators[0].place("groups"), role=word)
    for indicator in indicators:
        first: dict[str, Location] = {}
        for group in indicator.groups:
            if group.id in first:
                place = group.place("name")
                yield error("group-twice", place, group=str(group.name), line=first[group.id].line)
            first.setdefault(group.id, group.place("name"))
        for column in plan.indicator_columns or _columns_of_values(plan.language):
            yield from _both(indicator, column, plan.language)


def _columns_of_values(language: str) -> tuple[IndicatorColumn, ...]:
    """The columns that a plan's indicators have where it names none, in so far as what stands in them is concerned."""
    own = terms(KEYS, language)
    return tuple(IndicatorColumn(id=own[name]) for name in VALUES)


def _both(indicator: Indicator, column: IndicatorColumn, language: str) -> Iterator[Diagnostic]:
    role = column.meaning(language)
    if role == "name":
        return
    own = indicator.value(column, language)
    in_groups: tuple[Measured, ...] = tuple(each for each in indicator.groups if each.value(column, language).inlines)
    if own.inlines and (in_groups or role == "group"):
        yield error("value-beside-groups", own.location, column=column.id)
