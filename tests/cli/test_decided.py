"""Which plans a decision's tag publishes."""

from __future__ import annotations

import pytest

from plangen.cli.decided import decided
from plangen.diagnostics import PlangenError
from plangen.source.source import Memory

DECIDED = "status: beslutad\nbeslut:\n  datum: {day}\n"
PLANS = {
    "utkast": "status: utkast\n",
    "förra": DECIDED.format(day="2025-11-19"),
    "denna": DECIDED.format(day="2026-11-18"),
    "ändrad": DECIDED.format(day="2026-11-18").replace("beslutad", "reviderad"),
    "utan-dag": "status: beslutad\n",
}


def chosen(tag: str, *names: str, **more: str) -> list[str]:
    plans = {name: PLANS[name] for name in names or PLANS} | more
    source = Memory({f"content/{name}/plan.yaml": f"titel: Plan\nspråk: sv\n{text}" for name, text in plans.items()})
    folders = decided(source, [f"content/{name}" for name in plans], tag)
    return [folder.removeprefix("content/") for folder in folders]


def test_a_tag_with_a_day_has_the_plans_that_were_decided_then(capsys):
    assert chosen("beslut/2026-11-18") == ["denna", "ändrad"]
    said = capsys.readouterr().err
    assert "utkast: inte med i beslut/2026-11-18 (utkast)." in said
    assert "förra: inte med i beslut/2026-11-18 (beslutad 2025-11-19)." in said
    assert "utan-dag: inte med i beslut/2026-11-18 (beslutad)." in said


def test_a_tag_without_a_day_has_all_that_is_decided():
    assert chosen("beslut/1") == ["förra", "denna", "ändrad", "utan-dag"]


def test_a_tag_for_which_nothing_was_decided_is_told_of_with_what_there_is():
    with pytest.raises(PlangenError) as told:
        chosen("beslut/2026-11-18", "utkast", "förra")
    assert told.value.code == "nothing-decided"
    assert dict(told.value.parameters)["plans"] == "utkast (utkast), förra (beslutad 2025-11-19)"


@pytest.mark.parametrize(
    "text",
    [
        "\t- x: [\n",
        "status: besluttad\nbeslut:\n  datum: 2026-11-18\n",
        "status: beslutad\nbeslut:\n  datum: 18 nov\n",
        "statut: beslutad\nbeslut:\n  datum: 2026-11-18\n",
    ],
)
def test_a_plan_whose_own_fields_have_a_fault_is_kept_for_it(text: str):
    assert chosen("beslut/2026-11-18", "denna", trasig=text) == ["denna", "trasig"]
