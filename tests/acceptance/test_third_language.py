"""A further language is a catalogue and a column of the vocabulary, and nothing in code.

An invented language is added to a copy of the package, and a plan is written, faulted, built and listed in it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import plangen.cli.main

PACKAGE = Path(plangen.cli.main.__file__).parents[1]
CODE = "qaa"
"""For private use in ISO 639; three letters, as many languages have."""

Run = Callable[..., subprocess.CompletedProcess[str]]


def invented(word: str) -> str:
    """The word of the language for an English one."""
    return f"q{word}"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package with the language added: one file more, and one column in each table of words."""
    root = tmp_path_factory.mktemp("package")
    shutil.copytree(PACKAGE, root / "plangen", ignore=shutil.ignore_patterns("__pycache__"))
    locale = root / "plangen" / "locale"
    english = (locale / "en.toml").read_text(encoding="utf-8")
    catalogue = re.sub(r'^([\w-]+ = ")', r"\1Q", english, flags=re.MULTILINE)
    catalogue = re.sub(r"^tag = .*$", f'tag = "{CODE}"', catalogue, flags=re.MULTILINE)
    catalogue = re.sub(r"^babel = .*$", 'babel = "fi_FI"', catalogue, flags=re.MULTILINE)
    (locale / f"{CODE}.toml").write_text(catalogue, encoding="utf-8")
    for table in (path for path in locale.glob("*.toml") if len(path.stem) > 3):
        text = table.read_text(encoding="utf-8")
        table.write_text(re.sub(r'\ben = "([^"]*)"', rf'en = "\1", {CODE} = "q\1"', text), encoding="utf-8")
    return root


@pytest.fixture
def words() -> dict[str, dict[str, str]]:
    """The words of the language by table and term."""
    tables = tomllib.loads((PACKAGE / "locale" / "vocabulary.toml").read_text(encoding="utf-8"))
    return {table: {term: invented(row["en"]) for term, row in rows.items()} for table, rows in tables.items()}


@pytest.fixture
def project(tmp_path: Path, words: dict[str, dict[str, str]]) -> Path:
    key, role, row = words["keys"], words["column_role"], words["row_role"]
    files = {
        "plan.yaml": f"""\
{key["title"]}: Plan
{key["organisation"]}: Organisation
{key["year"]}: 2027
{key["language"]}: {CODE}
{key["status"]}: {words["status"]["draft"]}
{key["outline"]}: arsplan
{key["sections"]}: [start]
""",
        "sections/start.md": f"""\
---
{key["title"]}: Start
{key["goals"]}: {words["goals_choice"]["all"]}
{key["tables"]}: [table]
---
See [](#health). The sum is {{{{ budget.table.sum.second | tkr }}}}.
""",
        "goals.yaml": f"""\
{key["levels"]}:
  - {key["name"]}: Goal
{key["goals"]}: [health]
""",
        "goals/health.md": f"""\
---
{key["title"]}: Health
{key["agenda2030"]}: [3]
{key["indicators"]}:
  - {key["name"]}: Waiting
    {key["target"]}: {words["direction"]["decreasing"]}
    {key["periodicity"]}: Year
    {key["source"]}: Statistics
  - {key["name"]}: Trust
    {key["target"]}: Qaaaa
    {key["periodicity"]}: Year
    {key["source"]}: Statistics
---
Text.
""",
        "budget/table.yaml": f"""\
{key["title"]}: Table
{key["unit"]}: tkr
{key["columns"]}:
  first: {{{key["heading"]}: First, {key["role"]}: {role["opening"]}}}
  second: {{{key["heading"]}: Second, {key["role"]}: {role["closing"]}}}
{key["rows"]}:
  - {key["name"]}: Care
    first: 12 345,5
  - {key["name"]}: Sum
    {key["role"]}: {row["total"]}
""",
    }
    for path, text in files.items():
        place = tmp_path / "content" / "plan" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    brand = f'{key["colours"]}: {{{key["url"]}: "#003366"}}\n{key["header"]}: "{{{words["running_field"]["title"]}}}"\n'
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "brand.yaml").write_text(brand, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(package: Path, project: Path) -> Run:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(package)}
        command = [sys.executable, "-m", "plangen", *arguments]
        return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)

    return run


def edit(project: Path, path: str, old: str, new: str) -> None:
    file = project / "content" / "plan" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_plan_is_built_in_a_language_that_was_added(project: Path, run: Run):
    done = run("build")
    assert (done.stderr, done.returncode) == ("", 0)
    assert "Status: qdraft" in done.stdout
    page = (project / "build/plan/plan.html").read_text(encoding="utf-8")
    assert f'<html lang="{CODE}">' in page
    assert ">QContents<" in page
    assert "QGoal 3</span> QGood Health and Well-being" in page
    assert "12\u00a0345,5" in page
    assert {path.suffix for path in (project / "build/plan").iterdir()} == {".docx", ".html", ".json", ".pdf"}
    assert run("build").stdout.splitlines()[0].endswith("unchanged")


def test_faults_are_told_in_the_language_with_its_own_words(project: Path, run: Run):
    edit(project, "plan.yaml", "qyear", "year")
    edit(project, "goals/health.md", "[3]", "[18]")
    edit(project, "plan.yaml", "qdraft", "qdrat")
    done = run("check")
    assert done.returncode == 1
    assert "Qthe word “year” is" in done.stderr
    assert "qyear: 2027" in done.stderr
    assert "QDid you mean qdraft?" in done.stderr
    assert "[agenda-unknown-goal]" in done.stderr
    assert done.stdout.startswith("QErrors: ")


def test_plans_are_listed_and_spoken_of_in_the_language(run: Run):
    assert "Qnever" in run("list").stdout
    assert json.loads(run("list", "--format", "json").stdout)[0]["language"] == CODE
    assert "Qplangen: Q" in run("check", "nothing", "--lang", CODE).stderr


def test_language_of_a_plan_that_does_not_say_is_told_by_its_keys(project: Path, run: Run):
    edit(project, "plan.yaml", f"qlanguage: {CODE}\n", "")
    assert run("check").stdout == "QNo errors, no warnings.\n"
