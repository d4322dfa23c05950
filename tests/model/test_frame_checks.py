from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.locale.numbers import MINUS, NO_BREAK_SPACE
from plangen.model.frame_checks import frame_sum

from .budget_tables import TABLE, framed


def test_a_frame_that_the_table_meets_is_no_fault(small):
    assert framed(small).found() == []


@pytest.mark.parametrize(("amount", "unit"), [("1,3", "mnkr"), ("1 300 000", "kr"), ("1 300,0", "tkr")])
def test_a_frame_may_be_counted_in_another_unit(small, amount: str, unit: str):
    assert framed(small, belopp=amount, enhet=unit).found() == []


def test_a_frame_that_the_table_does_not_meet_is_reported_in_the_tables_unit(small):
    fault = framed(small, belopp="1,31", enhet="mnkr").one()
    assert (fault.code, fault.location.file) == ("frame-differs", "content/plan/plan.yaml")
    assert (fault.location.line, fault.location.column, fault.location.length) == (9, 11, 4)
    assert dict(fault.parameters) == {
        "decided": f"1{NO_BREAK_SPACE}310",
        "computed": f"1{NO_BREAK_SPACE}300",
        "difference": f"{MINUS}10",
        "unit": "tkr",
        "table": "fordelning",
    }


def test_without_a_column_the_closing_one_is_meant(small):
    assert framed(small, kolumn="").found() == []
    assert framed(small, kolumn="", belopp="1").found() == ["plan.yaml:9:11 frame-differs"]


def test_without_a_closing_column_the_frame_must_name_one(small):
    changed = framed(small, kolumn="").edited(TABLE, "roll: utgående", "roll: belopp")
    fault = changed.one()
    assert (fault.code, dict(fault.parameters)) == ("missing-field", {"key": "kolumn"})


@pytest.mark.parametrize("column", ["ramen", "ingåend"])
def test_an_unknown_column_of_the_frame_is_reported(small, column: str):
    fault = framed(small, kolumn=column).one()
    assert (fault.code, fault.location.line, fault.location.column) == ("unknown-column", 12, 11)
    assert dict(fault.parameters)["allowed"] == "ingående, växling, ram"


def test_a_column_of_text_can_not_meet_a_framed(small):
    fault = framed(small).edited(TABLE, "roll: utgående", "roll: text").one()
    assert fault.code == "unknown-column"
    assert dict(fault.parameters)["allowed"] == "ingående, växling"


def test_an_unknown_table_of_the_frame_is_reported(small):
    fault = framed(small, tabell="fördelning").one()
    assert (fault.code, fault.location.line, fault.location.column) == ("unknown-table", 11, 11)
    right = "fordelning"
    assert dict(fault.parameters) == {"table": "fördelning", "near": right, "instead": right, "allowed": right}


def test_a_table_without_a_total_can_not_meet_a_framed(small):
    changed = framed(small).edited(TABLE, "  - namn: Summa\n    roll: summa\n", "")
    assert changed.found() == ["plan.yaml:11:11 frame-without-total"]


@pytest.mark.parametrize("unit", ["kvm", "€m", "årsarbetare"])
def test_a_table_that_does_not_count_money_can_not_meet_a_framed(small, unit: str):
    assert framed(small).edited(TABLE, "enhet: tkr", f"enhet: {unit}").found() == [f"{TABLE}:2:8 frame-unit"]


def test_a_frame_without_a_table_is_met_by_none(small):
    assert [each.split()[1] for each in framed(small, tabell="", kolumn="").found()] == ["frame-unplaced"]


def test_the_figures_of_an_english_plan_are_told_in_english(small):
    from plangen.model.checks import check

    plan = replace(framed(small, belopp="1").read(), language="en")
    (fault,) = check(plan)
    assert dict(fault.parameters)["computed"] == "1,300"


def test_a_frame_may_name_the_total_that_meets_it(small):
    rows = small.edited(TABLE, "  - namn: Stöd", "  - namn: Hittills\n    roll: summa\n  - namn: Stöd")
    assert framed(rows, belopp="1 050", rad="hittills").found() == []
    assert framed(rows, belopp="1 050", rad="Hittills").found() == []
    assert framed(rows, belopp="1 050").found() == ["plan.yaml:9:11 frame-differs"], "else it is the last"


def test_a_row_of_the_frame_that_is_no_sum_is_told(small):
    fault = framed(small, rad="vard").one()
    assert (fault.code, dict(fault.parameters)["allowed"]) == ("unknown-row", "summa")


def test_a_frame_may_differ_by_the_declared_rounding(small):
    declared = small.edited(TABLE, "enhet: tkr", "enhet: tkr\navrundning: 1")
    assert framed(declared, belopp="1 301").found() == []
    assert framed(declared, belopp="1 302").found() == ["plan.yaml:9:11 frame-differs"]


def test_the_sum_that_a_frame_decides_is_told_in_the_frames_unit(small):
    plan = framed(small, belopp="1,3", enhet="mnkr").read()
    assert plan.frame is not None
    assert str(frame_sum(plan.tables[0], plan.frame)) == "1.3"
    other = framed(small, enhet="meur").read()
    assert other.frame is not None
    assert frame_sum(other.tables[0], other.frame) is None


@pytest.mark.parametrize("unit", ["tusen", "tkrr"])
def test_an_unknown_unit_of_the_frame_is_told(small, unit: str):
    assert "plan.yaml:10:10 unknown-word" in framed(small, enhet=unit).found()
