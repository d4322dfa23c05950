import pytest

from plangen.brand.brand import DEFAULT
from plangen.build import job, timestamp_of, write
from plangen.document.walk import every_block
from plangen.redline import Side, redline
from plangen.source.source import Memory

WORDS = {"added": "Planen är ny.", "removed": "Planen utgick."}


def redlined(small, kind):
    there, nowhere = Side(small.source, "content/plan", "a"), Side(Memory({}), "", "b")
    return redline(*((nowhere, there) if kind == "added" else (there, nowhere)), DEFAULT).document


@pytest.mark.parametrize("kind", WORDS)
def test_the_plan_is_told_first_and_then_its_sections_goals_and_indicators_by_name(kind, small):
    first, *rest = redlined(small, kind).comparison.differences
    assert (first.kind, first.what, first.title) == (kind, "plan", "Årsplan 2026 – Styrelsen")
    assert {each.kind for each in rest} == {kind}
    assert {each.what for each in rest} == {"section", "goal", "indicator"}
    assert all(each.title for each in rest)


@pytest.mark.parametrize("kind", WORDS)
def test_each_leads_to_its_place(kind, small):
    document = redlined(small, kind)
    blocks = tuple(every_block(document))
    ids = {each.id for each in (*blocks, *(row for block in blocks for row in getattr(block, "rows", ())))}
    assert {each.id for each in document.comparison.differences if each.id} <= ids


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("kind", WORDS)
def test_the_summary_says_so_before_all_else(kind, form, small):
    document = redlined(small, kind)
    made = write(job(document, DEFAULT, timestamp_of(document, None)), form).decode()
    found = made.index(WORDS[kind])
    assert found < made.index("God hälsa")
