import json
from io import BytesIO

import pytest
from docx import Document
from tests.document.diff.said import SAID, summary_of
from tests.writers.docx.revisions import marks

from plangen.brand.brand import DEFAULT
from plangen.build import job, timestamp_of, write
from plangen.document.diff.marks import document_changed
from plangen.document.walk import plain_text
from plangen.readers import recalled
from plangen.readers.yaml import read_yaml
from plangen.redline import Side, redline
from plangen.source.source import Memory

FOLDER = "content/plan"


def side(plan, name):
    return Side(plan.source, FOLDER, name)


def redlined(base, head):
    return redline(side(base, "förr"), side(head, "nu"), DEFAULT)


def test_a_plan_against_itself_has_no_change(small):
    found = redlined(small, small)
    assert not found.changed
    assert found.document.comparison.differences == ()


def test_a_figure_changes_with_all_that_follows_from_it(small):
    head = small.edited("budget/fordelning.yaml", "växling: 50", "växling: 70").edited("plan.yaml", "1 300", "1 320")
    found = redlined(small, head)
    rows = [each for each in found.document.comparison.differences if each.what == "budget-row"]
    assert [row.title for row in rows] == ["Vård"]
    assert [str(cell.figure.difference) for cell in rows[0].cells] == ["20", "20"]


def test_a_row_that_changed_alone_leaves_the_frame_as_it_was(small):
    found = redlined(small, small.edited("budget/fordelning.yaml", "växling: 50", "växling: 70"))
    differences = found.document.comparison.differences
    assert "frame" not in {each.what for each in differences}
    (total,) = (each for each in differences if each.what == "frame-sum")
    assert (total.cells[0].old_value, total.cells[0].new_value) == (1300, 1320)
    row = next(each for each in differences if each.what == "budget-row")
    assert {cell.unit for cell in row.cells} == {"tkr"}


def test_a_plan_that_one_side_has_not_got_is_new_or_gone(small):
    new = redline(Side(Memory({}), "", "förr"), side(small, "nu"), DEFAULT)
    assert {each.kind for each in new.document.comparison.differences} == {"added"}
    assert new.document.comparison.differences[0].what == "plan"
    gone = redline(side(small, "förr"), Side(Memory({}), "", "nu"), DEFAULT)
    assert {each.kind for each in gone.document.comparison.differences} == {"removed"}


def test_a_year_that_nothing_shows_is_a_change(small):
    found = redlined(small, small.edited("plan.yaml", "år: 2026", "år: 2027"))
    assert found.changed
    assert not document_changed(found.document)
    assert [(each.role, each.old, each.new) for each in found.document.comparison.differences] == [
        ("year", "2026", "2027")
    ]


def test_a_base_with_faults_is_shown_as_far_as_it_goes(small):
    broken = small.edited("goals/god-halsa.md", "agenda2030: [3]", "agenda2030: [33]")
    found = redlined(broken, small)
    assert found.document is not None
    assert [each.code for each in found.base[1].diagnostics] == ["agenda-unknown-goal"]


def test_sides_that_can_not_be_read_give_no_document(small):
    unreadable = small.having("plan.yaml", "- bara en lista\n")
    found = redlined(unreadable, unreadable)
    assert found.document is None
    assert found.language == "sv"


@pytest.mark.parametrize("form", ["html", "docx", "pdf", "md", "json"])
def test_every_face_is_written_the_same_twice(form, small):
    found = redlined(small, small.edited("sections/inledning.md", "Planen gäller", "Planen avser"))
    work = job(found.document, DEFAULT, timestamp_of(found.document, None))
    first = write(work, form)
    assert first == write(work, form)
    if form == "json":
        assert json.loads(first)["head"] == "nu"


def test_a_side_that_can_not_be_read_is_not_taken_for_one_without_the_plan(small):
    """Each face says that nothing was compared; none has a mark of a change."""
    broken = small.having("plan.yaml", "- bara en lista\n")
    for found in (redlined(broken, small), redlined(small, broken)):
        assert found.changed
        assert not document_changed(found.document)
        comparison = found.document.comparison
        assert comparison.differences == ()
        assert [each.shown for each in comparison.faults] == [False]
        work = job(found.document, DEFAULT, timestamp_of(found.document, None))
        for form in ("html", "md"):
            assert "så ingenting är jämfört" in write(work, form).decode()
        assert json.loads(write(work, "json"))["faults"][0]["shown"] is False
        assert "så ingenting är jämfört" in plain_text(work.printed.front[0].blocks[2].blocks[0].inlines)
        [remark] = Document(BytesIO(write(work, "docx"))).comments
        assert "så ingenting är jämfört" in remark.text
        assert not marks(write(work, "docx"))


def test_faults_are_told_with_their_side_their_count_and_their_places(small):
    broken = small.edited("goals/god-halsa.md", "agenda2030: [3]", "agenda2030: [33]")
    comparison = redlined(broken, small).document.comparison
    assert [(each.side, each.count, each.shown) for each in comparison.faults] == [("förr", 1, True)]
    assert comparison.faults[0].first[0].startswith("content/plan/goals/god-halsa.md:")


def test_faults_of_files_that_are_the_same_hide_nothing(small):
    broken = small.edited("goals/god-halsa.md", "agenda2030: [3]", "agenda2030: [33]")
    assert not redlined(broken, broken).changed
    assert redlined(broken, broken.edited("goals/god-halsa.md", "[33]", "[34]")).changed


def test_what_is_the_same_on_both_sides_is_read_once(small, monkeypatch):
    read = []

    def counted(text, path, line=1):
        read.append(path)
        return read_yaml(text, path, line)

    monkeypatch.setattr(recalled, "read_yaml", counted)
    redlined(small, small.edited("goals/god-halsa.md", "minskande", "ökande"))
    assert [path for path in set(read) if read.count(path) > 1] == ["content/plan/goals/god-halsa.md"]


@pytest.mark.parametrize(("name", "back"), [(name, back) for name in SAID for back in (False, True)])
def test_summary_says_of(name, back):
    assert summary_of(name, back) == SAID[name][back]
