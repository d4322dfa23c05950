from __future__ import annotations

import pytest

from plangen.model.rules.places import SIGN, stretch


def follows(text: str, source: str, words: str) -> str | None:
    """What stands in a source where some words of a text are found."""
    at = text.index(words)
    found = stretch(text, source, at, at + len(words))
    return source[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("text", "source", "words", "stands"),
    [
        ("Gator får 27,9 mnkr.", "Gator får **27,9** mnkr.", "27,9 mnkr", "27,9** mnkr"),
        ("Gator får 27,9\u00a0mnkr.", "Gator får 27,9&nbsp;mnkr.", "27,9\u00a0mnkr", "27,9&nbsp;mnkr"),
        ("Gator & park får 5 kr.", "Gator &amp; park får _5_ kr.", "5 kr", "5_ kr"),
        ("Se taxan, 5 kr.", "Se [taxan](taxa.md), 5 kr.", "5 kr", "5 kr"),
        (f"Se {SIGN}, 5 kr.", "Se [](#taxa), 5 kr.", "5 kr", "5 kr"),
        (f"Se {SIGN}{SIGN} 5 kr.", "Se `a`[^n] 5 kr.", "5 kr", "5 kr"),
        ("Får 7 tkr och 5 kr.", "Får {{ a | tkr }} och 5 kr.", "5 kr", "5 kr"),
        ("Får 7 tkr och 5 kr.", "Får {{ a | tkr }} och 5 kr.", "7 tkr", "{{ a | tkr }}"),
        ("Får 7 tkr.", "Får {{ a }} tkr.", "7 tkr", "{{ a }} tkr"),
        ("xx|två xx", "| xx | två xx |", "två xx", "två xx"),
        ("Ett  två", "Ett  två", "  ", "  "),
        ("Det är * 5 kr", "Det är \\* 5 kr", "* 5", "\\* 5"),
        ("Rubrik 5 kr", "## Rubrik 5 kr", "5 kr", "5 kr"),
        ('Ett "två" 5 kr', 'namn: "Ett \\"två\\" 5 kr"', "5 kr", "5 kr"),
        ("Ett 'två' 5 kr", "'Ett ''två'' 5 kr'", "5 kr", "5 kr"),
        ("Ett två 5 kr", ">\n  Ett\n  två 5 kr", "5 kr", "5 kr"),
    ],
)
def test_words_are_followed_through_what_their_author_typed(text: str, source: str, words: str, stands: str):
    assert follows(text, source, words) == stands


def test_words_that_another_paragraph_has_too_are_not_taken_for_these():
    assert stretch("Gator får 27,9 mnkr.", "Gator får ^27,9^ mnkr.\n\nLån på 27,9 mnkr.", 10, 19) is None


def test_a_text_that_goes_on_after_its_source_is_not_found():
    assert stretch("Ett två", "Ett", 4, 7) is None
