from __future__ import annotations

from plangen.compose.activity_table import activity_tables
from plangen.document.inlines import FootnoteReference
from plangen.document.nodes import Cell, Table
from plangen.document.walk import plain_text

from .plans import SWEDISH, edited, memory, plan

ACTIVITIES = """\
aktiviteter:
  - namn: Läs för barn
    ansvarig: Biblioteken[^x]
    status: pågår
  - namn: Öppna söndagar
    när: Hösten 2026
"""


def activities(text: str = ACTIVITIES) -> Table:
    read = plan(edited(memory(), "goals/bibliotek.md", "indikatorer:\n", f"{text}indikatorer:\n"))
    return activity_tables(read, SWEDISH).of_goal(read.goals[0].goals[0])


def cells(table: Table) -> list[list[Cell]]:
    return [list(row.cells) for row in (*table.head, *table.rows)]


def test_activities_stand_one_a_row_in_the_columns_that_some_of_them_have() -> None:
    assert [[plain_text(each.inlines) for each in row] for row in cells(activities())] == [
        ["Aktivitet", "Ansvarig", "När", "Status"],
        ["Läs för barn", "Biblioteken", "", "pågår"],
        ["Öppna söndagar", "", "Hösten 2026", ""],
    ]


def test_names_alone_are_one_column() -> None:
    table = activities("aktiviteter:\n  - namn: Läs\n")
    assert [[plain_text(each.inlines) for each in row] for row in cells(table)] == [["Aktivitet"], ["Läs"]]


def test_a_table_has_the_columns_that_its_own_activities_have_in_the_order_of_the_plan() -> None:
    source = edited(memory(), "goals/bibliotek.md", "indikatorer:\n", f"{ACTIVITIES}indikatorer:\n")
    other = "    mål: [bibliotek]\n    aktiviteter: [{namn: Möte, anmärkning: En gång}]\n"
    read = plan(edited(source, "goals.yaml", "    mål: [bibliotek]\n", other))
    tables = activity_tables(read, SWEDISH)
    assert [each.field for each in tables.of_goal(read.goals[0]).columns] == ["name", "remark"]
    assert [len(row.cells) for row in tables.of_goal(read.goals[0]).rows] == [2]
    below = tables.of_goal(read.goals[0].goals[0])
    assert [each.field for each in below.columns] == ["name", "responsible", "when", "status"]


def test_the_name_heads_its_row_and_the_caption_is_for_screen_readers() -> None:
    table = activities()
    assert [[each.header for each in row.cells] for row in table.rows] == [["row", "", "", ""]] * 2
    assert plain_text(table.caption) == "Aktiviteter för Öppna bibliotek"
    assert (table.caption_visible, table.numbered, table.role) == (False, False, "activities")


def test_cells_say_what_they_are_and_where_they_stand() -> None:
    status = activities().rows[0].cells[3]
    assert (status.id, status.role, status.value) == (
        *("bibliotek.activities.las-for-barn.status", "status"),
        "ongoing",
    )
    assert (status.location.file, status.location.line) == ("content/plan/goals/bibliotek.md", 7)
    assert activities().rows[1].cells[3].empty == SWEDISH.labels["empty-text"]


def test_marks_are_named_by_the_goal() -> None:
    (mark,) = (each for each in activities().rows[0].cells[1].inlines if isinstance(each, FootnoteReference))
    assert mark.note == "bibliotek.note-x"
