from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from tests.repository import PLANS

from plangen.build import examine
from plangen.compose.data import plan_data
from plangen.document.data import PlanData
from plangen.locale.catalogue import catalogue
from plangen.model.goal import every_goal
from plangen.model.plan import Plan
from plangen.source.source import Folder, Memory

from .plans import FOLDER, changed, document, edited, memory, plan

Any_ = dict[str, Any]


def told(source: Memory) -> Any_:
    read = plan(source)
    return cast(Any_, plan_data(read, document(source), catalogue(read.language)).values)


def of(folder: Path) -> tuple[Plan, PlanData]:
    examined = examine(Folder(folder.parents[1]), f"content/{folder.name}")
    assert examined.plan
    assert examined.document
    return examined.plan, plan_data(examined.plan, examined.document, catalogue(examined.plan.language))


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_everything_of_a_plan_is_there_with_its_typed_values(folder: Path) -> None:
    read, made = of(folder)
    values = cast(Any_, made.values)
    goals = tuple(every_goal(read.goals))
    assert [each["id"] for each in values["goals"]] == [each.id for each in goals]
    for goal, each in zip(goals, values["goals"], strict=True):
        assert [one["id"] for one in each["indicators"]] == [one.id for one in goal.indicators]
        assert [one["id"] for one in each["activities"]] == [one.id for one in goal.activities]
        for indicator, one in zip(goal.indicators, each["indicators"], strict=True):
            kind = indicator.typed_target(read.language).kind
            assert (one["target"] or {}).get("kind", kind) == kind
    for table, each in zip(read.tables, values["tables"], strict=True):
        shown = {
            (row["id"], cell["column"]): None if cell["value"] is None else Decimal(cell["value"])
            for row in each["rows"]
            for cell in row["cells"]
        }
        assert {place: figure for place, figure in shown.items() if figure is not None} == {
            place: figure for place, figure in table.figures.items() if figure is not None
        }


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_a_computed_sum_is_the_sum_of_its_terms(folder: Path) -> None:
    for table in cast(Any_, of(folder)[1].values)["tables"]:
        shown = {(row["id"], cell["column"]): cell for row in table["rows"] for cell in row["cells"]}
        for cell in shown.values():
            if cell["operation"] == "sum":
                terms = [each["sign"] * Decimal(shown[each["row"], each["column"]]["value"]) for each in cell["terms"]]
                assert sum(terms) == Decimal(cell["value"])
            else:
                assert bool(cell["terms"]) == bool(cell["operation"])


def test_what_is_printed_stands_beside_what_it_means() -> None:
    source = edited(memory(), "goals/bibliotek.md", "målvärde: ökande", 'målvärde: "minst 80 %"')
    indicator = told(source)["goals"][1]["indicators"][0]
    assert indicator["target"] == {
        "wording": "minst 80 %",
        "kind": "number",
        "direction": None,
        "comparison": "≥",
        "number": "80",
        "unit": "%",
    }
    assert told(memory())["goals"][1]["indicators"][0]["target"]["direction"] == "increasing"


def test_expressions_are_told_as_what_they_stand_for() -> None:
    source = edited(memory(), "goals/bibliotek.md", "målvärde: ökande", "målvärde: '{{ budget.drift.museer.in }}'")
    source = edited(source, "goals/bibliotek.md", "titel: Öppna", "titel: '{{ plan.år }} öppna'\nx: Öppna").files
    text = cast(str, source[f"{FOLDER}/goals/bibliotek.md"]).replace("'\nx: Öppna bibliotek", " bibliotek'")
    goal = told(Memory({**source, f"{FOLDER}/goals/bibliotek.md": text}))["goals"][1]
    assert goal["title"] == "2026 öppna bibliotek"
    assert (goal["indicators"][0]["target"]["wording"], goal["indicators"][0]["target"]["number"]) == (
        "1\u00a0000",
        "1000",
    )


def test_figures_are_there_with_their_terms() -> None:
    (figure,) = told(memory(inledning="{{ budget.drift.summa.ram | mnkr(1) }}\n"))["figures"]
    assert (figure["text"], figure["value"], figure["unit"]) == ("3,0\u00a0mnkr", "2995", "tkr")
    assert figure["terms"][0]["terms"][1]["name"] == "budget.drift.scen_konst.ram"


def test_values_of_the_plans_own_columns_are_typed() -> None:
    goal = """\
---
titel: Bibliotek
indikatorer:
  - {namn: Besök, bas: "1 200", status: uppnått, målvärde: "[^n]"}
---
Text.

[^n]: Följs bara.
"""
    columns = "indikatorkolumner: {namn: {}, bas: {roll: utgångsläge, år: 2022}, status: {}, målvärde: {}}\nmål:"
    source = edited(changed(memory(), goals__bibliotek_md=goal), "goals.yaml", "\nmål:", "\n" + columns)
    indicator = told(source)["goals"][1]["indicators"][0]
    assert indicator["target"]["kind"] == "followed"
    base, status = indicator["values"]
    assert (base["heading"], base["role"], base["year"]) == ("Utgångsläge 2022", "baseline", 2022)
    assert (base["number"], base["term"]) == ("1200", None)
    assert (status["number"], status["term"]) == (None, "achieved")
