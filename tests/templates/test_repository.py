from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from plangen.locale.catalogue import LANGUAGES
from plangen.source.plans import plan_folders
from plangen.source.source import Memory
from plangen.templates.repository import repository_files

PROJECT = Path(__file__).parents[2]
VALUES = {"name": "Våra planer", "plangen": "plangen==1.2"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_plan_a_guide_and_what_builds_it(language: str) -> None:
    files = repository_files(language, VALUES)
    assert len(plan_folders(Memory({path: text.decode() for path, text in files.items()}), "content")) == 1
    assert {"README.md", "Makefile", "requirements.txt", ".gitattributes", ".gitignore", ".gitlab-ci.yml"} <= set(files)
    assert {".github/workflows/plan.yml", ".vscode/settings.json", ".pre-commit-config.yaml"} <= set(files)


def test_values_are_put_in_their_places() -> None:
    files = repository_files("sv", VALUES)
    assert files["README.md"].startswith("# Våra planer\n".encode())
    assert files["requirements.txt"].decode().splitlines()[-1] == "plangen==1.2"
    assert not [path for path, text in files.items() for name in VALUES if f"@{name.upper()}@".encode() in text]


def test_workflows_are_to_the_letter_those_of_the_package() -> None:
    source = PROJECT / "src/plangen/templates/ci/dot-github/workflows"
    files = repository_files("sv", {"head_ref": "changed"})
    for each in source.iterdir():
        assert files[f".github/workflows/{each.name}"] == each.read_bytes()


def test_this_repository_uses_the_same_workflows() -> None:
    used = {each.name: each.read_bytes() for each in (PROJECT / ".github/workflows").iterdir()}
    files = repository_files("sv", VALUES)
    assert used
    assert {f".github/workflows/{name}": text for name, text in used.items()} == {
        path: text for path, text in files.items() if path.startswith(".github/workflows/")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_end_as_in_unix_and_editor_settings_can_be_read(language: str) -> None:
    files = repository_files(language, VALUES)
    assert not [path for path, text in files.items() if b"\r" in text or not text.endswith(b"\n")]
    assert json.loads(files[".vscode/settings.json"])["files.eol"] == "\n"


def test_the_languages_have_the_same_keys_to_make() -> None:
    """A workflow runs `make install` in each."""
    targets = [
        {
            line.partition(":")[0]
            for line in repository_files(language, VALUES)["Makefile"].decode().splitlines()
            if "## " in line
        }
        for language in LANGUAGES
    ]
    assert all(each == targets[0] for each in targets)
    assert {"plan", "install", "check"} <= targets[0]


def test_the_wheel_has_every_file_of_a_new_repository(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    source = PROJECT / "src"
    kept = {
        path.relative_to(source).as_posix()
        for folder in ("start", "ci")
        for path in (source / "plangen/templates" / folder).rglob("*")
        if path.is_file()
    }
    assert kept
    assert kept <= set(zipfile.ZipFile(wheel).namelist())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_changed_is_shown_since_the_shared_branch_where_there_is_one_else_since_main(language, tmp_path):
    files = repository_files(language, {"name": "planer", "plangen": "plangen"})
    (tmp_path / "Makefile").write_bytes(files["Makefile"])

    def run(*command: str) -> str:
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
    run(*git, "init", "-q", "-b", "main")
    run(*git, "commit", "-q", "--allow-empty", "-m", "a")
    ask = ("make", "-s", "--eval", "base: ; @echo $(BASE)", "base")
    assert run(*ask) == "main\n"
    run(*git, "update-ref", "refs/remotes/origin/main", "HEAD")
    assert run(*ask) == "origin/main\n"
    assert run(*ask, "BASE=utkast") == "utkast\n"
