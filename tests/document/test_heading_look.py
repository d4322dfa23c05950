from __future__ import annotations

import pytest

from plangen.document.heading_look import look_level
from plangen.document.inlines import Text
from plangen.document.nodes import Heading


@pytest.mark.parametrize(
    ("level", "listed", "look"),
    [(1, False, 1), (2, False, 2), (3, True, 3), (3, False, 4), (4, True, 4), (5, False, 5)],
)
def test_heading_of_the_third_level_that_is_not_listed_looks_like_the_fourth(
    level: int, listed: bool, look: int
) -> None:
    assert look_level(Heading(level=level, inlines=(Text("Beskrivning"),), listed=listed)) == look
