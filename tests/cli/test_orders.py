from __future__ import annotations

from pathlib import Path

import pytest

from plangen.cli.orders import Order, folders, root_of
from plangen.diagnostics import PlangenError
from plangen.source.source import Folder, Memory

SOURCE = Memory({"content/a/plan.yaml": "", "content/b/plan.yaml": "", "content/c/x.md": ""})


def order(*plans: str) -> Order:
    return Order(Path("nowhere"), plans, (), Path("build"), None)


def test_no_plan_asked_for_means_all() -> None:
    assert folders(order(), SOURCE) == ("content/a", "content/b")


def test_plan_is_asked_for_by_name() -> None:
    assert folders(order("b", "a", "b"), SOURCE) == ("content/b", "content/a")


def test_folder_without_a_plan_file_is_no_plan() -> None:
    with pytest.raises(PlangenError) as raised:
        folders(order("c"), SOURCE)
    assert raised.value.code == "unknown-plan"


def test_content_without_plans_is_told_of() -> None:
    with pytest.raises(PlangenError) as raised:
        folders(order(), Memory({}))
    assert raised.value.code == "no-plans"


def test_the_root_is_the_nearest_folder_upwards_with_content(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "content" / "a" / "goals").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "content" / "a" / "goals")
    assert root_of("") == Path("../../..")
    assert root_of("x") == Path("x")
    monkeypatch.chdir(tmp_path)
    assert root_of("") == Path()


def test_where_no_folder_has_content_the_root_is_this_one(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert root_of("") == Path()


def test_a_folder_within_a_plan_stands_for_the_plan(tmp_path: Path, monkeypatch) -> None:
    within = tmp_path / "content" / "a" / "goals"
    within.mkdir(parents=True)
    (within / "x.md").write_text("", encoding="utf-8")
    (tmp_path / "content" / "a" / "plan.yaml").write_text("", encoding="utf-8")
    monkeypatch.chdir(within)
    asked = Order(root_of(""), (".",), (), Path("build"), None)
    assert folders(asked, Folder(asked.root)) == ("content/a",)


@pytest.mark.parametrize("asked", ["content/a/nothing", "content"])
def test_a_folder_that_is_not_there_or_holds_plans_is_no_plan(asked: str, tmp_path: Path) -> None:
    (tmp_path / "content" / "a").mkdir(parents=True)
    (tmp_path / "content" / "a" / "plan.yaml").write_text("", encoding="utf-8")
    with pytest.raises(PlangenError):
        folders(Order(tmp_path, (asked,), (), Path("build"), None), Folder(tmp_path))
