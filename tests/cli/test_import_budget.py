from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from plangen.cli.import_budget import ImportOrder, run
from plangen.cli.main import main

TABLE = "Test (tkr)\n\nVerksamhet\tBudget 2026\nGator\t1 000\nPark\t500-\nSumma\t500\n"
NEW = "content/plan/budget/ny.yaml"


@pytest.fixture
def project(tmp_path: Path, minimal_plan) -> Path:
    for path, text in minimal_plan.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "t.txt").write_text(TABLE, encoding="utf-8")
    return tmp_path


def called(project: Path, *arguments: str) -> int:
    return main(["import", "budget", str(project / "t.txt"), "--root", str(project), *arguments])


def test_a_table_is_written_into_the_only_plan(project: Path, capsys):
    assert called(project, "--into", "budget/ny.yaml") == 0
    text = (project / NEW).read_text(encoding="utf-8")
    assert text.startswith("titel: Test\nenhet: tkr\nledrubrik: Verksamhet\n")
    out = capsys.readouterr().out
    assert "kolumn budget_2026: ”Budget 2026”, roll belopp" in out
    assert "tabeller: [ny]" in out
    assert called(project, "--into", "plan/budget/ny.yaml") == 0
    assert f"{NEW}: inget att ändra." in capsys.readouterr().out


def test_a_dry_run_writes_nothing_and_shows_the_file(project: Path, capsys):
    assert called(project, "--into", NEW, "--dry-run", "--title", "Egen") == 0
    assert not (project / NEW).exists()
    assert "titel: Egen\n" in capsys.readouterr().out


def test_the_clipboard_is_read(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode())))
    assert run(ImportOrder(project, "-", "budget/ny.yaml", range="A3:B5")) == 0
    assert "Summa" not in (project / NEW).read_text(encoding="utf-8")


def test_what_isnt_understood_is_told_with_its_cell_and_nothing_is_written(project: Path, capsys):
    (project / "t.txt").write_text(TABLE.replace("1 000", "1.000"), encoding="utf-8")
    assert called(project, "--into", "budget/ny.yaml") == 1
    told = capsys.readouterr()
    assert "t.txt B4: fel: ”1.000” är inget tal" in told.err
    assert "inget skrivet" in told.err
    assert not (project / NEW).exists()


@pytest.mark.parametrize(
    ("into", "code"),
    [
        ("ny.yaml", "import-into-unreadable"),
        ("budget/Ny tabell.yaml", "import-into-unreadable"),
        ("budget/ny.txt", "import-into-unreadable"),
        ("annan/budget/ny.yaml", "import-no-plan"),
        ("../budget/ny.yaml", "import-no-plan"),
    ],
)
def test_a_place_that_is_none_is_refused(into: str, code: str, project: Path, capsys):
    assert called(project, "--into", into) == 2
    assert f"[{code}]" in capsys.readouterr().err


def test_a_file_that_isnt_there_or_is_an_old_workbook_is_refused(project: Path, capsys):
    assert main(["import", "budget", "finns-inte.xlsx", "--into", "budget/x.yaml", "--root", str(project)]) == 2
    assert "[file-unreadable]" in capsys.readouterr().err
    (project / "t.txt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert called(project, "--into", "budget/x.yaml") == 2
    assert "[import-not-workbook]" in capsys.readouterr().err


def test_without_openpyxl_a_workbook_is_refused_with_a_cure(project: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    (project / "t.txt").write_bytes(b"PK\x03\x04")
    monkeypatch.setitem(sys.modules, "plangen.importers.workbook", None)
    assert called(project, "--into", "budget/x.yaml") == 2
    assert "plangen[import]" in capsys.readouterr().err
