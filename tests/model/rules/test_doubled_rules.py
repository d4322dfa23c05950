from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found

CODES = ("unit-twice", "heading-repeats-title")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ramen är {{ plan.ram | tkr }} tkr.", ["unit-twice"]),
        ("Ramen är **{{ plan.ram | tkr }} tkr**.", ["unit-twice"]),
        ("Ramen är {{ plan.ram | mnkr }} tkr.", []),
        ("Ramen är {{ plan.ram | tkr }}.", []),
        ("Ramen är {{ plan.ram }} tkr.", []),
        ("Vi är {{ plan.organisation }} i dag.", []),
    ],
)
def test_a_unit_that_an_expression_prints_is_not_said_again(small: SmallPlan, text: str, expected: list[str]):
    assert [code for code, _ in found(small.with_text(text), *CODES)] == expected


def test_a_title_is_not_the_first_heading_too(small: SmallPlan):
    section = small.files["sections/inledning.md"]
    assert isinstance(section, str)
    front, _, text = section.rpartition("---\n")
    for heading, times in (("# Inledning", 1), ("## inledning", 1), ("## Vårt uppdrag", 0)):
        plan = small.having("sections/inledning.md", f"{front}---\n{heading}\n\n{text}")
        assert len(found(plan, *CODES)) == times
    assert found(small.with_text("## Inledning\n\nText."), *CODES) == []
