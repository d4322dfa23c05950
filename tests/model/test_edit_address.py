from __future__ import annotations

import pytest

from plangen.model.edit_address import edit_pattern, host_of

EDIT = "https://github.com/o/planer/edit"
LAB = "https://gitlab.region.se/g/u/planer"


@pytest.mark.parametrize(
    ("address", "pattern"),
    [
        ("https://github.com/o/planer", f"{EDIT}/main/{{file}}#L{{line}}"),
        ("https://github.com/o/planer/", f"{EDIT}/main/{{file}}#L{{line}}"),
        ("https://github.com/o/planer.git", f"{EDIT}/main/{{file}}#L{{line}}"),
        ("https://github.com/o/planer/tree/utkast", f"{EDIT}/utkast/{{file}}#L{{line}}"),
        ("https://github.com/o/planer/tree/main/a/b/", f"{EDIT}/main/a/b/{{file}}#L{{line}}"),
        (LAB, f"{LAB}/-/edit/main/{{file}}#L{{line}}"),
        (f"{LAB}.git", f"{LAB}/-/edit/main/{{file}}#L{{line}}"),
        (f"{LAB}/-/tree/utkast/mapp", f"{LAB}/-/edit/utkast/mapp/{{file}}#L{{line}}"),
        ("https://git.se/redigera?f={file}&rad={line}", "https://git.se/redigera?f={file}&rad={line}"),
        ("http://git.se/{file}", "http://git.se/{file}"),
    ],
)
def test_what_people_have_at_hand_becomes_a_pattern(address: str, pattern: str):
    assert edit_pattern(address) == pattern


@pytest.mark.parametrize(
    "address",
    [
        "",
        "github.com/o/planer",
        "https://git.se/o/planer",
        "https://github.com/o",
        "https://github.com/o/planer/issues",
        "https://github.com/o/planer?x=1",
        "https://git.se/{fil}",
        "https://git.se/{line}",
        "https://git.se/{file}{column}",
        "https://git.se/{file}{",
        "https://{file}",
        "https://{file}.se/{file}",
        "https:///{file}",
        "https://[x/{file}",
        "https://git.se/{file} x",
        'https://git.se/{file}"',
        "javascript:alert('{file}')",
        "vscode://file/{file}",
        "data:text/html,{file}",
    ],
)
def test_what_tells_nowhere_gives_no_pattern(address: str):
    assert edit_pattern(address) is None


def test_the_host_is_told():
    assert host_of(f"{LAB}/{{file}}") == "gitlab.region.se"


def test_a_plan_tells_where_it_is_edited(small):
    plan = small.edited("plan.yaml", "år: 2026", "år: 2026\nredigeras på: https://github.com/o/planer").read()
    assert plan.edited_at == f"{EDIT}/main/{{file}}#L{{line}}"
    assert small.read().edited_at == ""


@pytest.mark.parametrize(("value", "code"), [("github.com/o", "edit-address"), ("[a]", "text-expected")])
def test_an_address_that_tells_nowhere_is_a_fault_at_its_place(value: str, code: str, small):
    fault = small.edited("plan.yaml", "år: 2026", f"år: 2026\nredigeras på: {value}").one()
    assert (fault.code, fault.location.line, fault.location.column) == (code, 5, 15)


def test_no_address_is_none(small):
    assert small.edited("plan.yaml", "år: 2026", "år: 2026\nredigeras på:").diagnostics() == ()
