from __future__ import annotations

from pathlib import Path

import docx
import pytest

from plangen.cli.build import build
from plangen.cli.orders import Order
from plangen.output.manifest import read_manifest
from plangen.writers.formats import endings


@pytest.fixture
def project(tmp_path: Path, minimal_plan) -> Path:
    for path, text in minimal_plan.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def order(project: Path, *formats: str, **more: bool) -> Order:
    return Order(project, (), formats or ("html",), project / "build", None, **more)


def told(capsys) -> list[str]:
    return [line.split()[-1] for line in capsys.readouterr().out.splitlines() if "plan.html" in line]


def edit(project: Path, old: str, new: str) -> None:
    plan = project / "content/plan/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="\n")


def test_second_build_finds_nothing_to_do_and_says_the_same_of_the_plan(project: Path, capsys):
    assert build(order(project)) == 0
    first = capsys.readouterr().out.splitlines()
    assert build(order(project)) == 0
    second = capsys.readouterr().out.splitlines()
    assert second[0].endswith("oförändrad")
    assert second[1:] == first[1:]


def test_changed_content_and_templates_are_built_anew(project: Path, capsys):
    build(order(project))
    edit(project, "Region Exempel", "Region Annan")
    build(order(project))
    assert "Region Annan" in (project / "build/plan/plan.html").read_text(encoding="utf-8")
    (project / "templates").mkdir()
    (project / "templates/brand.yaml").write_text("colours: {accent: '#104050'}\n", encoding="utf-8")
    build(order(project))
    assert told(capsys) == ["s", "s", "s"]


def test_file_that_somebody_changed_or_removed_is_built_anew(project: Path, capsys):
    page = project / "build/plan/plan.html"
    build(order(project))
    page.write_text("annat", encoding="utf-8")
    build(order(project))
    page.unlink()
    build(order(project))
    assert told(capsys) == ["s", "s", "s"]
    assert page.is_file()


def test_build_can_be_forced(project: Path, capsys):
    build(order(project))
    build(order(project, force=True))
    assert told(capsys) == ["s", "s"]


def test_formats_built_apart_are_in_one_record(project: Path):
    build(order(project, "html"))
    build(order(project, "docx"))
    manifest = read_manifest(project / "build/plan")
    assert manifest is not None
    assert set(manifest.outputs) == {"plan.html", "plan.docx"}


def test_record_forgets_files_that_were_made_of_something_else(project: Path):
    build(order(project, "docx"))
    edit(project, "Region Exempel", "Region Annan")
    build(order(project, "html"))
    manifest = read_manifest(project / "build/plan")
    assert manifest is not None
    assert set(manifest.outputs) == {"plan.html"}


def test_warnings_are_said_again_and_count_where_that_is_asked_for(project: Path, capsys):
    goal = project / "content/plan/goals/god-halsa.md"
    goal.write_text(goal.read_text(encoding="utf-8").replace("[3]", "[3, 3]"), encoding="utf-8")
    assert build(order(project)) == 0
    first = capsys.readouterr().err
    assert build(order(project)) == 0
    assert capsys.readouterr().err == first != ""
    assert build(order(project, strict=True)) == 1


def test_plan_at_fault_is_told_of_each_time(project: Path, capsys):
    build(order(project))
    edit(project, "status: utkast", "status: klar")
    assert build(order(project)) == build(order(project)) == 1
    edit(project, "status: klar", "status: utkast")
    assert build(order(project)) == 0
    assert told(capsys) == ["s", "oförändrad"]


def test_files_of_other_formats_that_are_older_than_the_content_are_told_of_each_time(project: Path, capsys):
    build(order(project, "html", "docx"))
    edit(project, "Region Exempel", "Region Annan")
    capsys.readouterr()
    for _ in range(2):
        assert build(order(project, "html")) == 0
        assert "äldre än innehållet är plan.docx" in capsys.readouterr().err
    assert build(order(project, "html", "docx")) == 0
    assert "äldre" not in capsys.readouterr().err


def test_faulty_brand_hides_no_fault_of_content(project: Path, capsys):
    (project / "templates").mkdir()
    (project / "templates/brand.yaml").write_text("colours: {accent: röd}\n", encoding="utf-8")
    edit(project, "status: utkast", "status: klar")
    assert build(order(project)) == 1
    errors = capsys.readouterr().err
    assert "[colour-unreadable]" in errors
    assert "[unknown-word]" in errors


def test_page_numbers_that_a_template_changes_are_spoken_of_also_when_nothing_has_changed(project: Path, capsys):
    word = docx.Document()
    word.add_paragraph("{{ plan.titel }}")
    (project / "templates/docx").mkdir(parents=True)
    word.save(str(project / "templates/docx/mall.docx"))
    for _ in range(2):
        assert build(order(project, "docx")) == 0
        assert "mall.docx sätter texten på andra sidor än PDF:en" in capsys.readouterr().out
    assert build(order(project, "html")) == 0
    assert "andra sidor" not in capsys.readouterr().out


def test_a_faulty_template_is_the_plans_fault(project: Path, capsys):
    (project / "templates/docx").mkdir(parents=True)
    (project / "templates/docx/mall.docx").write_bytes(b"x")
    assert build(order(project, "html")) == 1
    assert "templates/docx/mall.docx: fel: Word-mallen är inget Word-dokument" in capsys.readouterr().err


def test_data_is_several_files_that_are_not_written_in_vain(project: Path, capsys):
    assert build(order(project, "csv", "json")) == 0
    written = {each.name for each in (project / "build/plan").iterdir()}
    assert {"plan.json", "plan-mal.csv", "plan-budget.csv", "manifest.json"} <= written
    assert {each for each in written if each.endswith(".csv")} == {f"plan{each}" for each in endings("csv", "sv")}
    capsys.readouterr()
    build(order(project, "csv", "json"))
    assert capsys.readouterr().out.count("oförändrad") == 7


def test_data_that_is_older_than_the_content_is_told_of(project: Path, capsys):
    build(order(project, "csv", "json"))
    edit(project, "Region Exempel", "Region Annan")
    capsys.readouterr()
    build(order(project))
    said = capsys.readouterr().err
    assert "plan.json" in said
    assert "plan-mal.csv" in said
