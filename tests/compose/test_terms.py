from __future__ import annotations

from plangen.compose.expressions import Evaluated, Evaluator
from plangen.compose.terms import Terms
from plangen.diagnostics import Location
from plangen.document.figures import Term
from plangen.document.inlines import Expression
from plangen.source.source import Memory

from .plans import SWEDISH, changed, edited, memory, plan


def terms(source: str, files: Memory | None = None, telling: Terms | None = None) -> tuple[Term, ...]:
    evaluator = Evaluator(plan(files), SWEDISH)
    result = evaluator.evaluate(Expression(source, Location("a.md", 1)))
    assert isinstance(result, Evaluated), result
    value = getattr(result.value, "figure", result.value)
    return (telling or Terms(SWEDISH, evaluator.plain)).of(value)


def told(found: tuple[Term, ...]) -> list[tuple[int, str, str, int]]:
    return [(each.sign, each.name, each.text.replace("\u00a0", " "), each.location.line) for each in found]


def test_a_given_figure_is_its_own_term_at_its_cell() -> None:
    (term,) = terms("budget.drift.museer.in | mnkr")
    assert (term.name, term.label, term.text) == ("budget.drift.museer.in", "Museer, Ingående", "1\u00a0000\u00a0tkr")
    assert (term.location.file, term.location.line, term.location.column) == ("content/plan/budget/drift.yaml", 10, 9)
    assert (term.operation, term.terms) == ("", ())


def test_a_sum_has_its_terms_with_their_signs() -> None:
    found = terms("budget.drift.museer.in - budget.drift.scen_konst.in + plan.ram")
    assert told(found) == [
        (1, "budget.drift.museer.in", "1 000 tkr", 10),
        (-1, "budget.drift.scen_konst.in", "2 000 tkr", 13),
        (1, "plan.ram", "2 995 tkr", 7),
    ]
    assert found[2].label == "Ram 2026, ram"


def test_a_computed_figure_has_what_it_follows_from_down_to_what_is_given() -> None:
    (total,) = terms("budget.drift.summa.ram")
    assert (total.operation, total.location.line) == ("sum", 14)
    assert told(total.terms) == [
        (1, "budget.drift.museer.ram", "995 tkr", 9),
        (1, "budget.drift.scen_konst.ram", "2 000 tkr", 12),
    ]
    assert told(total.terms[0].terms) == [
        (1, "budget.drift.museer.in", "1 000 tkr", 10),
        (1, "budget.drift.museer.nytt", "\u22125 tkr", 11),
    ]


def test_a_figure_is_gone_into_once() -> None:
    first, second = terms("budget.drift.summa.ram + budget.drift.summa.ram")
    assert len(first.terms) == 2
    assert (second.name, second.operation, second.terms) == (first.name, "sum", ())


def test_a_percentage_is_of_two_figures() -> None:
    change = terms("budget.drift.summa.ram | förändring(budget.drift.summa.in)")
    assert [each.name for each in change] == ["budget.drift.summa.in", "budget.drift.summa.ram"]
    between, whole = terms("budget.drift.museer.in + budget.drift.museer.nytt | andel(plan.ram)")
    assert (between.name, between.text, between.operation) == ("", "995\u00a0tkr", "sum")
    assert [each.name for each in between.terms] == ["budget.drift.museer.in", "budget.drift.museer.nytt"]
    assert whole.name == "plan.ram"


def test_a_field_is_told_where_it_stands() -> None:
    (title,) = terms("mål.bibliotek.titel")
    assert (title.name, title.value) == ("mål.bibliotek.titel", "Öppna bibliotek")
    assert title.label == "Öppna bibliotek, titel"
    assert (title.location.file, title.location.line) == ("content/plan/goals/bibliotek.md", 2)
    (year,) = terms("plan.år")
    assert (year.name, year.text, year.location.line) == ("plan.år", "2026", 4)


def test_what_is_put_together_has_the_terms_of_its_pieces() -> None:
    found = terms("plan.titel ~ ' och ' ~ mål.kultur.titel ~ (budget.drift.museer.in | tkr)")
    assert [each.name for each in found] == ["plan.titel", "mål.kultur.titel", "budget.drift.museer.in"]


def test_terms_are_no_more_than_can_be_read() -> None:
    rows = "".join(f"  - {{namn: R{number}, ram: 1}}\n" for number in range(300))
    table = f"titel: T\nenhet: tkr\nkolumner:\n  ram: {{rubrik: Ram}}\nrader:\n{rows}  - {{namn: Summa, roll: summa}}\n"
    source = edited(memory(), "plan.yaml", "belopp: 2 995", "belopp: 300")
    (total,) = terms("budget.drift.summa.ram", changed(source, budget__drift_yaml=table))
    assert (total.operation, total.terms) == ("sum", ())


def test_what_one_plan_spends_on_terms_is_bounded() -> None:
    telling = Terms(SWEDISH, str, spent=19_999)
    (total,) = terms("budget.drift.summa.ram", telling=telling)
    assert (total.operation, total.terms) == ("sum", ())
