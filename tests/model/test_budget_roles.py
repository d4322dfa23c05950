from __future__ import annotations

from typing import get_args

from plangen.model.budget_roles import PERCENT_COLUMNS, SUM_ROWS, ColumnRole, RowRole


def test_sums_and_percentages_are_roles():
    assert set(get_args(RowRole)) > SUM_ROWS
    assert set(get_args(ColumnRole)) > PERCENT_COLUMNS
