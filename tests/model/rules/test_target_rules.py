from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, goals, indicators

MISSING, UNDIRECTED, UNIT, VARIES = "target-missing", "target-undirected", "target-without-unit", "wording-varies"


def test_an_indicator_without_a_target_among_others_is_told_of(small: SmallPlan):
    plan = indicators(small, {}, {}, {"målvärde": ""})
    assert found(plan, MISSING) == [(MISSING, "Mått 2")]


def test_a_plan_in_which_few_have_targets_is_left_alone(small: SmallPlan):
    assert found(indicators(small, {}, {"målvärde": ""}, {"målvärde": ""}), MISSING) == []


def test_an_indicator_that_says_it_is_not_measured_is_left_alone(small: SmallPlan):
    columns = "indikatorkolumner:\n  namn: {}\n  målvärde: {}\n  periodicitet: {}\n  källa: {}\n  status: {}\nmål:"
    plan = indicators(small, {}, {}, {"målvärde": "", "status": "ej mätt"}).edited("goals.yaml", "mål:", columns)
    assert found(plan, MISSING) == []
    assert found(plan.edited("goals/mal-a.md", "    status: ej mätt\n", ""), MISSING) == [(MISSING, "Mått 2")]


@pytest.mark.parametrize("target", ["God service", "Nöjda kunder", "bra"])
def test_a_target_in_words_without_direction_is_told_of(small: SmallPlan, target: str):
    assert found(indicators(small, {"målvärde": target}), UNDIRECTED) == [(UNDIRECTED, target)]


@pytest.mark.parametrize(
    "target",
    [
        "ökande",
        "Bibehållen eller minskande",
        "Genomfört",
        "följs",
        "påbörjat vid två",
        "Ska öka varje år",
        "bättre än riket",
        "80 %",
        "0",
        "senast i juni",
        "samtliga enheter",
        '"[^n]"',
    ],
)
def test_targets_with_a_direction_or_an_end_are_left_alone(small: SmallPlan, target: str):
    plan = goals(
        small, f"agenda2030: [3]\nindikatorer:\n  - namn: A\n    målvärde: {target}\n", text="T.[^n]\n\n[^n]: N"
    )
    assert found(plan, UNDIRECTED, UNIT) == []


@pytest.mark.parametrize("name", ["Andel nöjda", "Andelen gator med ljus"])
def test_a_share_without_unit_is_told_of(small: SmallPlan, name: str):
    assert found(indicators(small, {"namn": name, "målvärde": "minst 80"}), UNIT) == [(UNIT, "minst 80")]


@pytest.mark.parametrize(
    ("name", "target", "unit"),
    [
        ("Andel nöjda", "80 %", ""),
        ("Andel nöjda", "80", '"%"'),
        ("Andel nöjda, procent", "80", ""),
        ("Andel nöjda", "ökande", ""),
        ("Nettokostnad mot budget", "0", ""),
        ("Antal besök", "12 000", ""),
        ("Nöjdhet", "80", ""),
        ("Andelar som säljs", "80", ""),
    ],
)
def test_other_numbers_are_left_alone(small: SmallPlan, name: str, target: str, unit: str):
    assert found(indicators(small, {"namn": name, "målvärde": target, "enhet": unit}), UNIT) == []


def test_a_number_without_the_unit_that_another_of_the_indicator_has_is_told_of(small: SmallPlan):
    columns = (
        "indikatorkolumner:\n  namn: {}\n  m27: {roll: målvärde, år: 2027}\n  m28: {roll: målvärde, år: 2028}\nmål:"
    )
    front = "agenda2030: [3]\nindikatorer:\n  - {namn: Väntetid, m27: 60 dagar, m28: 45}\n"
    plan = goals(small, front).edited("goals.yaml", "mål:", columns)
    assert found(plan, UNIT) == [(UNIT, "45")]
    assert found(plan.edited("goals/mal-a.md", "45", "45 dagar"), UNIT) == []


def test_one_word_in_two_cases_is_told_of_where_it_is_rarer(small: SmallPlan):
    plan = indicators(small, {}, {}, {"målvärde": "Ökande"}, {"periodicitet": "år"})
    assert found(plan, VARIES) == [(VARIES, "Ökande"), (VARIES, "år")]


def test_of_two_ways_as_rare_the_later_is_told_of(small: SmallPlan):
    assert found(indicators(small, {"målvärde": "Ökande"}, {}), VARIES) == [(VARIES, "ökande")]


def test_other_words_in_other_cases_are_left_alone(small: SmallPlan):
    assert found(indicators(small, {}, {"målvärde": "Genomfört"}, {"målvärde": "minskande"}), VARIES) == []


def test_stars_in_the_text_are_told_of_as_no_notes(small: SmallPlan):
    plan = indicators(small, {})
    starred = plan.edited("goals/mal-a.md", "---\nText.", "---\nText.\n\n\\*Följs bara.\n\n\\*Från i år.")
    assert [code for code, _ in found(starred, "note-as-text", "note-mark-twice")] == [
        "note-as-text",
        "note-as-text",
        "note-mark-twice",
    ]
    assert found(plan.edited("goals/mal-a.md", "---\nText.", "---\n*Kursivt* är ingen not."), "note-as-text") == []
