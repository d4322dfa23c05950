from __future__ import annotations

import io
import os
import shlex
import signal
import subprocess
import sys
import time
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest

from plangen.cli.main import COMMANDS, NOBODY_READS, VERSION, main, parser

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path, minimal_plan) -> Path:
    for path, text in minimal_plan.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_command_that_goes_well_gives_0(project: Path, capsys):
    assert main(["check", "--root", str(project)]) == 0
    assert capsys.readouterr().out == "Inga fel, inga varningar.\n"


def test_content_at_fault_gives_1(project: Path):
    (project / "content/plan/goals.yaml").unlink()
    assert main(["check", "--root", str(project)]) == 1


@pytest.mark.parametrize("name", ["finns-inte", "x" * 300, "../plan", "content", "a\0b"])
def test_a_plan_that_is_not_there_gives_2(name: str, project: Path, capsys):
    assert main(["check", name, "--root", str(project)]) == 2
    assert "[unknown-plan]" in capsys.readouterr().err


@pytest.mark.parametrize("root", ["x" * 300, "nowhere", "content/plan/plan.yaml"])
def test_a_root_without_content_gives_2(root: str, project: Path, capsys):
    assert main(["check", "--root", str(project / root)]) == 2
    assert "[no-plans]" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["bygg"], ["build", "--to"], ["check", "--out", "x"]])
def test_arguments_that_are_not_understood_give_2(arguments: list[str], capsys):
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2
    assert "användning: plangen" in capsys.readouterr().err


def test_the_version_is_that_of_the_package(capsys):
    with pytest.raises(SystemExit) as raised:
        main(["--version"])
    assert raised.value.code == 0
    assert capsys.readouterr().out == f"plangen {VERSION}\n"
    assert tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == VERSION


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["check", "--help"], ["list", "--help"]])
def test_help_is_given(arguments: list[str], capsys):
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 0
    assert "plan" in capsys.readouterr().out


def test_where_the_plans_are_may_be_said_before_the_command(project: Path, capsys):
    assert main(["--root", str(project), "list"]) == 0
    assert "content/plan" in capsys.readouterr().out
    with pytest.raises(SystemExit) as raised:
        main(["--root", str(project), "init", "x"])
    assert raised.value.code == 2
    assert "--root hör inte till kommandot init" in capsys.readouterr().err


def test_a_new_plan_is_in_the_language_that_is_said_before_the_command(tmp_path: Path):
    assert main(["--lang", "en", "init", str(tmp_path / "plans")]) == 0
    assert "language: en" in next((tmp_path / "plans" / "content").glob("*/plan.yaml")).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [[], ["build"], ["check"], ["list"]])
def test_help_is_in_swedish(command: list[str], capsys):
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    text = capsys.readouterr().out
    assert text.startswith("användning: plangen")
    assert "visa den här hjälpen" in text
    assert not any(word in text for word in ("usage", "positional", "options", "show"))


def test_the_formats_are_divided_by_commas(project: Path, capsys):
    out = str(project / "ut")
    assert main(["build", "--to", "html", "--out", out, "--root", str(project)]) == 0
    assert sorted(each.name for each in (project / "ut" / "plan").iterdir()) == ["manifest.json", "plan.html"]
    assert "plan.html" in capsys.readouterr().out


def test_the_date_of_an_undated_plan_comes_from_the_environment(project: Path, monkeypatch, capsys):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "i går")
    assert main(["build", "--to", "html", "--out", str(project / "ut"), "--root", str(project)]) == 2
    assert "”i går”" in capsys.readouterr().err


def test_swedish_can_be_said_where_the_terminal_speaks_ascii(project: Path, monkeypatch):
    (project / "content/plan/goals.yaml").unlink()
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(raw, encoding="ascii"))
    assert main(["check", "--root", str(project)]) == 1
    sys.stderr.flush()
    assert "hjälp:" in raw.getvalue().decode("utf-8")


