from __future__ import annotations

import json
from pathlib import Path

import pytest

from plangen.cli.figures import list_figures
from plangen.cli.orders import Order


@pytest.fixture
def project(tmp_path: Path, small) -> Path:
    for path, content in small.paths().items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path


def listed(project: Path, form: str = "text") -> int:
    return list_figures(Order(project, (), (), project / "build", None), form)


def test_each_is_told_with_its_place_its_expression_and_its_terms(project: Path, capsys) -> None:
    assert listed(project) == 0
    lines = capsys.readouterr().out.replace("\u00a0", " ").splitlines()
    assert lines[0].startswith("content/plan/sections/inledning.md:")
    assert lines[0].endswith(" tkr")
    assert lines[1] == "    {{ budget.fordelning.summa.ram | tkr }}"
    assert lines[2].startswith("    = ")
    assert "content/plan/budget/fordelning.yaml:" in lines[2]
    assert lines[3].startswith("        + ")
    assert lines[-1] == "content/plan: ett uttryck."


def test_json_has_the_same(project: Path, capsys) -> None:
    assert listed(project, "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["format"] == 1
    (plan,) = told["plans"]
    (figure,) = plan["figures"]
    assert (plan["plan"], figure["expression"]) == ("content/plan", "budget.fordelning.summa.ram | tkr")
    assert figure["terms"][0]["name"] == "budget.fordelning.summa.ram"
    assert figure["terms"][0]["terms"]


def test_of_a_plan_with_faults_it_is_said_that_some_may_be_missing(project: Path, capsys) -> None:
    section = project / "content/plan/sections/inledning.md"
    section.write_text(section.read_text(encoding="utf-8") + "\n{{ budget.inget }}\n", encoding="utf-8")
    assert listed(project) == 1
    said = capsys.readouterr()
    assert "ett uttryck" in said.out
    assert "content/plan har fel" in said.err


def test_a_plan_without_any_has_none(project: Path, capsys) -> None:
    section = project / "content/plan/sections/inledning.md"
    section.write_text("---\ntitel: A\n---\nText.\n", encoding="utf-8")
    assert listed(project) == 0
    assert capsys.readouterr().out == "content/plan: inga uttryck.\n"


def test_amounts_in_the_text_are_told_with_the_figure_that_they_are_or_are_nearest_to(project: Path, capsys) -> None:
    section = project / "content/plan/sections/inledning.md"
    text = f"{section.read_text(encoding='utf-8')}\nVård får 1 050 tkr.\n\nEn bil kostar 310 tkr, en båt 9 euro.\n"
    section.write_text(text, encoding="utf-8")
    assert listed(project) == 0
    lines = capsys.readouterr().out.replace("\u00a0", " ").splitlines()
    assert lines[lines.index("content/plan: ett uttryck.") + 2 :] == [
        "content/plan/sections/inledning.md:8:10: 1 050 tkr",
        "    är 1 050 tkr (Vård, Ram)",
        "    menas den, skriv {{ budget.fordelning.vard.ram | tkr }} så följer texten tabellen",
        "content/plan/sections/inledning.md:10:15: 310 tkr",
        "    är ingen siffra i planen; närmast är 260 tkr (Stöd, Ingående ram), skillnad 50 tkr",
        "content/plan/sections/inledning.md:10:31: 9 euro",
        "    är ingen siffra i planen",
        "content/plan: 3 belopp utan uttryck, varav 1 kan bli uttryck.",
    ]
    assert listed(project, "json") == 0
    (plan,) = json.loads(capsys.readouterr().out)["plans"]
    assert [each["standing"] for each in plan["amounts"]] == ["equals", "other", "other"]
