from __future__ import annotations

from plangen.model.budget import BudgetRow
from plangen.model.indicator import IndicatorGroup
from plangen.schema.names import name_of, names_of


def test_a_record_is_named_by_its_class():
    assert name_of(BudgetRow) == "budget_row"


def test_a_record_has_also_the_names_of_those_whose_fields_it_has_the_nearest_first():
    assert names_of(IndicatorGroup) == ("indicator_group", "measured")
