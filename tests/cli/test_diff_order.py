"""Which sides `plangen diff` compares: bare repositories, submodules, and when changes were made."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from plangen.cli.diff_order import DiffOrder, Submodule, instant, sides
from plangen.diagnostics import PlangenError

COMMITTED = "2026-11-18T09:30:00Z"


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=T", "-c", "user.email=t@e.org", "-c", "protocol.file.allow=always")
    subprocess.run(
        ["git", "-C", str(folder), *settings, *arguments],
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin:/usr/local/bin", "GIT_COMMITTER_DATE": COMMITTED, "GIT_AUTHOR_DATE": COMMITTED},
    )


def order(root: Path, base: str, head: str = "", *plans: str) -> DiffOrder:
    return DiffOrder(root, base, head, None, plans, ("json",), root / "build/diff", None)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with two commits of one plan."""
    (tmp_path / "p/content/plan").mkdir(parents=True)
    git(tmp_path / "p", "init", "-q", "-b", "main")
    for text in ("titel: A\n", "titel: B\n"):
        (tmp_path / "p/content/plan/plan.yaml").write_text(text, encoding="utf-8")
        git(tmp_path / "p", "add", "-A")
        git(tmp_path / "p", "commit", "-qm", "x")
    return tmp_path / "p"


def test_a_bare_repository_has_no_files_to_compare_with_but_its_revisions(project: Path) -> None:
    git(project.parent, "clone", "-q", "--bare", str(project), "bar")
    with pytest.raises(PlangenError) as told:
        sides(order(project.parent / "bar", "main"))
    assert told.value.code == "git-no-working-tree"
    [(name, base, head)] = sides(order(project.parent / "bar", "main~1", "main")).plans
    assert name == "plan"
    assert [side.source.read("content/plan/plan.yaml") for side in (base, head)] == [b"titel: A\n", b"titel: B\n"]


@pytest.mark.parametrize("path", ["content/annan", "content/annan/goals"])
def test_a_plan_that_is_a_submodule_is_named_and_not_taken_for_new(path: str, project: Path) -> None:
    other = project.parent / "other"
    (other / "inner").mkdir(parents=True)
    git(other, "init", "-q", "-b", "main")
    (other / "plan.yaml").write_text("titel: C\n", encoding="utf-8")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "x")
    (project / "content/annan").mkdir(exist_ok=True)
    (project / "content/annan/plan.yaml").write_text("titel: C\n", encoding="utf-8")
    if path.endswith("goals"):
        git(project, "add", "-A")
    else:
        (project / "content/annan/plan.yaml").unlink()
        (project / "content/annan").rmdir()
    git(project, "submodule", "add", "-q", str(other), path)
    git(project, "commit", "-qm", "y")
    for head in ("", "HEAD"):
        found = sides(order(project, "HEAD", head))
        assert [name for name, *_ in found.plans] == ["plan"]
        assert found.submodules == (Submodule("annan", changed=False),)
    assert sides(order(project, "HEAD~1", "HEAD")).submodules == (Submodule("annan", changed=True),)
    assert sides(order(project, "HEAD~1", "HEAD", "plan")).submodules == ()
    assert sides(order(project, "HEAD~1", "HEAD", "annan")).plans == ()


def test_changes_are_of_the_later_commits_time_and_of_no_time_where_they_are_no_commits(project: Path) -> None:
    assert sides(order(project, "main~1", "main")).made == COMMITTED
    assert sides(order(project, "main")).made == ""


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("2026-11-18", "2026-11-18T00:00:00Z"),
        ("2026-11-18T10:00+01:00", "2026-11-18T09:00:00Z"),
        ("2026-11-18T10:00:00Z", "2026-11-18T10:00:00Z"),
    ],
)
def test_a_time_is_written_as_word_has_it(given: str, meant: str) -> None:
    assert instant(given) == meant


@pytest.mark.parametrize("given", ["18 november", "2026-13-01", "igår"])
def test_what_is_no_time_is_told(given: str) -> None:
    with pytest.raises(PlangenError) as told:
        instant(given)
    assert told.value.code == "diff-date-unreadable"
