"""The JSON Schemas of the repository: current, bound to its plans' files, and of one mind with what `check` says."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from jsonschema import Draft7Validator
from tests.fuzz.plans import FOLDER, Files, changed_plans
from tests.repository import PLANS, PROJECT

from plangen.build import examine
from plangen.diagnostics import Diagnostic, Severity
from plangen.locale.catalogue import LANGUAGES
from plangen.model.adjustment import adjusted
from plangen.model.checks import check
from plangen.readers.brand import read_brand
from plangen.readers.front_matter import split_front_matter
from plangen.readers.plan import read_plan
from plangen.readers.text_file import read_text
from plangen.schema.files import KINDS, bindings, schema_files
from plangen.schema.vscode import SNIPPETS, front_matter_snippets
from plangen.source.source import Folder, Memory

from .editor_yaml import editor_value
from .mistakes import MISTAKES, SOUND, VARIANTS, Mistake

OTHERS = {
    "examples/agency": "en",
    "tests/golden/agency-plan": "en",
    "tests/golden/avrundade-belopp": "en",
}
"""The projects of the repository that aren't in Swedish."""


@cache
def validator(language: str, kind: str) -> Draft7Validator:
    return Draft7Validator(json.loads((PROJECT / "schemas" / language / f"{kind}.json").read_bytes()))


@cache
def language_of(plan: Path) -> str:
    examined = examine(Folder(plan.parents[1]), plan.relative_to(plan.parents[1]).as_posix())
    assert examined.plan is not None
    return examined.plan.language


def kind_of(file: str) -> str:
    """The kind of a file by its path in a plan's folder; "" for one without a schema."""
    for kind in KINDS:
        if Path(file).suffix == ".md" and file.startswith(f"{kind.front_matter}/") and kind.front_matter:
            return kind.name
        if any(Path(file).match(pattern) and file.count("/") == pattern.count("/") for pattern in kind.files):
            return kind.name
    return ""


def value_of(file: str, text: str) -> Any:
    return editor_value(split_front_matter(text, file)[0].front if file.endswith(".md") else text)


FILES = [
    (plan, path.relative_to(plan).as_posix())
    for plan in PLANS
    for path in sorted(plan.rglob("*"))
    if kind_of(path.relative_to(plan).as_posix())
]


def found_in(files: dict[str, str]) -> tuple[Diagnostic, ...]:
    """The errors of a plan."""
    source = Memory({f"content/plan/{file}": text.encode() for file, text in files.items()})
    brand, faults = read_brand(source, "content/plan")
    found = (*faults, *examine(source, "content/plan", brand).diagnostics)
    return tuple(each for each in found if each.severity >= Severity.ERROR)


def test_the_schemas_are_those_that_the_model_gives_now():
    """If not: make schema."""
    written = {
        path.relative_to(PROJECT / "schemas").as_posix(): path.read_bytes() for path in PROJECT.glob("schemas/*/*")
    }
    assert written == schema_files(LANGUAGES)


def test_the_editor_binds_every_plan_to_the_schemas_of_its_language():
    editor = json.loads((PROJECT / ".vscode/settings.json").read_bytes())
    assert editor["yaml.schemas"] == bindings("sv", OTHERS)
    others = {plan.parents[1].relative_to(PROJECT).as_posix(): language_of(plan) for plan in PLANS}
    assert {place: language for place, language in others.items() if language != "sv"} == OTHERS


def test_the_editor_recommends_what_reads_the_schemas():
    assert "redhat.vscode-yaml" in json.loads((PROJECT / ".vscode/extensions.json").read_bytes())["recommendations"]


@pytest.mark.parametrize(("plan", "file"), FILES, ids=[f"{plan.name}/{file}" for plan, file in FILES])
def test_every_file_of_every_plan_is_right_by_its_schema(plan: Path, file: str):
    value = value_of(file, (plan / file).read_text(encoding="utf-8"))
    faults = validator(language_of(plan), kind_of(file)).iter_errors(value)
    assert [f"{each.json_path}: {each.message}" for each in faults] == []


