from __future__ import annotations

import pytest

from plangen.compose.facts import cells, column_name, facts
from plangen.compose.views import View

from .plans import SWEDISH, changed, memory, plan


def test_names_are_listed_in_the_plans_language_and_answered_to_in_the_models() -> None:
    known = facts(plan(), SWEDISH, str)
    assert list(known) == ["budget", "mål", "plan", "goals"]
    assert known["mål"] is known["goals"]
    fields = known["plan"]
    assert isinstance(fields, View)
    assert list(fields.names()) == ["titel", "organisation", "nämnd", "år", "status", "ram"]
    assert fields["title"] == fields["titel"] == "Årsplan 2026"


def test_a_text_is_asked_for_only_when_it_is_needed() -> None:
    asked: list[str] = []
    known = facts(plan(), SWEDISH, lambda rich: asked.append(str(rich)) or "")
    goals = known["mål"]
    assert isinstance(goals, View)
    goal = goals["bibliotek"]
    assert asked == []
    assert isinstance(goal, View)
    assert goal["titel"] == ""
    assert asked == ["Öppna bibliotek"]


def test_a_decision_and_days_can_be_told() -> None:
    text = memory().files["content/plan/plan.yaml"]
    assert isinstance(text, str)
    more = "giltig från: 2026-01-01\nbeslut: {datum: 2025-11-18, diarienummer: RS 1}\n"
    fields = facts(plan(changed(memory(), plan_yaml=text + more)), SWEDISH, str)["plan"]
    assert isinstance(fields, View)
    decision = fields["beslut"]
    assert isinstance(decision, View)
    assert fields["giltig_från"] == fields["valid_from"] == "1\u00a0januari\u00a02026"
    assert (decision["datum"], decision["diarienummer"]) == ("18\u00a0november\u00a02025", "RS 1")


def test_every_figure_that_is_shown_is_a_cell() -> None:
    table = plan().tables[0]
    view = cells(table, "sv_SE")
    shown = {each for each, figure in table.figures.items() if figure is not None}
    rows = {row: view[row] for row in view.names()}
    assert {(row, column) for row, each in rows.items() if isinstance(each, View) for column in each.names()} == {
        (row.replace("-", "_"), column) for row, column in shown
    }


@pytest.mark.parametrize(("key", "name"), [("ram_2026", "ram_2026"), ("utfall 2025", "utfall_2025"), ("ö", "ö")])
def test_a_key_with_a_space_has_a_name_without(key: str, name: str) -> None:
    assert column_name(key) == name
