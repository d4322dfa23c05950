from __future__ import annotations

import pytest

from plangen.typesetting.hyphenation import SOFT_HYPHEN, hyphenate


def shown(word: str, language: str = "sv-SE") -> str:
    return hyphenate(word, language).replace(SOFT_HYPHEN, "-")


@pytest.mark.parametrize(
    ("word", "hyphened"),
    [
        ("nettokostnadsram", "net-to-kost-nads-ram"),
        ("budgetväxlingar", "bud-get-väx-lingar"),
        ("jämställdhet", "jäm-ställd-het"),
    ],
)
def test_swedish_words_break_by_swedish_patterns(word: str, hyphened: str) -> None:
    assert shown(word) == hyphened


def test_english_words_break_by_english_patterns() -> None:
    assert shown("responsibility", "en-GB") != "responsibility"


def test_no_piece_at_an_end_is_shorter_than_three_letters() -> None:
    for word in ("omorganisation", "elanläggning", "informationssäkerhet", "utvecklingsarbete"):
        pieces = shown(word).split("-")
        assert len(pieces) > 1
        assert min(len(pieces[0]), len(pieces[-1])) >= 3


@pytest.mark.parametrize("word", ["", "a", "ram", "2026", "ÅÄÖ"])
def test_short_words_and_figures_do_not_break(word: str) -> None:
    assert hyphenate(word, "sv-SE") == word


def test_without_soft_hyphens_the_word_is_what_it_was() -> None:
    word = "Resultatutjämningsreserv"
    assert hyphenate(word, "sv-SE").replace(SOFT_HYPHEN, "") == word


def test_a_language_without_patterns_breaks_nothing() -> None:
    assert hyphenate("nettokostnadsram", "xx-XX") == "nettokostnadsram"
