"""Goals and the 17 goals of Agenda 2030 to a table of who contributes to what, and a list of what the numbers mean.

A mark is the number itself (or those of the targets), on the goal's colour, so that it says in words, in grey and aloud
what it says in colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.compose.indicator_table import OfGoal
from plangen.document.inlines import Badge, Inline, LineBreak, Text
from plangen.document.nodes import Block, BulletList, Cell, Column, ListItem, Paragraph, Row, Table
from plangen.locale.catalogue import Catalogue
from plangen.model.agenda import GOALS
from plangen.model.goal import AgendaGoal, Goal

ROLE = "agenda-matrix"
NUMBERS = range(1, GOALS + 1)


def agenda_matrix(goals: Sequence[Goal], title: OfGoal, words: Catalogue) -> tuple[Block, ...]:
    """The matrix of some goals and the list of the numbers in it; nothing where none has a goal of Agenda 2030.

    A goal that says none itself, but has goals below it, heads a group.
    """
    numbers = sorted({each.number for goal in goals for each in goal.agenda2030})
    if not numbers:
        return ()
    head = (Cell(inlines=(Text(words.labels["agenda-matrix-goal"]),), header="column"), *map(_heading, NUMBERS))
    rows = tuple(_row(goal, title, words) for goal in goals)
    table = Table(
        id=ROLE,
        columns=(Column(role="goal", field="goal"), *(Column(align="center", field=str(each)) for each in NUMBERS)),
        head=(Row(cells=head),),
        rows=rows,
        caption=(Text(words.labels["agenda-matrix"]),),
        role=ROLE,
        location=rows[0].location,
    )
    meanings = BulletList(id=f"{ROLE}--numbers", items=tuple(_meaning(each, words) for each in numbers))
    return table, meanings


def agenda_line(goal: AgendaGoal, words: Catalogue) -> tuple[Inline, ...]:
    """A goal's or target's number, on the goal's colour, and its name. A language may have the name first: no badge."""
    number = goal.target or str(goal.number)
    label = words.labels["agenda-target" if goal.target else "agenda-goal"]
    text = label.format(number=number, name=words.agenda[str(goal.number)])
    named = label.partition("{name}")[0].format(number=number).rstrip(": ")
    rest = text.removeprefix(named)
    return (*((Badge(named, goal.number),) if named else ()), *((Text(rest),) if rest else ()))


def _heading(number: int) -> Cell:
    return Cell(inlines=(Badge(str(number), number),), header="column", value=str(number))


def _row(goal: Goal, title: OfGoal, words: Catalogue) -> Row:
    name, heads = f"{ROLE}.{goal.id}", not goal.agenda2030 and bool(goal.goals)
    cell = Cell(
        id=f"{name}.goal",
        inlines=title(goal),
        header="row",
        role="goal",
        column_span=len(NUMBERS) + 1 if heads else 1,
        location=goal.place("title"),
    )
    cells = () if heads else tuple(_cell(goal, number, words) for number in NUMBERS)
    return Row(id=name, cells=(cell, *cells), role="group" if heads else "", location=goal.location)


def _cell(goal: Goal, number: int, words: Catalogue) -> Cell:
    given = [each for each in goal.agenda2030 if each.number == number]
    return Cell(
        id=f"{ROLE}.{goal.id}.{number}",
        inlines=tuple(_marks(given)),
        role="agenda",
        field=str(number),
        value=", ".join(each.target or str(each.number) for each in given) or None,
        empty="" if given else words.labels["agenda-matrix-none"],
        location=given[0].location if given else goal.place("agenda2030"),
    )


def _marks(given: Sequence[AgendaGoal]) -> Iterator[Inline]:
    """A badge for each goal or target, one below another."""
    for index, each in enumerate(given):
        if index:
            yield LineBreak()
        yield Badge(each.target or str(each.number), each.number)


def _meaning(number: int, words: Catalogue) -> ListItem:
    name = f"{ROLE}--{number}"
    line = agenda_line(AgendaGoal(number=number), words)
    return ListItem(id=name, blocks=(Paragraph(id=f"{name}.text", inlines=line),))
