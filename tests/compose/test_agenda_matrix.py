from __future__ import annotations

from dataclasses import replace

from plangen.compose.agenda_matrix import agenda_line, agenda_matrix
from plangen.compose.indicator_table import indicator_tables
from plangen.document.inlines import Badge, Text
from plangen.document.nodes import BulletList, Table
from plangen.document.walk import plain_text
from plangen.model.goal import AgendaGoal, every_goal
from plangen.source.source import Memory

from .plans import SWEDISH, edited, examined, memory, plan


def matrix(source: Memory | None = None) -> tuple[Table, BulletList]:
    read = plan(source or memory())
    table, meanings = agenda_matrix(
        tuple(every_goal(read.goals)), indicator_tables(read, SWEDISH).of_goal_title, SWEDISH
    )
    assert isinstance(table, Table)
    assert isinstance(meanings, BulletList)
    return table, meanings


def test_each_of_the_17_has_a_column_headed_by_its_number_on_its_colour() -> None:
    table, _ = matrix()
    _, *headings = table.head[0].cells
    assert [cell.inlines for cell in headings] == [(Badge(str(number), number),) for number in range(1, 18)]
    assert {cell.header for cell in table.head[0].cells} == {"column"}


def test_a_mark_says_by_number_what_it_says_by_colour() -> None:
    table, _ = matrix()
    marked = {cell.field: cell.inlines for cell in table.rows[1].cells[1:] if cell.inlines}
    assert marked == {"4": (Badge("4", 4),), "16": (Badge("16.7", 16),)}


def test_a_goal_without_a_mark_says_no_to_who_listens() -> None:
    table, _ = matrix()
    assert {cell.empty for cell in table.rows[1].cells[1:] if not cell.inlines} == {"nej"}


def test_several_targets_of_one_goal_stand_below_each_other() -> None:
    table, _ = matrix(edited(memory(), "goals/bibliotek.md", "[4, 16.7]", "[16.6, 16.7]"))
    cell = table.rows[1].cells[16]
    assert (plain_text(cell.inlines), cell.value) == ("16.6 16.7", "16.6, 16.7")


def test_a_goal_that_says_none_itself_heads_those_below_it() -> None:
    table, _ = matrix()
    assert [(row.role, plain_text(row.cells[0].inlines)) for row in table.rows] == [
        ("group", "Kultur i hela länet"),
        ("", "Öppna bibliotek"),
    ]
    assert [len(row.cells) for row in table.rows] == [1, 18]


def test_the_numbers_that_stand_in_the_matrix_are_explained() -> None:
    _, meanings = matrix()
    assert len(meanings.items) == 2


def test_a_plan_without_goals_of_agenda_2030_has_no_matrix() -> None:
    read = plan(edited(memory(), "goals/bibliotek.md", "agenda2030: [4, 16.7]\n", ""))
    assert agenda_matrix(tuple(every_goal(read.goals)), indicator_tables(read, SWEDISH).of_goal_title, SWEDISH) == ()


def test_a_language_that_has_the_name_first_has_no_badge() -> None:
    labels = {**SWEDISH.labels, "agenda-goal": "{name} ({number})"}
    line = agenda_line(AgendaGoal(number=4), replace(SWEDISH, labels=labels))
    assert line == (Text("God utbildning för alla (4)"),)


def test_what_only_the_matrix_shows_is_not_left_out() -> None:
    outline = """
{% for goal in plan.all_goals %}
# {{ goal.title }}

{{ goal.text }}

{{ indicator_table(goal) }}
{% endfor %}
# Agenda 2030

"""
    told = [dict(each.parameters) for each in examined(memory(outline)).diagnostics if each.code == "left-out"]
    assert told == [{"key": "agenda2030"}]
    shown = examined(memory(outline + "{{ agenda_matrix(plan.all_goals) }}\n"))
    assert not [each for each in shown.diagnostics if each.code == "left-out"]
