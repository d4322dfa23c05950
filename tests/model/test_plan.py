from __future__ import annotations

from datetime import date

import pytest

from plangen.model.budget import BudgetTable
from plangen.model.goal import Goal
from plangen.model.plan import Plan, every_goal


def test_every_goal_comes_before_those_below_it():
    tree = (Goal(id="a", goals=(Goal(id="b", goals=(Goal(id="c"),)), Goal(id="d"))), Goal(id="e"))
    assert [goal.id for goal in every_goal(tree)] == ["a", "b", "c", "d", "e"]
    assert list(every_goal(())) == []


def test_a_table_is_found_by_its_id():
    table = BudgetTable(id="b")
    plan = Plan(tables=(BudgetTable(id="a"), table))
    assert plan.table("b") is table
    assert plan.table("c") is None
    assert plan.table("") is None


def decision(small, lines: str):
    return small.edited("plan.yaml", "disposition:", f"beslut:\n{lines}disposition:")


def test_a_decision_is_read_and_what_is_not_known_left_out(small):
    changed = decision(
        small, "  beslutad av: Styrelsen\n  datum: 2025-11-20\n  paragraf: § 112\n  diarienummer: RS/2025-001\n"
    )
    assert changed.found() == []
    read = changed.read().decision
    assert read is not None
    assert (str(read.decided_by), read.date, read.paragraph, read.case_number) == (
        "Styrelsen",
        date(2025, 11, 20),
        "§ 112",
        "RS/2025-001",
    )
    bare = decision(small, "  datum: 2025-11-20\n").read().decision
    assert bare is not None
    assert (bare.paragraph, bare.case_number) == ("", "")
    assert small.read().decision is None


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("utkast", "draft"),
        ("förslag", "proposal"),
        ("beslutad", "decided"),
        ("reviderad", "revised"),
        ("exempel", "example"),
    ],
)
def test_the_status_of_a_plan(small, word: str, status: str):
    decided = "beslut: {datum: 2025-11-20, paragraf: § 1, diarienummer: RS 1}"
    changed = small.edited("plan.yaml", "status: utkast", f"status: {word}\n{decided}")
    assert changed.found() == []
    assert changed.read().status == status


def test_governing_documents_are_read_with_what_is_known_of_them(small):
    changed = small.edited(
        "sections/inledning.md",
        "mål: alla",
        "styrande dokument:\n  - namn: Miljöplan\n    typ: plan\n    anmärkning: ny antas\n    nummer: 7\n"
        "    datum: 2025-01-01\n    länk: https://a.se\n  - namn: Agenda 2030\nmål: alla",
    )
    assert changed.found() == []
    first, second = changed.read().sections[0].governing_documents
    assert (str(first.name), str(first.kind), str(first.remark), first.number, first.date, first.url) == (
        "Miljöplan",
        "plan",
        "ny antas",
        "7",
        date(2025, 1, 1),
        "https://a.se",
    )
    assert str(second.name) == "Agenda 2030"
