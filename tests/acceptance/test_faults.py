"""Faults of content, all in one plan and told in one run; faults of the world; and a sound plan that neither stops."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from plangen.build import Examined, examine
from plangen.cli.main import main
from plangen.diagnostics import Severity
from plangen.source.source import Memory

FOLDER = "content/fel"
FAULTY = {
    "plan.yaml": """\
titel: Text: mer text
organisation: @Regionen
år: tjugosex
språk: sv
status: beslutat
version: RS/2025-001 #3
ram:
  titel: Nettokostnadsram
  belopp: 1 400
  enhet: tkr
  tabell: fordelning
  kolumn: ram
avsnitt:
  - inledning
   - slut
  - saknas
färg: blå
""",
    "sections/inledning.md": """\
---
titel: Inledning
mål: alla
tabeller: [fordelning, okand]
---
Se [](#finns-inte) och {{ budget.fordelning.summa.rma | tkr }}.
""",
    "sections/slut.md": """\
---
id: god-halsa
titel: Slut
---
Text.
""",
    "goals.yaml": """\
nivåer:
  - namn: Mål
mål:
  - god-halsa
\t- utan-tabb
""",
    "goals/utan-tabb.md": "---\ntitel: Tabb\n---\nText.\n",
    "goals/glomd.md": "---\ntitel: Glömd\n---\nText.\n",
    "goals/god-halsa.md": """\
---
titel: God hälsa
agenda2030: [3, 18]
indikatorer:
  - namn: Väntetid
    målvärde: *
    periodicitet: >= 80 %
    källa: [Statistik]
  - namn: Nöjdhet
    målvarde: 1
---
Vården ska vara tillgänglig.
""",
    "budget/fordelning.yaml": """\
titel: Fördelning
enhet: tkr
kolumner:
  ingående: {rubrik: In, roll: ingående}
  växling: {rubrik: Växlingar, roll: förändring}
  ram: {rubrik: Ram, roll: utgående}
rader:
  - namn: Vård
    ingående: 1 000
    växling: 50
    ram: 1 060
  - namn: Stöd
    ingående: 260
    växling: 10-
  - namn: Summa
    roll: summa
    växling: 41
""",
    "budget/annan.yaml": """\
kolumner:
  kr: {rubrik: Kr}
rader:
  - namn: A
    kr: [33,5, 1,5]
""",
}

EXPECTED = """\
budget/annan.yaml:1:1 missing-field
budget/annan.yaml:5:9 text-expected
budget/annan.yaml:5:9 yaml-comma-splits
budget/fordelning.yaml:11:10 row-differs
budget/fordelning.yaml:17:14 column-perhaps-rounded
goals.yaml:5:1 yaml-tab
goals/glomd.md file-unlisted
goals/god-halsa.md:1:1 duplicate-id
goals/god-halsa.md:3:17 agenda-unknown-goal
goals/god-halsa.md:6:15 yaml-quote-mark
goals/god-halsa.md:7:19 yaml-quote-mark
goals/god-halsa.md:8:12 text-expected
goals/god-halsa.md:10:5 unknown-indicator-key
plan.yaml:1:8 yaml-quote-colon
plan.yaml:2:15 yaml-quote-mark
plan.yaml:3:5 year-unreadable
plan.yaml:5:9 unknown-word
plan.yaml:6:22 yaml-comment-cuts
plan.yaml:9:11 frame-differs
plan.yaml:15:4 yaml-item-misplaced
plan.yaml:16:5 file-missing
plan.yaml:17:1 unknown-key
sections/inledning.md:4:24 unknown-table
sections/inledning.md:6:51 expression-unknown
"""

MARKED = {
    "yaml-quote-colon": "Text: mer text",
    "yaml-comment-cuts": "#3",
    "yaml-comma-splits": "[33,5, 1,5]",
    "yaml-item-misplaced": "- slut",
    "row-differs": "1 060",
    "column-perhaps-rounded": "41",
    "frame-differs": "1 400",
    "agenda-unknown-goal": "18",
    "expression-unknown": "rma",
    "unknown-table": "okand",
    "year-unreadable": "tjugosex",
    "file-missing": "saknas",
}
"""What the carets of some faults stand under."""


@pytest.fixture(scope="module")
def faulty() -> Examined:
    return examine(Memory({f"{FOLDER}/{path}": text for path, text in FAULTY.items()}), FOLDER)


@pytest.fixture
def project(tmp_path: Path, minimal_plan: Mapping[str, str | bytes]) -> Path:
    """A project with the faulty plan and a sound one."""
    for path, text in {**{f"{FOLDER}/{path}": text for path, text in FAULTY.items()}, **minimal_plan}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(str(text), encoding="utf-8", newline="\n")
    return tmp_path


def run(project: Path, *arguments: str) -> int:
    command, *rest = arguments
    output = ["--out", str(project / "build")] if command == "build" and "--out" not in rest else []
    return main([command, *rest, *output, "--root", str(project)])


def test_every_fault_of_a_plan_is_found_in_one_run_in_order_of_place(faulty: Examined):
    found = []
    for each in faulty.diagnostics:
        place = each.location
        file = place.file.removeprefix(f"{FOLDER}/")
        found.append(f"{file}:{place.line}:{place.column} {each.code}" if place.line else f"{file} {each.code}")
    assert found == EXPECTED.splitlines()


def test_carets_stand_under_what_is_wrong(faulty: Examined):
    marked = {}
    for each in faulty.diagnostics:
        if each.code in MARKED:
            place = each.location
            line = FAULTY[place.file.removeprefix(f"{FOLDER}/")].split("\n")[place.line - 1]
            marked[each.code] = line[place.column - 1 : place.column - 1 + place.length]
    assert marked == MARKED


def test_a_plan_at_fault_is_not_sound_and_has_nothing_to_write(faulty: Examined):
    assert not faulty.sound
    assert faulty.document is not None
    assert {each.severity for each in faulty.diagnostics} == {Severity.ERROR}


def test_the_plan_that_the_others_are_made_from_is_sound(minimal_plan: Mapping[str, str | bytes]):
    examined = examine(Memory(minimal_plan), "content/plan")
    assert examined.diagnostics == ()
    assert examined.sound


def test_the_command_tells_every_fault_in_its_form_and_builds_the_sound_plan(project: Path, capsys):
    assert run(project, "build", "--to", "html") == 1
    output = capsys.readouterr()
    assert "Traceback" not in output.err + output.out
    assert (
        f"{FOLDER}/goals/god-halsa.md:3:17: fel: det finns inget globalt mål 18 [agenda-unknown-goal]\n"
        "   3 │ agenda2030: [3, 18]\n"
        "     │                 ^^\n"
        "     hjälp: Agenda 2030 har målen 1–17. Skriv ett av de numren.\n"
    ) in output.err
    heads = [line for line in output.err.splitlines() if line.startswith(FOLDER)]
    assert [line.rpartition("[")[2].rstrip("]") for line in heads] == [
        line.split()[1] for line in EXPECTED.splitlines()
    ]
    assert not (project / "build" / "fel").exists()
    html = (project / "build" / "plan" / "plan.html").read_text(encoding="utf-8")
    assert "Årsplan 2026" in html
    assert "1\u00a0300" in html
    assert "plan.html" in output.out


@pytest.mark.parametrize(
    "trap",
    [
        "målvärde: *",
        "periodicitet: >= 80 %",
        "organisation: @Regionen",
        "titel: Text: mer text",
        "version: RS/2025-001 #3",
        "kr: [33,5, 1,5]",
    ],
)
def test_the_cure_of_a_trap_is_the_line_in_quotation_marks(trap: str, project: Path, capsys):
    run(project, "check", "fel")
    said = capsys.readouterr().err
    key, _, value = trap.partition(": ")
    right = '["33,5", "1,5"]' if value.startswith("[") else f'"{value}"'
    assert re.search(rf"│ [ -]*{re.escape(f'{key}: {right}')}\n", said)


def test_checking_finds_the_same_and_writes_nothing(project: Path, capsys):
    assert run(project, "check") == 1
    output = capsys.readouterr()
    assert output.err.count("fel: ") + output.err.count("varning: ") == len(EXPECTED.splitlines())
    assert "24 fel, 0 varningar." in output.out
    assert sorted(each.name for each in project.iterdir()) == ["content"]


def test_a_sound_plan_alone_is_fine(project: Path, capsys):
    assert run(project, "check", "plan") == 0
    assert run(project, "build", "plan", "--to", "html") == 0
    assert run(project, "build", str(project / "content" / "plan"), "--to", "html") == 0
    assert capsys.readouterr().err == ""


def test_a_warning_stops_nothing_unless_it_is_asked_to(project: Path, capsys):
    section = project / "content" / "plan" / "sections" / "inledning.md"
    section.write_text(
        section.read_text(encoding="utf-8").replace("mål: alla\n", "").replace("[](#god-halsa)", "x"), encoding="utf-8"
    )
    assert run(project, "build", "plan", "--to", "html") == 0
    assert "goals-unplaced" in capsys.readouterr().err
    assert run(project, "build", "plan", "--to", "html", "--strict") == 1
    assert run(project, "check", "plan", "--strict") == 1
    assert run(project, "check", "plan") == 0


def test_the_last_good_files_stay_when_a_plan_becomes_faulty(project: Path):
    assert run(project, "build", "plan", "--to", "html") == 0
    written = project / "build" / "plan" / "plan.html"
    before = written.read_bytes()
    goal = project / "content" / "plan" / "goals" / "god-halsa.md"
    goal.write_text(goal.read_text(encoding="utf-8").replace("[3]", "[18]"), encoding="utf-8")
    assert run(project, "build", "plan", "--to", "html") == 1
    assert written.read_bytes() == before
    assert [each.name for each in written.parent.glob("plan.*")] == ["plan.html"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.yaml", b""),
        ("plan.yaml", b"# bara en kommentar\n"),
        ("plan.yaml", b"- a\n"),
        ("plan.yaml", "titel: Årsplan\n".encode("cp1252")),
        ("plan.yaml", b"\x00\x01\x02"),
        ("goals.yaml", b"- a\n"),
        ("goals/god-halsa.md", b""),
        ("goals/god-halsa.md", b"\xff\xfe\x00"),
        ("sections/inledning.md", b"---\ntitel: x\n"),
        ("budget/fordelning.yaml", b"kolumner: {}\nrader: []\n"),
    ],
)
def test_a_broken_file_is_told_of_without_a_traceback(name: str, content: bytes, project: Path, capsys):
    (project / "content" / "plan" / name).write_bytes(content)
    assert run(project, "check", "plan") == 1
    output = capsys.readouterr()
    assert f"content/plan/{name}" in output.err
    assert "Traceback" not in output.err


# The world


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("build", "finns-inte"), "unknown-plan"),
        (("check", "../plan"), "unknown-plan"),
        (("check", "/"), "unknown-plan"),
        (("check", ""), "unknown-plan"),
        (("build", "plan", "--to", "rtf"), "unknown-format"),
        (("build", "plan", "--to", "html,rtf"), "unknown-format"),
    ],
)
def test_what_is_asked_for_and_is_not_there(arguments: tuple[str, ...], code: str, project: Path, capsys):
    assert run(project, *arguments) == 2
    output = capsys.readouterr()
    assert output.err.startswith("plangen: ")
    assert f"[{code}]" in output.err
    assert "Traceback" not in output.err
    assert not (project / "build").exists()


def test_the_plans_and_formats_there_are_stand_in_the_cure(project: Path, capsys):
    run(project, "build", "planen")
    assert "Menade du plan? Planer som finns: fel, plan." in capsys.readouterr().err
    run(project, "build", "plan", "--to", "htm")
    assert "Menade du html? Format som finns: docx, html, pdf, md, odt, csv, json." in capsys.readouterr().err


def test_an_output_that_can_not_be_written(project: Path, capsys):
    (project / "file").write_text("no folder", encoding="utf-8")
    assert run(project, "build", "plan", "--to", "html", "--out", str(project / "file")) == 2
    output = capsys.readouterr()
    assert "[output-unwritable]" in output.err
    assert "Traceback" not in output.err


@pytest.mark.parametrize("made", ["", "content", "content/tom"])
def test_a_project_without_plans(made: str, tmp_path: Path, capsys):
    (tmp_path / made).mkdir(parents=True, exist_ok=True)
    for command in ("build", "check"):
        assert run(tmp_path, command) == 2
        assert "[no-plans]" in capsys.readouterr().err


def test_a_root_that_is_not_there(tmp_path: Path, capsys):
    assert run(tmp_path / "nowhere", "check") == 2
    assert "[no-plans]" in capsys.readouterr().err


@pytest.mark.parametrize("epoch", ["igår", "1e9", "99999999999999999", "-"])
def test_a_clock_that_can_not_be_read(epoch: str, project: Path, capsys, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert run(project, "build", "plan", "--to", "html") == 2
    assert "[epoch-unreadable]" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [(), ("build", "--okänd"), ("fel",), ("check", "--to", "html")])
def test_a_command_that_is_not_understood(arguments: tuple[str, ...], capsys):
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2
    assert "användning: plangen" in capsys.readouterr().err


def test_a_faulty_brand_stops_every_plan(project: Path, capsys):
    (project / "templates").mkdir()
    (project / "templates" / "brand.yaml").write_text("colours: {accent: röd}\n", encoding="utf-8")
    assert run(project, "check", "plan") == 1
    assert "templates/brand.yaml:1:19: fel: ”röd” är ingen färg [colour-unreadable]" in capsys.readouterr().err
