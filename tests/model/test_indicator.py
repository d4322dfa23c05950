from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from plangen.document.inlines import Text
from plangen.model.indicator import IndicatorColumn
from plangen.model.target import Target
from plangen.model.text import RichText

GOAL = "goals/god-halsa.md"


def test_indicators_are_read_with_the_columns_that_the_plan_names(small):
    changed = small.edited(
        "goals.yaml",
        "nivåer:",
        "indikatorkolumner:\n  namn: {rubrik: Mått}\n  målvärde: {rubrik: Mål}\n"
        "  periodicitet: {rubrik: P}\n  utfall: {rubrik: Utfall 2024, roll: tal}\n"
        "  kommentar: {rubrik: Kommentar}\nnivåer:",
    ).edited("goals/god-halsa.md", "    källa: Statistik", "    utfall: 33,5\n    kommentar: Se [](#inledning)")
    assert changed.found() == []
    plan = changed.read()
    assert [(column.id, column.role) for column in plan.indicator_columns] == [
        ("namn", ""),
        ("målvärde", ""),
        ("periodicitet", ""),
        ("utfall", "number"),
        ("kommentar", ""),
    ]
    assert [(cell.key, cell.text.source) for cell in plan.goals[0].indicators[0].cells] == [
        ("utfall", "33,5"),
        ("kommentar", "Se [](#inledning)"),
    ]


def test_an_indicator_may_have_an_id_of_its_own(small):
    changed = small.edited("goals/god-halsa.md", "  - namn: Väntetid", "  - namn: Väntetid\n    id: vt")
    assert [each.id for each in changed.read().goals[0].indicators] == ["vt"]


@pytest.mark.parametrize(
    ("key", "language", "role"),
    [
        ("namn", "sv", "name"),
        ("målvärde", "sv", "target"),
        ("nummer", "sv", "indicator_number"),
        ("number", "en", "indicator_number"),
        ("trend", "sv", "trend"),
        ("utgångsläge", "sv", "baseline"),
        ("tal", "sv", "number"),
        ("baseline", "sv", "text"),
        ("kommentar", "sv", "text"),
        ("agenda2030", "sv", "text"),
    ],
)
def test_the_role_of_a_column_follows_from_its_key(key: str, language: str, role: str):
    assert IndicatorColumn(id=key).meaning(language) == role
    assert IndicatorColumn(id=key, role="status").meaning(language) == "status"


def test_a_value_is_found_by_the_key_of_its_column(small):
    fields = "    enhet: dygn\n    nummer: 1\n    ansvarig: Chefen\n    anmärkning: Ny\n    utfall: 5\n"
    changed = small.edited(GOAL, "    källa: Statistik\n", fields)
    (indicator,) = changed.read().goals[0].indicators
    keys = ("namn", "målvärde", "periodicitet", "källa", "enhet", "nummer", "ansvarig", "anmärkning", "utfall", "annat")
    assert [str(indicator.value(IndicatorColumn(id=key), "sv")) for key in keys] == [
        *("Väntetid", "minskande", "År", "", "dygn", "1", "Chefen", "Ny", "5", "")
    ]


def test_an_indicator_has_groups_with_values_and_ids_of_their_own(small):
    groups = "    grupper:\n      - {namn: Kvinnor, målvärde: 5}\n      - {id: m, namn: Män, utfall: 3}\n"
    (indicator,) = small.edited(GOAL, "    källa: Statistik\n", groups).read().goals[0].indicators
    assert [(each.id, str(each.name), str(each.target)) for each in indicator.groups] == [
        ("kvinnor", "Kvinnor", "5"),
        ("m", "Män", ""),
    ]
    assert [str(each) for each in indicator.values() if each.inlines] == [
        *("Väntetid", "minskande", "År", "Kvinnor", "5", "Män", "3")
    ]
    assert not indicator.groups[0].value(IndicatorColumn(id="namn"), "sv").inlines, "its name is no value"


def test_a_number_has_the_indicators_unit_where_its_target_names_none(small):
    changed = small.edited(GOAL, "målvärde: minskande", "målvärde: högst 30\n    enhet: dagar")
    (indicator,) = changed.read().goals[0].indicators
    assert indicator.typed_target("sv") == Target("number", comparison="≤", number=Decimal(30), unit="dagar")
    own = replace(indicator, target=RichText((Text("30 %"),)))
    assert own.typed_target("sv").unit == "%"


@pytest.mark.parametrize(
    ("text", "code"),
    [("Kvinnor", "record-expected"), ("[Kvinnor]", "record-expected"), ("[{källa: 5}]", "missing-field")],
)
def test_groups_are_a_list_of_groups_with_names(small, text: str, code: str):
    assert small.edited(GOAL, "    källa: Statistik\n", f"    grupper: {text}\n").one().code == code


@pytest.mark.parametrize("year", ["26", "två", "2026/27"])
def test_a_year_of_a_column_that_is_none_is_reported(small, year: str):
    columns = f"indikatorkolumner:\n  utfall: {{år: {year}}}\nnivåer:"
    codes = [each.code for each in small.edited("goals.yaml", "nivåer:", columns).diagnostics()]
    assert "year-unreadable" in codes
