"""What Jinja and Python say of an outline, said so that its author understands it; one test for each of their texts."""

from __future__ import annotations

import pytest

from .plans import SWEDISH
from .test_outline import fault


@pytest.mark.parametrize(
    ("text", "code", "parameters"),
    [
        ("{% if plan.body %}", "outline-unclosed", {"tag": "if"}),
        ("{% macro m() %}{% for x in plan.goals %}{% endmacro %}", "outline-unclosed", {"tag": "for"}),
        ("{% if plan.body %}{% endfor %}{% endif %}", "outline-end-alone", {"tag": "endfor"}),
        ("{% else %}", "outline-end-alone", {"tag": "else"}),
        ("{% foo %}", "outline-unknown-tag", {"tag": "foo"}),
        ("{{ plan.title | upper }}", "outline-filter", {"name": "upper"}),
        ("{% if plan is tall %}{% endif %}", "outline-filter", {"name": "tall"}),
        ("<!-- a", "outline-comment-open", {}),
        ("{{ plan.title }", "outline-unexpected", {"got": "}"}),
        ("{% if %}", "outline-unexpected", {"got": "end of statement block"}),
        ("{{ 'x }}", "outline-unexpected", {"got": "'"}),
        ("{% if plan.year = 1 %}", "outline-print-end", {"got": "="}),
        ("{{ plan title }}", "outline-print-end", {"got": "title"}),
        ("{% for x plan.goals %}", "outline-expected", {"expected": "in", "got": "plan"}),
        ("{{ cover('title') }}", "outline-argument-missing", {"function": "cover", "argument": "text"}),
        ("{{ cover('a', 'b', 'c', 'd') }}", "outline-arguments-many", {"function": "cover"}),
        ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", "outline-arguments-many", {"function": "m"}),
        ("{{ cover(titel='b') }}", "outline-argument-unknown", {"function": "cover", "argument": "titel"}),
        ("{% macro m(a) %}{% endmacro %}{{ m(b=2) }}", "outline-argument-unknown", {"function": "m", "argument": "b"}),
        ("{{ plan }}", "outline-not-text", {}),
        ("{{ marks('3') }}", "outline-not-number", {}),
        ("{{ cover(1, plan.title) }}", "outline-not-name", {}),
        ("{{ indicator_table(plan) }}", "outline-not-goal", {}),
        ("{{ budget_table(plan) }}", "outline-not-table", {}),
        ("{% for x in plan.title %}{% endfor %}", "outline-taken-apart", {}),
        ("{% for x in 5 %}{% endfor %}", "outline-not-list", {}),
        ("{{ 5() }}", "outline-not-function", {}),
        ("{% include 'b' %}", "outline-include", {}),
        ("{{ plan.title.upper() }}", "outline-of-text", {"name": "upper"}),
        ("{{ 2 * 3 }}", "outline-arithmetic", {"operator": "*"}),
        ("{{ plan.titel }}", "outline-unknown", {"name": "titel", "near": "title"}),
    ],
)
def test_a_reason_is_told_in_the_words_of_the_catalogue(text: str, code: str, parameters: dict[str, str]) -> None:
    found = fault(f"a\n\n{text}")
    given = {name: value for name, value in found.parameters if name != "allowed"}
    assert (found.code, given, found.location.line) == (code, parameters, 3)
    parameters = dict(found.parameters)
    said = SWEDISH.messages[code].format(**parameters) + SWEDISH.hints[code].format(**parameters)
    assert "Jinja" not in said


def test_a_block_that_nothing_ends_is_told_where_it_begins() -> None:
    found = fault("a\n\n<!-- {% if %} -->\n{% if plan.body %}\nb\n\n{% for x in plan.goals %}\n{% endfor %}\n")
    assert (found.code, found.location.line, found.location.column, found.location.length) == (
        "outline-unclosed",
        4,
        1,
        len("{% if plan.body %}"),
    )


def test_a_block_that_is_still_open_where_the_one_around_it_ends_is_told_where_it_begins() -> None:
    found = fault("{% macro m() %}\n  {% if plan.body %}\nb\n{% endmacro %}\n")
    assert (found.code, found.location.line, found.location.column) == ("outline-unclosed", 2, 3)


def test_an_unknown_name_is_marked() -> None:
    found = fault("a\n\nb {{ plan.titel }}\n")
    assert (found.location.line, found.location.column, found.location.length) == (3, 11, 5)
