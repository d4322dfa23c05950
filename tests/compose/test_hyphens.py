from __future__ import annotations

import pytest

from plangen.compose.hyphens import with_whole_names
from plangen.compose.views import View

LEAF = View({"c": 1, "c-d": 2, "2026": 3})
NAMES = {"a": View({"b-b": LEAF, "b": LEAF}), "e": View({"f": LEAF})}


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        ("a.b-b.c", 'a["b-b"].c'),
        ("a.b_b.c", "a.b_b.c"),
        ("a.b-b.c-d + a.b.c", 'a["b-b"]["c-d"] + a.b.c'),
        ("a.b.c-e.f.c", "a.b.c-e.f.c"),
        ("a.b.c-d", 'a.b["c-d"]'),
        ("a.b.2026", 'a.b["2026"]'),
        ("a.b.2026-e.f.c", 'a.b["2026"]-e.f.c'),
        ("a.x-y.c", 'a["x-y"].c'),
        ("'a.b-b.c'", "'a.b-b.c'"),
        ('"a.b-b" ~ a.b-b.c', '"a.b-b" ~ a["b-b"].c'),
        ("x.a.b-b.c", "x.a.b-b.c"),
        ("a.b-", "a.b-"),
        ("a.", "a."),
        ("-1.5", "-1.5"),
    ],
)
def test_a_name_is_the_longest_that_there_is(source: str, whole: str) -> None:
    assert with_whole_names(source, NAMES) == whole
