from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, goals, indicators, said

from plangen.model.rules.indicator_rules import same_source

MISSING, SPELLING, TWICE = "source-missing", "source-spelling", "indicator-name-twice"
MIXED, SENTENCE = "periodicity-mixed", "source-sentence"


def test_an_indicator_without_source_among_others_is_told_of(small: SmallPlan):
    assert found(indicators(small, {}, {}, {"källa": ""}), MISSING) == [(MISSING, "Mått 2")]
    assert found(indicators(small, {}, {"källa": ""}), MISSING) == []
    assert found(indicators(small, {"källa": ""}), MISSING) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Raindance", "raindance"),
        ("SAM-modul", "SAM modul"),
        ("Medarbetarenkät", "Medarbetarenkäten"),
        ("Utbildningsplattformen", "Utbildningsplatformen"),
        ("Stratsys, modul", "Startsys, modul"),
        ("Patientenkät Kolada", "Patientenkat Kolada"),
    ],
)
def test_one_source_spelled_in_two_ways_is_told_of(small: SmallPlan, one: str, other: str):
    plan = indicators(small, {"källa": one}, {"källa": one}, {"källa": other})
    assert found(plan, SPELLING) == [(SPELLING, other)]
    assert said(plan, SPELLING)["usual"] == one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Per nämnd", "Per nämnd/Platina"),
        ("Enkät 2025", "Enkät 2026"),
        ("Kolada N15505", "Kolada N15506"),
        ("Enkät A", "Enkät B"),
        ("SCB", "SKR"),
        ("Heroma", "Platina"),
        ("Personalenheten", "Personalchefen"),
        ("Medarbetarenkät", "Medborgarenkät"),
    ],
)
def test_other_sources_are_left_alone(small: SmallPlan, one: str, other: str):
    assert found(indicators(small, {"källa": one}, {"källa": other}), SPELLING) == []


@given(st.lists(st.text("abcåäö", min_size=1), max_size=4), st.lists(st.text("abcåäö", min_size=1), max_size=4))
def test_being_one_source_goes_both_ways(one: list[str], other: list[str]):
    assert same_source(one, other) == same_source(other, one)
    assert same_source(one, one)


def test_a_name_in_two_goals_is_told_of(small: SmallPlan):
    front = "agenda2030: [3]\nindikatorer:\n  - {namn: Sjukfrånvaro, målvärde: minskande, källa: Heroma}\n"
    plan = goals(small, front, front.replace("Sjukfrånvaro", "sjukfrånvaro"), front.replace("Sjuk", "Korttids"))
    assert found(plan, TWICE) == [(TWICE, "sjukfrånvaro")]
    assert said(plan, TWICE)["goal"] == "Mal-a"


def test_periods_mixed_within_a_source_of_a_goal_are_told_of_once(small: SmallPlan):
    plan = indicators(small, {"periodicitet": "Månad"}, {}, {})
    assert found(plan, MIXED) == [(MIXED, "Månad")]
    assert said(plan, MIXED)["usual"] == "År"


def test_periods_of_other_sources_are_left_alone(small: SmallPlan):
    assert found(indicators(small, {"periodicitet": "Månad", "källa": "Heroma"}, {}), MIXED) == []
    assert found(indicators(small, {"periodicitet": ""}, {}), MIXED) == []
    assert found(indicators(small, {"periodicitet": "Månad"}, {}), MIXED) == []
    assert found(indicators(small, {"periodicitet": "år"}, {}), MIXED) == []


def test_through_the_plan_one_among_many_stands_out(small: SmallPlan):
    front = "agenda2030: [3]\nindikatorer:\n  - {{namn: {}, målvärde: ökande, periodicitet: {}, källa: Heroma}}\n"
    names = ["Ett", "Två", "Tre", "Fyra"]
    most = [front.format(name, "År") for name in names]
    assert found(goals(small, *most, front.format("Fem", "Månad")), MIXED) == [(MIXED, "Månad")]
    assert found(goals(small, *most[:2], front.format("Fem", "Månad")), MIXED) == []
    two = [front.format("Fem", "Månad"), front.format("Sex", "Månad")]
    assert found(goals(small, *most, *two), MIXED) == []


@pytest.mark.parametrize(
    "source", ["Resultat erhålls från enkäten varje år.", "Årlig uppföljning, kommer att finnas. Datakälla Stratsys"]
)
def test_a_sentence_in_a_source_is_told_of(small: SmallPlan, source: str):
    assert found(indicators(small, {"källa": source}), SENTENCE) == [(SENTENCE, source)]


@pytest.mark.parametrize(
    "source",
    [
        "Kolada, nyckeltal N15505",
        "Enkät till boende, Socialstyrelsen m.fl.",
        "Räkning i Region Värmland, SCB, SKR etc.",
        "Stratsys.",
        "Manuell kontroll, Digitaliseringsportföljen",
    ],
)
def test_a_name_in_a_source_is_left_alone(small: SmallPlan, source: str):
    assert found(indicators(small, {"källa": source}), SENTENCE) == []
