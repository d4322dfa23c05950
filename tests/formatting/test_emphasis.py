from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.diagnostics import Location
from plangen.formatting.emphasis import starred
from plangen.formatting.same import without_places
from plangen.readers.markdown import read_markdown
from plangen.readers.place import Place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det är __viktigt__ att _läsa_.", "Det är **viktigt** att *läsa*."),
        ("__a__ __b__", "**a** **b**"),
        ("__a *b* c__", "**a *b* c**"),
    ],
)
def test_underlines_that_mean_emphasis_become_stars(text: str, expected: str):
    assert starred(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "snake_case_name",
        "`__kod__`",
        "[a](__b__)",
        r"\__a__",
        "__ a __",
        "**_x_**",
        "___x___",
        "a__b__c",
        "[^_not_]",
        "<https://a.se/_b_>",
    ],
)
def test_other_underlines_stay(text: str):
    assert starred(text) == text


@given(
    st.lists(st.sampled_from(["_", "__", "*", "**", "a", "b c", " ", "`", "[x](y_z_)", "\\", "(", ".", "[^n]"])).map(
        "".join
    )
)
def test_any_text_says_the_same_afterwards(text: str):
    before, after = f"x {text} y\n", f"x {starred(text)} y\n"
    assert said(after) == said(before)


def said(text: str) -> object:
    body, _ = read_markdown(text, Place.of_text(text, Location("a.md")))
    return without_places(body)
