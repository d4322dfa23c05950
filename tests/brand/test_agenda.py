from __future__ import annotations

import pytest

from plangen.brand.agenda import GOALS
from plangen.brand.contrast import BLACK, TEXT, WHITE, contrast


def test_there_is_a_colour_for_each_of_the_17_goals():
    assert list(GOALS) == list(range(1, 18))
    assert len({badge.ground for badge in GOALS.values()}) == 17


@pytest.mark.parametrize("goal", range(1, 18))
def test_number_can_be_read_on_every_goals_colour(goal: int):
    badge = GOALS[goal]
    assert badge.ink in (BLACK, WHITE)
    assert contrast(badge.ink, badge.ground) >= TEXT


def test_ink_is_white_where_white_can_be_read():
    assert [goal for goal, badge in GOALS.items() if badge.ink == WHITE] == [1, 4, 8, 10, 13, 16, 17]
