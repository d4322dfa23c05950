from __future__ import annotations

from decimal import Decimal

from plangen.document.figures import LinkedFigure
from plangen.source.source import Memory

from .plans import document, edited, faults, memory, told


def figures(source: Memory) -> dict[tuple[str, int], LinkedFigure]:
    found = document(source).figures
    names = [(each.location.file.removeprefix("content/plan/"), each.location.line) for each in found]
    assert names == sorted(names)
    return dict(zip(names, found, strict=True))


def test_figures_are_known_wherever_they_stand() -> None:
    total = "{{ budget.drift.summa.ram | tkr }}"
    source = memory(
        inledning=f"Ramen är {total}.[^not]\n\n[^not]: Varav {{{{ budget.drift.museer.ram }}}}.\n",
        bibliotek=f"Inom {total}.\n",
    )
    source = edited(source, "plan.yaml", "titel: Årsplan 2026", "titel: 'Plan {{ plan.år }}'")
    source = edited(source, "plan.yaml", "status: utkast", f"status: utkast\nanmärkning: Inom {total}.")
    source = edited(source, "budget/drift.yaml", "titel: Driftbudget", f"titel: Drift inom {total}")
    source = edited(source, "budget/drift.yaml", "  - namn: Museer", f"  - namn: 'Museer, {total}'\n    id: museer")
    source = edited(source, "goals/bibliotek.md", "målvärde: ökande", f"målvärde: '{total}'")
    assert set(figures(source)) == {
        ("budget/drift.yaml", 1),
        ("budget/drift.yaml", 9),
        ("goals/bibliotek.md", 6),
        ("goals/bibliotek.md", 10),
        ("plan.yaml", 1),
        ("plan.yaml", 7),
        ("sections/inledning.md", 4),
        ("sections/inledning.md", 6),
    }


def test_a_figure_is_known_by_what_it_is_and_how_it_is_printed() -> None:
    source = memory(inledning="Ramen är {{ budget.drift.summa.ram | mnkr(1) }} för {{ plan.år }}, {{ plan.titel }}.\n")
    first, year, title = document(source).figures
    assert (first.expression, first.text) == ("budget.drift.summa.ram | mnkr(1)", "3,0\u00a0mnkr")
    assert (first.value, first.unit, first.location.column) == (Decimal(2995), "tkr", 10)
    assert [each.name for each in first.terms] == ["budget.drift.summa.ram"]
    assert (year.text, year.value, year.unit) == ("2026", Decimal(2026), "")
    assert (title.text, title.value) == ("Årsplan 2026", None)


def test_what_stands_in_several_places_of_the_document_is_one_figure() -> None:
    source = edited(memory(), "plan.yaml", "titel: Årsplan 2026", "titel: 'Plan {{ plan.år }}'")
    assert len(document(source).figures) == 1


def test_an_expression_at_fault_is_told_and_is_no_figure() -> None:
    source = memory(inledning="Ramen är {{ budget.drift.suma.ram }}.\n")
    assert [told(each) for each in faults(source)] == [("expression-unknown", "sections/inledning.md", 4, 26)]
