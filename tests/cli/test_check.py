from __future__ import annotations

import json
from pathlib import Path

import pytest

from plangen.cli.check import check
from plangen.cli.main import main
from plangen.cli.orders import Form, Order

CHECKS = """kontroller:
  - kod: agenda-twice
    nivå: godtas
    skäl: Delmålet nämns två gånger.
"""


@pytest.fixture
def project(tmp_path: Path, minimal_plan) -> Path:
    """A project with the plans "plan" and "annan"."""
    for path, text in minimal_plan.items():
        for name in ("plan", "annan"):
            place = tmp_path / path.replace("/plan/", f"/{name}/")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def order(project: Path, *plans: str, form: Form = "text", accepted: bool = False, jobs: int = 1) -> Order:
    return Order(project, plans, (), project / "build", None, form=form, accepted=accepted, jobs=jobs)


def edit(project: Path, path: str, old: str, new: str) -> None:
    file = project / "content" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def accept(project: Path, name: str) -> None:
    """Has a plan a warning that it accepts."""
    edit(project, f"{name}/goals/god-halsa.md", "[3]", "[3, 3]")
    edit(project, f"{name}/plan.yaml", "avsnitt:", f"{CHECKS}avsnitt:")


def test_checking_counts_what_was_found_in_all_plans(project: Path, capsys):
    for name in ("plan", "annan"):
        edit(project, f"{name}/goals/god-halsa.md", "[3]", "[18]")
    assert check(order(project)) == 1
    output = capsys.readouterr()
    assert output.out == "2 fel, 0 varningar.\n"
    assert output.err.count("[agenda-unknown-goal]") == 2


def test_finding_in_the_brand_that_plans_share_is_told_once(project: Path, capsys):
    (project / "templates").mkdir()
    (project / "templates/brand.yaml").write_text("colours: {accent: röd}\n", encoding="utf-8")
    assert check(order(project)) == 1
    output = capsys.readouterr()
    assert output.err.count("[colour-unreadable]") == 1
    assert output.out == "1 fel, 0 varningar.\n"


def test_findings_stand_under_their_file_in_the_order_of_their_lines(project: Path, capsys):
    edit(project, "plan/goals/god-halsa.md", "[3]", "[18, 3, 3]")
    edit(project, "plan/plan.yaml", "år: 2026", "år: 26")
    check(order(project, "plan"))
    told = [line for line in capsys.readouterr().err.split("\n") if line.startswith("content")]
    assert [line.partition(":")[0] + line[-30:] for line in told if not line.endswith("]")] == [
        "content/plan/goals/god-halsa.md" + "god-halsa.md: 1 fel, 1 varning"[-30:],
        "content/plan/plan.yaml" + "content/plan/plan.yaml: 1 fel"[-30:],
    ]
    assert [line.split()[0] for line in told] == [
        "content/plan/goals/god-halsa.md:",
        "content/plan/goals/god-halsa.md:3:14:",
        "content/plan/goals/god-halsa.md:3:21:",
        "content/plan/plan.yaml:",
        "content/plan/plan.yaml:4:5:",
    ]


def test_what_is_accepted_is_counted_and_told_where_that_is_asked_for(project: Path, capsys):
    accept(project, "plan")
    assert check(order(project)) == 0
    output = capsys.readouterr()
    assert (output.out, output.err) == ("Inga fel, inga varningar. 1 godtagen.\n", "")
    check(order(project, accepted=True))
    output = capsys.readouterr()
    assert "god-halsa.md: 1 godtagen\n" in output.err
    assert "[agenda-twice]" in output.err
    assert "     godtas: Delmålet nämns två gånger.\n" in output.err


def test_json_has_all_and_nothing_else_is_on_standard_output(project: Path, capsys):
    accept(project, "plan")
    edit(project, "annan/goals/god-halsa.md", "agenda2030: [3]", "agenda2003: [3]")
    assert check(order(project, form="json")) == 1
    output = capsys.readouterr()
    told = json.loads(output.out)
    assert output.err == ""
    assert told["counts"] == {"errors": 1, "warnings": 0, "accepted": 1}
    assert [(each["plan"], each["code"], each["accepted"]) for each in told["findings"]] == [
        ("content/annan", "unknown-key", False),
        ("content/plan", "agenda-twice", True),
    ]
    assert told["findings"][0]["near"] == ["agenda2030"]
    assert told["findings"][1]["reason"] == "Delmålet nämns två gånger."


def test_the_json_is_the_same_however_many_plans_are_checked_at_a_time(project: Path, capsys):
    accept(project, "plan")
    edit(project, "annan/goals/god-halsa.md", "[3]", "[18]")
    made = []
    for jobs in (1, 2):
        assert check(order(project, form="json", jobs=jobs)) == 1
        made.append(capsys.readouterr().out)
    assert made[0] == made[1]


def test_github_is_told_by_commands_with_paths_from_the_repository(project: Path, capsys):
    (project / ".git").mkdir()
    below = project / "planer"
    below.mkdir()
    (project / "content").rename(below / "content")
    edit(below, "plan/goals/god-halsa.md", "[3]", "[18]")
    assert check(order(below, form="github")) == 1
    command, count = capsys.readouterr().out.splitlines()
    assert command == (
        "::error file=planer/content/plan/goals/god-halsa.md,line=3,col=14,endColumn=16,title=agenda-unknown-goal"
        "::det finns inget globalt mål 18%0AAgenda 2030 har målen 1–17. Skriv ett av de numren."
    )
    assert count == "1 fel, 0 varningar."


def test_plans_are_checked_from_any_folder_of_the_repository(project: Path, capsys, monkeypatch):
    edit(project, "plan/goals/god-halsa.md", "[3]", "[18]")
    monkeypatch.chdir(project / "content" / "plan" / "goals")
    assert main(["check"]) == 1
    assert "content/plan/goals/god-halsa.md:3:14: fel:" in capsys.readouterr().err
    assert main(["check", "annan"]) == 0
    assert main(["check", ".."]) == 1


def test_a_plan_that_could_not_be_examined_is_never_said_to_be_without_faults(project: Path, capsys, unreadable):
    unreadable("content/plan/goals/god-halsa.md")
    assert check(order(project)) == 2
    output = capsys.readouterr()
    assert output.out == "Gick inte att granska: content/plan.\n"
    assert "[file-unreadable]" in output.err
    assert check(order(project, form="json")) == 2
    told = json.loads(capsys.readouterr().out)
    assert told["unexamined"] == ["content/plan"]


def test_faults_of_other_plans_are_counted_beside_one_that_could_not_be_examined(project: Path, capsys, unreadable):
    unreadable("content/plan/goals/god-halsa.md")
    edit(project, "annan/goals/god-halsa.md", "[3]", "[18]")
    assert check(order(project)) == 2
    assert capsys.readouterr().out == "1 fel, 0 varningar. Gick inte att granska: content/plan.\n"


def test_where_all_plans_are_examined_none_is_named(project: Path, capsys):
    assert check(order(project, form="json")) == 0
    assert json.loads(capsys.readouterr().out)["unexamined"] == []


def test_where_an_amount_in_the_text_is_told_of_the_list_of_all_is_named_last(project: Path, small, capsys):
    for path, content in small.with_text("Nettoramen är 1 330 tkr.").paths().items():
        place = project / path.replace("/plan/", "/liten/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    check(order(project, "liten", "plan"))
    assert capsys.readouterr().out.endswith("plangen figures liten\n")
    check(order(project, "liten", form="github"))
    assert "plangen figures" not in capsys.readouterr().out
