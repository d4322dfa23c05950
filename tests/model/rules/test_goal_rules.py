from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, goals

WHOLE = "agenda2030: [3]\nindikatorer:\n  - {namn: Mått, målvärde: ökande, källa: A}\n"
CODES = ("goal-without-description", "goal-without-indicator", "goal-without-agenda")


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("agenda2030: [3]\n", "goal-without-indicator"),
        ("indikatorer:\n  - {namn: Annat, målvärde: ökande, källa: A}\n", "goal-without-agenda"),
    ],
)
def test_a_goal_that_lacks_what_the_others_have_is_told_of(small: SmallPlan, front: str, code: str):
    others = [WHOLE.replace("Mått", f"Mått {number}") for number in range(2)]
    assert found(goals(small, *others, front), *CODES) == [(code, "Mal-c")]


def test_a_goal_without_a_description_among_others_is_told_of(small: SmallPlan):
    plan = goals(small, *[WHOLE.replace("Mått", f"Mått {number}") for number in range(3)])
    assert found(plan, *CODES) == []
    bare = plan.edited("goals/mal-b.md", "---\nText.", "---")
    assert found(bare, *CODES) == [("goal-without-description", "Mal-b")]


def test_what_half_of_the_goals_lack_is_not_expected(small: SmallPlan):
    assert found(goals(small, WHOLE, ""), *CODES) == []
    assert found(goals(small, ""), *CODES) == []


def test_goals_of_another_level_and_those_with_goals_below_are_left_alone(small: SmallPlan):
    plan = goals(small, *[WHOLE.replace("Mått", f"Mått {number}") for number in range(2)])
    nested = "nivåer:\n  - namn: Mål\n  - namn: Delmål\nmål:\n  - {id: ovan, titel: Ovan, mål: [mal-a, mal-b]}\n"
    assert found(plan.having("goals.yaml", nested), *CODES) == []
