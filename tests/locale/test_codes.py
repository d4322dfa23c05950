"""The registry of codes, held against the source: every code has a row, every row a code, each as bad as it is said."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from tests.locale.said import givers, said

from plangen.locale.catalogue import LANGUAGES, catalogue
from plangen.locale.codes import codes, groups

WORLD = {"PlangenError"}
DATA = tomllib.loads(files("plangen.locale").joinpath("codes.toml").read_text(encoding="utf-8"))
HOW = 'add to [codes] of src/plangen/locale/codes.toml, sorted: {code} = {{severity = "…", group = "…"}}'


def expected(code: str) -> set[str]:
    """How bad the source says that a code is; nothing where it hands the code on through a function of its own."""
    by = givers()[code]
    found = {"warning"} if "warning" in by else set()
    found |= {"error"} if by & {"error", "report"} else set()
    return found or ({"world"} if by == WORLD else set())


def test_every_code_that_is_said_has_a_row():
    assert [HOW.format(code=code) + f" ({place})" for code, place in said().items() if code not in codes()] == []


def test_every_row_is_of_a_code_that_is_said():
    assert [f"take {code} out of codes.toml" for code in codes() if code not in said()] == []


def test_a_code_is_as_bad_in_the_registry_as_where_it_is_said():
    given = {code: each.severity for code, each in codes().items() if code in said()}
    wrong = {code: expected(code) for code, severity in given.items() if expected(code) - {severity}}
    assert wrong == {}


def test_a_code_of_the_world_is_raised():
    """Codes that are handed on in a table ("git-…") leave no trace of how; all that leave one must be raised."""
    assert [code for code, each in codes().items() if each.severity == "world" and givers()[code] - WORLD] == []


def test_the_rows_are_sorted():
    assert list(DATA["codes"]) == sorted(DATA["codes"])


def test_severities_and_groups_are_known():
    assert {each.severity for each in codes().values()} == {"error", "warning", "world"}
    assert {each.group for each in codes().values()} == set(groups())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_has_a_name(language: str):
    assert set(catalogue(language).groups) == set(groups())


def test_warnings_are_adjustable_and_errors_only_where_they_say_so():
    assert codes()["note-unused"].adjustable
    assert codes()["frame-differs"].adjustable
    assert not codes()["unknown-key"].adjustable
    assert not codes()["import-dash"].adjustable
    assert [code for code, each in codes().items() if each.adjustable and each.severity == "world"] == []


def test_adjustable_is_said_only_where_it_is_no_matter_of_course():
    said_so = {code: row["adjustable"] for code, row in DATA["codes"].items() if "adjustable" in row}
    assert {code: given for code, given in said_so.items() if given == (codes()[code].severity == "warning")} == {}
