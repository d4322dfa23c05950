"""A Word file that someone works on: what is put in is numbered, and numbers, references and contents follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.repository import PLANS, job_of

from plangen.build import write


@pytest.fixture(scope="module")
def report(libreoffice_report: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    (plan,) = (each for each in PLANS if each.name == "alla-delar")
    return libreoffice_report(write(job_of(plan, in_template=False), "docx"), "edit")


def test_heading_that_is_put_in_is_numbered_and_those_after_it_are_renumbered(report: dict[str, Any]) -> None:
    numbered = [(number, text) for number, text in report["edited"]["headings"] if number[:1].isdigit()]
    assert numbered[:4] == [
        ("1", "Inledning & läsanvisning"),
        ("1.1", "Så läses planen"),
        ("2", "Tillagd rubrik"),
        ("3", "Mål"),
    ]
    before = [line.split("\t")[0] for line in report["before"]["contents"][0]]
    after = [line.split("\t")[0] for line in report["edited"]["contents"][0]]
    assert "2 Mål" in before
    assert after.index("2 Tillagd rubrik") + 1 == after.index("3 Mål")
    assert len(after) == len(before) + 1


def test_references_follow_the_numbers(report: dict[str, Any]) -> None:
    assert "2.1.1" in report["before"]["fields"]
    assert "2.1.1" not in report["edited"]["fields"]
    assert "3.1.1" in report["edited"]["fields"]
    assert {"Bilaga\u00a01:", "Bilaga\u00a02:"} <= set(report["edited"]["fields"])


def test_item_that_is_put_into_a_list_is_counted(report: dict[str, Any]) -> None:
    assert [number for number, _ in report["edited"]["items"]] == ["1.", "2.", "3.", "1.", "2."]
    assert report["edited"]["items"][1][1] == "Tillagd punkt"


def test_row_that_is_put_into_a_table_looks_like_its_neighbours(report: dict[str, Any]) -> None:
    before, after, repeats = report["edited"]["rows"]
    assert (after, repeats) == (before + 1, True)
    assert [[name.startswith("Table") for name in row] for row in report["edited"]["styles"]] == [[True] * 2] * 2
