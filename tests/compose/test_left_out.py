from __future__ import annotations

import pytest

from plangen.diagnostics import Diagnostic, Severity
from plangen.source.source import Memory

from .plans import edited, examined, faults, memory


def found(source: Memory) -> list[tuple[str, str, str]]:
    """Code, file and what it is of."""
    return [_told(each) for each in examined(source).diagnostics]


def _told(fault: Diagnostic) -> tuple[str, str, str]:
    assert fault.severity == Severity.WARNING
    of = dict(fault.parameters)
    file = fault.location.file.removeprefix("content/plan/")
    return fault.code, file, next((of[key] for key in ("section", "goal", "table", "key") if key in of), "")


def test_an_outline_that_shows_nothing_leaves_everything_out() -> None:
    assert found(memory("Tomt.")) == [
        ("table-unplaced", "budget/drift.yaml", "drift"),
        ("goals-unplaced", "goals.yaml", ""),
        ("section-unplaced", "sections/ekonomi.md", "ekonomi"),
        ("section-unplaced", "sections/inledning.md", "inledning"),
        ("section-unplaced", "sections/mal.md", "mal"),
    ]


SECTIONS = "{% for s in plan.sections %}\n# {{ s.title }}\n\n{{ s.text }}\n\n{% endfor %}"
GOALS = """
{% for g in plan.goals %}
## {{ g.title }}
{% for h in g.goals %}
### {{ h.title }}

TEXT
{% endfor %}
{% endfor %}
"""
TABLES = """
{% for s in plan.sections %}
{% for t in s.tables %}
{{ frame(t) }}

{{ budget_table(t) }}

{% endfor %}
{% endfor %}
"""
BELOW = "{{ h.text }}\n\n{{ agenda_list(h) }}\n\n{{ indicator_table(h) }}"


def outline(
    below: str = "{{ h.text }}\n\n{{ agenda_list(h) }}\n\n{{ indicator_table(h) }}", tables: str = TABLES
) -> str:
    return SECTIONS + "\n# Mål\n\n" + GOALS.replace("TEXT", below) + "\n" + tables


def test_an_outline_that_shows_all_in_an_order_of_its_own_leaves_nothing_out() -> None:
    assert found(memory(outline())) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (outline("{{ h.text }}\n\n{{ agenda_list(h) }}"), ("left-out", "goals/bibliotek.md", "indikatorer")),
        (outline("{{ h.text }}\n\n{{ indicator_table(h) }}"), ("left-out", "goals/bibliotek.md", "agenda2030")),
        (outline("{{ agenda_list(h) }}\n\n{{ indicator_table(h) }}"), ("left-out", "goals/bibliotek.md", "text")),
        (outline(tables=""), ("table-unplaced", "budget/drift.yaml", "drift")),
        (outline(tables=TABLES.replace("{{ frame(t) }}", "")), ("left-out", "plan.yaml", "ram")),
        (outline("").replace("{{ h.title }}", "H"), ("goal-unplaced", "goals/bibliotek.md", "bibliotek")),
    ],
)
def test_each_part_that_is_left_out_is_told_of_at_its_place(text: str, told: tuple[str, str, str]) -> None:
    assert found(memory(text)) == [told]


def test_the_documents_of_a_section_and_the_remark_of_a_table_are_not_forgotten() -> None:
    documents = "---\ntitel: Inledning\nstyrande dokument: [{namn: Lag}]\n---\nText.\n"
    source = edited(
        memory(outline()), "sections/inledning.md", "---\ntitel: Inledning\n---\nKultur för alla.\n", documents
    )
    assert found(source) == [("left-out", "sections/inledning.md", "styrande dokument")]
    remark = "enhet: tkr\nanmärkning: Löpande priser.\n"
    source = edited(memory(outline()), "budget/drift.yaml", "enhet: tkr\n", remark)
    assert found(source) == [("left-out", "budget/drift.yaml", "anmärkning")]


def test_a_list_of_abbreviations_is_not_forgotten() -> None:
    source = edited(memory(outline()), "plan.yaml", "avsnitt:", "förkortningar: {RF: regionfullmäktige}\navsnitt:")
    source = edited(source, "sections/mal.md", "Nämndens mål.", "Målen från RF.")
    assert found(source) == [("left-out", "plan.yaml", "förkortningar")]


def test_the_outline_that_comes_with_plangen_leaves_out_what_no_section_shows() -> None:
    source = edited(memory(), "sections/mal.md", "mål: alla\n", "")
    assert found(source) == [("goals-unplaced", "goals.yaml", "")]
    source = edited(memory(), "sections/ekonomi.md", "tabeller: [drift]\n", "")
    assert found(source) == [("table-unplaced", "budget/drift.yaml", "drift")]


def test_an_outline_at_fault_is_told_of_alone() -> None:
    assert [each.code for each in faults(memory("{{ nope }}"))] == ["outline-unknown"]


def test_what_a_goal_has_beside_its_text_is_missed_too() -> None:
    fields = "ansvarig: Rådet\nbidrar till: [Länsmål]\naktiviteter: [{namn: Läs}]\nindikatorer:"
    source = edited(memory(outline()), "goals/bibliotek.md", "indikatorer:", fields)
    assert [of for _, _, of in found(source)] == ["ansvarig", "bidrar till", "aktiviteter"]
    shown = "\n\n{{ h.responsible }}{% for c in h.contributes_to %}{{ c }}{% endfor %}\n\n\n{{ activity_table(h) }}"
    assert found(edited(memory(outline(BELOW + shown)), "goals/bibliotek.md", "indikatorer:", fields)) == []


def test_an_indicator_in_groups_is_there_where_its_groups_are() -> None:
    groups = "    målvärde: ökande\n    grupper: [{namn: Barn, källa: A}]\n    periodicitet: År\n"
    old = "    målvärde: ökande\n    periodicitet: År\n    källa: Räknare\n"
    assert found(edited(memory(outline()), "goals/bibliotek.md", old, groups)) == []
