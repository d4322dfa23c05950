"""Each figure, year, name, commitment and priority of the source stands in its section of the built documents."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from .section_texts import FORMATS, section_texts

FACTS_FILE = Path(__file__).parents[1] / "facts" / "regionstyrelsen-2026.yaml"
CHAPTERS = ("inledning", "uppdrag", "styrande-dokument", "omvarldsfaktorer", "prioriteringar", "resultatmal")
GOALS = (
    "innovation-och-digitalisering",
    "tillganglig-och-sakrad-information",
    "kannedom-om-region-varmland",
    "hallbarhetsarbete",
    "manskliga-rattigheter",
    "ekonomi-i-balans",
    "attraktiv-arbetsgivare",
    "hallbar-arbetsmiljo",
    "jamstalldhet",
    "resursforbrukning",
    "miljopaverkan",
    "fastighetsutveckling",
    "civil-beredskap",
)
SECTIONS = (*CHAPTERS, *GOALS, "intern-ramfordelning")
KINDS = {
    "agenda",
    "amount",
    "commitment",
    "date",
    "document",
    "figure",
    "indicator",
    "name",
    "note",
    "priority",
    "title",
    "year",
}

Fact = Mapping[str, str]


@cache
def facts() -> Mapping[str, Sequence[Fact]]:
    """The facts of each section, by its id."""
    loaded: Mapping[str, Sequence[Fact]] = YAML(typ="safe", pure=True).load(FACTS_FILE)
    return loaded


def missing(section: str, text: str) -> list[str]:
    """The facts of a section that a text doesn't have."""
    return [fact["text"] for fact in facts()[section] if not re.search(fact["match"], text, re.IGNORECASE)]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_fact_of_a_section_stands_in_it(form: str, section: str) -> None:
    assert missing(section, section_texts(form)[section]) == []


def test_the_facts_are_of_every_chapter_and_every_result_goal() -> None:
    assert tuple(facts()) == SECTIONS


@pytest.mark.parametrize("section", SECTIONS)
def test_every_fact_can_be_missing(section: str) -> None:
    assert len(missing(section, "")) == len(facts()[section]) >= 10
    assert {fact["kind"] for fact in facts()[section]} <= KINDS


def test_a_fact_of_one_goal_does_not_pass_for_that_of_another() -> None:
    for one, other in zip(GOALS, (*GOALS[1:], GOALS[0]), strict=True):
        assert len(missing(one, section_texts("html")[other])) > len(facts()[one]) / 2


def test_a_figure_that_is_altered_is_missed() -> None:
    text = section_texts("html")["intern-ramfordelning"]
    assert "1 899 961" in text
    assert missing("intern-ramfordelning", text.replace("1 899 961", "1 899 962"))
