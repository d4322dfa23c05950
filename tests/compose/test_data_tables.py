from __future__ import annotations

from pathlib import Path

import pytest
from tests.repository import PLANS

from plangen.compose.data import plan_data
from plangen.document.data import KINDS, DataTable
from plangen.locale.catalogue import catalogue
from plangen.source.source import Memory

from .plans import SWEDISH, document, edited, memory, plan
from .test_data import of


def tables(source: Memory) -> dict[str, DataTable]:
    return {each.kind: each for each in plan_data(plan(source), document(source), SWEDISH).tables}


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_every_row_has_a_cell_for_every_heading(folder: Path) -> None:
    read, made = of(folder)
    assert [each.kind for each in made.tables] == list(KINDS)
    for table in made.tables:
        assert {len(row) for row in table.rows} <= {len(table.headings)}
        assert all(table.headings)
    figures = sum(figure is not None for table in read.tables for figure in table.figures.values())
    budget = next(each for each in made.tables if each.kind == "budget")
    assert sum(row[8] is not None for row in budget.rows) == figures


def test_headings_and_words_are_in_the_plans_language() -> None:
    made = tables(memory())
    assert made["goals"].headings[:4] == ("Målets id", "Nivå", "Överordnat mål", "Mål")
    total = made["budget"].rows[-1]
    assert total[:5] == ("drift", "Driftbudget", "summa", "Summa", "summa")
    assert total[8:] == ("2995", "tkr", "2\u00a0995\u00a0tkr", "summa", "museer.ram; scen-konst.ram")
    assert catalogue("en").labels["data-goal-id"] == "Goal id"


def test_an_indicator_has_a_row_and_its_groups_one_each() -> None:
    groups = "    källa: Räknare\n    grupper:\n      - {namn: Barn, målvärde: 5}\n      - {namn: Vuxna, målvärde: 6}"
    source = edited(memory(), "goals/bibliotek.md", "    källa: Räknare", groups)
    source = edited(source, "goals/bibliotek.md", "    målvärde: ökande\n", "")
    rows = tables(source)["indicators"].rows
    assert [(row[3], row[4], row[9]) for row in rows] == [
        ("Antal besök", None, None),
        ("Antal besök", "Barn", "5"),
        ("Antal besök", "Vuxna", "6"),
    ]


def test_terms_are_told_with_their_signs() -> None:
    source = memory(inledning="{{ budget.drift.museer.in - budget.drift.scen_konst.in | tkr }}\n")
    ((expression, text, number, unit, file, line, terms),) = tables(source)["figures"].rows
    assert expression == "budget.drift.museer.in - budget.drift.scen_konst.in | tkr"
    assert (text, number, unit) == ("\u22121\u00a0000\u00a0tkr", "-1000", "tkr")
    assert (file, line) == ("content/plan/sections/inledning.md", "4")
    assert terms == "budget.drift.museer.in; -budget.drift.scen_konst.in"
