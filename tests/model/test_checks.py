from __future__ import annotations

import pytest

from plangen.diagnostics import Severity

GOAL = "goals/god-halsa.md"
SECTION = "sections/inledning.md"


def test_a_sound_plan_has_no_fault(small):
    assert small.found() == []


# Ids


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (GOAL, "titel: God hälsa", "id: inledning\ntitel: God hälsa", f"{GOAL}:2:5 duplicate-id"),
        (
            "budget/fordelning.yaml",
            "titel: Förd",
            "id: god-halsa\ntitel: Förd",
            "budget/fordelning.yaml:1:5 duplicate-id",
        ),
        (SECTION, "Planen gäller", "# Rubrik {#god-halsa}\n\nPlanen gäller", f"{SECTION}:6:1 duplicate-id"),
    ],
)
def test_an_id_twice_is_reported(small, path, old, new, expected):
    assert expected in small.edited(path, old, new).found()


def test_a_duplicate_id_tells_where_the_first_is(small):
    changed = small.with_text("# A {#egen}\n\n# B {#egen}\n")
    fault = changed.one()
    assert (fault.code, fault.location.line) == ("duplicate-id", 10)
    assert dict(fault.parameters) == {"id": "egen", "file": f"content/plan/{SECTION}", "line": "8"}


def test_headings_without_ids_do_not_clash(small):
    assert small.with_text("# A\n\n# A\n").found() == []


@pytest.mark.parametrize(
    "name", ["god hälsa", "å", "-a", "a/b", "a#b", "../x", "inledning.p-1", "god-halsa--description"]
)
def test_an_id_of_other_letters_is_reported(small, name):
    found = small.edited(GOAL, "titel: God hälsa", f'id: "{name}"\ntitel: God hälsa').found()
    assert f"{GOAL}:2:5 id-form" in found


def test_a_headings_id_of_other_letters_is_reported(small):
    assert small.with_text("# A {#mål}\n").found() == [f"{SECTION}:8:1 id-form"]


def test_an_indicator_twice_is_reported_within_its_goal_only(small):
    again = "  - namn: väntetid\n    målvärde: 1\n"
    changed = small.edited(GOAL, "---\nVården", f"{again}---\nVården")
    fault = changed.one()
    assert (fault.code, fault.location.line, dict(fault.parameters)["line"]) == ("indicator-twice", 9, "5")
    other = small.having("goals/b.md", "---\ntitel: B\nindikatorer:\n  - namn: Väntetid\n---\n")
    assert other.edited("goals.yaml", "  - god-halsa", "  - god-halsa\n  - b").found() == []


# Placements


def test_a_plan_that_ends_before_it_begins_is_reported_at_its_end(small):
    days = "giltig från: 2026-01-01\ngiltig till: 2025-12-31\nram:"
    assert small.edited("plan.yaml", "ram:", days).found() == ["plan.yaml:8:14 valid-reversed"]
    assert small.edited("plan.yaml", "ram:", days.replace("2025", "2026")).found() == []


def test_an_unknown_table_is_reported_at_its_name(small):
    changed = small.edited(SECTION, "[fordelning]", "[fordelning, fordelningen]")
    fault = changed.one()
    assert (fault.code, fault.location.column, fault.location.length) == ("unknown-table", 24, 12)
    right = "fordelning"
    assert dict(fault.parameters) == {"table": "fordelningen", "near": right, "instead": right, "allowed": right}


def second_section(small, fields: str):
    changed = small.edited("plan.yaml", "  - inledning", "  - inledning\n  - andra")
    return changed.having("sections/andra.md", f"---\ntitel: Andra\n{fields}---\n")


def test_goals_and_tables_are_shown_in_one_section(small):
    changed = second_section(small, "mål: alla\ntabeller:\n  - fordelning\n")
    assert changed.found() == ["sections/andra.md:3:6 placed-twice", "sections/andra.md:5:5 placed-twice"]
    first, second = changed.diagnostics()
    assert dict(first.parameters) == {"name": "mål", "file": f"content/plan/{SECTION}", "line": "3"}
    assert dict(second.parameters) == {"name": "fordelning", "file": f"content/plan/{SECTION}", "line": "4"}


