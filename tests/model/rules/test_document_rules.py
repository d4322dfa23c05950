from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found

UNDATED, OUTDATED = "document-undated", "document-outdated"


def documents(small: SmallPlan, *listed: str) -> SmallPlan:
    """The plan, of 2026, with governing documents."""
    lines = "".join(f"  - {{{each}}}\n" for each in listed)
    return small.edited("sections/inledning.md", "mål: alla\n", f"mål: alla\nstyrande dokument:\n{lines}")


def test_a_document_without_date_and_number_among_others_is_told_of(small: SmallPlan):
    listed = ["namn: A, datum: 2025-01-01", "namn: B, nummer: KF 3", "namn: Plan C"]
    assert found(documents(small, *listed), UNDATED) == [(UNDATED, "Plan C")]


def test_lists_without_dates_are_left_alone(small: SmallPlan):
    assert found(documents(small, "namn: A", "namn: B", "namn: C, datum: 2025-01-01"), UNDATED) == []


@pytest.mark.parametrize("name", ["Miljöplan 2022–2025", "Miljöplan 2019-2023", "Mål och budget 2025"])
def test_a_document_whose_last_year_is_past_is_told_of(small: SmallPlan, name: str):
    assert found(documents(small, f"namn: {name}"), OUTDATED) == [(OUTDATED, name)]


@pytest.mark.parametrize(
    "listed",
    [
        "namn: Miljöplan 2022–2026",
        "namn: Miljöplan 2026–2029",
        "namn: Vision 2040",
        "namn: Miljöplan 2021",
        "namn: Mål och budget 2026",
        "namn: Budget 2025 för skolan",
        "namn: Miljöplan 2022–2025, anmärkning: förlängd till 2027",
        "namn: Policy, nummer: 2019–2021",
    ],
)
def test_documents_that_hold_are_left_alone(small: SmallPlan, listed: str):
    assert found(documents(small, listed), OUTDATED) == []
