"""Indicators to tables of the document, with a role, field and typed value on what stands for data.

Every table of a plan has the same columns, so that the eye finds them again. But one in which no value stands is left
out of a table where the plan doesn't ask for it by name, and so is that of groups where there are none. A table is of
one goal, or gathers the indicators of several in groups of rows, each under its goal's title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from plangen.compose.notes import named_apart
from plangen.compose.signs import sign_before
from plangen.dataclass import dataclass, replace
from plangen.document.inlines import CrossReference, FootnoteReference, Inline, Text
from plangen.document.nodes import Align, Cell, Column, Row, Table
from plangen.document.walk import map_inlines, plain_text
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import MINUS, parse_number
from plangen.locale.vocabulary import words as vocabulary_words
from plangen.model.goal import Goal, every_goal
from plangen.model.indicator import (
    FIGURES,
    NOTHING,
    WORDED,
    Indicator,
    IndicatorColumn,
    IndicatorGroup,
    IndicatorRole,
    Measured,
)
from plangen.model.plan import Plan
from plangen.model.target import read_target
from plangen.model.text import RichText

ROLE, OVERVIEW = "indicators", "indicator-overview"

ALWAYS = frozenset({"name", "target", "periodicity", "source"})
USUAL: dict[str, IndicatorRole] = {
    "number": "indicator_number",
    "name": "name",
    "group": "group",
    "target": "target",
    "unit": "unit",
    "periodicity": "periodicity",
    "source": "source",
    "responsible": "responsible",
    "remark": "remark",
}
"""The columns of a plan that names none, in order: some always, the others where an indicator has such a value."""

IN_OVERVIEW = frozenset({"name", "group", "target", "unit", "periodicity", "source"})
"""The meanings of the columns that the overview of all indicators has."""

LABELS: dict[IndicatorRole, str] = {
    **{"name": "indicator", "target": "target", "periodicity": "periodicity", "source": "source"},
    **{"baseline": "indicator-baseline", "outcome": "indicator-outcome", "comparison": "indicator-comparison"},
    **{"group": "indicator-group", "status": "indicator-status", "trend": "indicator-trend"},
    **{"indicator_number": "indicator-number", "unit": "unit", "responsible": "responsible", "remark": "remark"},
}
"""The label that heads a column of a role, where the plan gives the column no heading."""

OfGoal = Callable[[Goal], tuple[Inline, ...]]
"""How a table calls a goal."""

_MINUS = re.compile(r"^(\s*(?:[≥≤<>=]=?)?\s*)-(?=\d)")


@dataclass(frozen=True, slots=True)
class IndicatorTables:
    """What the tables of a plan have in common: its words, its columns as the plan declares them and as nodes.

    `numbered` are the levels whose goals have numbers of their own, by which they are called here too. `optional` are
    the columns, by id, that a table without any value in them leaves out. `prefix` is what the ids of rows and cells
    begin with, in a table that stands beside another of the same indicators.
    """

    words: Catalogue
    settings: tuple[IndicatorColumn, ...]
    columns: tuple[Column, ...]
    numbered: frozenset[int]
    optional: frozenset[str] = frozenset()
    prefix: str = ""

    def of_goal(self, goal: Goal) -> Table:
        """A goal's indicators. The caption is for screen readers."""
        part = self._shown((goal,))
        return part._table(f"{goal.id}.indicators", tuple(part._rows(goal)), self._for(goal), goal)

    def of_goals(self, goals: Sequence[Goal], above: Goal | None = None) -> Table:
        """The indicators of several goals in groups, one below another; `above` is the goal that they all serve."""
        part = self._shown(goals)
        rows = tuple(row for goal in goals if goal.indicators for row in (part._group(goal), *part._rows(goal)))
        if above is None:
            return part._table("indicators--table", rows, (Text(self.words.labels["indicators"]),), None)
        return part._table(f"{above.id}.indicators-below", rows, self._for(above), above)

    def overview(self, goals: Sequence[Goal]) -> Table:
        """Every indicator of some goals in one table, beside the goal's title; of the columns the most needed."""
        needed = [each for each in self.settings if each.meaning(self.words.language) in IN_OVERVIEW]
        part = replace(self._of(needed), prefix=f"{OVERVIEW}.")._shown(goals)
        heading = Cell(inlines=(Text(self.words.labels["indicator-goal"]),), header="column")
        rows = tuple(row for goal in goals for row in part.beside_title(goal))
        return Table(
            id=OVERVIEW,
            location=rows[0].location if rows else heading.location,
            columns=(Column(role="goal", field="goal"), *part.columns),
            head=(Row(cells=(heading, *(_heading(each, self.words) for each in part.settings))),),
            rows=rows,
            caption=(Text(self.words.labels["indicator-overview"]),),
            role=OVERVIEW,
        )

    def beside_title(self, goal: Goal) -> Iterator[Row]:
        """The rows of a goal, with the goal's title down all of them."""
        rows = tuple(self._rows(goal))
        for row in rows[:1]:
            title = replace(self._title(goal), id=f"{self.prefix}{goal.id}.goal", row_span=len(rows))
            yield replace(row, cells=(title, *row.cells))
        yield from rows[1:]

    def of_goal_title(self, goal: Goal) -> tuple[Inline, ...]:
        """How a table calls a goal: by a reference to its heading where that has a number, else by its title."""
        return (CrossReference(goal.id),) if goal.level in self.numbered else _without_marks(goal.title)

    def _of(self, settings: Sequence[IndicatorColumn]) -> IndicatorTables:
        """The same with some of the columns."""
        kept = [(each, column) for each, column in zip(self.settings, self.columns, strict=True) if each in settings]
        return replace(self, settings=tuple(each for each, _ in kept), columns=tuple(column for _, column in kept))

    def _shown(self, goals: Sequence[Goal]) -> IndicatorTables:
        """The same without the optional columns that would be empty in a table of some goals."""
        indicators = tuple(each for goal in goals for each in goal.indicators)
        return self._of(
            [each for each in self.settings if each.id not in self.optional or self._says(each, indicators)]
        )

    def _says(self, setting: IndicatorColumn, indicators: Sequence[Indicator]) -> bool:
        language = self.words.language
        if setting.meaning(language) == "group" and any(each.groups for each in indicators):
            return True
        return any(part.value(setting, language).inlines for each in indicators for part in (each, *each.groups))

    def _for(self, goal: Goal) -> tuple[Inline, ...]:
        before, _, after = self.words.labels["indicators-for"].partition("{goal}")
        return (Text(before), *_without_marks(goal.title), Text(after))

    def _table(self, name: str, rows: tuple[Row, ...], caption: tuple[Inline, ...], goal: Goal | None) -> Table:
        head = Row(cells=tuple(_heading(each, self.words) for each in self.settings))
        place = goal.place("indicators") if goal else rows[0].location if rows else head.location
        return Table(id=name, location=place, columns=self.columns, head=(head,), rows=rows, caption=caption, role=ROLE)

    def _group(self, goal: Goal) -> Row:
        title = self._title(goal)
        cell = replace(title, id=f"{goal.id}.indicators--title", column_span=len(self.columns))
        return Row(id=f"{goal.id}.indicators--group", cells=(cell,), role="group", location=goal.location)

    def _title(self, goal: Goal) -> Cell:
        return Cell(inlines=self.of_goal_title(goal), header="row", role="goal", location=goal.place("title"))

    def _rows(self, goal: Goal) -> Iterator[Row]:
        for indicator in goal.indicators:
            name = f"{self.prefix}{goal.id}.indicators.{indicator.id}"
            whole = _Part(goal, name, indicator)
            if indicator.groups:
                yield from self._grouped(whole, indicator.groups)
            else:
                cells = tuple(self._cell(whole, index) for index in range(len(self.columns)))
                yield Row(id=name, cells=cells, location=indicator.location)

    def _grouped(self, whole: _Part, groups: Sequence[IndicatorGroup]) -> Iterator[Row]:
        """The rows of groups. What the indicator gives itself stands in the first, down all of them."""
        apart = [
            column.role == "group" or any(group.value(setting, self.words.language).inlines for group in groups)
            for setting, column in zip(self.settings, self.columns, strict=True)
        ]
        for group in groups:
            part = _Part(whole.goal, f"{whole.name}--{group.id}", group)
            cells = tuple(
                self._cell(part, index) if apart[index] else replace(self._cell(whole, index), row_span=len(groups))
                for index in range(len(self.columns))
                if apart[index] or group is groups[0]
            )
            yield Row(id=part.name, cells=cells, location=group.location)

    def _cell(self, part: _Part, index: int) -> Cell:
        setting, column, measured = self.settings[index], self.columns[index], part.measured
        names = column.role == "group" and isinstance(measured, IndicatorGroup)
        text = measured.name if names else measured.value(setting, self.words.language)
        inlines = map_inlines(text.inlines, named_apart(part.goal.id))
        cell = Cell(
            id=f"{part.name}.{setting.id}",
            location=text.location if text.inlines else measured.location,
            header="row" if column.role == "name" or (names and inlines) else "",
            role=column.role,
            field=setting.id,
            empty="" if inlines else self.words.labels["empty-text"],
        )
        return _worded(replace(cell, inlines=inlines, value=str(text)), self.words.language)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a row is of: the goal, the name that its cells' ids begin with, and what has the values."""

    goal: Goal
    name: str
    measured: Measured


