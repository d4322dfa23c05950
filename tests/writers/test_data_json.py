from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.repository import PLANS, PROJECT

from plangen.brand.brand import DEFAULT
from plangen.build import examine, job, timestamp_of, with_data, write
from plangen.source.source import Folder
from plangen.writers.data_json import SCHEMA
from plangen.writers.data_json import write as write_json

SCHEMA_TEXT = files("plangen.writers").joinpath(SCHEMA).read_text(encoding="utf-8")
VALIDATOR = Draft202012Validator(json.loads(SCHEMA_TEXT))


def data(folder: Path) -> bytes:
    examined = examine(Folder(folder.parents[1]), f"content/{folder.name}")
    assert examined.plan
    assert examined.document
    work = job(examined.document, DEFAULT, timestamp_of(examined.document, None))
    return write(with_data(work, examined.plan), "json")


def test_the_schema_is_one_and_leaves_nothing_open() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)
    assert SCHEMA_TEXT.count('"additionalProperties": false') == SCHEMA_TEXT.count('"properties": {')


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_what_is_written_is_what_the_schema_says(folder: Path) -> None:
    assert [(each.json_path, each.message) for each in VALIDATOR.iter_errors(json.loads(data(folder)))] == []


def test_the_schema_sees_what_is_wrong() -> None:
    told = json.loads(data(PROJECT / "content/regionstyrelsen-2026"))
    told["tables"][0]["rows"][0]["cells"][0]["value"] = 1363720
    told["goals"][0]["agenda2030"].append({"goal": 18, "target": None, "name": "Nytt"})
    told["plan"]["more"] = None
    assert {each.json_path for each in VALIDATOR.iter_errors(told)} == {
        "$.goals[0].agenda2030[0].goal",
        "$.plan",
        "$.tables[0].rows[0].cells[0].value",
    }


def test_the_same_plan_gives_the_same_bytes() -> None:
    folder = PROJECT / "examples/kommun/content/mal-och-budget-2027"
    assert data(folder) == data(folder)
    assert data(folder).endswith(b"}\n")


def test_data_is_made_only_for_a_job_that_has_it() -> None:
    folder = PROJECT / "content/regionstyrelsen-2026"
    examined = examine(Folder(folder.parents[1]), f"content/{folder.name}")
    assert examined.document
    with pytest.raises(AssertionError):
        write_json(job(examined.document, DEFAULT, timestamp_of(examined.document, None)))
