"""That what follows from another fault is left out, and that faults which don't follow from each other all stay."""

from __future__ import annotations

import pytest

from plangen.build import examine
from plangen.diagnostics import Diagnostic

FOLDER = "content/plan"


def found(plan) -> list[str]:
    places = [(each.location, each.code) for each in examine(plan.source, FOLDER).diagnostics]
    return [f"{place.file.removeprefix(FOLDER + '/')}:{place.line}:{place.column} {code}" for place, code in places]


def codes(plan) -> list[str]:
    found: tuple[Diagnostic, ...] = examine(plan.source, FOLDER).diagnostics
    return [each.code for each in found]


def test_a_plan_without_faults_has_no_echoes(small):
    assert found(small) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("plan.yaml", "  - inledning", "  - inledninng", ["plan.yaml:17:5 file-missing"]),
        ("sections/inledning.md", "---\ntitel: Inledning", "titel Inledning", ["front-matter-missing"]),
        ("plan.yaml", "belopp: 1 300", "belopp: 1.300", ["plan.yaml:9:11 number-unreadable"]),
        ("plan.yaml", "enhet: tkr", "enhet: kkr", ["plan.yaml:10:10 unknown-word"]),
        ("budget/fordelning.yaml", "roll: utgående", "roll: utgånde", ["budget/fordelning.yaml:7:28 unknown-word"]),
        ("budget/fordelning.yaml", "roll: summa", "roll: suma", ["budget/fordelning.yaml:16:11 unknown-word"]),
        ("budget/fordelning.yaml", "ingående: 260", "ingående: 260 tkr", ["13:15 number-unreadable"]),
        ("goals.yaml", "  - namn: Mål\n", "  - nman: Mål\n", ["goals.yaml:2:5 unknown-key"]),
        ("goals/god-halsa.md", "källa: Statistik", "källa: Statis\u200btik", ["8:18 character-forbidden"]),
        ("goals/god-halsa.md", "målvärde: minskande", "målvärde: *", ["goals/god-halsa.md:6:15 yaml-quote-mark"]),
    ],
)
def test_one_mistake_is_told_once(small, path: str, old: str, new: str, expected: list[str]):
    changed = found(small.edited(path, old, new))
    assert len(changed) == len(expected), changed
    for each, ending in zip(changed, expected, strict=True):
        assert ending.split()[-1] == each.split()[-1]
        assert ending.split()[0] in each or " " not in ending


def test_faults_that_do_not_follow_from_each_other_are_told_at_once(small):
    changed = (
        small.edited("plan.yaml", "  - inledning", "  - inledninng")
        .edited("plan.yaml", "belopp: 1 300", "belopp: 1.300")
        .edited("goals/god-halsa.md", "agenda2030: [3]", "agenda2030: [18]")
        .edited("budget/fordelning.yaml", "växling: 50", "växling: femtio")
    )
    assert codes(changed) == ["number-unreadable", "agenda-unknown-goal", "number-unreadable", "file-missing"]


def test_a_frame_that_differs_is_told_beside_a_fault_elsewhere(small):
    changed = small.edited("plan.yaml", "belopp: 1 300", "belopp: 1 301").edited(
        "goals/god-halsa.md", "agenda2030: [3]", "agenda2030: [18]"
    )
    assert codes(changed) == ["agenda-unknown-goal", "frame-differs"]


def test_a_table_that_no_section_shows_is_told_where_no_name_is_misspelt(small):
    without = small.edited("sections/inledning.md", "tabeller: [fordelning]\n", "")
    assert codes(without) == ["table-unplaced"]
    misspelt = small.edited("sections/inledning.md", "tabeller: [fordelning]", "tabeller: [fordelningar]")
    assert codes(misspelt) == ["unknown-table"]


def test_a_reference_to_nothing_is_told_unless_a_file_is_lost(small):
    assert codes(small.with_text("Se [](#ingenstans).\n")) == ["unknown-reference"]
    lost = small.with_text("Se [](#ingenstans).\n").edited("goals.yaml", "  - god-halsa", "  - god-hals")
    assert "unknown-reference" not in codes(lost)


def test_a_note_that_is_misspelt_is_told_at_its_mark(small):
    assert codes(small.with_text("A[^not]\n\n[^noten]: B\n")) == ["note-unknown"]
    assert codes(small.with_text("A\n\n[^noten]: B\n")) == ["note-unused"]


def test_an_id_that_is_taken_is_told_once(small):
    changed = small.edited("sections/inledning.md", "titel: Inledning", "titel: Inledning\nid: god-halsa")
    assert codes(changed) == ["duplicate-id"]


LACKING = """\
---
titel: God hälsa
agenda2030: [3]
indikatorer:
  - namn: Ohälsotal
    målvärde: minskande
    källa: Statistik
  - namn: Väntetid
    målvärde: minskande
    källa: Statistik
  - namn: Besök
    målvärde: ökande
    källa: Statistik
  - namn: Tredje
    {}
---
Alla ska ha god hälsa.
"""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("målvärde: ökande", ["source-missing"]),
        ("målvärde: ökande\n    periodiciet: år", ["source-missing", "unknown-indicator-key"]),
        ("målvärde: ökande\n    periodicitet: [a]", ["source-missing", "text-expected"]),
        ("målvärde: ökande\n    källla: Statistik", ["unknown-indicator-key"]),
        ("målvärde: ökande\n    source: Statistik", ["key-in-other-language"]),
        ("målvärde: ökande\n    källa: [a, b]", ["text-expected"]),
        ("målvärde: ökande\n    zzz: a", ["unknown-indicator-key"]),
        ("kälala: Statistik", ["target-missing", "unknown-indicator-key"]),
    ],
)
def test_what_an_indicator_lacks_is_told_beside_a_fault_of_something_else(small, written: str, expected: list[str]):
    assert sorted(codes(small.having("goals/god-halsa.md", LACKING.format(written)))) == expected
