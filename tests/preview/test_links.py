from __future__ import annotations

from pathlib import Path

from plangen.diagnostics import Location
from plangen.locale.catalogue import catalogue
from plangen.preview.links import Editors, Link, code_pattern

PLACE = Location("content/plan/goals/god hälsa#1.md", 12, 3)
WEB = "https://github.com/o/p/edit/main/{file}#L{line}"


def test_vs_code_is_led_to_the_line_and_column(tmp_path: Path):
    root = tmp_path / "mina planer {file}"
    (link,) = Editors(root, "", catalogue("sv")).links(PLACE)
    start = f"vscode://file{tmp_path.resolve().as_posix()}/mina%20planer%20%7Bfile%7D/"
    assert link == Link("Öppna i VS Code", f"{start}content/plan/goals/god%20h%C3%A4lsa%231.md:12:3")


def test_a_drive_is_kept_in_the_address():
    assert code_pattern(Path("/c:/planer")) == "vscode://file/c:/planer/{file}:{line}:{column}"


def test_the_web_editor_is_named_by_its_host():
    links = Editors(Path("/x"), WEB, catalogue("en")).links(PLACE)
    assert links[1] == Link(
        "Edit on github.com", "https://github.com/o/p/edit/main/content/plan/goals/god%20h%C3%A4lsa%231.md#L12"
    )


def test_the_whole_of_a_file_is_opened_at_its_start():
    (link,) = Editors(Path("/x"), "", catalogue("sv")).links(Location("content/plan/plan.yaml"))
    assert link.url == "vscode://file/x/content/plan/plan.yaml:1:1"


def test_what_comes_with_plangen_has_no_link():
    assert Editors(Path("/x"), WEB, catalogue("sv")).links(Location("plangen:outline/arsplan.md.j2", 3)) == ()
