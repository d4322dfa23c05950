"""Workflows run here as a Git host runs them: their own shell steps, a repository, and a `gh` that only listens."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from plangen.cli.main import main

CI = Path(__file__).resolve().parents[2] / "src/plangen/templates/ci"
PLAN = "verksamhetsplan-2027"
GOAL = f"content/{PLAN}/goals/hela-gator.md"
BUDGET = f"content/{PLAN}/budget/driftbudget.yaml"

FAKE_GH = '''\
"""Stands in for `gh`: answers from world.json, and writes down in calls.json what it was asked to do."""
import json, os, sys, pathlib

here = pathlib.Path(os.environ["FAKE_GH"])
world = json.loads((here / "world.json").read_text())
arguments = sys.argv[1:]
calls = json.loads((here / "calls.json").read_text())

def value(flag):
    return arguments[arguments.index(flag) + 1] if flag in arguments else None

if arguments[0] == "release":
    calls.append(arguments)
    (here / "calls.json").write_text(json.dumps(calls))
    sys.exit(1 if arguments[1] == "view" and not world["released"] else 0)
path = next(each for each in arguments[1:] if each.startswith("repos/")).partition("?")[0]
method = value("--method") or "GET"
body = json.loads(pathlib.Path(value("--input")).read_text()) if value("--input") else None
if method != "GET":
    calls.append([method, path, body])
    (here / "calls.json").write_text(json.dumps(calls))
    print("{}")
elif path.endswith("/zip"):
    sys.stdout.buffer.write((here / path.split("/")[-2]).with_suffix(".zip").read_bytes())
elif path.endswith("/pulls"):
    fields = dict(each.split("=", 1) for index, each in enumerate(arguments) if arguments[index - 1] == "-f")
    assert fields["state"] == "open"
    print(json.dumps([each for each in world["pulls"] if each["head"]["label"] == fields["head"]]))
elif path.endswith("/artifacts"):
    print(json.dumps({"artifacts": world["artifacts"]}))
elif path.endswith("/comments"):
    for page in world["comments"]:
        print(json.dumps(page))
else:
    sys.exit(f"unknown: {arguments}")
'''


def workflow(name: str) -> dict[str, Any]:
    """A workflow as a mapping."""
    read: dict[str, Any] = YAML(typ="safe").load((CI / name).read_text(encoding="utf-8"))
    return read


def steps(name: str, job: str) -> dict[str, str]:
    """The shell steps of a job, by name, in order."""
    return {each["name"]: each["run"] for each in workflow(name)["jobs"][job]["steps"] if "run" in each}


@dataclass
class Runner:
    """A machine that runs a job's steps one after another in a folder."""

    place: Path
    work: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("output", "summary"):
            (self.place / name).write_text("", encoding="utf-8")

    def run(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs a step as GitHub does it (`shell: bash`)."""
        given = {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            "GITHUB_OUTPUT": str(self.place / "output"),
            "GITHUB_STEP_SUMMARY": str(self.place / "summary"),
            "RUNNER_TEMP": str(self.place),
            "LC_ALL": "C.UTF-8",
            **self.environment,
            **environment,
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(
            command, cwd=self.work, env=given, capture_output=True, text=True, timeout=120, check=False
        )

    @property
    def outputs(self) -> dict[str, str]:
        """What the steps have handed on."""
        lines = (self.place / "output").read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


@dataclass
class Host:
    """What `gh` knows, and what it was asked to do."""

    place: Path
    pulls: list[Any] = field(default_factory=list)
    artifacts: list[Any] = field(default_factory=list)
    comments: list[list[Any]] = field(default_factory=lambda: [[]])
    released: bool = False

    def ready(self) -> dict[str, str]:
        """The environment in which `gh` is this one."""
        folder = self.place / "bin"
        folder.mkdir(exist_ok=True)
        (self.place / "gh.py").write_text(FAKE_GH, encoding="utf-8")
        (folder / "gh").write_text(f'#!/bin/sh\nexec "{sys.executable}" "{self.place}/gh.py" "$@"\n', encoding="utf-8")
        (folder / "gh").chmod(0o755)
        known = {name: getattr(self, name) for name in ("pulls", "artifacts", "comments", "released")}
        (self.place / "world.json").write_text(json.dumps(known), encoding="utf-8")
        (self.place / "calls.json").write_text("[]", encoding="utf-8")
        return {"FAKE_GH": str(self.place), "PATH": f"{folder}:{os.environ['PATH']}"}

    @property
    def calls(self) -> list[Any]:
        """What was done, in order."""
        read: list[Any] = json.loads((self.place / "calls.json").read_text(encoding="utf-8"))
        return read


def decided(work: Path, day: str) -> None:
    """The plan is decided on a day, and that is committed."""
    path = work / f"content/{PLAN}/plan.yaml"
    text = path.read_text(encoding="utf-8")
    assert "status: utkast" in text
    text = text.replace("status: utkast", "status: beslutad") + f"beslut:\n  beslutad av: Nämnden\n  datum: {day}\n"
    path.write_text(text, encoding="utf-8")
    git(work, "commit", "--quiet", "-am", "Beslutad")


def git(work: Path, *arguments: str) -> str:
    """What git answers, without this computer's settings."""
    settings = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    who = ["-c", "user.name=Nina", "-c", "user.email=nina@example.org"]
    done = subprocess.run(
        ["git", *who, *arguments], cwd=work, check=True, capture_output=True, text=True, env={**os.environ, **settings}
    )
    return done.stdout.strip()


def new_repository(place: Path) -> Path:
    """A new plan repository, committed and cloned, in which plangen is installed: what a runner checks out."""
    begun, work = place / "planer", place / "work"
    assert main(["init", str(begun)]) == 0
    git(begun, "init", "--quiet", "-b", "main")
    git(begun, "add", ".")
    git(begun, "commit", "--quiet", "-m", "Ny plan")
    git(place, "clone", "--quiet", str(begun), str(work))
    (work / ".venv/bin").mkdir(parents=True)
    (work / ".venv/bin/plangen").symlink_to(Path(sys.executable).parent / "plangen")
    for name in ("ready", "all-ready"):
        (work / f".venv/{name}").touch()
    return work


def changed(work: Path) -> None:
    """Commits a change of a goal and of the budget on a branch."""
    git(work, "switch", "--quiet", "-c", "forslag")
    for file, old, new in ((GOAL, "minst 85 %", "minst 90 %"), (BUDGET, "ändring: 400", "ändring: 300")):
        path = work / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    plan = work / f"content/{PLAN}/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("48 200", "48 100"), encoding="utf-8")
    git(work, "commit", "--quiet", "-am", "Ett förslag")


def copied(work: Path, to: Path) -> Path:
    """A copy of a repository, to change."""
    shutil.copytree(work, to, symlinks=True)
    return to
