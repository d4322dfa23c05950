from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from plangen.cli.commit import Committed
from plangen.cli.main import main
from plangen.output.manifest import MANIFEST, Manifest

OWN = Manifest({"plangen": "1"}, {}, {})


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    assert main(["init", str(tmp_path / "planer")]) == 0
    if not (tmp_path / "planer/.git").exists():
        git(tmp_path / "planer", "init", "-q")
    return tmp_path / "planer"


def built(root: Path) -> dict[str, object]:
    assert main(["build", "--root", str(root), "--out", str(root / "build"), "--to", "html"]) == 0
    (manifest,) = root.glob(f"build/*/{MANIFEST}")
    data = json.loads(manifest.read_text(encoding="utf-8"))
    return {name: data[name] for name in ("commit", "clean")}


def test_the_record_names_the_commit_that_a_plan_was_built_at(repository: Path) -> None:
    assert built(repository) == {"commit": "", "clean": False}, "nothing is committed yet"
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "x")
    first = git(repository, "rev-parse", "HEAD")
    assert built(repository) == {"commit": first, "clean": True}, "noted though nothing is built anew"
    (plan,) = repository.glob("content/*/plan.yaml")
    plan.write_text(plan.read_text(encoding="utf-8") + "# en rad till\n", encoding="utf-8")
    assert built(repository) == {"commit": first, "clean": False}
    git(repository, "commit", "-qam", "y")
    assert built(repository) == {"commit": git(repository, "rev-parse", "HEAD"), "clean": True}


def test_a_file_of_another_kind_changes_nothing_in_the_record(repository: Path) -> None:
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "x")
    before = built(repository)
    (repository / "anteckning.txt").write_text("x")
    assert built(repository) == before
    assert before["clean"] is True


def test_a_plan_outside_any_repository_has_no_commit(tmp_path: Path) -> None:
    assert Committed(tmp_path, ("content/a",)).noted(OWN, "content/a") == OWN
