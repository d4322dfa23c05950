from __future__ import annotations

import pytest

from plangen.document.nodes import Paragraph
from plangen.document.walk import plain_text
from plangen.model.plan import every_goal


def test_goals_nest_and_take_their_order_from_goals_yaml(small):
    changed = small.having("goals/b.md", "---\ntitel: B\n---\n").having(
        "goals.yaml",
        "nivåer:\n  - namn: Mål\n  - namn: Delmål\nmål:\n  - titel: Öppen värld\n    text: |\n      Text.\n    mål:\n"
        "      - b\n      - god-halsa\n  - id: egen\n    titel: Egen\n",
    )
    assert changed.found() == []
    assert [(goal.id, goal.level) for goal in every_goal(changed.read().goals)] == [
        ("oppen-varld", 1),
        ("b", 2),
        ("god-halsa", 2),
        ("egen", 1),
    ]


def test_a_goal_with_a_file_of_its_own_may_hold_goals(small):
    changed = small.having("goals/a.md", "---\ntitel: A\n---\nText om A.\n").having(
        "goals.yaml", "nivåer: [{namn: Mål}, {namn: Delmål}]\nmål:\n  - id: a\n    mål:\n      - god-halsa\n"
    )
    assert changed.found() == []
    (goal,) = changed.read().goals
    assert (goal.id, str(goal.title), [each.id for each in goal.goals]) == ("a", "A", ["god-halsa"])
    assert isinstance(goal.text.blocks[0], Paragraph)
    assert plain_text(goal.text.blocks[0].inlines) == "Text om A."


def test_goals_may_be_listed_in_a_goals_own_file(small):
    changed = small.having("goals/a.md", "---\ntitel: A\nmål:\n  - god-halsa\n---\n").having(
        "goals.yaml", "nivåer: [{namn: Mål}, {namn: Delmål}]\nmål:\n  - id: a\n"
    )
    assert changed.found() == []
    assert [goal.id for goal in every_goal(changed.read().goals)] == ["a", "god-halsa"]


def test_what_is_given_in_goals_yaml_and_in_the_goals_file_is_reported(small):
    changed = small.having("goals/a.md", "---\ntitel: A\nmål: []\n---\n").having(
        "goals.yaml", "nivåer: [{namn: Mål}, {namn: Delmål}]\nmål:\n  - id: a\n    titel: B\n    mål: [god-halsa]\n"
    )
    assert changed.found() == ["goals/a.md:2:1 given-twice", "goals/a.md:3:1 given-twice"]


def test_a_text_below_the_front_matter_and_one_in_it_are_two(small):
    changed = small.edited("goals/god-halsa.md", "titel: God hälsa", "titel: God hälsa\ntext: Mer")
    assert changed.found() == ["goals/god-halsa.md:3:1 given-twice"]


def test_a_text_that_is_no_text_is_reported(small):
    changed = small.edited("goals.yaml", "  - god-halsa", "  - god-halsa\n  - titel: A\n    text: [x]")
    assert changed.found() == ["goals.yaml:6:11 text-expected"]


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ("  - god-halsa\n  - god-halsa\n", ["goals.yaml:5:5 goal-listed-twice"]),
        ("  - god-halsa\n  - id: x\n    titel: X\n    mål: [god-halsa]\n", ["goals.yaml:7:11 goal-listed-twice"]),
        ("  - id: god-halsa\n  - god-halsa\n", ["goals.yaml:5:5 goal-listed-twice"]),
    ],
)
def test_a_goal_listed_twice_is_reported_where_it_stands_again(small, goals, expected):
    text = "nivåer: [{namn: Mål}, {namn: Delmål}]\n\nmål:\n" + goals
    assert small.having("goals.yaml", text).found() == expected


def test_a_goal_named_again_by_its_id_is_reported(small):
    changed = small.edited("goals.yaml", "  - god-halsa", "  - god-halsa\n  - {id: god-halsa, titel: Igen}")
    assert "goals.yaml:5:10 goal-listed-twice" in changed.found()


def test_a_goal_below_the_named_levels_is_reported_once(small):
    text = (
        "nivåer: [{namn: Mål}]\nmål:\n  - titel: A\n    mål:\n      - titel: B\n        mål:\n          - god-halsa\n"
    )
    assert small.having("goals.yaml", text).found() == ["goals.yaml:1:17 goal-level-unnamed"]


def test_goals_without_goals_yaml_are_told_of_once(small):
    assert "goals.yaml file-missing" in small.without("goals.yaml").found()


@pytest.mark.parametrize("content", ["- a\n", "text\n"])
def test_goals_yaml_that_is_no_mapping_is_reported(small, content):
    assert "goals.yaml:1:1 mapping-expected" in small.having("goals.yaml", content).found()


@pytest.mark.parametrize("content", ["", "# inget\n", "---\n"])
def test_goals_yaml_without_content_is_said_to_be_empty(small, content):
    assert "goals.yaml file-empty" in small.having("goals.yaml", content).found()


def test_a_goals_level_follows_from_where_it_stands_and_can_not_be_given(small):
    """`nivå` is a key, of what a plan says of its findings."""
    changed = small.edited("goals/god-halsa.md", "agenda2030: [3]", "nivå: två")
    assert changed.found() == ["goals/god-halsa.md:3:1 unknown-key"]
