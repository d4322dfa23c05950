from __future__ import annotations

import json

from plangen.locale.catalogue import LANGUAGES
from plangen.schema.files import KINDS, bindings, schema_files


def test_each_kind_of_file_has_a_schema_in_each_language():
    files = schema_files(LANGUAGES)
    assert set(files) == {f"{language}/{kind.name}.json" for language in LANGUAGES for kind in KINDS}
    assert all(json.loads(content)["$schema"] for content in files.values())


def test_the_same_records_give_the_same_bytes():
    assert schema_files(["sv"]) == schema_files(["sv"])


def test_letters_are_written_as_themselves():
    assert "nämnd" in schema_files(["sv"])["sv/plan.json"].decode()


def test_files_are_bound_by_their_place_in_a_plans_folder():
    bound = bindings("sv", {})
    assert bound["./schemas/sv/plan.json"] == ["content/*/plan.yaml"]
    assert bound["./schemas/sv/budget.json"] == ["content/*/budget/*.yaml", "content/*/budget/*.yml"]
    assert bound["./schemas/sv/brand.json"] == ["content/*/brand.yaml", "templates/brand.yaml"]


def test_what_is_front_matter_is_bound_to_nothing():
    assert not [name for name in bindings("sv", {}) if name.endswith(("goal.json", "section.json"))]


def test_projects_in_another_language_are_bound_to_its_schemas_and_to_no_other():
    bound = bindings("sv", {"examples/agency": "en"})
    assert bound["./schemas/sv/goals.json"] == ["content/*/goals.yaml", "!examples/agency/content/*/goals.yaml"]
    assert bound["./schemas/en/goals.json"] == ["examples/agency/content/*/goals.yaml"]


def test_schemas_may_lie_in_another_folder():
    assert "./mallar/scheman/en/plan.json" in bindings("en", {}, "mallar/scheman")