def test_a_table_twice_in_a_section_is_reported(small):
    changed = small.edited(SECTION, "[fordelning]", "[fordelning, fordelning]")
    assert changed.found() == [f"{SECTION}:4:24 placed-twice"]


# Notes


def test_a_mark_without_a_note_is_reported_with_the_nearest(small):
    fault = small.with_text("A[^vad] och[^vard].\n\n[^vard]: V.\n").one()
    assert (fault.code, fault.location.line, fault.location.column, fault.location.length) == ("note-unknown", 8, 2, 6)
    assert dict(fault.parameters) == {"mark": "vad", "near": "vard"}


def test_a_note_without_a_mark_is_a_warning(small):
    fault = small.with_text("A.\n\n[^a]: B.\n").one()
    assert (fault.code, fault.severity, fault.location.line) == ("note-unused", Severity.WARNING, 10)


def test_marks_in_a_goals_indicators_lead_to_the_notes_of_its_text(small):
    changed = small.edited(GOAL, "källa: Statistik", "källa: Statistik[^k]").edited(
        GOAL, "tillgänglig.\n", "tillgänglig.\n\n[^k]: Not.\n"
    )
    assert changed.found() == []
    assert changed.edited(GOAL, "[^k]: Not.", "").found() == [f"{GOAL}:8:21 note-unknown"]


def test_marks_in_a_title_lead_to_the_notes_of_its_text(small):
    changed = small.edited(SECTION, "titel: Inledning", "titel: Inledning[^t]").with_text("")
    assert changed.having(SECTION, changed.files[SECTION] + "\n[^t]: Not.\n").found() != []
    whole = small.files[SECTION].replace("titel: Inledning", "titel: Inledning[^t]")
    assert small.having(SECTION, whole + "\n[^t]: Not.\n").found() == []


def test_notes_of_another_text_are_not_reached(small):
    changed = small.edited(GOAL, "tillgänglig.\n", "tillgänglig.\n\n[^k]: Not.\n").with_text("A[^k].\n")
    assert changed.found() == [f"{GOAL}:12:1 note-unused", f"{SECTION}:8:2 note-unknown"]


def test_marks_in_every_kind_of_block_are_found(small):
    text = "# R[^1]\n\n- a[^2]\n\n  > b[^3]\n\n| c[^4] |\n|---|\n| d[^5] |\n\nT[^6]\n: e[^7]\n\n"
    marks = [f"[^{number}]" for number in range(1, 8)]
    assert small.with_text(text + "\n".join(f"{mark}: x\n" for mark in marks)).found() == []
    found = small.with_text(text).found()
    assert [each.split()[1] for each in found] == ["note-unknown"] * 7


def test_a_note_that_only_other_unused_notes_refer_to_is_unused(small):
    changed = small.with_text("A[^a].\n\n[^a]: B[^b].\n\n[^b]: C.\n\n[^c]: D[^c][^d].\n\n[^d]: E.\n")
    assert changed.found() == [f"{SECTION}:14:1 note-unused", f"{SECTION}:16:1 note-unused"]


def test_a_mark_in_a_note_needs_a_note_too(small):
    assert small.with_text("A[^a].\n\n[^a]: B[^b].\n").found() == [f"{SECTION}:10:8 note-unknown"]


@pytest.mark.parametrize("line", ["titel: Årsplan 2026", "organisation: Region Exempel", "nämnd: Styrelsen"])
def test_no_note_can_stand_on_the_cover(small, line):
    fault = small.edited("plan.yaml", line, f"{line}[^n]").one()
    assert (fault.code, dict(fault.parameters)) == ("note-misplaced", {"mark": "n"})
    assert fault.location.column == len(line) + 1


@pytest.mark.parametrize("value", ["Aktivitetsredovisning*", '"*"', "text **"])
def test_a_bare_star_after_a_value_is_a_warning(small, value):
    fault = small.edited(GOAL, "källa: Statistik", f"källa: {value}").one()
    assert (fault.code, fault.severity, fault.location.line) == ("mark-without-note", Severity.WARNING, 8)


@pytest.mark.parametrize("value", ["*text*", "a * b", "**text**"])
def test_stars_of_emphasis_and_within_a_text_are_no_marks(small, value):
    assert small.edited(GOAL, "källa: Statistik", f'källa: "{value}"').found() == []
