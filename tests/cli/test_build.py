from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from plangen.cli.build import build
from plangen.cli.check import check
from plangen.cli.orders import Order
from plangen.diagnostics import PlangenError
from plangen.source.source import LARGEST_FILE


@pytest.fixture
def project(tmp_path: Path, minimal_plan) -> Path:
    """A project with the plans "plan" and "annan"."""
    for path, text in minimal_plan.items():
        for name in ("plan", "annan"):
            place = tmp_path / path.replace("/plan/", f"/{name}/")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def order(
    project: Path,
    *plans: str,
    formats: tuple[str, ...] = ("html",),
    strict: bool = False,
    jobs: int = 1,
    language: str = "",
) -> Order:
    return Order(project, plans, formats, project / "build", None, strict, jobs=jobs, language=language)


def edit(project: Path, path: str, old: str, new: str) -> None:
    file = project / "content" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def written(project: Path) -> list[str]:
    files = (project / "build").rglob("*.*")
    return sorted(path.relative_to(project / "build").as_posix() for path in files if path.suffix != ".json")


def test_every_plan_is_built_and_each_file_told_of(project: Path, capsys):
    assert build(order(project)) == 0
    assert written(project) == ["annan/annan.html", "plan/plan.html"]
    first, fit, absent, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{(project / 'build/annan/annan.html').as_posix()}  ")
    assert " kB  " in first
    assert fit == "annan: filerna visar ett dokument som inte är beslutat. Status: utkast; varningar: 0."
    assert absent == "Uppgifter som saknas: beslutsdatum, paragraf, diarienummer."


@pytest.mark.parametrize("asked", ["plan", "content/plan", "content/plan/", "content/../content/plan"])
def test_a_plan_is_asked_for_by_its_name_or_its_path(asked: str, project: Path):
    assert build(order(project, asked)) == 0
    assert written(project) == ["plan/plan.html"]


def test_a_plan_is_asked_for_by_its_path_from_where_one_stands(project: Path, monkeypatch):
    monkeypatch.chdir(project / "content" / "annan")
    assert build(order(project, ".")) == 0
    assert written(project) == ["annan/annan.html"]


def test_a_plan_asked_for_twice_is_built_once(project: Path, capsys):
    assert build(order(project, "plan", "content/plan", "plan")) == 0
    assert capsys.readouterr().out.count("plan.html") == 1


def test_a_plan_that_is_decided_and_complete_can_be_sent(project: Path, capsys):
    decided = "status: beslutad\nbeslut: {datum: 2025-11-20, paragraf: § 1, diarienummer: RS 1}"
    edit(project, "plan/plan.yaml", "status: utkast", decided)
    assert build(order(project, "plan")) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "plan: filerna kan skickas. Status: beslutad."


def test_warnings_are_to_be_read_before_a_plan_is_sent(project: Path, capsys):
    edit(project, "plan/plan.yaml", "status: utkast", "status: beslutad")
    assert build(order(project, "plan")) == 0
    assert "[decision-missing]" in capsys.readouterr().err
    decided = "status: beslutad\nbeslut: {datum: 2025-11-20, paragraf: § 1, diarienummer: RS 1}"
    edit(project, "plan/plan.yaml", "status: beslutad", decided)
    edit(project, "plan/goals/god-halsa.md", "[3]", "[3, 3]")
    assert build(order(project, "plan")) == 0
    output = capsys.readouterr()
    assert "plan: filerna kan skickas när varningarna har lästs (1). Status: beslutad." in output.out
    assert "varning: globalt mål 3 står två gånger [agenda-twice]" in output.err


def test_a_plan_at_fault_stops_no_other(project: Path, capsys):
    edit(project, "annan/goals/god-halsa.md", "[3]", "[18]")
    assert build(order(project)) == 1
    assert written(project) == ["plan/plan.html"]
    output = capsys.readouterr()
    assert "annan: inget skrivet, eftersom innehållet har fel." in output.err
    assert "annan" not in output.out


def test_a_file_too_large_is_its_plans_fault_and_stops_no_other(project: Path):
    with (project / "content/annan/goals/god-halsa.md").open("ab") as file:
        file.truncate(LARGEST_FILE + 1)
    assert build(order(project)) == 1
    assert written(project) == ["plan/plan.html"]


def test_a_fault_of_the_world_that_meets_one_plan_stops_no_other(project: Path, capsys):
    (project / "build").mkdir()
    (project / "build" / "annan").write_text("in the way", encoding="utf-8")
    assert build(order(project)) == 2
    assert (project / "build/plan/plan.html").is_file()
    assert "[output-unwritable]" in capsys.readouterr().err


def test_warnings_count_as_errors_where_that_is_asked_for(project: Path):
    edit(project, "plan/goals/god-halsa.md", "[3]", "[3, 3]")
    assert check(order(project)) == 0
    assert check(order(project, strict=True)) == 1
    assert build(order(project, "plan", strict=True)) == 1
    assert not (project / "build").exists()


