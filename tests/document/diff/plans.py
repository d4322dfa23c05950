"""Plans as their writers edit them: files in memory, changed here and there, composed as the pipeline does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from plangen.build import examine
from plangen.document.document import Document
from plangen.source.source import Memory

ROOT = Path(__file__).parents[3]
PLACES = {
    "regionstyrelsen-2026": ROOT / "content/regionstyrelsen-2026",
    "liten-plan": ROOT / "tests/golden/liten-plan/content/liten-plan",
}

Files = Mapping[str, bytes | str]
Edit = Callable[[Files], Files]


@cache
def files(plan: str) -> Files:
    """The files of a plan."""
    place = PLACES[plan]
    return {each.relative_to(place).as_posix(): each.read_text() for each in sorted(place.rglob("*.*"))}


def composed(plan: Files) -> Document:
    """The resolved document of a plan's files, which have no fault."""
    examined = examine(Memory({f"content/plan/{name}": content for name, content in plan.items()}), "content/plan")
    assert examined.sound, examined.diagnostics
    assert examined.document is not None
    return examined.document


def put(file: str, old: str, new: str) -> Edit:
    """Puts other words in the place of some that a file has once."""

    def edit(plan: Files) -> Files:
        text = plan[file]
        assert isinstance(text, str)
        assert text.count(old) == 1, (file, old, text.count(old))
        return {**plan, file: text.replace(old, new)}

    return edit


def after(file: str, old: str, more: str) -> Edit:
    """Puts more behind some words."""
    return put(file, old, old + more)


def end(file: str, more: str) -> Edit:
    """Puts more at the end of a file."""

    def edit(plan: Files) -> Files:
        text = plan[file]
        assert isinstance(text, str)
        return {**plan, file: text.rstrip("\n") + more + "\n"}

    return edit


def write(file: str, content: bytes | str) -> Edit:
    """Writes a whole file."""
    return lambda plan: {**plan, file: content}


def rename(old: str, new: str) -> Edit:
    """Gives a file another name."""
    return lambda plan: {(new if name == old else name): content for name, content in plan.items()}


def body(file: str, text: str) -> Edit:
    """Puts another text under a file's front matter."""

    def edit(plan: Files) -> Files:
        content = plan[file]
        assert isinstance(content, str)
        front = content[: content.index("\n---\n") + 5]
        return {**plan, file: front + text + "\n"}

    return edit


def take(file: str) -> Edit:
    """Takes a file away."""
    return lambda plan: {name: content for name, content in plan.items() if name != file}


def edited(plan: Files, edits: Iterable[Edit]) -> Files:
    """A plan's files after some edits."""
    for edit in edits:
        plan = edit(plan)
    return plan
