"""Mistakes that people make, and what they are told: one finding for one mistake, at its place, with what to write.

The mistakes are data: `tests/mistakes/plan` is a plan without faults, each table of `tests/mistakes/*.toml` a change in
one of its files.

    file, find, write      a passage and what stands in its place; without `find` the whole file
    encoding, line_end     how the file is saved
    rename, remove         what becomes of the file
    also                   more changes
    found                  what is told: code, file, line, column (counted from 1) and the words that are marked
    says                   what the text of the first of them says at least
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from plangen.build import examine
from plangen.cli.report import report
from plangen.diagnostics import Diagnostic
from plangen.locale.catalogue import catalogue
from plangen.readers.text_file import decoded
from plangen.source.source import Memory

MISTAKES = Path(__file__).parents[1] / "mistakes"
FOLDER = "content/plan"
LEAST = 60

Files = dict[str, bytes]


def plan() -> Files:
    """The plan without faults, by the paths of its files."""
    files = (path for path in sorted((MISTAKES / "plan").rglob("*")) if path.is_file())
    return {path.relative_to(MISTAKES / "plan").as_posix(): path.read_bytes() for path in files}


def mistakes() -> dict[str, dict[str, Any]]:
    """Every mistake by its name."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(MISTAKES.glob("*.toml")):
        for name, mistake in tomllib.loads(path.read_text(encoding="utf-8")).items():
            assert name not in found, f"{name} stands twice"
            found[name] = mistake
    return found


def made(files: Files, mistake: dict[str, Any]) -> Files:
    """The files with a mistake made in them."""
    name = mistake["file"]
    text = files[name].decode("utf-8") if name.endswith((".md", ".yaml")) else ""
    if "find" in mistake:
        assert text.count(mistake["find"]) == 1, f"{mistake['find']!r} stands {text.count(mistake['find'])} times"
        text = text.replace(mistake["find"], mistake["write"])
    elif "write" in mistake:
        text = mistake["write"]
    data = text.replace("\n", mistake.get("line_end", "\n")).encode(mistake.get("encoding", "utf-8"))
    changed = {**files, name: data}
    if mistake.get("remove") or "rename" in mistake:
        del changed[name]
    if "rename" in mistake:
        changed[mistake["rename"]] = data if text else files[name]
    for other in mistake.get("also", ()):
        changed = made(changed, other)
    return changed


def examined(files: Files) -> tuple[tuple[Diagnostic, ...], list[str]]:
    """What is found in a plan, and the text of each finding."""
    source = Memory({f"{FOLDER}/{name}": data for name, data in files.items()})
    result = examine(source, FOLDER)
    words = catalogue(result.plan.language if result.plan else "sv")
    texts = report(result.diagnostics, words, lambda path: lines(files, path))
    return result.diagnostics, list(texts)


def lines(files: Files, path: str) -> tuple[str, ...]:
    data = files.get(path.removeprefix(f"{FOLDER}/"))
    return () if data is None else tuple(decoded(data, "replace").split("\n"))


def told(files: Files, each: Diagnostic) -> list[object]:
    """A finding as the data has it."""
    place = each.location
    text = lines(files, place.file)
    line = text[place.line - 1] if 0 < place.line <= len(text) else ""
    marked = line[place.column - 1 : place.column - 1 + place.length]
    return [each.code, place.file.removeprefix(f"{FOLDER}/"), place.line, place.column, marked]


def test_the_plan_has_no_faults() -> None:
    assert examined(plan())[0] == ()


def test_there_are_many_mistakes() -> None:
    assert len(mistakes()) >= LEAST


@pytest.mark.parametrize("name", sorted(mistakes()))
def test_a_mistake_is_told_where_it_is_with_what_to_write(name: str) -> None:
    mistake = mistakes()[name]
    files = made(plan(), mistake)
    found, texts = examined(files)
    assert [told(files, each) for each in found] == mistake["found"]
    assert mistake.get("says", "") in "".join(texts)
    assert bool(mistake.get("says")) == bool(found), "what a finding says is tested"


@pytest.mark.parametrize("name", sorted(name for name, mistake in mistakes().items() if mistake.get("found")))
def test_a_mistake_is_told_in_words_that_a_writer_knows(name: str) -> None:
    _, texts = examined(made(plan(), mistakes()[name]))
    for word in ("YAML", "parse", "token", "mapping", "skalär", "None", "{}"):
        assert all(word not in text.partition("hjälp:")[2] for text in texts)


@pytest.mark.parametrize("name", sorted(name for name, mistake in mistakes().items() if mistake.get("found")))
def test_a_hint_that_ends_with_a_colon_has_the_row_below_it(name: str) -> None:
    _, texts = examined(made(plan(), mistakes()[name]))
    for text in texts:
        hint, _, rows = text.partition("hjälp:")[2].partition("\n")
        assert hint.endswith(":") == ("│" in rows)
