from __future__ import annotations

import pytest

from plangen.diagnostics import Location
from plangen.readers.plan import read_plan
from plangen.source.source import LARGEST_FILE, Folder


def test_a_file_that_is_not_listed_is_reported(small):
    for path, index in (("sections/extra.md", "plan.yaml"), ("goals/extra.md", "goals.yaml")):
        fault = small.having(path, "---\ntitel: X\n---\n").one()
        assert (fault.code, fault.location) == ("file-unlisted", Location(f"content/plan/{path}"))
        assert dict(fault.parameters) == {"name": "extra", "index": index}


@pytest.mark.parametrize(
    "name", ["../../annan/sections/x", "/etc/passwd", "å", "god vård", ".dold", "-x", "", "a/b", "C:x"]
)
def test_no_name_leads_out_of_the_folder(small, name):
    other = small.having("../annan/sections/x.md", "---\ntitel: X\n---\n").having(
        "inledning.md", "---\ntitel: X\n---\n"
    )
    for path, line in (("plan.yaml", "  - inledning\n"), ("goals.yaml", "  - god-halsa\n")):
        found = other.edited(path, line, f'{line}  - "{name}"\n').found()
        number = 18 if path == "plan.yaml" else 5
        assert found == [f"{path}:{number}:5 id-form"]


def test_front_matter_that_is_no_mapping_is_reported(small):
    found = small.having("sections/inledning.md", "---\n- a\n---\nText\n").found()
    assert "sections/inledning.md:2:1 mapping-expected" in found


def test_a_file_too_large_is_a_fault_of_its_plan(small, tmp_path):
    for path, content in small.paths().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(str(content), encoding="utf-8")
    with (tmp_path / "content/plan/goals/god-halsa.md").open("ab") as file:
        file.truncate(LARGEST_FILE + 1)
    _, found = read_plan(Folder(tmp_path), "content/plan")
    assert [each.code for each in found] == ["file-too-large"]


def test_pictures_come_from_the_plans_folder_only(small, png):
    plan = small.having("bild.png", png).having("bilder/å b.png", png).having("../annan.png", png)
    assert plan.with_text("![x](bild.png)\n\n![x](<bilder/å b.png>)\n").found() == []
    assert plan.with_text("![x](../annan.png)\n").found() == ["sections/inledning.md:8:6 image-missing"]
    assert plan.with_text("![x](a%00.png)\n").found() == ["sections/inledning.md:8:6 image-missing"]


def test_file_whose_name_no_plan_can_have_is_told_with_the_name_it_may_have(small):
    changed = small.having("sections/mål och medel.md", "---\ntitel: Mål\n---\n")
    fault = changed.one()
    assert fault.code == "file-name-form"
    assert dict(fault.parameters)["right"] == "mal-och-medel.md"


def test_the_id_of_a_row_does_not_change_with_a_mark_of_a_note(small):
    made = small.edited("budget/fordelning.yaml", "namn: Vård", "namn: Vård[^1]").read()
    assert made.tables[0].rows[0].id == "vard"
