from __future__ import annotations

import pytest

from plangen.model.rules.row_names import head_of, name_pattern, named_spans


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Gator och cykelvägar", "Gatorna och cykelvägarna får mer."),
        ("Parker", "parkernas skötsel"),
        ("Stöd", "stödet"),
        ("varav Vård", "till vården"),
        ("Hälso- och sjukvård", "hälso- och sjukvården"),
        ("Anpassad grundskola", "den anpassade grundskolan"),
        ("Öppen förskola", "de öppna förskolorna"),
        ("Särskilt boende", "det särskilda boendet"),
        ("Ekonomiskt bistånd", "det ekonomiska biståndet"),
        ("Läromedel", "läromedlen"),
    ],
)
def test_a_row_is_named_by_its_words_inflected(name: str, text: str):
    pattern = name_pattern(name, "sv")
    assert pattern is not None
    assert pattern.search(text)


@pytest.mark.parametrize(("name", "text"), [("Parker", "Parkering"), ("Vård", "Vårdcentralen"), ("Gator", "irrigator")])
def test_a_longer_word_is_another(name: str, text: str):
    pattern = name_pattern(name, "sv")
    assert pattern is not None
    assert not pattern.search(text)


@pytest.mark.parametrize("name", ["Summa", "IT", "Övrigt", "*"])
def test_a_name_that_says_too_little_names_nothing(name: str):
    assert name_pattern(name, "sv") is None


def test_a_name_that_is_a_verb_of_plain_sentences_names_nothing():
    assert name_pattern("Total costs", "en") is None


def test_a_head_names_a_row_for_short():
    pattern = name_pattern("Gator och cykelvägar", "sv", "Gator")
    assert pattern is not None
    assert [found[0] for found in pattern.finditer("Gatorna, eller gator och cykelvägar")] == [
        "Gatorna",
        "gator och cykelvägar",
    ]


@pytest.mark.parametrize(
    ("name", "others", "head"),
    [
        ("Gator och cykelvägar", ["Parker"], "Gator"),
        ("Gator och cykelvägar", ["Parker", "Drift av gator"], ""),
        ("Hälso- och sjukvård", [], ""),
        ("Bad och idrott", [], ""),
        ("Parker", [], ""),
        ("Nämnd och ledning", [], ""),
        ("Styrelse, stab", [], ""),
    ],
)
def test_a_head_is_a_row_s_own_first_word_before_and(name: str, others: list[str], head: str):
    assert head_of(name, [name, *others], "sv") == head


def test_a_name_within_a_longer_one_names_no_row_of_its_own():
    names = [pattern for name in ("Grundskola", "Anpassad grundskola") if (pattern := name_pattern(name, "sv"))]
    text = "Anpassad grundskola och grundskola"
    assert [text[start:end] for start, end, _ in named_spans(text, names)] == ["Anpassad grundskola", "grundskola"]