def indicator_tables(plan: Plan, words: Catalogue) -> IndicatorTables:
    """What a plan's tables of indicators have in common."""
    indicators = tuple(each for goal in every_goal(plan.goals) for each in goal.indicators)
    settings = plan.indicator_columns or default_columns(indicators)
    measured = tuple(part for each in indicators for part in (each, *each.groups))
    columns = tuple(
        Column(align=_align(each, measured, words.language), role=each.meaning(words.language), field=each.id)
        for each in settings
    )
    numbered = frozenset(number for number, level in enumerate(plan.levels, start=1) if level.numbering)
    usual = frozenset() if plan.indicator_columns else frozenset(USUAL) - ALWAYS
    groups = {each.id for each in settings if each.meaning(words.language) == "group"}
    return IndicatorTables(words, settings, columns, numbered, usual | groups)


def default_columns(indicators: Sequence[Indicator]) -> tuple[IndicatorColumn, ...]:
    """The columns of a plan that names none: the usual, and those of what some indicator has."""
    measured = tuple(part for each in indicators for part in (each, *each.groups))
    given = {name for each in measured for name in each.places} | {"group" for each in indicators if each.groups}
    return tuple(IndicatorColumn(id=name, role=role) for name, role in USUAL.items() if name in ALWAYS or name in given)


