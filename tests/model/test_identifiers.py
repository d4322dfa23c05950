from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.model.identifiers import IDENTIFIER, identifier


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Region Värmland", "region-varmland"),
        ("Ekonomi i balans", "ekonomi-i-balans"),
        ("Hållbart medarbetarengagemang (HME) – totalindex", "hallbart-medarbetarengagemang-hme-totalindex"),
        ("Æ Ø ß ð þ ł œ", "ae-o-ss-d-th-l-oe"),
        ("  --a--  ", "a"),
        ("E\u0301n", "en"),
        ("2026", "2026"),
        ("½ ﬁ ²", "1-2-fi-2"),
        ("", "x"),
        ("!?", "x"),
        ("日本", "x"),
    ],
)
def test_an_id_is_formed_of_a_name(name: str, expected: str):
    assert identifier(name) == expected


@settings(derandomize=True, deadline=None, database=None)
@given(st.text(max_size=40))
def test_whatever_the_name_its_id_is_one_and_stays_so(name: str):
    assert IDENTIFIER.fullmatch(identifier(name))
    assert identifier(identifier(name)) == identifier(name)


@pytest.mark.parametrize("name", ["a", "A1", "ekonomi-i-balans", "ram_2026", "9", "x-", "a-b_c"])
def test_letters_digits_hyphens_and_underscores_make_an_id(name: str):
    assert IDENTIFIER.fullmatch(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "-a",
        "_a",
        ".a",
        "a.b",
        "a..b",
        "a--b",
        "a--",
        "..",
        "../a",
        "a/b",
        "a b",
        "å",
        "mål",
        "a\n",
        "a#",
        "a:b",
        "a\0",
    ],
)
def test_anything_else_is_no_id(name: str):
    assert not IDENTIFIER.fullmatch(name)
