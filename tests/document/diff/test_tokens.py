import unicodedata

import pytest

from plangen.document.diff.tokens import known_by, same, says, tokens

JOINED = "👩\u200d⚕️"


@pytest.mark.parametrize(
    "text",
    ["1 899 961", "1\u00a0899\u00a0961\u00a0tkr", "33,5", "−570", "-570", "80%", "80\u00a0%", "2025-12-01", "12:30"],
)
def test_number_with_groups_sign_decimals_and_unit_is_one_token(text):
    assert list(tokens(text)) == [text]


def test_unit_after_a_plain_space_is_a_word_of_its_own():
    assert list(tokens("50 mnkr")) == ["50", " ", "mnkr"]


def test_four_digits_after_a_space_are_another_number():
    assert list(tokens("år 2025 2026")) == ["år", " ", "2025", " ", "2026"]


@pytest.mark.parametrize("text", [JOINED, "👍🏽", "🇸🇪", "e\u0301", "✈\ufe0f"])
def test_characters_that_are_combined_are_never_cut(text):
    assert next(iter(tokens(f"{text}{text}"))).startswith(text)
    assert "".join(tokens(f"a {text} b")) == f"a {text} b"
    assert text in list(tokens(f"a {text} b"))


def test_two_flags_are_two_tokens():
    assert list(tokens("🇸🇪🇳🇴")) == ["🇸🇪", "🇳🇴"]


def test_tokens_are_together_the_text():
    text = f"Ramen är 1\u00a0899\u00a0961 tkr (−570), se\u00adan {JOINED}…\n"
    assert "".join(tokens(text)) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hälsa", unicodedata.normalize("NFD", "hälsa")),
        ("samverkan", "sam\u00adverkan"),
        ("1 899", "1\u00a0899"),
        ("a  b", "a b"),
        ("utfall -570", "utfall −570"),
    ],
)
def test_what_differs_by_nothing_that_shows_is_the_same(one, other):
    assert same(one) == same(other)


def test_hyphen_of_a_range_is_no_minus():
    assert same("2025-2030") == "2025-2030"


def test_spaces_and_points_say_nothing():
    assert [says(each) for each in (" ", ",", "–", "%", "§", "a", "1")] == [
        False,
        False,
        False,
        False,
        False,
        True,
        True,
    ]
    assert known_by("\u00a0") == (" ", 0)
    assert known_by("hälsa") == ("hälsa", 5)