def indicator_heading(column: IndicatorColumn, words: Catalogue) -> tuple[Inline, ...]:
    """A column's own heading, or that of its role with the year; groups are called by the column's key."""
    if not column.heading.inlines and column.meaning(words.language) == "group" and not _is_group(column, words):
        return (Text(column.id.replace("_", " ").capitalize()),)
    label = LABELS.get(column.meaning(words.language))
    if column.heading.inlines or not label:
        return column.heading.inlines
    return (Text(words.labels[label] + (f" {column.year}" if column.year else "")),)


def _is_group(column: IndicatorColumn, words: Catalogue) -> bool:
    """Whether a key says no more than that the column has groups; any other says what they are ("kön")."""
    return "group" in (column.id, vocabulary_words("indicator_role", words.language).get(column.id))


def _heading(column: IndicatorColumn, words: Catalogue) -> Cell:
    return Cell(inlines=indicator_heading(column, words), header="column", location=column.heading.location)


def _align(column: IndicatorColumn, measured: Sequence[Measured], language: str) -> Align:
    """A column stands on the right where most in it are figures ("≥ 80", and a "stigande" among them)."""
    role = column.meaning(language)
    if role == "number":
        return "right"
    values = [each.value(column, language) for each in measured] if role in FIGURES else []
    written = [value for value in values if str(value).strip() not in NOTHING]
    figures = [value for value in written if read_target(value, language).kind == "number"]
    return "right" if len(figures) * 2 > len(written) else "left"


def _worded(cell: Cell, language: str) -> Cell:
    """The cell of a status or a trend with the sign of its word, and its term as value."""
    table = next((table for role, table in WORDED.items() if role == cell.role), "")
    term = vocabulary_words(table, language).get(plain_text(cell.inlines).strip().casefold()) if table else None
    if term is None:
        return cell
    return replace(cell, inlines=(Text(sign_before(table, term)), *cell.inlines), value=term)


def valued(table: Table) -> Table:
    """The table with its cells' typed values, once their expressions have been replaced: figures, and else text."""
    if table.role not in (ROLE, OVERVIEW):
        return table
    rows = (replace(row, cells=tuple(_valued(cell) for cell in row.cells)) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _valued(cell: Cell) -> Cell:
    if cell.role in WORDED:
        return cell
    text = plain_text(cell.inlines)
    if cell.role not in FIGURES:
        return replace(cell, value=text)
    number = parse_number(text)
    return replace(cell, value=text if number is None else number, inlines=_signed(cell.inlines))


def _signed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Figures with the minus sign of print."""
    match inlines:
        case (Text(text=text), *rest):
            return (Text(_MINUS.sub(rf"\1{MINUS}", text)), *rest)
        case _:
            return inlines


def _without_marks(title: RichText) -> tuple[Inline, ...]:
    return map_inlines(title.inlines, lambda each: () if isinstance(each, FootnoteReference) else (each,))
