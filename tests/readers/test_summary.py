from __future__ import annotations

import pytest

from plangen.readers.summary import Summary, read_summary
from plangen.source.source import Memory


def read(text: str):
    return read_summary(Memory({"content/a/plan.yaml": text}), "content/a")


def test_plan_is_summed_up():
    summary, found = read("titel: Plan **2027**\når: 2027\nstatus: beslutad\nmålnivåer: oviktigt\n")
    assert summary == Summary("Plan 2027", "2027", "decided", "sv")
    assert summary.complete
    assert found == ()


@pytest.mark.parametrize(
    "text", ["titel: Plan\når: 2027\nstatus: klar", "titel: [Plan]\når: 2027\nstatus: utkast", "a: 1"]
)
def test_plan_that_does_not_say_what_it_should_is_incomplete(text: str):
    summary, _ = read(text)
    assert summary is not None
    assert not summary.complete


def test_faults_of_form_and_of_the_language_are_reported():
    _, found = read("title: A\nyear: 2027\nstatus: draft\nlanguage: xx\nsections: [a\n")
    assert {each.code for each in found} == {"language-unknown", "yaml-bracket-open"}


@pytest.mark.parametrize(("text", "code"), [("- a", "mapping-expected"), ("", "file-empty")])
def test_file_that_is_no_mapping_has_no_summary(text: str, code: str):
    assert read(text)[0] is None
    assert [each.code for each in read(text)[1]] == [code]


def test_file_that_is_not_there_has_no_summary():
    summary, found = read_summary(Memory({}), "content/a")
    assert summary is None
    assert [each.code for each in found] == ["file-missing"]
