from __future__ import annotations

import pytest

from plangen.document.nodes import Numeral
from plangen.document.numerals import number_as


@pytest.mark.parametrize(
    ("count", "numeral", "text"),
    [
        (12, "1", "12"),
        (1, "A", "A"),
        (26, "A", "Z"),
        (27, "A", "AA"),
        (28, "A", "BB"),
        (53, "A", "AAA"),
        (3, "a", "c"),
        (1, "I", "I"),
        (4, "I", "IV"),
        (49, "I", "XLIX"),
        (1994, "I", "MCMXCIV"),
    ],
)
def test_a_count_is_written_as_word_writes_it(count: int, numeral: Numeral, text: str) -> None:
    assert number_as(count, numeral) == text
