from __future__ import annotations

import pytest

from plangen.diagnostics import meant
from plangen.model.agenda import GOALS
from plangen.model.goal import every_goal


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


@pytest.mark.parametrize("text", ["tre", "3-5", "-3", "1e1", "3.", "3.abc", "16.7.1", "٣", "9" * 5000])
def test_what_is_no_number_of_a_goal_is_reported(small, text: str):
    (fault,) = goal(small, f'["{text}"]').diagnostics()
    assert fault.code == "agenda-not-number"
    assert dict(fault.parameters)["text"] == text


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Minskad ojämlikhet", "10"),
        ("minskad ojämnlikhet", "10"),
        ("10 Minskad ojämlikhet", "10"),
        ("Mål 10", "10"),
        ("Mål 10: Minskad ojämlikhet", "10"),
        ("16.7 Lyhört beslutsfattande", "16.7"),
        ("tre", ""),
        ("3-5", ""),
    ],
)
def test_the_number_of_a_goal_that_is_named_is_told(small, text: str, near: str):
    (fault,) = goal(small, f'["{text}"]').diagnostics()
    assert dict(fault.parameters)["near"] == near


def test_a_target_may_be_written_with_a_comma(small):
    assert goal(small, '["16,7"]').read().goals[0].agenda2030[0].target == "16.7"


def test_the_rest_is_read_when_one_is_wrong(small):
    assert [each.number for each in goal(small, "[18, 3, x, 5]").read().goals[0].agenda2030] == [3, 5]


@pytest.mark.parametrize("agenda", ["[3, 3]", "[16.7, 16.7]"])
def test_a_goal_twice_is_a_warning(small, agenda: str):
    fault = goal(small, agenda).one()
    assert (fault.code, fault.severity.name) == ("agenda-twice", "WARNING")


def test_a_goal_and_its_target_are_two(small):
    assert goal(small, "[16, 16.7]").found() == []


def levels(small, *numberings: str):
    """The plan with levels that are counted so, one goal below the other."""
    named = "".join(f"  - {{namn: Nivå, numrering: {each}}}\n" for each in numberings)
    return small.edited("goals.yaml", "nivåer:\n  - namn: Mål\n", f"nivåer:\n{named}")


def test_a_level_is_counted_by_the_numeral_that_it_names(small):
    changed = levels(small, "1", "A", "a", "I", "ingen")
    assert [level.numbering for level in changed.read().levels] == ["1", "A", "a", "I", ""]
    assert [level.numbering for level in small.read().levels] == [""]


@pytest.mark.parametrize(("word", "near"), [("i", ""), ("inga", "ingen"), ("[1]", None), ("1.", "")])
def test_what_is_no_numeral_is_reported(small, word: str, near: str | None):
    fault = levels(small, word).one()
    assert fault.code == ("text-expected" if near is None else "unknown-word")
    assert (fault.location.line, fault.location.column) == (2, 29)
    if near is not None:
        assert dict(fault.parameters) == {"word": word, "allowed": "1, A, a, I, ingen", **meant(near)}


def test_a_goal_says_who_is_responsible_and_what_it_contributes_to(small):
    fields = "ansvarig: Rådet *ute*\nbidrar till:\n  - Länsmål 2\n  - '[](#inledning)'\n"
    changed = small.edited("goals/god-halsa.md", "agenda2030: [3]\n", fields)
    assert changed.found() == []
    (goal,) = changed.read().goals
    assert str(goal.responsible) == "Rådet ute"
    assert [each.source for each in goal.contributes_to] == ["Länsmål 2", "[](#inledning)"]
    assert goal.place("contributes_to.1").line == 6


def test_marks_outside_a_goals_text_lead_to_its_notes(small):
    fields = "ansvarig: Rådet[^a]\nbidrar till: ['Länsmål[^b]']\naktiviteter: [{namn: 'Möte[^c]'}]\n"
    changed = small.edited("goals/god-halsa.md", "agenda2030: [3]\n", fields)
    assert [each.split()[1] for each in changed.found()] == ["note-unknown"] * 3
    noted = changed.edited("goals/god-halsa.md", "tillgänglig.\n", "tillgänglig.\n\n[^a]: A.\n\n[^b]: B.\n\n[^c]: C.\n")
    assert noted.found() == []


def test_every_goal_comes_before_those_below_it(small):
    goals = "mål:\n  - {id: a, titel: A, mål: [{id: b, titel: B}]}\n  - {id: c, titel: C}\n  - god-halsa\n"
    changed = small.edited("goals.yaml", "mål:\n  - god-halsa\n", goals)
    assert [each.id for each in every_goal(changed.read().goals)] == ["a", "b", "c", "god-halsa"]
