from __future__ import annotations

from plangen.document.document import Document
from plangen.document.inlines import CrossReference
from plangen.document.nodes import BulletList, OrderedList, Paragraph
from plangen.source.source import Memory

from .plans import block, document, edited, every, examined, memory, said

SHOWN = "status: utkast\nuträkningar visas: i bilaga"
TEXT = """\
Ramen är {{ budget.drift.summa.ram | mnkr(1) }}, och {{ budget.drift.museer.in | tkr }} var museernas.[^n]

Skillnad: {{ budget.drift.museer.in - budget.drift.museer.ram | tkr }}, {{ budget.drift.museer.in | andel(plan.ram) }}.

[^n]: I år {{ budget.drift.museer.ram | tkr }}; {{ plan.år }}.
"""


def shown(text: str = TEXT) -> Memory:
    return edited(memory(inledning=text), "plan.yaml", "status: utkast", SHOWN)


def lines(of: Document) -> list[str]:
    found = block(of, "calculations--list")
    return [line.replace("\u00a0", " ") for line in said([found])]


def test_every_figure_is_told_with_what_it_was_made_of() -> None:
    assert lines(document(shown())) == [
        "3,0 mnkr (avsnitt 1 Inledning): Summa, Ram 2026 = 2 995 tkr, summan av",
        "+ 995 tkr, Museer, Ram 2026, summan av",
        "+ 1 000 tkr, Museer, Ingående (budget/drift.yaml, rad 10)",
        "\u2212 5 tkr, Museer, Förändring (budget/drift.yaml, rad 11)",
        "+ 2 000 tkr, Scen-konst, Ram 2026, summan av",
        "+ 2 000 tkr, Scen-konst, Ingående (budget/drift.yaml, rad 13)",
        "1 000 tkr (avsnitt 1 Inledning): Museer, Ingående = 1 000 tkr (budget/drift.yaml, rad 10)",
        "5 tkr (avsnitt 1 Inledning): summan av",
        "+ 1 000 tkr, Museer, Ingående (budget/drift.yaml, rad 10)",
        "\u2212 995 tkr, Museer, Ram 2026, summan av",
        "+ 1 000 tkr, Museer, Ingående (budget/drift.yaml, rad 10)",
        "\u2212 5 tkr, Museer, Förändring (budget/drift.yaml, rad 11)",
        "33,4 % (avsnitt 1 Inledning): det första i procent av det andra",
        "1 000 tkr, Museer, Ingående (budget/drift.yaml, rad 10)",
        "2 995 tkr, Ram 2026, ram (plan.yaml, rad 8)",
        "995 tkr: Museer, Ram 2026 = 995 tkr, summan av",
        "+ 1 000 tkr, Museer, Ingående (budget/drift.yaml, rad 10)",
        "\u2212 5 tkr, Museer, Förändring (budget/drift.yaml, rad 11)",
    ]


def test_a_figure_leads_to_how_it_was_made_and_from_there_to_its_section() -> None:
    made = document(shown())
    text = [each for each in every(CrossReference, made) if each.target.startswith("calculations--")]
    assert [each.target for each in text] == [f"calculations--{number}" for number in range(1, 6)]
    heads = [each for each in every(Paragraph, made) if each.role == "calculation"]
    assert [each.id for each in heads] == [each.target for each in text]
    assert [each.location.line for each in heads] == [4, 4, 6, 6, 8]
    assert [each.inlines[2] for each in heads[:4] if isinstance(each.inlines[2], CrossReference)] != []


def test_a_plan_that_asks_for_nothing_has_neither_list_nor_links() -> None:
    made = document(memory(inledning=TEXT))
    assert [each for each in every(CrossReference, made) if each.target.startswith("calculations")] == []
    assert every(OrderedList, made) == []


def test_a_plan_whose_texts_have_no_figures_is_told_so() -> None:
    result = examined(shown("Text för {{ plan.år }}.\n"))
    assert [(each.code, each.location.line) for each in result.diagnostics] == [("calculations-none", 7)]
    assert result.document
    assert every(BulletList, result.document) != []
    assert every(OrderedList, result.document) == []


def test_an_outline_without_the_list_is_told_of() -> None:
    source = shown()
    own = "{% for section in plan.sections %}\n# {{ section.title }}\n\n{{ section.text }}\n{% endfor %}\n"
    source = Memory({**source.files, "templates/outline/arsplan.md.j2": own})
    found = {(each.code, dict(each.parameters).get("key")) for each in examined(source).diagnostics}
    assert ("left-out", "uträkningar visas") in found


def test_a_figure_in_a_title_leads_there_too() -> None:
    source = edited(shown(), "budget/drift.yaml", "titel: Driftbudget", "titel: 'Drift, {{ plan.ram | mnkr }}'")
    targets = [each.target for each in every(CrossReference, document(source))]
    assert targets.count("calculations--6") == 1
