from __future__ import annotations

import pytest

from plangen.diagnostics import Severity
from plangen.model.goal_checks import MOST_CELLS

GOAL = "goals/god-halsa.md"


# Levels


def test_goals_need_names_for_their_levels(small):
    assert small.edited("goals.yaml", "nivåer:\n  - namn: Mål\n", "").found() == [f"{GOAL}:2:8 goal-level-unnamed"]


def nested(small, depth: int, named: int):
    """The plan with that many names of levels, and goals one below the other."""
    names = "nivåer:\n" + "  - namn: Nivå\n" * named
    goal = ""
    for level in range(depth, 0, -1):
        goal = f"{{id: m{level}, titel: M, mål: [{goal}]}}"
    return small.edited("goals.yaml", "nivåer:\n  - namn: Mål\n", names).edited(
        "goals.yaml", "  - god-halsa\n", f"  - god-halsa\n  - {goal}\n"
    )


def test_four_levels_are_as_many_as_there_may_be(small):
    assert nested(small, 4, 4).found() == []
    assert [each.split()[1] for each in nested(small, 4, 5).found()] == ["levels-too-many"]
    assert [each.split()[1] for each in nested(small, 4, 7).found()] == ["levels-too-many"], "said once"


def test_a_goal_at_a_fifth_level_is_reported_and_those_below_it_are_not(small):
    found = nested(small, 6, 4).diagnostics()
    assert [each.code for each in found] == ["goal-too-deep"]
    assert dict(found[0].parameters) == {"level": "5", "most": "4"}


# Agenda 2030


def test_an_agenda_goal_twice_is_a_warning_at_the_second(small):
    fault = small.edited(GOAL, "[3]", "[3, 5, 3]").one()
    assert (fault.code, fault.severity, fault.location.column) == ("agenda-twice", Severity.WARNING, 20)
    assert dict(fault.parameters) == {"number": "3"}


# Columns


def test_a_value_of_an_indicator_without_a_column_is_reported(small):
    fault = small.edited(GOAL, "    källa: Statistik", "    kalla: Statistik").one()
    assert (fault.code, fault.location.line, fault.location.column) == ("unknown-indicator-key", 8, 5)
    assert dict(fault.parameters)["near"] == "källa"


COLUMNS = "indikatorkolumner:\n" + "".join(
    f"  {name}: {{rubrik: R}}\n" for name in ("namn", "målvärde", "periodicitet", "källa")
)


def test_value_that_no_column_shows_is_a_warning(small):
    fault = small.edited("goals.yaml", "nivåer:", COLUMNS.replace("  källa: {rubrik: R}\n", "") + "nivåer:").one()
    assert (fault.code, fault.severity) == ("column-not-shown", Severity.WARNING)
    assert dict(fault.parameters) == {"column": "källa", "indicators": "1"}


def test_the_columns_that_the_plan_names_are_among_those_there_are(small):
    changed = small.edited("goals.yaml", "nivåer:", COLUMNS + "  utfall: {rubrik: U, roll: tal}\nnivåer:")
    fault = changed.edited(GOAL, "    källa: Statistik", "    utfal: 5").one()
    assert dict(fault.parameters)["near"] == "utfall"
    assert "utfall" in dict(fault.parameters)["allowed"]


def declared(small, columns: str, values: str = ""):
    """The plan with columns of its own after the usual, and values under them."""
    changed = small.edited("goals.yaml", "nivåer:", COLUMNS + columns + "nivåer:")
    return changed.edited(GOAL, "    källa: Statistik\n", f"    källa: Statistik\n{values}")


def test_columns_with_a_role_and_a_year_need_no_heading(small):
    columns = "  u24: {roll: utfall, år: 2024}\n  u25: {roll: utfall, år: 2025}\n  trend: {}\n  jämförelse: {}\n"
    assert declared(small, columns).found() == []


@pytest.mark.parametrize("column", ["  kommentar: {}", "  x: {roll: text}", "  x: {roll: tal}"])
def test_a_column_of_text_or_of_any_numbers_needs_a_heading(small, column: str):
    fault = declared(small, f"{column}\n").one()
    assert (fault.code, dict(fault.parameters)) == ("missing-field", {"key": "rubrik"})
    assert (fault.location.line, fault.location.column) == (6, 3)


@pytest.mark.parametrize("role", ["utfall", "målvärde", "utgångsläge", "jämförelse"])
def test_a_year_twice_is_reported_at_the_second(small, role: str):
    fault = declared(small, f"  a: {{roll: {role}, år: 2025}}\n  b: {{roll: {role}, år: 2025}}\n").one()
    assert (fault.code, fault.location.line) == ("year-twice", 7)
    assert fault.location.length == 4
    assert dict(fault.parameters) == {"year": "2025", "column": "a", "role": role}


def test_the_same_year_of_two_roles_is_no_fault(small):
    assert declared(small, "  a: {roll: utfall, år: 2025}\n  b: {roll: målvärde, år: 2025}\n").found() == []


@pytest.mark.parametrize("role", ["utfall", "grupp"])
def test_a_role_twice_without_years_is_reported(small, role: str):
    fault = declared(small, f"  a: {{roll: {role}}}\n  b: {{roll: {role}}}\n").one()
    assert (fault.code, dict(fault.parameters)) == ("role-twice", {"column": "a", "role": role})
    assert (fault.location.line, fault.location.column) == (7, 13)


@pytest.mark.parametrize("key", ["id", "grupper"])
def test_a_column_under_whose_key_no_value_can_stand_is_reported(small, key: str):
    fault = declared(small, f"  {key}: {{rubrik: X}}\n").one()
    assert (fault.code, fault.location.line) == ("column-key-taken", 6)


# Status and trend


