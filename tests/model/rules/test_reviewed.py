from __future__ import annotations

import pytest

from plangen.model.rules.reviewed import is_expected


@pytest.mark.parametrize(
    ("having", "of", "expected"),
    [(2, 3, True), (1, 2, False), (0, 0, True), (0, 1, False), (13, 14, True), (1, 3, False)],
)
def test_what_two_of_three_have_is_expected_of_the_others(having: int, of: int, expected: bool):
    assert is_expected(having, of) is expected
