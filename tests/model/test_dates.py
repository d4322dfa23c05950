from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "day",
    [
        "2025-02-29",
        "2025-6-1",
        "25-06-11",
        "11.6.2025",
        "2025/06/11",
        "2025-06-11T10:00",
        "20250611",
        "igår",
        "٢٠٢٥-٠٦-١١",
        "0000-01-01",
    ],
)
def test_what_is_no_date_is_reported_at_its_place(small, day: str):
    fault = small.edited("plan.yaml", "  datum: 2025-06-11", f"  datum: {day}").one()
    assert (fault.code, fault.location.line, fault.location.column) == ("date-unreadable", 12, 10)
    assert dict(fault.parameters)["text"] == day


@pytest.mark.parametrize(
    "day",
    [
        "11 juni 2025",
        "den 11 juni 2025",
        "11 jun 2025",
        "11/6 2025",
        "11.6.2025",
        "2025/06/11",
        "20250611",
        "2025-6-11",
    ],
)
def test_the_day_that_is_meant_is_told(small, day: str):
    fault = small.edited("plan.yaml", "  datum: 2025-06-11", f"  datum: {day}").one()
    assert dict(fault.parameters)["near"] == "2025-06-11"


@pytest.mark.parametrize("day", ["igår", "2025-02-29", "0000-01-01", "25-06-11", "juni 2025", "1 2 3 4"])
def test_no_day_is_told_where_none_is_meant_for_sure(small, day: str):
    assert dict(small.edited("plan.yaml", "  datum: 2025-06-11", f"  datum: {day}").one().parameters)["near"] == ""


@pytest.mark.parametrize("year", ["26", "2026.0", "2O26", "02026", "0026", "två tusen", "٢٠٢٦", "-2026", "2026/27"])
def test_what_is_no_year_is_reported(small, year: str):
    fault = small.edited("plan.yaml", "år: 2026", f"år: {year}").one()
    assert fault.code == "year-unreadable"
    assert dict(fault.parameters) == {"text": year}