@pytest.mark.parametrize("word", ["uppnått", "Delvis uppnått", "ej mätt"])
def test_a_status_is_one_of_its_words_whatever_its_letters(small, word: str):
    assert declared(small, "  status: {}\n", f"    status: {word}\n").found() == []


def test_an_unknown_word_of_a_status_is_reported_with_the_nearest(small):
    fault = declared(small, "  läge: {roll: status}\n", "    läge: uppnått delvis\n").one()
    assert (fault.code, fault.location.line, fault.location.column) == ("unknown-word", 9, 11)
    parameters = dict(fault.parameters)
    assert parameters["word"] == "uppnått delvis"
    assert parameters["allowed"] == "uppnått, delvis uppnått, ej uppnått, pågår, ej mätt"


def test_an_unknown_word_of_a_trend_in_a_group_is_reported(small):
    groups = "    grupper:\n      - {namn: Män, trend: samre}\n"
    fault = declared(small, "  trend: {}\n  kön: {roll: grupp}\n", groups).one()
    assert (fault.code, dict(fault.parameters)["near"], fault.location.line) == ("unknown-word", "sämre", 10)


# Groups

GROUPS = "    grupper:\n      - {namn: Kvinnor, utfall: 5}\n      - {namn: Män, utfall: 4}\n"


def test_groups_need_a_column_for_their_names(small):
    changed = declared(small, "  utfall: {}\n", GROUPS)
    fault = changed.one()
    assert (fault.code, dict(fault.parameters)) == ("group-column-missing", {"role": "grupp"})
    assert (fault.location.file, fault.location.line) == (f"content/plan/{GOAL}", 10)
    assert changed.edited("goals.yaml", "  utfall: {}", "  utfall: {}\n  kön: {roll: grupp}").found() == []


def test_a_plan_that_names_no_columns_gets_one_for_its_groups(small):
    assert small.edited(GOAL, "    målvärde: minskande\n", GROUPS.replace("utfall", "målvärde")).found() == []


def test_a_group_twice_is_reported(small):
    changed = declared(small, "  utfall: {}\n  kön: {roll: grupp}\n", GROUPS.replace("Män", "kvinnor"))
    fault = changed.one()
    assert (fault.code, dict(fault.parameters)) == ("group-twice", {"group": "kvinnor", "line": "10"})


def test_a_value_beside_those_of_groups_is_reported_at_the_value(small):
    columns = "  utfall: {}\n  kön: {roll: grupp}\n"
    fault = declared(small, columns, f"    utfall: 9\n{GROUPS}").one()
    assert (fault.code, fault.location.line, fault.location.column) == ("value-beside-groups", 9, 13)
    fault = declared(small, columns, f"    kön: alla\n{GROUPS}").one()
    assert (fault.code, dict(fault.parameters)) == ("value-beside-groups", {"column": "kön"})


def test_an_indicator_without_groups_may_name_its_own(small):
    assert declared(small, "  kön: {roll: grupp}\n", "    kön: kvinnor\n").found() == []


def test_a_groups_name_is_given_once(small):
    groups = "    grupper:\n      - {namn: Kvinnor, kön: kvinnor}\n"
    fault = declared(small, "  kön: {roll: grupp}\n", groups).one()
    assert (fault.code, dict(fault.parameters)["key"]) == ("unknown-indicator-key", "kön")


def test_an_unknown_key_of_a_group_is_reported_and_the_rest_is_checked(small):
    groups = "    grupper:\n      - {namn: Kvinnor, utfal: 5}\n      - {namn: Män, name: 4, status: x}\n"
    changed = declared(small, "  utfall: {}\n  status: {}\n  kön: {roll: grupp}\n", groups)
    assert [each.split()[1] for each in changed.found()] == [
        "unknown-indicator-key",
        "key-in-other-language",
        "unknown-word",
    ]


# Size


def test_a_table_of_indicators_that_is_too_large_is_reported(small):
    groups = "".join(f"      - {{namn: G{number}, utfall: 1}}\n" for number in range(MOST_CELLS // 6 + 1))
    columns = "  utfall: {}\n  kön: {roll: grupp}\n"
    fault = declared(small, columns, f"    grupper:\n{groups}").one()
    assert (fault.code, dict(fault.parameters)) == ("table-too-large", {"most": str(MOST_CELLS)})


@pytest.mark.parametrize(("shown", "line"), [("vid nivån ovanför", 9), ("i bilaga", 9)])
def test_a_gathered_table_that_is_too_large_is_reported(small, shown: str, line: int):
    many = ", ".join(f"{{namn: I{number}}}" for number in range(MOST_CELLS // 8 // 2 + 1))
    below = "".join(f"      - {{id: u{each}, titel: U, indikatorer: [{many}]}}\n" for each in "ab")
    goals = f"indikatorer visas: {shown}\nmål:\n  - id: m\n    titel: M\n    mål:\n{below}  - god-halsa\n"
    changed = small.edited("goals.yaml", "mål:\n  - god-halsa\n", goals)
    changed = changed.edited("goals.yaml", "  - namn: Mål\n", "  - namn: Mål\n  - namn: Delmål\n")
    assert [each.code for each in changed.diagnostics()] == ["table-too-large"]
    assert changed.edited("goals.yaml", f"indikatorer visas: {shown}\n", "").found() == []


def test_a_value_beside_groups_is_a_fault_where_the_plan_names_no_columns_too(small):
    groups = "    grupper:\n      - {namn: Kvinnor, källa: Enkät}\n"
    fault = small.edited(GOAL, "    källa: Statistik\n", f"    källa: Statistik\n{groups}").one()
    assert (fault.code, dict(fault.parameters)) == ("value-beside-groups", {"column": "källa"})
