from __future__ import annotations

import re
import shutil
from pathlib import Path
from random import Random

import pytest

from plangen.diagnostics import PlangenError, Severity
from plangen.preview import sheet as module
from plangen.preview.sheet import Sheet
from plangen.preview.view import View
from plangen.source.source import Folder

FOLDER = "content/plan"
GOAL = f"{FOLDER}/goals/god-halsa.md"


@pytest.fixture
def sheet(project: Path, speech) -> Sheet:
    return Sheet(Folder(project), project, FOLDER, speech)


def last(sheet: Sheet) -> View:
    """What it shows in the end."""
    *_, view = sheet.examine()
    return view


def edit(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_plan_in_order_is_shown_without_a_word(sheet: Sheet):
    view = last(sheet)
    assert "Vården ska vara tillgänglig." in view.page
    assert (view.faults, view.summary, view.language) == ((), "", "sv")
    assert view.places["god-halsa"].file == GOAL


def test_a_fault_is_told_as_check_tells_it_over_the_last_good_page(sheet: Sheet, project: Path):
    good = last(sheet).page
    edit(project, GOAL, "agenda2030: [3]", "agenda2030: [18]")
    edit(project, GOAL, "tillgänglig", "nära")
    view = last(sheet)
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
    assert last(sheet).page == ""
    edit(project, GOAL, "agenda2030: [18]", "agenda2030: [4]")
    view = last(sheet)
    assert "God utbildning för alla" in view.page
    assert view.faults == ()


def test_errors_come_before_warnings(sheet: Sheet, project: Path):
    edit(project, "content/plan/sections/inledning.md", "Planen", "• Planen")
    (project / GOAL).write_text("---\ntitel: God hälsa\nmålvärde: 3\nagenda2030: [18]\n---\nText.\n", encoding="utf-8")
    levels = [fault.severity for fault in last(sheet).faults]
    assert levels == sorted(levels, reverse=True)
    assert len(levels) > 1


def test_of_a_plan_with_warnings_only_both_the_page_and_they_are_shown(sheet: Sheet, project: Path):
    edit(project, GOAL, "källa: Statistik", "källa: Statistik*")
    view = last(sheet)
    assert "Statistik*" in view.page
    assert [fault.severity for fault in view.faults] == [Severity.WARNING]
    assert view.summary == "0 fel, 1 varning."


def test_places_are_those_of_the_files_as_they_are_now(sheet: Sheet, project: Path):
    before = last(sheet).places["god-halsa.p-1"].line if "god-halsa.p-1" in last(sheet).places else 0
    assert before == 0
    line = sheet.view.places["inledning.p-1"].line
    edit(project, "content/plan/sections/inledning.md", "titel: Inledning", "titel: Inledning\nmål: ingen\n")
    view = last(sheet)
    assert any(fault.severity == Severity.ERROR for fault in view.faults)
    assert view.places["inledning.p-1"].line > line


def test_a_plan_file_that_breaks_leaves_page_and_places(sheet: Sheet, project: Path):
    good = last(sheet)
    (project / FOLDER / "plan.yaml").write_text("titel: [\n", encoding="utf-8")
    view = last(sheet)
    assert (view.page, view.places) == (good.page, good.places)
    assert view.faults


def test_a_plan_that_is_gone_is_told_of_and_comes_back(sheet: Sheet, project: Path):
    good = last(sheet)
    (project / FOLDER).rename(project / "content/annan")
    view = last(sheet)
    assert view.page == good.page
    assert [fault.text for fault in view.faults] == [f"Planen finns inte längre: {FOLDER}/plan.yaml"]
    (project / "content/annan").rename(project / FOLDER)
    assert last(sheet) == good


def test_a_faulty_brand_is_told_of_and_a_mended_one_is_seen(sheet: Sheet, project: Path):
    good = last(sheet)
    (project / "templates").mkdir()
    brand = project / "templates/brand.yaml"
    brand.write_text("colours: {accent: röd}\n", encoding="utf-8")
    view = last(sheet)
    assert view.page == good.page
    assert "[colour-unreadable]" in view.faults[0].text
    brand.write_text('colours: {accent: "#7A1F2B"}\n', encoding="utf-8")
    view = last(sheet)
    assert "#7A1F2B" in view.page
    assert view.faults == ()


def test_a_fault_of_the_world_is_told_in_the_page(sheet: Sheet, monkeypatch: pytest.MonkeyPatch):
    good = last(sheet)

    def full(*given: object, **named: object) -> None:
        raise PlangenError("file-unreadable", file="a", reason="stopp")

    monkeypatch.setattr(module, "drafted", full)
    view = last(sheet)
    assert view.page == good.page
    assert "kan inte" in view.faults[0].text or "stopp" in view.faults[0].text
    assert "[file-unreadable]" in view.faults[0].text


def test_a_fault_of_plangen_ends_nothing_and_is_told_on_the_terminal(sheet: Sheet, monkeypatch, capsys):
    last(sheet)

    def broken(*given: object, **named: object) -> None:
        raise ZeroDivisionError("oj")

    monkeypatch.setattr(module, "drafted", broken)
    view = last(sheet)
    assert "terminalen" in view.faults[0].text
    assert "ZeroDivisionError: oj" in capsys.readouterr().err


def test_the_web_editor_is_the_one_that_the_plan_tells(sheet: Sheet, project: Path):
    edit(project, "content/plan/plan.yaml", "år: 2026", "år: 2026\nredigeras på: https://github.com/o/planer")
    edit(project, GOAL, "agenda2030: [3]", "agenda2030: [18]")
    (fault,) = last(sheet).faults
    assert fault.links[1].url == f"https://github.com/o/planer/edit/main/{GOAL}#L3"


def test_an_english_plan_is_spoken_of_in_english(sheet: Sheet, project: Path):
    english = "title: Plan\norganisation: O\nyear: 2026\nlanguage: en\nstatus: draft\noutline: arsplan\nsections: [x]\n"
    (project / FOLDER / "plan.yaml").write_text(english, encoding="utf-8")
    view = last(sheet)
    assert view.language == "en"
    assert any(": error:" in fault.text for fault in view.faults)


def test_a_page_that_nothing_can_stop_comes_before_what_the_rules_find(sheet: Sheet, project: Path):
    good = last(sheet)
    edit(project, GOAL, "Vården ska vara tillgänglig", "Vården  ska vara nära")
    first, second = sheet.examine()
    assert "ska vara nära" in first.page
    assert first.faults == good.faults
    assert second.page == first.page
    assert "[double-space]" in second.faults[-1].text


def test_what_the_plan_makes_an_error_stops_the_page(sheet: Sheet, project: Path):
    good = last(sheet)
    edit(
        project,
        f"{FOLDER}/plan.yaml",
        "avsnitt:",
        "kontroller:\n  - kod: double-space\n    nivå: fel\n    skäl: Vi vill det.\navsnitt:",
    )
    edit(project, GOAL, "Vården ska vara tillgänglig", "Vården  ska vara nära")
    (view,) = sheet.examine()
    assert (view.page, view.faults[0].severity) == (good.page, Severity.ERROR)


GOLDEN = Path(__file__).parents[1] / "golden" / "alla-delar"
STEPS = 60
SIGNS = ("*", "[", "]", "{{", "}}", ": ", "- ", "\n", "\t", '"', "|", "ö", "7", "[^1]", "](#", "<b>", "\u202e")


def altered(text: str, chance: Random) -> str:
    """A text with something of it gone, doubled or put in."""
    at, lines = chance.randrange(len(text) + 1), text.split("\n")
    row = chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + chance.choice(SIGNS) + text[at:]
        case 2:
            return "\n".join([*lines[:row], *lines[row + 1 :]])
        case 3:
            return "\n".join([*lines[:row], chance.choice(lines), *lines[row:]])
        case _:
            return re.sub(r"\d", lambda digit: chance.choice((digit[0], digit[0], "4", "0")), text)


def change(root: Path, written: dict[Path, str], chance: Random) -> None:
    """One thing that happens to files: altered, mended, removed, put back, renamed, put in the place of another."""
    path, other = chance.sample(sorted(written), 2)
    there = sorted(each for each in root.rglob("*") if each.suffix in (".md", ".yaml", ".j2") and each.is_file())
    mine = chance.choice(there) if there else path
    match chance.randrange(8):
        case 0 | 1:
            mine.write_text(altered(mine.read_text(encoding="utf-8"), chance), encoding="utf-8")
        case 2:
            mine.unlink(missing_ok=True)
        case 3:
            mine.rename(mine.with_name(f"{chance.choice('abc')}{mine.suffix}")) if there else None
        case 4:
            path.write_text(written[other], encoding="utf-8")
        case _:
            for each in chance.sample(sorted(written), 6):
                each.write_text(written[each], encoding="utf-8")


def test_after_any_series_of_changes_it_shows_what_one_that_has_kept_nothing_does(tmp_path: Path, speech):
    shutil.copytree(GOLDEN, tmp_path, dirs_exist_ok=True)
    (folder,) = (each.parent.relative_to(tmp_path).as_posix() for each in tmp_path.glob("content/*/plan.yaml"))
    files = (each for each in tmp_path.glob("content/**/*") if each.suffix in (".md", ".yaml"))
    written = {each: each.read_text(encoding="utf-8") for each in files}
    chance, source, shown = Random(2026), Folder(tmp_path), set()
    kept = Sheet(source, tmp_path, folder, speech)
    for _ in range(STEPS):
        cold = Sheet(source, tmp_path, folder, speech, kept.view, kept.web)
        assert [*kept.examine()] == [*cold.examine()]
        shown.add(kept.view.version)
        change(tmp_path, written, chance)
    assert len(shown) > STEPS / 3, "changes are seen"
