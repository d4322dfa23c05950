from __future__ import annotations

import pytest

GOAL = "goals/god-halsa.md"


def activities(small, text: str):
    return small.edited(GOAL, "agenda2030: [3]\n", f"aktiviteter:\n{text}")


def test_an_activity_is_read_as_it_is_written(small):
    changed = activities(
        small, "  - {namn: Möte, ansvarig: Chefen, när: Våren, status: klar, anmärkning: Ja}\n  - namn: Resa\n"
    )
    assert changed.found() == []
    first, second = changed.read().goals[0].activities
    assert (first.id, first.status, [str(each) for each in first.values()]) == (
        *("mote", "done"),
        ["Möte", "Chefen", "Våren", "Ja"],
    )
    assert (second.id, second.status) == ("resa", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  - namn: A\n    status: kla\n", f"{GOAL}:5:13 unknown-word"),
        ("  - ansvarig: A\n", f"{GOAL}:4:5 missing-field"),
        ("  - namn: A\n    vem: B\n", f"{GOAL}:5:5 unknown-key"),
        ("  - namn: A\n    when: B\n", f"{GOAL}:5:5 key-in-other-language"),
        ("  - Möte\n", f"{GOAL}:4:5 record-expected"),
        ("  - namn: Möte\n  - namn: möte\n", f"{GOAL}:5:11 activity-twice"),
    ],
)
def test_a_fault_is_reported_at_its_place(small, text: str, expected: str):
    assert expected in activities(small, text).found()


def test_the_words_of_a_status_are_told(small):
    fault = activities(small, "  - namn: A\n    status: pågar\n").one()
    assert dict(fault.parameters) == {
        "word": "pågar",
        "near": "pågår",
        "instead": "pågår",
        "allowed": "planerad, pågår, klar, försenad, avbruten",
    }