def test_every_kind_of_file_is_among_them():
    brands = [
        path
        for pattern in ("templates/brand.yaml", "examples/*/templates/brand.yaml")
        for path in PROJECT.glob(pattern)
    ]
    assert {kind_of(file) for _, file in FILES} | {"brand"} == {kind.name for kind in KINDS}
    assert len(brands) >= 3
    for path in brands:
        language = "en" if "agency" in path.parts else "sv"
        assert list(validator(language, "brand").iter_errors(editor_value(path.read_text(encoding="utf-8")))) == []


def test_the_sound_plan_is_right_by_both():
    assert found_in(SOUND) == ()
    for file, text in SOUND.items():
        assert list(validator("sv", kind_of(file)).iter_errors(value_of(file, text))) == [], file


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_is_one_to_both(mistake: Mistake):
    lines = [each.location.line for each in found_in({**SOUND, mistake.file: mistake.text})]
    assert mistake.line in lines
    if not mistake.form:
        assert not validator("sv", kind_of(mistake.file)).is_valid(value_of(mistake.file, mistake.text))


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_what_may_be_written_in_another_way_is_right_to_both(variant: Mistake):
    assert found_in({**SOUND, variant.file: variant.text}) == ()
    value = value_of(variant.file, variant.text)
    assert [each.message for each in validator("sv", kind_of(variant.file)).iter_errors(value)] == []


def test_the_snippets_for_front_matter_are_those_that_the_model_gives_now():
    """If not: make schema."""
    assert (PROJECT / SNIPPETS).read_bytes() == front_matter_snippets("sv")


SCALAR = re.compile(r"(?m)(?<=: )[^\n#,{}\[\]]+?(?=$|[,}])|(?<=^      - )[^\n:]+$|(?<=^  - )[^\n:]+$")
"""Where a value stands in the sound plan."""


def errors_of_content(files: dict[str, str], file: str) -> tuple[Diagnostic, ...]:
    """The errors in a file, without composing the plan."""
    source = Memory({f"content/plan/{name}": text.encode() for name, text in files.items()})
    _, of_brand = read_brand(source, "content/plan")
    plan, found = read_plan(source, "content/plan")
    found = (*of_brand, *found, *(check(plan) if plan else ()))
    found = adjusted(plan.checks if plan else (), "content/plan", found, lambda _: "").found
    return tuple(each for each in found if each.severity >= Severity.ERROR and each.location.file.endswith(f"/{file}"))


@pytest.mark.parametrize("value", ["~", "true", "5", "a", '" 2027-01-01 "', "[a]"])
def test_whatever_value_check_takes_the_schemas_take(value: str):
    wrong = []
    for file, text in SOUND.items():
        front = split_front_matter(text, file)[0].front if file.endswith(".md") else text
        for place in SCALAR.finditer(front):
            changed = front[: place.start()] + value + front[place.end() :]
            if validator("sv", kind_of(file)).is_valid(editor_value(changed)):
                continue
            if not errors_of_content({**SOUND, file: text.replace(front, changed)}, file):
                wrong.append((file, front[: place.start()].rpartition("\n")[2]))
    assert wrong == []


@settings(derandomize=True, deadline=None, database=None, phases=[Phase.generate], max_examples=60)
@given(changed_plans("small"))
def test_what_is_changed_at_random_and_still_right_to_check_is_right_to_the_schemas(files: Files):
    source = Memory(files)
    _, of_brand = read_brand(source, FOLDER)
    plan, found = read_plan(source, FOLDER)
    if plan is None:
        return
    faulty = {each.location.file for each in (*of_brand, *found, *check(plan)) if each.severity >= Severity.ERROR}
    for path in files:
        kind = kind_of(path.removeprefix(f"{FOLDER}/"))
        text, _ = read_text(source, path)
        if kind and text is not None and path not in faulty:
            value = value_of(path, text)
            assert value is None or validator(plan.language, kind).is_valid(value), path
