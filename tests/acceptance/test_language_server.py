"""The YAML language server of editors, with the repository's schemas and settings: it offers and tells what it should.

It is fetched by `.ci/yaml-language-server`, and `YAML_LANGUAGE_SERVER` says where it is.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.repository import PLANS, PROJECT

from plangen.build import examine
from plangen.cli.init import init
from plangen.diagnostics import Severity
from plangen.locale.catalogue import LANGUAGES
from plangen.readers.brand import read_brand
from plangen.readers.front_matter import split_front_matter
from plangen.source.source import Memory

from .language_server import LanguageServer, Problem, language_server
from .mistakes import MISTAKES, SOUND, VARIANTS, Mistake

SERVER = os.environ.get("YAML_LANGUAGE_SERVER", "")
SETTINGS = json.loads((PROJECT / ".vscode/settings.json").read_bytes())["yaml.schemas"]
FRONT_MATTER = {f"./schemas/sv/{kind}.json": [f"front-matter/*/{kind}s/*.yaml"] for kind in ("goal", "section")}
"""An editor can't be told of front matter; here it is opened as a file of its own."""

PLAN_FILE = PROJECT / "content/ny/plan.yaml"
GOALS_FILE = PROJECT / "content/ny/goals.yaml"
BUDGET_FILE = PROJECT / "content/ny/budget/drift.yaml"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    """A server in the repository's folder, with the settings of `.vscode`."""
    if not SERVER or not shutil.which("node"):
        pytest.skip("YAML_LANGUAGE_SERVER or node is not there; .ci/yaml-language-server fetches the server")
    with language_server(SERVER, PROJECT, {**SETTINGS, **FRONT_MATTER}) as running:
        yield running


def opened(number: int, file: str, text: str) -> tuple[Path, str]:
    """A file of a plan as an editor opens it, in a folder of its own; of Markdown only the front matter."""
    if not file.endswith(".md"):
        return PROJECT / f"content/plan-{number}" / file, text
    parts, _ = split_front_matter(text, file)
    return PROJECT / f"front-matter/{number}" / Path(file).with_suffix(".yaml"), "\n" * (
        parts.front_line - 1
    ) + parts.front


def lines_of_check(files: dict[str, str], file: str) -> set[int]:
    """The lines of a file on which check finds an error."""
    source = Memory({f"content/plan/{name}": text.encode() for name, text in files.items()})
    brand, faults = read_brand(source, "content/plan")
    found = (*faults, *examine(source, "content/plan", brand).diagnostics)
    errors = (each.location for each in found if each.severity >= Severity.ERROR)
    return {place.line for place in errors if place.file == f"content/plan/{file}"}


def of_each(server: LanguageServer, cases: tuple[Mistake, ...]) -> list[tuple[Mistake, tuple[Problem, ...]]]:
    documents = [opened(number, case.file, case.text) for number, case in enumerate(cases)]
    problems = server.problems(dict(documents))
    return [(case, problems[path]) for case, (path, _) in zip(cases, documents, strict=True)]


def test_a_mistake_is_told_on_the_line_on_which_check_tells_it(server: LanguageServer):
    for mistake, problems in of_each(server, MISTAKES):
        checked = lines_of_check({**SOUND, mistake.file: mistake.text}, mistake.file)
        told = {each.line for each in problems}
        assert mistake.line in checked & told, (str(mistake), checked, problems)
        assert mistake.form or told <= checked, (str(mistake), checked, problems)


def test_what_may_be_written_in_another_way_is_told_of_by_neither(server: LanguageServer):
    for variant, problems in of_each(server, VARIANTS):
        assert problems == (), str(variant)
        assert lines_of_check({**SOUND, variant.file: variant.text}, variant.file) == set()


def test_the_files_of_every_plan_are_bound_to_a_schema_and_have_no_fault(server: LanguageServer):
    files = [path for plan in PLANS for path in sorted(plan.rglob("*.yaml"))]
    files += [PROJECT / "templates/brand.yaml", *sorted(PROJECT.glob("examples/*/templates/brand.yaml"))]
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    assert {path: found for path, found in server.problems(texts).items() if found} == {}
    spoilt = server.problems({path: f"{text.rstrip()}\nxyzzy: 1\n" for path, text in texts.items()})
    assert [path for path, found in spoilt.items() if not [each for each in found if "xyzzy" in each.message]] == []


def labels(server: LanguageServer, path: Path, text: str) -> list[str]:
    return [each["label"] for each in server.completions(path, text)]


