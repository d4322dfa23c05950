from __future__ import annotations

from pathlib import Path

import pytest

from plangen.diagnostics import PlangenError, Severity
from plangen.preview import sheet as module
from plangen.preview.sheet import Sheet
from plangen.source.source import Folder

FOLDER = "content/plan"
GOAL = f"{FOLDER}/goals/god-halsa.md"


@pytest.fixture
def sheet(project: Path, speech) -> Sheet:
    return Sheet(Folder(project), project, FOLDER, speech)


def edit(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_plan_in_order_is_shown_without_a_word(sheet: Sheet):
    view = sheet.examine()
    assert "Vården ska vara tillgänglig." in view.page
    assert (view.faults, view.summary, view.language) == ((), "", "sv")
    assert view.places["god-halsa"].file == GOAL


def test_a_fault_is_told_as_check_tells_it_over_the_last_good_page(sheet: Sheet, project: Path):
    good = sheet.examine().page
    edit(project, GOAL, "agenda2030: [3]", "agenda2030: [18]")
    edit(project, GOAL, "tillgänglig", "nära")
    view = sheet.examine()
    assert view.page == good
    (fault,) = view.faults
    assert fault.text == (
        f"{GOAL}:3:14: fel: det finns inget globalt mål 18 [agenda-unknown-goal]\n"
        "   3 │ agenda2030: [18]\n"
        "     │              ^^\n"
        "     hjälp: Agenda 2030 har målen 1–17. Skriv ett av de numren."
    )
    assert [link.url for link in fault.links] == [f"vscode://file{(project / GOAL).resolve().as_posix()}:3:14"]
    assert view.summary == "1 fel, 0 varningar."


def test_when_the_fault_is_mended_the_page_is_new(sheet: Sheet, project: Path):
    edit(project, GOAL, "agenda2030: [3]", "agenda2030: [18]")
    assert sheet.examine().page == ""
    edit(project, GOAL, "agenda2030: [18]", "agenda2030: [4]")
    view = sheet.examine()
    assert "God utbildning för alla" in view.page
    assert view.faults == ()


def test_errors_come_before_warnings(sheet: Sheet, project: Path):
    edit(project, "content/plan/sections/inledning.md", "Planen", "• Planen")
    (project / GOAL).write_text("---\ntitel: God hälsa\nmålvärde: 3\nagenda2030: [18]\n---\nText.\n", encoding="utf-8")
    levels = [fault.severity for fault in sheet.examine().faults]
    assert levels == sorted(levels, reverse=True)
    assert len(levels) > 1


def test_of_a_plan_with_warnings_only_both_the_page_and_they_are_shown(sheet: Sheet, project: Path):
    edit(project, GOAL, "källa: Statistik", "källa: Statistik*")
    view = sheet.examine()
    assert "Statistik*" in view.page
    assert [fault.severity for fault in view.faults] == [Severity.WARNING]
    assert view.summary == "0 fel, 1 varning."


def test_places_are_those_of_the_files_as_they_are_now(sheet: Sheet, project: Path):
    before = sheet.examine().places["god-halsa.p-1"].line if "god-halsa.p-1" in sheet.examine().places else 0
    assert before == 0
    line = sheet.view.places["inledning.p-1"].line
    edit(project, "content/plan/sections/inledning.md", "titel: Inledning", "titel: Inledning\nmål: ingen\n")
    view = sheet.examine()
    assert any(fault.severity == Severity.ERROR for fault in view.faults)
    assert view.places["inledning.p-1"].line > line


def test_a_plan_file_that_breaks_leaves_page_and_places(sheet: Sheet, project: Path):
    good = sheet.examine()
    (project / FOLDER / "plan.yaml").write_text("titel: [\n", encoding="utf-8")
    view = sheet.examine()
    assert (view.page, view.places) == (good.page, good.places)
    assert view.faults


def test_a_plan_that_is_gone_is_told_of_and_comes_back(sheet: Sheet, project: Path):
    good = sheet.examine()
    (project / FOLDER).rename(project / "content/annan")
    view = sheet.examine()
    assert view.page == good.page
    assert [fault.text for fault in view.faults] == [f"Planen finns inte längre: {FOLDER}/plan.yaml"]
    (project / "content/annan").rename(project / FOLDER)
    assert sheet.examine() == good


def test_a_faulty_brand_is_told_of_and_a_mended_one_is_seen(sheet: Sheet, project: Path):
    good = sheet.examine()
    (project / "templates").mkdir()
    brand = project / "templates/brand.yaml"
    brand.write_text("colours: {accent: röd}\n", encoding="utf-8")
    view = sheet.examine()
    assert view.page == good.page
    assert "[colour-unreadable]" in view.faults[0].text
    brand.write_text('colours: {accent: "#7A1F2B"}\n', encoding="utf-8")
    view = sheet.examine()
    assert "#7A1F2B" in view.page
    assert view.faults == ()


def test_a_fault_of_the_world_is_told_in_the_page(sheet: Sheet, monkeypatch: pytest.MonkeyPatch):
    good = sheet.examine()

    def full(*given: object, **named: object) -> None:
        raise PlangenError("file-unreadable", file="a", reason="stopp")

    monkeypatch.setattr(module, "examine", full)
    view = sheet.examine()
    assert view.page == good.page
    assert "kan inte" in view.faults[0].text or "stopp" in view.faults[0].text
    assert "[file-unreadable]" in view.faults[0].text


def test_a_fault_of_plangen_ends_nothing_and_is_told_on_the_terminal(sheet: Sheet, monkeypatch, capsys):
    sheet.examine()

    def broken(*given: object, **named: object) -> None:
        raise ZeroDivisionError("oj")

    monkeypatch.setattr(module, "examine", broken)
    view = sheet.examine()
    assert "terminalen" in view.faults[0].text
    assert "ZeroDivisionError: oj" in capsys.readouterr().err


def test_the_web_editor_is_the_one_that_the_plan_tells(sheet: Sheet, project: Path):
    edit(project, "content/plan/plan.yaml", "år: 2026", "år: 2026\nredigeras på: https://github.com/o/planer")
    edit(project, GOAL, "agenda2030: [3]", "agenda2030: [18]")
    (fault,) = sheet.examine().faults
    assert fault.links[1].url == f"https://github.com/o/planer/edit/main/{GOAL}#L3"


def test_an_english_plan_is_spoken_of_in_english(sheet: Sheet, project: Path):
    english = "title: Plan\norganisation: O\nyear: 2026\nlanguage: en\nstatus: draft\noutline: arsplan\nsections: [x]\n"
    (project / FOLDER / "plan.yaml").write_text(english, encoding="utf-8")
    view = sheet.examine()
    assert view.language == "en"
    assert any(": error:" in fault.text for fault in view.faults)
