from __future__ import annotations

from pathlib import Path

import pytest

from plangen.cli.fmt import Manner
from plangen.cli.main import main

PLAN = "content/plan/plan.yaml"


@pytest.fixture
def project(tmp_path: Path, minimal_plan) -> Path:
    for path, text in minimal_plan.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    main(["fmt", "--root", str(tmp_path)])
    return tmp_path


def untidy(project: Path) -> bytes:
    content = (project / PLAN).read_bytes().replace(b": ", b":  ").replace(b"\n", b"\r\n")
    (project / PLAN).write_bytes(content)
    return content


def test_files_are_written_in_their_form(project: Path, capsys):
    tidy = (project / PLAN).read_bytes()
    untidy(project)
    capsys.readouterr()
    assert main(["fmt", "plan", "--root", str(project)]) == 0
    assert (project / PLAN).read_bytes() == tidy
    assert capsys.readouterr().out == f"ändrad: {PLAN}\nÄndrade filer: 1. Orörda på grund av fel: 0.\n"
    assert sorted(path.name for path in (project / "content/plan").iterdir() if path.name.startswith(".")) == []


@pytest.mark.parametrize("flag", ["--check", "--diff"])
def test_looking_changes_nothing_and_fails_only_when_asked(flag: str, project: Path, capsys):
    content = untidy(project)
    assert main(["fmt", flag, "--root", str(project)]) == 0
    assert main(["fmt", flag, "--strict", "--root", str(project)]) == 1
    assert (project / PLAN).read_bytes() == content
    assert PLAN in capsys.readouterr().out


def test_the_difference_is_shown(project: Path, capsys):
    (project / PLAN).write_text(
        (project / PLAN).read_text(encoding="utf-8").replace("år: ", "år:   "), encoding="utf-8"
    )
    main(["fmt", "--diff", "--root", str(project)])
    out = capsys.readouterr().out
    assert "-år:   2026\n+år: 2026\n" in out


def test_a_difference_in_line_ends_alone_is_told(project: Path, capsys):
    (project / PLAN).write_bytes((project / PLAN).read_bytes().replace(b"\n", b"\r\n"))
    main(["fmt", "--diff", "--root", str(project)])
    assert "bara radslut" in capsys.readouterr().out


def test_nothing_to_do_is_fine_also_when_strict(project: Path, capsys):
    capsys.readouterr()
    assert main(["fmt", "--check", "--strict", "--root", str(project)]) == 0
    assert capsys.readouterr().out == "Alla filer har redan den enhetliga formen.\n"


def test_a_file_at_fault_is_named_left_alone_and_no_failure(project: Path, capsys):
    (project / PLAN).write_bytes(b"titel:  P\nram: >= 3\n")
    assert main(["fmt", "--strict", "--root", str(project)]) == 0
    assert (project / PLAN).read_bytes() == b"titel:  P\nram: >= 3\n"
    told = capsys.readouterr().err
    assert f"{PLAN}:2:" in told
    assert "[format-broken]" in told


def test_only_without_check_and_diff_are_files_written():
    assert [Manner(*flags).writes for flags in ((), (True,), (False, True))] == [True, False, False]
