from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from plangen.cli.finding import Finding, findings_of, in_json, in_text, on_github, prefix_of
from plangen.cli.listing import Listed
from plangen.diagnostics import Diagnostic, Location, error, warning
from plangen.locale.catalogue import catalogue
from plangen.model.adjustment import Accepted

DOCUMENT = Path(__file__).parents[2] / "docs" / "check.md"
SWEDISH = catalogue("sv")
FOLDER = "content/plan"
FAULT = error(
    "unknown-key", Location(f"{FOLDER}/plan.yaml", 3, 1, 5), key="tital", near="titel, total", allowed="titel"
)
UNLISTED = error("file-unlisted", Location(f"{FOLDER}/sections/a.md"), name="a", index="plan.yaml")
SHARED = warning(
    *("contrast-of-lines", Location("templates/brand.yaml", 2, 3)),
    **{"key": "linje", "colour": "#EEE", "ratio": "1,1", "least": "3", "right": "#777"},
)


def findings(*found: Diagnostic, accepted: tuple[Accepted, ...] = ()) -> tuple[Finding, ...]:
    return findings_of(FOLDER, found, accepted, SWEDISH, lambda path: ("", "", "tital: Plan"))


def test_a_finding_has_its_words_and_its_place():
    (found,) = findings(FAULT)
    assert (found.code, found.severity, found.group, found.plan) == ("unknown-key", "error", "form", FOLDER)
    assert (found.file, found.line, found.column, found.length) == (f"{FOLDER}/plan.yaml", 3, 1, 5)
    assert (found.message, found.near) == ("okänd nyckel ”tital”", ("titel", "total"))
    assert found.hint == "Menade du titel, total? Nycklar som finns här: titel."
    assert "   3 │ tital: Plan\n     │ ^^^^^" in found.text


def test_a_finding_of_a_file_as_a_whole_has_no_line_and_one_of_a_shared_file_no_plan():
    whole, shared = findings(UNLISTED, SHARED)
    assert (whole.line, whole.column, whole.length, whole.near) == (0, 0, 0, ())
    assert (whole.plan, shared.plan) == (FOLDER, "")


def test_what_is_accepted_comes_last_with_its_reason():
    told = findings(FAULT, accepted=(Accepted(SHARED, "Profilens färg."),))
    assert [(each.accepted, each.reason) for each in told] == [(False, ""), (True, "Profilens färg.")]
    assert told[1].text.endswith("\n     godtas: Profilens färg.\n")


def test_text_has_each_file_once_with_what_is_in_it():
    told = findings(FAULT, UNLISTED, FAULT, accepted=(Accepted(SHARED, "x"),))
    heads = [text for text in in_text(told, SWEDISH) if "[" not in text]
    assert heads == [
        f"{FOLDER}/plan.yaml: 2 fel\n",
        f"{FOLDER}/sections/a.md: 1 fel\n",
        "templates/brand.yaml: 1 godtagen\n",
    ]


def test_github_commands_are_escaped_as_github_reads_them():
    found = error("unknown-key", Location("a,b:c%.yaml", 3, 2, 4), key="100 %", near="", allowed="a, b: c")
    (command,) = on_github(findings(found), "planer/")
    assert command == (
        "::error file=planer/a%2Cb%3Ac%25.yaml,line=3,col=2,endColumn=6,title=unknown-key"
        "::okänd nyckel ”100 %25”%0ANycklar som finns här: a, b: c."
    )


def test_github_shows_warnings_accepted_findings_and_files_as_what_they_are():
    warned, accepted, whole = on_github((*findings(SHARED, accepted=(Accepted(SHARED, "x"),)), *findings(UNLISTED)), "")
    assert warned.startswith("::warning file=templates/brand.yaml,line=2,col=3,title=contrast-of-lines::")
    assert accepted.startswith("::notice file=templates/brand.yaml,")
    assert accepted.endswith("%0Ax")
    assert whole.startswith(f"::error file={FOLDER}/sections/a.md,title=file-unlisted::")


def test_every_command_is_one_line():
    found = error("unknown-key", Location("a\nb.yaml", 1), key="x\r\ny", near="", allowed="")
    (command,) = on_github(findings(found), "")
    assert "\n" not in command
    assert "\r" not in command


def test_the_json_counts_what_stands_and_what_is_accepted():
    told = in_json(findings(FAULT, SHARED, accepted=(Accepted(SHARED, "x"),)), "planer/")
    assert told["counts"] == {"errors": 1, "warnings": 1, "accepted": 1}
    assert isinstance(told["findings"], list)
    assert told["findings"][0]["file"] == f"planer/{FOLDER}/plan.yaml"


def test_the_document_tells_of_every_field_of_the_json_in_its_order():
    checks, _, lists = DOCUMENT.read_text(encoding="utf-8").partition("## plangen list")
    told, listed = (re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) for text in (checks, lists))
    assert listed == [each.name for each in fields(Listed)]
    assert told == [*in_json((), ""), *(each.name for each in fields(Finding) if each.name != "text")]


def test_the_prefix_leads_from_the_repository(tmp_path: Path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert prefix_of(tmp_path / "a" / "b") == "a/b/"
    assert prefix_of(tmp_path) == ""
