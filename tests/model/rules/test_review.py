"""Every plan of the repository, with what the rules find there; each finding has been looked at and judged.

Those of `content/regionstyrelsen-2026` are true of the real plan, whose goals, indicators and amounts stay as they were
decided. The golden plans are there for their form, and lack what they don't need.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.repository import PLANS

from plangen.build import examine
from plangen.diagnostics import Severity
from plangen.locale.codes import codes
from plangen.model.rules.review import RULES
from plangen.source.source import Folder

JUDGED = {
    "regionstyrelsen-2026": [
        ("goals/attraktiv-arbetsgivare.md", 8, 12, "source-sentence"),
        ("goals/ekonomi-i-balans.md", 7, 19, "periodicity-mixed"),
        ("goals/hallbar-arbetsmiljo.md", 12, 13, "source-sentence"),
        ("goals/hallbar-arbetsmiljo.md", 16, 13, "source-sentence"),
        ("goals/hallbarhetsarbete.md", 5, 37, "hyphen-as-dash"),
        ("sections/intern-ramfordelning.md", 13, 111, "amount-list-row-differs"),
        ("sections/styrande-dokument.md", 18, 51, "abbreviation-unexplained"),
    ],
    "alla-delar": [("goals/trygga-gator.md", 9, 11, "source-missing")],
    "liten-plan": [("goals/trygga-gator.md", 9, 11, "source-missing")],
}
"""By plan: file, line, column and code, the two of `mark-without-note` beside."""


def review_of(folder: Path) -> list[tuple[str, int, int, str]]:
    root = folder.parents[1]
    path = folder.relative_to(root).as_posix()
    examined = examine(Folder(root), path)
    found = [*examined.diagnostics, *(each.diagnostic for each in examined.accepted)]
    return sorted(
        (each.location.file.removeprefix(f"{path}/"), each.location.line, each.location.column, each.code)
        for each in found
        if each.code != "mark-without-note"
    )


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_of_each_plan_only_what_has_been_judged_is_told(folder: Path):
    assert review_of(folder) == JUDGED.get(folder.name, [])


def test_what_rules_find_is_a_warning_that_a_plan_may_accept():
    told = {code for found in JUDGED.values() for *_, code in found}
    assert all(codes()[code].severity == "warning" and codes()[code].adjustable for code in told)


def test_every_rule_is_run_once_and_only_warns():
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
    folder = next(each for each in PLANS if each.name == "regionstyrelsen-2026")
    found = examine(Folder(folder.parents[1]), "content/regionstyrelsen-2026").diagnostics
    assert {each.severity for each in found} <= {Severity.WARNING}
