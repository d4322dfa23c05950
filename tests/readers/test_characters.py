from __future__ import annotations

import pytest

from plangen.readers.characters import STAND_IN, code_point, forbidden, forbidden_entities, permitted


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\x0b",
        "\x0c",
        "\r",
        "\x1b",
        "\x7f",
        "\x85",
        "\x96",
        "\u061c",
        "\u200e",
        "\u200f",
        "\u2028",
        "\u2029",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\ud800",
        "\ue000",
        "\uf8ff",
        "\ufdd0",
        "\ufffe",
        "\uffff",
        "\U000f0000",
        "\U0010ffff",
    ],
)
def test_what_can_not_be_seen_is_forbidden(character: str):
    assert list(forbidden(f"ab{character}c")) == [(2, code_point(character))]
    assert permitted(f"ab{character}c") == f"ab{STAND_IN}c"


@pytest.mark.parametrize(
    "text", ["", "åäö ÅÄÖ", "a\tb\nc", "1\u00a0000", "mjukt\u00adbindestreck", "e\u0301", "العربية", "😀", STAND_IN]
)
def test_text_is_permitted(text: str):
    assert list(forbidden(text)) == []
    assert permitted(text) == text


def test_places_and_length_stay_the_same():
    text = "\x00a\x01"
    assert [offset for offset, _ in forbidden(text)] == [0, 2]
    assert len(permitted(text)) == len(text)


def test_a_code_point_has_at_least_four_digits():
    assert code_point("\x07") == "U+0007"
    assert code_point("\U0010ffff") == "U+10FFFF"


@pytest.mark.parametrize(
    ("entity", "name"),
    [("&#x202E;", "U+202E"), ("&#8238;", "U+202E"), ("&rlm;", "U+200F"), ("&NoBreak;", "U+2060"), ("&#7;", "U+0007")],
)
def test_an_entity_that_stands_for_a_forbidden_character_is_found(entity: str, name: str):
    assert list(forbidden_entities(f"a&amp;b {entity} &ouml; &#99999999; &#x2014; &okänd;")) == [(8, len(entity), name)]