@pytest.mark.parametrize("jobs", ["0", "-1", "två", "²"])
def test_number_of_jobs_is_a_number_from_1_on(jobs: str, project: Path, capsys):
    with pytest.raises(SystemExit) as raised:
        main(["build", "--jobs", jobs, "--root", str(project)])
    assert raised.value.code == 2
    assert "är inget antal" in capsys.readouterr().err


def test_faults_of_the_world_are_told_of_in_the_language_asked_for(project: Path, capsys):
    assert main(["check", "nothing", "--lang", "en", "--root", str(project)]) == 2
    assert "cannot find the plan" in capsys.readouterr().err


def test_control_c_ends_the_command_and_its_processes_without_a_word(project: Path, minimal_plan):
    for number in range(40):
        for path, text in minimal_plan.items():
            place = project / path.replace("/plan/", f"/plan-{number}/")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "plangen", "build", "--jobs", "2"]
    process = subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 30
    while not list(project.glob("build/*/*.pdf")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors == ""
    assert list(project.glob("build/*/.new-*")) == []
    while _living(process.pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert _living(process.pid) == []


def _living(group: int) -> list[str]:
    """The processes of a group that still run."""
    stats = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            stats.append(file.read_text(encoding="utf-8").rpartition(")")[2].split())
    return [state for state, _, of, *_ in stats if int(of) == group and state != "Z"]


def test_plans_are_listed(project: Path, capsys):
    assert main(["list", "--root", str(project), "--out", str(project / "ut"), "--format", "json"]) == 0
    assert '"title": "Årsplan 2026"' in capsys.readouterr().out


def test_a_start_loads_none_of_what_the_commands_need():
    heavy = {"jinja2", "markdown_it", "ruamel", "lxml", "docx", "typst", "babel"}
    code = "import sys, plangen.cli.main; plangen.cli.main.parser(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "plangen.cli.commands.build" in loaded
    assert heavy.isdisjoint(loaded)


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["list"], ["--help"], ["figures"]])
def test_a_reader_who_goes_away_gets_no_traceback(arguments: list[str], project: Path):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "plangen", *arguments]
    done = subprocess.run(command, cwd=project, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert done.stderr == ""
    assert done.returncode in ((0, NOBODY_READS) if "--help" in arguments else (NOBODY_READS,))


def test_every_command_shows_examples_that_are_understood():
    commands = next(each.choices for each in parser()._actions if isinstance(each.choices, dict))
    for command in commands.values():
        kinds = [each.choices for each in command._actions if isinstance(each.choices, dict)]
        shown = next(iter(kinds[0].values())).examples if kinds else command.examples
        assert shown
        for typed, _ in shown:
            parser().parse_args(shlex.split(typed)[1:])


def test_every_module_of_a_command_is_declared():
    folder = PROJECT / "src/plangen/cli/commands"
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {command.__name__.rpartition(".")[2] for command in COMMANDS} == modules


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux that has no room")
@pytest.mark.parametrize("command", [["check"], ["list"], ["build", "--to", "md"], ["explain", "frame-differs"]])
def test_what_cannot_be_printed_is_told_and_gives_2(command: list[str], project: Path):
    with Path("/dev/full").open("w") as full:
        line = [sys.executable, "-m", "plangen", *command]
        done = subprocess.run(line, cwd=project, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("plangen: det som skulle skrivas ut kom inte fram: disken är full\n")
    assert "Traceback" not in done.stderr


def test_the_language_may_stand_before_the_command(project: Path, capsys):
    assert main(["--lang", "en", "check", "nothing", "--root", str(project)]) == 2
    assert "cannot find the plan" in capsys.readouterr().err
    assert main(["--lang", "en", "check", "nothing", "--lang", "sv", "--root", str(project)]) == 2
    assert "hittar ingen plan" in capsys.readouterr().err


def test_the_help_of_schemas_says_what_the_language_is_there(capsys):
    with pytest.raises(SystemExit):
        main(["schema", "--help"])
    assert "som schemana skrivs på" in " ".join(capsys.readouterr().out.split())
