from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plangen.cli.build import build
from plangen.cli.listing import list_plans
from plangen.cli.orders import Order


@pytest.fixture
def project(tmp_path: Path, minimal_plan) -> Path:
    for path, text in minimal_plan.items():
        for name in ("annan", "plan"):
            place = tmp_path / path.replace("/plan/", f"/{name}/")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def order(project: Path, *plans: str, language: str = "") -> Order:
    return Order(project, plans, ("html",), project / "build", None, language=language)


def listed(project: Path, capsys) -> list[dict[str, object]]:
    capsys.readouterr()
    list_plans(order(project), "json")
    return json.loads(capsys.readouterr().out)


def edit(project: Path, path: str, old: str, new: str) -> None:
    file = project / "content" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_a_year_of_thousands_of_digits_is_no_year(project: Path, capsys):
    edit(project, "plan/plan.yaml", "år: 2026", "år: " + "9" * 5000)
    assert list_plans(order(project, "plan"), "json") in (0, 1)
    assert json.loads(capsys.readouterr().out)[0]["year"] is None


def test_plans_are_listed_with_what_is_built_of_them(project: Path, capsys):
    build(order(project, "plan"))
    capsys.readouterr()
    assert list_plans(order(project), "text") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Mapp           Titel         År    Status  docx    html    pdf",
        "content/annan  Årsplan 2026  2026  Utkast  aldrig  aldrig  aldrig",
        "content/plan   Årsplan 2026  2026  Utkast  aldrig  byggd   aldrig",
    ]


def test_what_has_changed_since_it_was_built_is_told(project: Path, capsys):
    build(order(project))
    edit(project, "plan/goals/god-halsa.md", "tillgänglig", "nära")
    assert [each["formats"]["html"] for each in listed(project, capsys)] == ["built", "changed"]
    (project / "build/annan/annan.html").write_text("annat", encoding="utf-8")
    assert [each["formats"]["html"] for each in listed(project, capsys)] == ["changed", "changed"]


def test_plan_that_cannot_be_read_is_shown_as_such(project: Path, capsys):
    edit(project, "plan/plan.yaml", "status: utkast", "status: klar")
    (project / "content/annan/plan.yaml").write_bytes(b"\xff\xfe\xff")
    assert list_plans(order(project), "text") == 1
    _, first, second, last = capsys.readouterr().out.splitlines()
    assert first.split("  ")[1] == "går inte att läsa"
    assert "Årsplan 2026  " in second
    assert "går inte att läsa" in second
    assert last == "Kör plangen check annan plan för att se vad som är fel."
    assert [each["readable"] for each in listed(project, capsys)] == [False, False]


def test_data_are_in_terms_of_the_model_whatever_the_plans_language(project: Path, capsys):
    assert listed(project, capsys)[0] == {
        "folder": "content/annan",
        "title": "Årsplan 2026",
        "year": 2026,
        "status": "draft",
        "language": "sv",
        "readable": True,
        "formats": {"docx": "never", "html": "never", "pdf": "never"},
    }


def test_list_is_in_the_language_asked_for_else_in_that_of_the_plans(project: Path, capsys):
    list_plans(order(project, language="en"), "text")
    assert "never" in capsys.readouterr().out
    english = project / "content" / "english"
    english.mkdir()
    (english / "plan.yaml").write_text("title: A\nyear: 2026\nstatus: draft\n", encoding="utf-8")
    list_plans(order(project, "english"), "text")
    assert "Draft" in capsys.readouterr().out
    list_plans(order(project), "text")
    assert "Utkast" in capsys.readouterr().out


def test_nothing_that_is_listed_commands_the_terminal(project: Path, capsys):
    edit(project, "plan/plan.yaml", "titel: Årsplan 2026", 'titel: "A\\x1b[31mB"')
    list_plans(order(project, "plan"), "text")
    assert "\x1b" not in capsys.readouterr().out


def test_no_engine_is_loaded_to_list_plans(project: Path):
    code = "import sys; from plangen.cli.main import main; main(['list']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"typst", "docx", "jinja2", "pikepdf", "plangen.build"}


def test_a_file_that_the_system_does_not_let_be_read_is_told_and_gives_2(project: Path, capsys, unreadable):
    unreadable("content/plan/goals/god-halsa.md")
    assert list_plans(order(project), "json") == 2
    output = capsys.readouterr()
    assert [each["readable"] for each in json.loads(output.out)] == [True, False]
    assert output.err.startswith("plangen: filen content/plan/goals/god-halsa.md går inte att läsa: du har inte rätt")


def test_a_year_that_cannot_be_read_is_null(project: Path, capsys):
    edit(project, "plan/plan.yaml", "år: 2026", "år: nästa")
    assert [each["year"] for each in listed(project, capsys)] == [2026, None]