def test_a_plan_in_english_is_spoken_of_in_english(project: Path, capsys):
    folder = project / "content" / "english"
    (folder / "sections").mkdir(parents=True)
    text = "title: Plan\norganisation: X\nyear: 2026\nlanguage: en\nstatus: finished\noutline: arsplan\nsections: [a]\n"
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    (folder / "sections" / "a.md").write_text("---\ntitle: A\n---\nText.\n", encoding="utf-8")
    assert check(order(project, "english")) == 1
    assert (
        "content/english/plan.yaml:5:9: error: “finished” is no word that may stand here [unknown-word]"
        in capsys.readouterr().err
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_the_excerpt_is_the_line_that_the_reader_means(ends: str, project: Path, capsys):
    goal = project / "content/plan/goals/god-halsa.md"
    text = goal.read_text(encoding="utf-8").replace("titel: God hälsa", "titel: God\u2028hälsa").replace("[3]", "[18]")
    goal.write_bytes(("\ufeff" + text.replace("\n", ends)).encode())
    assert check(order(project, "plan")) == 1
    assert "   3 │ agenda2030: [18]\n     │              ^^\n" in capsys.readouterr().err


def test_an_unknown_format_is_told_of_before_anything_is_built(project: Path):
    with pytest.raises(PlangenError) as raised:
        build(order(project, formats=("html", "rtf")))
    assert raised.value.code == "unknown-format"
    assert not (project / "build").exists()


@pytest.mark.parametrize(("asked", "near"), [("pla", "plan"), ("content/anan", "annan"), ("xyz", "")])
def test_an_unknown_plan_is_told_of_with_the_nearest(asked: str, near: str, project: Path):
    with pytest.raises(PlangenError) as raised:
        check(order(project, asked))
    assert raised.value.code == "unknown-plan"
    assert dict(raised.value.parameters) == {"plan": asked, "near": near, "allowed": "annan, plan"}


def test_a_faulty_brand_stops_the_command(project: Path, capsys):
    (project / "templates").mkdir()
    (project / "templates/brand.yaml").write_text("colours: {accent: röd}\n", encoding="utf-8")
    assert build(order(project)) == check(order(project)) == 1
    assert "[colour-unreadable]" in capsys.readouterr().err
    assert not (project / "build").exists()


ENGLISH = """\
title: Plan
organisation: X
year: 2026
language: en
status: draft
outline: arsplan
sections: [a]
"""


def add_english(project: Path) -> None:
    folder = project / "content" / "english"
    (folder / "sections").mkdir(parents=True)
    (folder / "plan.yaml").write_text(ENGLISH, encoding="utf-8")
    (folder / "sections" / "a.md").write_text("---\ntitle: A\n---\nText.\n", encoding="utf-8")


def test_everything_said_of_an_english_plan_is_english(project: Path, capsys):
    add_english(project)
    assert build(order(project, "english")) == 0
    first = capsys.readouterr().out.splitlines()
    assert first[1] == "english: the files show a document that has not been decided. Status: draft; warnings: 0."
    assert build(order(project, "english")) == 0
    second = capsys.readouterr().out.splitlines()
    assert second[0].endswith("  unchanged")
    assert second[1:] == first[1:]
    assert check(order(project, "english")) == 0
    assert capsys.readouterr().out == "No errors, no warnings.\n"
    (project / "build/english/english.html").unlink()
    (project / "build/english/english.html").mkdir()
    assert build(order(project, "english")) == 2
    assert "cannot write" in capsys.readouterr().err


def test_what_is_said_of_plans_in_several_languages_is_in_the_language_asked_for(project: Path, capsys):
    add_english(project)
    assert check(order(project)) == 0
    assert capsys.readouterr().out == "Inga fel, inga varningar.\n"
    assert check(order(project, language="en")) == 0
    assert capsys.readouterr().out == "No errors, no warnings.\n"


def said(output: str) -> str:
    """What was printed, without how long it took."""
    return re.sub(r"  [\d.]+ s$", "", output, flags=re.MULTILINE)


def test_output_and_files_are_the_same_however_many_plans_are_built_at_a_time(project: Path, capsys):
    add_english(project)
    edit(project, "annan/goals/god-halsa.md", "[3]", "[18]")
    edit(project, "plan/goals/god-halsa.md", "[3]", "[3, 3]")
    made = []
    for jobs in (1, 3):
        assert build(order(project, jobs=jobs)) == 1
        output = capsys.readouterr()
        files = {path.name: path.read_bytes() for path in (project / "build").rglob("*.*")}
        made.append((said(output.out), output.err, files))
        shutil.rmtree(project / "build")
    assert made[0] == made[1]
    assert "inget skrivet" in made[0][1]


def test_changed_plan_is_built_alone(project: Path, capsys):
    build(order(project))
    edit(project, "plan/plan.yaml", "Region Exempel", "Region Annan")
    capsys.readouterr()
    build(order(project, jobs=2))
    lines = [line for line in capsys.readouterr().out.splitlines() if ".html" in line]
    assert lines[0].endswith(f"annan.html  {lines[0].split()[-3]} kB  oförändrad")
    assert lines[1].endswith(" s")
