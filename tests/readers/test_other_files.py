from __future__ import annotations

import base64

import pytest
from tests.conftest import SmallPlan

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("sections/inledning.docx", "file-foreign"),
        ("goals/mal.pages", "file-foreign"),
        ("goals/mal.pages/Data/text.iwa", "file-foreign"),
        ("sections/karta.svg", "file-foreign"),
        ("sections/inledning.odt", "file-foreign"),
        ("sections/ekonomi.txt", "file-other-ending"),
        ("goals/Mål två.MD", "file-other-ending"),
        ("sections/bilagor/taxor.md", "folder-unread"),
        ("sections/karta.png", "picture-unused"),
        ("budget/Drift 2027.xlsx", "sheet-not-imported"),
    ],
)
def test_what_nothing_reads_is_told_at_its_file(small: SmallPlan, path: str, code: str):
    found = small.having(path, "x").one()
    assert (found.code, found.severity.name) == (code, "WARNING")
    assert f"content/plan/{path}".startswith(found.location.file)


@pytest.mark.parametrize(
    "path",
    [
        "anteckningar.docx",
        "bilder/karta.png",
        "sections/.dold.docx",
        "sections/~$inledning.docx",
        "sections/bilder/karta.png",
        "underlag/drift.xlsx",
        "budget/fordelning.xlsx",
        "budget/anteckningar.docx",
        "budget/Fördelning.xlsx",
    ],
)
def test_what_lies_elsewhere_or_has_been_taken_over_is_left_alone(small: SmallPlan, path: str):
    assert small.having(path, "x").found() == []


def test_a_picture_that_a_goal_shows_is_used(small: SmallPlan):
    plan = small.having("sections/karta.png", PICTURE)
    goal = plan.files["goals/god-halsa.md"]
    shown = plan.having("goals/god-halsa.md", f"{goal}\n![En karta](sections/karta.png)\n")
    assert shown.found() == []


def test_a_file_whose_ending_is_a_fault_is_told_of_once(small: SmallPlan):
    assert small.having("sections/extra.md.txt", "x").found() == ["sections/extra.md.txt file-ending"]
    moved = small.having("sections/inledning.txt", small.files["sections/inledning.md"])
    assert "sections/inledning.txt file-ending" in moved.without("sections/inledning.md").found()
    assert not [each for each in moved.without("sections/inledning.md").found() if "file-other-ending" in each]


def test_the_cure_has_what_to_write(small: SmallPlan):
    found = dict(small.having("goals/God vård.txt", "x").one().parameters)
    assert found == {"name": "God vård.txt", "right": "god-vard.md", "stem": "god-vard", "index": "goals.yaml"}
