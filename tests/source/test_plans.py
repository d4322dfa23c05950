from __future__ import annotations

from plangen.source.plans import files_of, plan_folders
from plangen.source.source import Memory

FILES = {
    "content/a/plan.yaml": "",
    "content/a/goals/x.md": "",
    "content/b/plan.yaml": "",
    "content/c/notes.md": "",
    "templates/brand.yaml": "",
}


def test_folder_with_a_plan_file_is_a_plan() -> None:
    assert plan_folders(Memory(FILES), "content") == ("a", "b")
    assert plan_folders(Memory({}), "content") == ()


def test_files_of_a_plan_are_its_own_and_the_templates() -> None:
    assert files_of(Memory(FILES), "content/a") == (
        "content/a/goals/x.md",
        "content/a/plan.yaml",
        "templates/brand.yaml",
    )


def test_files_far_down_are_left_out() -> None:
    deep = "content/a/" + "/".join("abcdefghijklmnopqrstuvwxyz") + "/x.md"
    assert files_of(Memory({deep: "", "content/a/plan.yaml": ""}), "content/a") == ("content/a/plan.yaml",)
