import random

import pytest

from plangen.document.diff.sequence import common, heaviest_in_order


def test_one_that_was_moved_is_left_out():
    assert heaviest_in_order([1, 2, 3, 0], [1, 1, 1, 1]) == {0, 1, 2}


def test_heavy_one_stays_and_the_many_light_ones_are_moved():
    assert heaviest_in_order([3, 0, 1, 2], [10, 1, 1, 1]) == {0}


def test_positions_that_are_equal_are_not_both_kept():
    assert heaviest_in_order([2, 2, 2], [1, 3, 2]) == {1}


@pytest.mark.parametrize("seed", range(30))
def test_what_is_kept_is_in_order_and_none_heavier_is(seed):
    chance = random.Random(seed)
    positions = chance.sample(range(8), 8)
    weights = [chance.randint(1, 5) for _ in positions]
    kept = sorted(heaviest_in_order(positions, weights))
    assert [positions[index] for index in kept] == sorted(positions[index] for index in kept)
    sets = ([index for index in range(8) if bits >> index & 1] for bits in range(256))
    ordered = (some for some in sets if [positions[i] for i in some] == sorted(positions[i] for i in some))
    assert sum(weights[index] for index in kept) == max(sum(weights[i] for i in some) for some in ordered)


def test_stretches_are_equal_and_other_by_turns():
    assert common("abcdef", "abXYef") == [(0, 2, 0, 2, True), (2, 4, 2, 4, False), (4, 6, 4, 6, True)]


def test_nothing_has_no_stretch():
    assert common("", "") == []