def test_keys_are_offered_in_the_language_of_the_plan_with_what_they_are_for(server: LanguageServer):
    offered = {each["label"]: each for each in server.completions(PLAN_FILE, "titel: Plan\n|")}
    assert {"organisation", "nämnd", "år", "ram", "giltig från", "kontroller"} <= set(offered)
    assert "body" not in offered
    assert offered["nämnd"]["documentation"] == "Nämnden, styrelsen eller enheten som planen gäller."
    english = PROJECT / "examples/agency/content/new/plan.yaml"
    assert {"body", "year", "valid from"} <= set(labels(server, english, "title: Plan\n|"))


def test_words_are_offered_each_with_its_meaning_and_nothing_else(server: LanguageServer):
    offered = server.completions(PLAN_FILE, "status: |\n")
    assert [each["label"] for each in offered] == ["utkast", "förslag", "beslutad", "reviderad", "exempel"]
    assert offered[1]["documentation"]["value"] == "Ett förslag att besluta om."
    assert labels(server, BUDGET_FILE, "rader:\n  - namn: x\n    roll: |\n")[:2] == ["post", "grupp"]
    assert labels(server, PLAN_FILE, "ram:\n  enhet: |\n")[:3] == ["kr", "tkr", "mnkr"]


def test_no_value_is_offered_that_means_nothing_to_a_writer(server: LanguageServer):
    for text in ("status: |\n", "nämnd: |\n", "titel: |\n", "giltig från: |\n", "ram:\n  enhet: |\n"):
        assert not set(labels(server, PLAN_FILE, text)) & {"null", "true", "false"}


def test_the_global_goals_are_offered_by_number_with_their_names(server: LanguageServer):
    offered = server.completions(GOALS_FILE, "mål:\n  - titel: x\n    agenda2030:\n      - |")
    assert [each["label"] for each in offered][:17] == [str(number) for number in range(1, 18)]
    assert offered[4]["documentation"]["value"] == "Jämställdhet"


@pytest.mark.parametrize(
    ("path", "text", "label", "begins"),
    [
        (GOALS_FILE, "mål:\n  - |", "Nytt mål", "titel: ${1:Ekonomi i balans}\n"),
        (GOALS_FILE, "mål:\n  - titel: x\n    indikatorer:\n      - |", "Ny indikator", "namn: ${1:"),
        (BUDGET_FILE, "rader:\n  - namn: x\n  - |\n", "Ny rad", "namn: ${1:Gator}\n  roll: ${2|post,"),
        (BUDGET_FILE, "kolumner:\n  |\n", "Ny kolumn", "${1:kolumn}:\n  typ: ${2|utfall,"),
        (PLAN_FILE, "ram:\n  |", "Ramen", "titel: ${1:Nettoram 2027}\nbelopp: ${2:48 200}\n"),
    ],
    ids=str,
)
def test_a_whole_record_can_be_put_in(server: LanguageServer, path: Path, text: str, label: str, begins: str):
    offered = {each["label"]: each["insertText"] for each in server.completions(path, text)}
    assert offered[label].startswith(begins)


def test_a_key_is_explained_where_the_pointer_rests_on_it(server: LanguageServer):
    told = server.hover(PLAN_FILE, "sta|tus: utkast\n")
    assert told.startswith("#### Status\n\nHur långt planen har kommit.")
    assert "`beslutad`: Beslutad. Skriv beslutets datum" in told
    told = server.hover(BUDGET_FILE, "rader:\n  - namn: x\n    budget_2|027: 1 000\n")
    assert told.startswith("#### Värde\n\nRadens värde i en kolumn.")
    assert "##" not in told[4:]
    assert " || " not in told


def test_a_file_may_name_its_schema_itself(server: LanguageServer):
    """In a place where no setting binds it."""
    path = PROJECT / "nya/plan.yaml"
    named = f"# yaml-language-server: $schema={(PROJECT / 'schemas/sv/plan.json').as_uri()}\ntittel: a\n"
    assert [each.message for each in server.problems({path: named})[path] if "tittel" in each.message]
    assert server.problems({path: "tittel: a\n"})[path] == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_repository_is_bound_to_schemas_of_its_own(server: LanguageServer, language: str, tmp_path: Path):
    place = tmp_path / "planer"
    init(str(place), language, "1", "1")
    bound = json.loads((place / ".vscode/settings.json").read_bytes())["yaml.schemas"]
    texts = {path: path.read_text(encoding="utf-8") for path in place.glob("content/**/*.yaml")}
    assert len(texts) >= 3
    with language_server(SERVER, place, bound) as running:
        assert {path: found for path, found in running.problems(texts).items() if found} == {}
        spoilt = running.problems({path: f"{text.rstrip()}\nxyzzy: 1\n" for path, text in texts.items()})
    assert [path for path, found in spoilt.items() if not [each for each in found if "xyzzy" in each.message]] == []
