"""The examples: each code that content can meet has one.

That the wrong ones give their codes, and the right ones none, is tested in `tests/cli/test_explain.py`.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from plangen.build import examine
from plangen.explanations.example import FOLDER, WITHOUT, base, examples, repeated
from plangen.locale.codes import codes, groups
from plangen.source.source import Memory

HOW = (
    "no example of {code}: add [{code}] to src/plangen/explanations/{group}.toml, sorted, with edits, wrong and right "
    "(the form is told in src/plangen/explanations/example.py), and run: make checks"
)
STILL_WITHOUT = frozenset({"markdown-unknown"})
"""What a reader of Markdown of another version may give, and no text does now. The list may only shrink."""

CHAPTERS = {
    each.name.removesuffix(".toml"): each.read_text(encoding="utf-8")
    for each in files("plangen.explanations").iterdir()
    if each.name.endswith(".toml")
}


def test_the_plan_that_examples_stand_in_has_no_fault():
    assert examine(Memory(dict(base())), FOLDER).diagnostics == ()


def test_every_code_that_content_can_meet_has_an_example():
    lacking = {code: each for code, each in codes().items() if each.group not in WITHOUT and code not in examples()}
    told = [HOW.format(code=code, group=each.group) for code, each in lacking.items() if code not in STILL_WITHOUT]
    assert told == []


def test_no_code_is_excused_that_has_an_example():
    assert [f"take {code} out of STILL_WITHOUT" for code in STILL_WITHOUT if code in examples()] == []
    assert set(codes()) >= STILL_WITHOUT


def test_every_example_is_of_a_code_and_in_its_chapter():
    where = {code: chapter for chapter, text in CHAPTERS.items() for code in tomllib.loads(text)}
    unknown = [f"take [{code}] out of {chapter}.toml" for code, chapter in where.items() if code not in codes()]
    assert unknown == []
    assert {code: codes()[code].group for code, chapter in where.items() if codes()[code].group != chapter} == {}
    assert set(CHAPTERS) <= set(groups())


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_examples_are_sorted(chapter: str):
    listed = re.findall(r"^\[([a-z0-9-]+)\]$", CHAPTERS[chapter], re.MULTILINE)
    assert listed == sorted(listed)


def test_a_passage_is_edited_a_file_is_added_to_or_replaced():
    edited, added = examples()["frame-differs"], examples()["word-bullet"]
    assert "belopp: 31 500\n" in str(edited.wrong_plan.files[f"{FOLDER}/plan.yaml"])
    assert str(added.wrong_plan.files[f"{FOLDER}/sections/taxor.md"]).startswith(base()[f"{FOLDER}/sections/taxor.md"])
    replaced = examples()["front-matter-missing"]
    assert replaced.wrong_plan.files[f"{FOLDER}/sections/taxor.md"] == replaced.wrong


def test_bytes_that_are_no_text_are_given_as_such():
    assert b"\xe4" in bytes(examples()["not-utf8"].wrong_plan.read(f"{FOLDER}/sections/taxor.md") or b"")


def test_the_last_line_is_repeated_and_counts():
    assert repeated("a:\n  b{n}: c\n", 2) == "a:\n  b1: c\n  b2: c\n"
    assert repeated("a\n", 1) == "a\n"
