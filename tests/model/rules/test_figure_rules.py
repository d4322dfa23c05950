from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found

TABLE = """\
titel: {titel}
enhet: tkr
ledrubrik: Post
kolumner:
  a: {{typ: utfall, år: 2024}}
  b: {{typ: budget, år: 2025}}
  c: {{typ: budget, år: 2026{enhet}}}
  ram: {{typ: plan, år: 2027}}
  d: {{rubrik: Ändring, roll: summa, summerar: [ram, -b]}}
rader:
  - {{namn: {namn}, a: {a}, b: 12 300, c: 12 500, ram: 12 800}}
  - {{namn: Stöd, a: 26, b: 28, c: 27, ram: 29}}
  - {{namn: Lån, a: 0, b: 30 000, c: 400, ram: 0}}
  - {{namn: Summa, roll: summa}}
"""


def having(small: SmallPlan, a: str = "12 100", enhet: str = "", namn: str = "Vård", titel: str = "T") -> SmallPlan:
    plan = small.having("budget/fordelning.yaml", TABLE.format(a=a, enhet=enhet, namn=namn, titel=titel))
    return plan.edited("plan.yaml", "belopp: 1 300", "belopp: 12 829")


def test_changes_and_parts_may_be_of_any_size(small: SmallPlan):
    plan = small.edited("budget/fordelning.yaml", "ingående: 1 000", "ingående: 100 000").edited(
        "plan.yaml", "belopp: 1 300", "belopp: 100 300"
    )
    assert found(plan, "figure-size") == []


def test_a_column_of_another_unit_of_the_same_money_is_told_of(small: SmallPlan):
    plan = having(small, enhet=", enhet: mnkr")
    assert ("unit-mixed", "mnkr") in found(plan, "unit-mixed")


@pytest.mark.parametrize("enhet", [", enhet: tkr", ", enhet: årsarbetare", ', enhet: "%"', ""])
def test_other_units_are_no_mixture(small: SmallPlan, enhet: str):
    assert found(having(small, enhet=enhet), "unit-mixed") == []


@pytest.mark.parametrize(("namn", "titel"), [("Vård (mnkr)", "T"), ("Vård", "Budget i mnkr"), ('"Vård, kr"', "T")])
def test_a_heading_that_names_another_unit_is_told_of(small: SmallPlan, namn: str, titel: str):
    assert len(found(having(small, namn=namn, titel=titel), "unit-mixed")) == 1


@pytest.mark.parametrize(("namn", "titel"), [("Vård (tkr)", "Budget, tkr"), ("Lån över 5 mnkr till", "T"), ("Kr", "T")])
def test_a_heading_that_names_the_own_unit_or_an_amount_is_left_alone(small: SmallPlan, namn: str, titel: str):
    assert found(having(small, namn=namn, titel=titel), "unit-mixed") == []


def test_a_key_figure_has_a_unit_of_its_own(small: SmallPlan):
    plan = small.edited(
        "budget/fordelning.yaml",
        "    roll: summa\n",
        "    roll: summa\n  - {namn: Kostnad per plats, roll: nyckeltal, enhet: kr, ingående: 5}\n",
    )
    assert found(plan, "unit-mixed") == []


def test_a_row_that_is_called_a_sum_and_is_one_but_for_its_role_is_told_of(small: SmallPlan):
    written = "  - namn: {}\n    ingående: {}\n    växling: 40\n"
    unframed = small.edited("plan.yaml", "  tabell: fordelning\n", "").edited("plan.yaml", "  kolumn: ram\n", "")
    unframed = unframed.edited("sections/inledning.md", "budget.fordelning.summa.ram", "plan.ram")
    for name, opening, times in (
        ("Summa", "1 260", 1),
        ("Totalt", "1 260", 1),
        ("Summa", "1 250", 0),
        ("Allt", "1 260", 0),
    ):
        plan = unframed.edited(
            "budget/fordelning.yaml", "  - namn: Summa\n    roll: summa\n", written.format(name, opening)
        )
        assert len(found(plan, "sum-without-role")) == times
