from __future__ import annotations

import pytest

from plangen.model.agenda import GOALS


def goal(small, agenda: str):
    return small.edited("goals/god-halsa.md", "agenda2030: [3]", f"agenda2030: {agenda}")


@pytest.mark.parametrize(
    ("agenda", "expected"),
    [
        ("[3]", [(3, "")]),
        ("[1, 17]", [(1, ""), (17, "")]),
        ("[16.7, 3.a, 17.18]", [(16, "16.7"), (3, "3.a"), (17, "17.18")]),
        ('[" 16.7 ", "03"]', [(16, "16.7"), (3, "")]),
        ("[]", []),
        ("", []),
        ("\n  - 3\n  - 16.7", [(3, ""), (16, "16.7")]),
    ],
)
def test_goals_and_targets_of_agenda_2030(small, agenda: str, expected: list[tuple[int, str]]):
    changed = goal(small, agenda)
    assert changed.found() == []
    assert [(each.number, each.target) for each in changed.read().goals[0].agenda2030] == expected


def test_there_are_17_goals():
    assert GOALS == 17


@pytest.mark.parametrize("number", ["0", "18", "99", "18.1", "999999999"])
def test_an_unknown_goal_is_reported_at_its_number(small, number: str):
    (fault,) = goal(small, f"[3, {number}]").diagnostics()
    assert (fault.code, fault.location.column, fault.location.length) == ("agenda-unknown-goal", 17, len(number))
    assert dict(fault.parameters) == {"number": number.partition(".")[0]}


@pytest.mark.parametrize("text", ["tre", "3-5", "-3", "3,5", "1e1", "3.", "3.abc", "16.7.1", "٣", "9" * 5000])
def test_what_is_no_number_of_a_goal_is_reported(small, text: str):
    (fault,) = goal(small, f'["{text}"]').diagnostics()
    assert fault.code == "agenda-not-number"
    assert dict(fault.parameters) == {"text": text}


def test_the_rest_is_read_when_one_is_wrong(small):
    assert [each.number for each in goal(small, "[18, 3, x, 5]").read().goals[0].agenda2030] == [3, 5]


@pytest.mark.parametrize("agenda", ["[3, 3]", "[16.7, 16.7]"])
def test_a_goal_twice_is_a_warning(small, agenda: str):
    fault = goal(small, agenda).one()
    assert (fault.code, fault.severity.name) == ("agenda-twice", "WARNING")


def test_a_goal_and_its_target_are_two(small):
    assert goal(small, "[16, 16.7]").found() == []


def test_indicators_are_read_with_the_columns_that_the_plan_names(small):
    changed = small.edited(
        "goals.yaml",
        "nivåer:",
        "indikatorkolumner:\n  namn: {rubrik: Mått}\n  målvärde: {rubrik: Mål}\n"
        "  periodicitet: {rubrik: P}\n  utfall: {rubrik: Utfall 2024, roll: tal}\n"
        "  kommentar: {rubrik: Kommentar}\nnivåer:",
    ).edited("goals/god-halsa.md", "    källa: Statistik", "    utfall: 33,5\n    kommentar: Se [](#inledning)")
    assert changed.found() == []
    plan = changed.read()
    assert [(column.id, column.role) for column in plan.indicator_columns] == [
        ("namn", ""),
        ("målvärde", ""),
        ("periodicitet", ""),
        ("utfall", "number"),
        ("kommentar", ""),
    ]
    assert [(cell.key, cell.text.source) for cell in plan.goals[0].indicators[0].cells] == [
        ("utfall", "33,5"),
        ("kommentar", "Se [](#inledning)"),
    ]


def test_an_indicator_may_have_an_id_of_its_own(small):
    changed = small.edited("goals/god-halsa.md", "  - namn: Väntetid", "  - namn: Väntetid\n    id: vt")
    assert [each.id for each in changed.read().goals[0].indicators] == ["vt"]
