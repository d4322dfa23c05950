"""The same input gives the same bytes, wherever and whenever it is built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PLANS = {
    "regionstyrelsen-2026": PROJECT,
    "mal-och-budget-2027": PROJECT / "examples" / "kommun",
    "liten-plan": PROJECT / "tests" / "golden" / "liten-plan",
}
"""Where each plan lies: one with templates and charts of its own among them."""
SURROUNDINGS = {
    "as it is": {},
    "another hash seed": {"PYTHONHASHSEED": "4711"},
    "no language": {"LC_ALL": "C", "LANG": "C"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "Swedish": {"LC_ALL": "sv_SE.UTF-8"},
    "Turkish, with other capital letters": {"LC_ALL": "tr_TR.UTF-8"},
    "another home": {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"},
}


@pytest.fixture(scope="module", autouse=True)
def locales(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The locales that are tried, compiled for these tests, whatever the machine has."""
    folder = tmp_path_factory.mktemp("locales")
    names = [name for name in (each.get("LC_ALL", "C") for each in SURROUNDINGS.values()) if name != "C"]
    for name in names:
        command = ("localedef", "-i", name.partition(".")[0], "-f", "UTF-8", str(folder / name))
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode and "CI" not in os.environ:
            pytest.skip(f"no locales to compile: {made.stderr.strip()}")
        assert made.returncode == 0, made.stderr
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("LOCPATH", str(folder))
        yield


def test_the_locales_that_are_tried_are_there() -> None:
    ask = "import locale; print(locale.setlocale(locale.LC_ALL, ''))"
    for each in SURROUNDINGS.values():
        if "LC_ALL" in each:
            environment = os.environ | each
            asked = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, check=True)
            assert asked.stdout.decode().strip() == each["LC_ALL"]


def built(plan: str, folder: Path, environment: dict[str, str]) -> dict[str, str]:
    project = folder / "project"
    shutil.copytree(PLANS[plan] / "content" / plan, project / "content" / plan)
    for looks in PLANS[plan].glob("templates"):
        shutil.copytree(looks, project / "templates")
    surroundings = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"} | environment
    command = (sys.executable, "-m", "plangen", "build", "--root", str(project), "--out", str(project / "build"))
    subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, check=True)
    files = sorted((project / "build" / plan).iterdir())
    return {file.suffix: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture(scope="module")
def references(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    return {plan: built(plan, tmp_path_factory.mktemp(plan), {"PYTHONHASHSEED": "0"}) for plan in PLANS}


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_bytes_are_the_same(
    plan: str, surroundings: str, references: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    found = built(plan, tmp_path / "somewhere" / "else", SURROUNDINGS[surroundings])
    assert set(found) == {".docx", ".html", ".json", ".pdf"}
    assert found == references[plan]


def test_source_date_epoch_dates_a_plan_without_a_date(tmp_path: Path) -> None:
    early = built("regionstyrelsen-2026", tmp_path / "a", {"SOURCE_DATE_EPOCH": "1700000000"})
    late = built("regionstyrelsen-2026", tmp_path / "b", {"SOURCE_DATE_EPOCH": "1800000000"})
    assert early[".pdf"] != late[".pdf"]
    assert early[".docx"] != late[".docx"]


def test_date_of_the_decision_goes_before_source_date_epoch(
    references: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    found = built("liten-plan", tmp_path, {"SOURCE_DATE_EPOCH": "1700000000"})
    expected = references["liten-plan"]
    assert all(found[kind] == expected[kind] for kind in (".docx", ".html", ".pdf"))
