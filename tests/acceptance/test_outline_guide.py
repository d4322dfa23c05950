"""docs/disposition.md: it names every function, attribute and part that an outline can use, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plangen.build import examine
from plangen.compose.outline import outline_names
from plangen.compose.views import View
from plangen.diagnostics import Severity
from plangen.readers.attributes import CLASSES, KEYS
from plangen.source.source import Folder, Memory

from ..compose.plans import SWEDISH, edited, memory, plan  # noqa: TID252 - tests are no package

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/disposition.md").read_text(encoding="utf-8")
PARTS = ("plan", "section", "goal", "table")


def part(title: str) -> str:
    """The text under a heading."""
    return GUIDE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def names() -> dict[str, object]:
    return outline_names(plan(), SWEDISH)


def test_every_function_is_told_of_and_no_other() -> None:
    told = re.findall(r"^\| `(\w+)\(", part("Funktioner"), re.MULTILINE)
    assert sorted(told) == sorted(name for name, value in names().items() if callable(value))


def test_every_attribute_of_headings_is_told_of_and_no_other() -> None:
    told = re.findall(r"^\| `([^`]+)`", part("Rubrikernas attribut"), re.MULTILINE)
    known = {"#id", *(f".{name}" for name in CLASSES), *(key for key in KEYS if key not in ("id", "class"))}
    assert {each.partition("=")[0] for each in told} == known


@pytest.mark.parametrize("of", PARTS)
def test_every_name_of_the_plans_parts_is_told_of_and_no_other(of: str) -> None:
    view = names()["plan"]
    assert isinstance(view, View)
    sections, goals, tables = view["sections"], view["goals"], view["tables"]
    assert isinstance(sections, tuple)
    assert isinstance(goals, tuple)
    assert isinstance(tables, View)
    views = {"plan": view, "section": sections[0], "goal": goals[0], "table": tables["drift"]}
    found = views[of]
    assert isinstance(found, View)
    told = re.findall(rf"`{of}\.(\w+)", part("Det planen har"))
    assert set(told) - {"yaml"} == set(found.names())


def test_the_example_is_an_outline_that_leaves_nothing_out() -> None:
    example = re.search(r"```\n(.*?)```", part("Ett helt exempel"), re.DOTALL)
    assert example
    found = examine(memory(example[1]), "content/plan")
    assert (found.sound, found.diagnostics) == (True, ())
    source = edited(memory(example[1]), "plan.yaml", "avsnitt:", "bilagor: [taxa]\navsnitt:")
    source = Memory({**source.files, "content/plan/sections/taxa.md": "---\ntitel: Taxa\n---\nText.\n"})
    assert examine(source, "content/plan").diagnostics == ()


def test_a_copy_of_the_shipped_outline_makes_the_same_document_of_every_plan() -> None:
    shipped = (ROOT / "src/plangen/templates/outline/arsplan.md.j2").read_text(encoding="utf-8")
    for case in sorted((ROOT / "tests/golden").glob("*/content/*/plan.yaml")):
        root, folder = case.parents[2], f"content/{case.parent.name}"
        if (root / "templates/outline").is_dir():
            continue
        files = {path.relative_to(root).as_posix(): path.read_bytes() for path in case.parent.rglob("*.*")}
        own = examine(Memory({**files, "templates/outline/arsplan.md.j2": shipped}), folder)
        first = examine(Folder(root), folder)
        assert first.document is not None
        assert own.document is not None
        assert own.document.metadata == first.document.metadata
        assert [type(block) for block in own.document.blocks] == [type(block) for block in first.document.blocks]
        assert all(each.severity < Severity.ERROR for each in own.diagnostics)
