from __future__ import annotations

import pytest

from plangen.brand.brand import DEFAULT
from plangen.compose.signs import SIGNS, sign_before
from plangen.locale.vocabulary import terms
from plangen.typesetting.metrics import text_width


@pytest.mark.parametrize("table", SIGNS)
def test_every_word_has_a_sign_of_its_own(table: str) -> None:
    assert set(SIGNS[table]) == set(terms(table, "sv"))
    assert len(set(SIGNS[table].values())) == len(SIGNS[table])


def test_a_sign_and_its_word_stay_on_one_line() -> None:
    assert sign_before("trend", "better") == "+\u00a0"


@pytest.mark.parametrize("sign", sorted({sign for table in SIGNS.values() for sign in table.values()}))
def test_the_font_has_every_sign(sign: str) -> None:
    missing = text_width("\ufffe", size=100, bold=False, fonts=DEFAULT.fonts)
    for bold in (False, True):
        assert text_width(sign, size=100, bold=bold, fonts=DEFAULT.fonts) not in (0, missing)


def test_no_sign_of_a_trend_points_up_or_down() -> None:
    """A figure that falls may be the better one."""
    assert not set(SIGNS["trend"].values()) & set("▲▼►◄↑↓→←")
