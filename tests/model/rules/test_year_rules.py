from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found

TITLE, DATE = "title-year-differs", "date-year-differs"


def titled(small: SmallPlan, title: str) -> SmallPlan:
    """The plan, of 2026, with another title."""
    return small.edited("plan.yaml", "titel: Årsplan 2026\n", f"titel: {title}\n")


@pytest.mark.parametrize("title", ["Årsplan 2025", "Årsplan och budget 2027", "Plan 2027–2029"])
def test_a_title_of_another_year_is_told_of(small: SmallPlan, title: str):
    assert found(titled(small, title), TITLE, DATE) == [(TITLE, title)]


@pytest.mark.parametrize("title", ["Årsplan", "Årsplan 2026", "Plan 2025-2028", "Agenda 20300", "Plan RUN/2021-2"])
def test_a_title_without_year_or_of_years_that_hold_the_plans_is_left_alone(small: SmallPlan, title: str):
    assert found(titled(small, title), TITLE, DATE) == []


def test_the_frames_title_is_one_too(small: SmallPlan):
    plan = small.edited("plan.yaml", "titel: Nettokostnadsram\n", "titel: Nettokostnadsram 2025\n")
    assert found(plan, TITLE) == [(TITLE, "Nettokostnadsram 2025")]


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ("giltig till: 2025-12-31", "2025-12-31"),
        ("giltig från: 2027-01-01", "2027-01-01"),
        ("beslut:\n  datum: 2024-11-01\n  paragraf: '1'", "2024-11-01"),
        ("beslut:\n  datum: 2027-01-15\n  paragraf: '1'", "2027-01-15"),
    ],
)
def test_a_day_that_does_not_belong_to_the_plans_year_is_told_of(small: SmallPlan, fields: str, day: str):
    assert found(small.edited("plan.yaml", "år: 2026\n", f"år: 2026\n{fields}\n"), DATE) == [(DATE, day)]


@pytest.mark.parametrize(
    "fields",
    [
        "giltig från: 2026-01-01\ngiltig till: 2028-12-31",
        "giltig från: 2025-01-01",
        "beslut:\n  datum: 2025-11-01\n  paragraf: '1'",
        "beslut:\n  datum: 2026-02-01\n  paragraf: '1'",
    ],
)
def test_days_of_the_year_and_a_decision_the_year_before_are_left_alone(small: SmallPlan, fields: str):
    assert found(small.edited("plan.yaml", "år: 2026\n", f"år: 2026\n{fields}\n"), DATE) == []
