from __future__ import annotations

import re
from pathlib import Path

import pytest

from plangen.cli.explain import chapter, document, explain, found, found_in
from plangen.cli.main import main
from plangen.diagnostics import PlangenError
from plangen.explanations.example import examples
from plangen.locale.catalogue import LANGUAGES, catalogue
from plangen.locale.codes import codes, groups

DOCUMENT = Path(__file__).parents[2] / "docs" / "checks.md"
SWEDISH = catalogue("sv")


@pytest.mark.parametrize("code", examples())
def test_the_wrong_example_gives_its_code_as_bad_as_it_is_registered(code: str):
    example = examples()[code]
    given = found(code)
    assert {each.code for each in given} == {code, *example.also}
    severities = {each.severity.name.lower() for each in given if each.code == code}
    assert severities == {codes()[code].severity}


@pytest.mark.parametrize("code", examples())
def test_nothing_is_found_where_an_example_is_right(code: str):
    example = examples()[code]
    assert [(each.code, each.location) for each in found_in(example, example.right_plan)] == []


def test_the_document_is_current():
    assert DOCUMENT.read_text(encoding="utf-8") == document(SWEDISH), "run: make checks (after a rebase as well)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_chapter_under_its_group(language: str):
    words = catalogue(language)
    prose = re.sub(r"^(`{3,})\w+$.*?^\1$", "", document(words), flags=re.MULTILINE | re.DOTALL)
    headings = [line for line in prose.split("\n") if line.startswith(("## ", "### "))]
    expected = []
    for group in groups():
        expected.append(f"## {words.groups[group]}")
        expected += [f"### {code}" for code, each in codes().items() if each.group == group]
    assert headings == expected


def test_a_code_is_explained_by_what_is_said_of_its_example(capsys: pytest.CaptureFixture[str]):
    assert main(["explain", "agenda-unknown-goal"]) == 0
    assert (
        capsys.readouterr().out
        == """\
agenda-unknown-goal

Ett fel, som stoppar bygget.

Målens nummer är Förenta nationernas, och deras namn och märken hämtas efter numret.

Fel, i goals/rent-vatten.md:

    agenda2030: [6, 18]

Det sägs:

    content/lindby-2027/goals/rent-vatten.md:3:17: fel: det finns inget globalt mål 18 [agenda-unknown-goal]
       3 │ agenda2030: [6, 18]
         │                 ^^
         hjälp: Agenda 2030 har målen 1–17. Skriv ett av de numren.

Rätt:

    agenda2030: [6]
"""
    )


def test_a_code_without_an_example_has_message_and_cure(capsys: pytest.CaptureFixture[str]):
    assert explain(["[outline-syntax]", "git-missing"], "en") == 0
    out = capsys.readouterr().out
    assert "the program git can’t be run: …" in out
    assert "{% if %}" in out
    assert "{{" not in out


def test_an_unknown_code_is_told_with_those_near(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(PlangenError) as raised:
        explain(["unkown-key"], "")
    assert dict(raised.value.parameters)["near"].startswith("unknown-key")
    assert main(["explain"]) == 2
    assert "frame-differs" in capsys.readouterr().err


def test_what_a_plan_may_make_of_a_code_is_told():
    def severity(code: str) -> str:
        return list(chapter(codes()[code], SWEDISH))[1].text

    assert severity("note-unused") == SWEDISH.report["explain-warning-adjustable"]
    assert severity("frame-differs") == SWEDISH.report["explain-error-adjustable"]
    assert severity("unknown-key") == SWEDISH.report["explain-error"]
    assert severity("import-dash") == SWEDISH.report["explain-warning"]
    assert severity("import-date") == SWEDISH.report["explain-error-import"]


def test_a_long_example_is_shown_once_and_how_often():
    pieces = chapter(codes()["abbreviations-too-many"], SWEDISH)
    shown = next(each.text for each in pieces if each.form == "listing")
    assert shown.endswith("  F1: Förkortning nummer 1\n… och så vidare, 501 rader i följd")


def test_what_can_not_be_shown_is_told():
    texts = [each.text for each in chapter(codes()["not-utf8"], SWEDISH)]
    assert any("ANSI" in each for each in texts)
    assert not any("base64" in each for each in texts)


def test_all_is_the_document(capsys: pytest.CaptureFixture[str]):
    assert main(["explain", "--all", "--lang", "sv"]) == 0
    assert capsys.readouterr().out == document(SWEDISH)


def test_what_stands_above_a_text_is_yaml():
    kinds = {
        code: next(each.kind for each in chapter(codes()[code], SWEDISH) if each.form == "listing")
        for code in ("agenda-twice", "word-bullet", "left-out")
    }
    assert kinds == {"agenda-twice": "yaml", "word-bullet": "markdown", "left-out": "jinja"}


def test_the_document_begins_with_what_can_be_adjusted_and_a_link_to_each_chapter():
    begin = document(SWEDISH).split("\n## ")[0]
    assert "[frame-differs](#frame-differs)" in begin
    assert "- [Hänvisningar, länkar och noter](#hänvisningar-länkar-och-noter)" in begin
    assert begin.count("\n- [") == len(groups())


def test_it_is_told_why_a_sum_is_held_against_the_frame(capsys):
    assert main(["explain", "frame-differs"]) == 0
    assert "Tabellen fördelar den ram som är beslutad" in capsys.readouterr().out
