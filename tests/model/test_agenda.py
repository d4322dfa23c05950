from __future__ import annotations

import pytest

from plangen.model.agenda import GOALS, targets


def test_there_are_17_goals_with_169_targets() -> None:
    assert GOALS == 17
    assert sum(len(list(targets(goal))) for goal in range(1, GOALS + 1)) == 169


@pytest.mark.parametrize(
    ("goal", "expected"),
    [(13, ["13.1", "13.2", "13.3", "13.a", "13.b"]), (7, ["7.1", "7.2", "7.3", "7.a", "7.b"])],
)
def test_targets_are_numbered_then_lettered(goal: int, expected: list[str]) -> None:
    assert list(targets(goal)) == expected
