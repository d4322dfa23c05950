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


NUMBERS = ("target-bare", "target-over-hundred", "target-unreadable")
DIRECTED = ({"målvärde": "minst 12 h"}, {"målvärde": "högst 3 h"}, {"målvärde": "≥ 5"})


def test_a_number_alone_where_the_others_say_more_is_told_of(small: SmallPlan):
    assert found(indicators(small, *DIRECTED, {"målvärde": "210"}), *NUMBERS) == [("target-bare", "210")]


@pytest.mark.parametrize(
    "given",
    [
        {"målvärde": "0"},
        {"målvärde": "minst 210"},
        {"målvärde": "210 dagar"},
        {"målvärde": "210", "enhet": "dagar"},
        {"målvärde": "210", "namn": "Antal besök"},
        {"målvärde": "210", "namn": "Väntetid (dagar)"},
        {"målvärde": "210", "namn": "Sjukfrånvaro, timmar"},
    ],
)
def test_a_number_that_says_what_it_is_is_left_alone(small: SmallPlan, given: dict[str, str]):
    assert found(indicators(small, *DIRECTED, given), *NUMBERS) == []


def test_numbers_alone_are_left_alone_where_most_are(small: SmallPlan):
    assert found(indicators(small, DIRECTED[0], {"målvärde": "210"}, {"målvärde": "7"}), *NUMBERS) == []


def test_a_number_beside_others_of_the_row_is_left_alone(small: SmallPlan):
    columns = "indikatorkolumner:\n  namn: {}\n  u26: {roll: utfall, år: 2026}\n  målvärde: {}\nmål:"
    rows = "".join(f"  - {{namn: M{each}, målvärde: minst {each} h}}\n" for each in (1, 2, 3))
    front = f"agenda2030: [3]\nindikatorer:\n{rows}  - {{namn: Sista, u26: 200, målvärde: 210}}\n"
    plan = goals(small, front).edited("goals.yaml", "mål:", columns)
    assert found(plan, *NUMBERS) == []
    assert found(plan.edited("goals/mal-a.md", "u26: 200, ", ""), *NUMBERS) == [("target-bare", "210")]


@pytest.mark.parametrize("target", ["≥ 8.8.0 %", "8,8,0 %", "minst 8.8.0 %"])
def test_a_number_that_cannot_be_read_is_told_of(small: SmallPlan, target: str):
    assert found(indicators(small, {"målvärde": target}), *NUMBERS) == [("target-unreadable", target)]


@pytest.mark.parametrize("target", ["2027.08.01", "senast 1.8.2027", "≥ 8,8 %", "48.200.000 kr", "WCAG 2.1.1"])
def test_days_versions_and_thousands_are_left_alone(small: SmallPlan, target: str):
    assert found(indicators(small, {"målvärde": target}), *NUMBERS) == []


def test_more_than_the_whole_of_a_share_is_told_of(small: SmallPlan):
    plan = indicators(small, {"namn": "Andel nöjda", "målvärde": "≥ 880 %"})
    assert found(plan, *NUMBERS) == [("target-over-hundred", "≥ 880 %")]
    assert found(indicators(small, {"namn": "Andel nöjda", "målvärde": "100 %"}), *NUMBERS) == []


def test_by_far_more_than_all_others_in_per_cent_is_told_of(small: SmallPlan):
    others = ({"målvärde": "90 %"}, {"målvärde": "100 %"})
    assert found(indicators(small, *others, {"målvärde": "≥ 880 %"}), *NUMBERS) == [("target-over-hundred", "≥ 880 %")]
    for given in ({"målvärde": "120 %"}, {"namn": "Ökning av besök", "målvärde": "400 %"}):
        assert found(indicators(small, *others, given), *NUMBERS) == []
    assert found(indicators(small, {"målvärde": "≥ 880 %"}), *NUMBERS) == []
