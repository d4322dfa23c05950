from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plangen.formatting import files as module
from plangen.formatting.files import Overlay, format_file, format_plan
from plangen.formatting.same import without_places
from plangen.readers.plan import read_plan
from plangen.source.source import Folder, Memory

PROJECT = Path(__file__).parents[2]
PLANS = sorted(path.parent for path in PROJECT.glob("**/plan.yaml") if ".venv" not in path.parts)
BROKEN = "titel: P\nmålvärde: >= 3\n"

MESS = (
    (": ", ":   "),
    ("\n", "\r\n"),
    ("\n  - ", "\n-   "),
    ("\n\n", "\n\n\n\n"),
    ("\n", " \n"),
    ('"', "'"),
    ("**", "__"),
    (", ", ","),
    ("\n- ", "\n*  "),
    ("\n", "\n# kommentar\n"),
)
"""What untidy authors do to a file."""


def test_the_plans_are_found():
    assert len(PLANS) > 1


@pytest.mark.parametrize("folder", PLANS, ids=lambda path: path.name)
def test_a_plan_of_the_repository_says_the_same_afterwards_and_is_formatted_once(folder: Path):
    source = Folder(folder.parent)
    formatted, _ = format_plan(source, folder.name)
    after = Overlay(source, {each.path: each.after for each in formatted})
    assert without_places(read_plan(after, folder.name)[0]) == without_places(read_plan(source, folder.name)[0])
    assert format_plan(after, folder.name)[0] == ()


def test_the_real_plan_has_the_canonical_form():
    assert format_plan(Folder(PROJECT / "content"), "regionstyrelsen-2026") == ((), ())


@settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=40,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.data())
def test_a_file_that_was_made_untidy_says_the_same_afterwards(data: st.DataObject):
    folder = PROJECT / "content" / "regionstyrelsen-2026"
    path = data.draw(st.sampled_from(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))))
    text = (folder / path).read_text(encoding="utf-8")
    for before, after in data.draw(st.lists(st.sampled_from(MESS), max_size=3)):
        parts = text.split(before)
        chosen = data.draw(st.sets(st.integers(1, max(1, len(parts) - 1)), max_size=20))
        text = parts[0] + "".join((after if at in chosen else before) + part for at, part in enumerate(parts[1:], 1))
    source = Memory({f"p/{path}": text})
    formatted, left = format_file(source, f"p/{path}")
    assert not [each for each in left if each.code == "format-unsure"]
    if formatted:
        again = Memory({f"p/{path}": formatted.after})
        assert format_file(again, f"p/{path}") == (None, ())
        assert "\r" not in formatted.after


def test_a_file_with_a_fault_of_form_is_left_alone_at_its_place():
    formatted, (left,) = format_file(Memory({"p/plan.yaml": BROKEN}), "p/plan.yaml")
    assert formatted is None
    assert (left.code, left.location.line) == ("format-broken", 2)


@pytest.mark.parametrize("content", [b"titel: \xff\n", "titel: a\ntitel: b\n", "a: \x07\n"])
def test_a_file_that_cant_be_read_is_left_alone(content: bytes | str):
    formatted, (left,) = format_file(Memory({"p/plan.yaml": content}), "p/plan.yaml")
    assert (formatted, left.code) == (None, "format-broken")


@pytest.mark.parametrize("text", ["titel: a\n", "---\ntitel: a\n\ntext\n", "---\na: 1\n---\n```\nkod\n```\n"])
def test_markdown_that_cant_be_read_is_left_alone(text: str):
    formatted, (left,) = format_file(Memory({"p/goals/a.md": text}), "p/goals/a.md")
    assert (formatted, left.code) == (None, "format-broken")


def test_a_file_that_would_say_something_else_is_left_alone(monkeypatch: pytest.MonkeyPatch):
    for wrong in ("a: 2\n", "a: 1\nb: 2\n", "a: 1 # ny\n", "a: >= 1\n"):
        monkeypatch.setattr(module, "canonical_yaml", lambda text, wrong=wrong: wrong)
        formatted, (left,) = format_file(Memory({"p/plan.yaml": "a:   1\n"}), "p/plan.yaml")
        assert (formatted, left.code) == (None, "format-unsure")


def test_a_plan_that_would_say_something_else_is_left_alone(minimal_plan, monkeypatch: pytest.MonkeyPatch):
    """A file's own comparison sees it first; this is the second net."""
    monkeypatch.setattr(module, "_content", lambda text, path: None)
    monkeypatch.setattr(module, "canonical_yaml", lambda text: text.replace("Region Exempel", "Region Annan"))
    formatted, left = format_plan(Memory(minimal_plan), "content/plan")
    assert [each for each in formatted if each.path.endswith("plan.yaml")] == []
    assert [(each.code, each.location.file) for each in left] == [("format-unsure", "content/plan/plan.yaml")]


def test_other_files_in_the_folder_are_no_concern_of_it(minimal_plan):
    files = {**minimal_plan, "content/plan/README.md": "*  a", "content/plan/data.json": "{ }"}
    assert format_plan(Memory(files), "content/plan") == format_plan(Memory(minimal_plan), "content/plan")


def test_an_overlay_has_the_files_put_over_it():
    over = Overlay(Memory({"p/a.yaml": "1", "p/b.yaml": "2"}), {"p/a.yaml": "3", "p/c.yaml": "4", "p/d/e.yaml": "5"})
    assert over.names("p") == ("a.yaml", "b.yaml", "c.yaml")
    assert [over.read(f"p/{name}.yaml") for name in "abcx"] == [b"3", b"2", b"4", None]
