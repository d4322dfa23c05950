from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.compose.chart import MOST_COLUMNS, ChartError, Wanted, chart
from plangen.document.chart import Bar, Chart
from plangen.document.inlines import CrossReference, Image
from plangen.document.nodes import Figure
from plangen.document.walk import plain_text
from plangen.locale.catalogue import catalogue
from plangen.model.budget import BudgetTable
from plangen.source.source import Memory

from .plans import SWEDISH, document, every, faults, memory, plan

YEARS = """\
titel: Resultatbudget[^a]
enhet: tkr
kolumner:
  not: {rubrik: Not, roll: text}
  utfall_2025: {typ: utfall, år: 2025}
  budget_2026: {typ: budget, år: 2026}
  plan_2027: {typ: plan, år: 2027}
  andring: {rubrik: Ändring, roll: förändring i procent, mellan: [utfall_2025, budget_2026]}
noter: {a: Preliminär.}
rader:
  - namn: Intäkter
    utfall_2025: 1 000
    budget_2026: 1 200,5
  - namn: Kostnader
    utfall_2025: -900
    budget_2026: -1 300
    plan_2027: -1 400
  - namn: varav löner
    roll: varav
    budget_2026: -700
  - namn: Resultat
    roll: summa
  - namn: Soliditet
    roll: nyckeltal
    enhet: "%"
    utfall_2025: 40
"""


def table(text: str = YEARS) -> BudgetTable:
    source = Memory({**memory().files, "content/plan/budget/resultat.yaml": text})
    return next(each for each in plan(source).tables if each.id == "resultat")


def made(kind: str, columns: tuple[str, ...] = (), rows: tuple[str, ...] = (), language: str = "sv") -> Figure:
    return chart(Wanted(kind, columns, rows), table(), catalogue(language))


def shown(figure: Figure) -> Chart:
    assert figure.chart
    return figure.chart


def test_one_column_lies_as_a_bar_for_each_row_that_is_no_sum() -> None:
    (group,) = shown(made("bars", ("budget_2026",))).groups
    assert group.name == ""
    assert group.bars == (
        Bar("Intäkter", "1\u00a0200,5", Decimal("1200.5")),
        Bar("Kostnader", "−1\u00a0300,0", Decimal(-1300)),
    )


def test_the_columns_of_years_stand_beside_each_other_in_tones_of_their_kinds() -> None:
    groups = shown(made("columns")).groups
    assert [group.name for group in groups] == ["Intäkter", "Kostnader"]
    assert [(bar.name, bar.tone) for bar in groups[0].bars] == [
        ("Utfall 2025", "middle"),
        ("Budget 2026", "strong"),
        ("Plan 2027", "light"),
    ]


def test_a_sum_is_shown_as_the_table_computes_it_where_it_is_asked_for() -> None:
    (group,) = shown(made("columns", rows=("resultat",))).groups
    assert [bar.text for bar in group.bars] == ["100", "−99,5", "−1\u00a0400"]


def test_a_figure_that_is_not_there_is_said_to_be_and_is_no_zero() -> None:
    last = shown(made("columns")).groups[0].bars[2]
    assert (last.value, last.text) == (None, SWEDISH.labels["empty-figure"])


def test_several_columns_lie_below_each_other_the_last_the_darkest() -> None:
    group = shown(made("bars", ("utfall_2025", "budget_2026"))).groups[0]
    assert (group.name, [bar.tone for bar in group.bars]) == ("Intäkter", ["middle", "strong"])


def test_the_text_that_stands_for_the_picture_has_every_figure_with_its_unit() -> None:
    text = made("columns", ("utfall_2025", "plan_2027")).image.alternative
    assert text.replace("\u00a0", " ") == (
        "Stående stapeldiagram. Resultatbudget, tkr. Intäkter: Utfall 2025 1 000 tkr, Plan 2027 inget belopp; "
        "Kostnader: Utfall 2025 −900 tkr, Plan 2027 −1 400 tkr."
    )


def test_the_text_is_in_the_plans_language() -> None:
    assert made("bars", ("budget_2026",), language="en").image.alternative.startswith("Bar chart. ")


def test_the_caption_tells_what_is_shown_and_leads_to_the_table() -> None:
    figure = made("columns", rows=("resultat",))
    assert plain_text(figure.caption[:2]) == "Resultatbudget: Resultat, tkr"
    assert [each.target for each in figure.caption if isinstance(each, CrossReference)] == ["resultat"]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted("pie"), "chart-kind"),
        (Wanted("bars", ("budget_2062",)), "chart-column"),
        (Wanted("bars", ("not",)), "chart-column"),
        (Wanted("bars", ("andring",)), "chart-column"),
        (Wanted("bars", ("budget_2026",), ("löner",)), "chart-row"),
        (Wanted("bars", ("budget_2026",), ("soliditet",)), "chart-row"),
        (Wanted("bars", ("plan_2027",), ("intakter",)), "chart-empty"),
        (Wanted("bars", ("budget_2026",) * (MOST_COLUMNS["bars"] + 1)), "chart-large"),
    ],
)
def test_what_cannot_be_shown_is_told(wanted: Wanted, code: str) -> None:
    with pytest.raises(ChartError) as raised:
        chart(wanted, table(), SWEDISH)
    assert raised.value.code == code


OUTLINE = "{{ budget_table(plan.tables.drift) }}\n\n{{ frame(plan.tables.drift) }}\n\n"


def test_a_chart_stands_in_the_document_numbered_and_undrawn() -> None:
    (figure,) = every(Figure, document(memory(OUTLINE + '{{ chart("bars", plan.tables.drift, "ram") }}')))
    assert (figure.label, figure.number) == ("Figur", "1")
    assert figure.image == Image(b"", "image/svg+xml", figure.image.alternative)
    assert plain_text(figure.caption) == "Driftbudget: Ram 2026, tkr (se tabell\u00a01)"


def test_an_outline_may_give_a_chart_a_title_of_its_own() -> None:
    call = '{{ chart("bars", plan.tables.drift, ["in", "ram"], title="Så delas ramen") }}'
    (figure,) = every(Figure, document(memory(OUTLINE + call)))
    assert plain_text(figure.caption) == "Så delas ramen (se tabell\u00a01)"


def test_a_chart_whose_table_is_not_placed_is_told_of_and_nothing_else() -> None:
    (fault,) = faults(memory('{{ chart("bars", plan.tables.drift, "ram") }}'))
    assert (fault.code, dict(fault.parameters)) == ("chart-tableless", {"table": "drift"})


def test_a_chart_at_fault_is_told_of_at_its_line() -> None:
    (fault,) = faults(memory(OUTLINE + '{{ chart("bars", plan.tables.drift, "rma") }}'))
    assert (fault.code, fault.location.line, dict(fault.parameters)["near"]) == ("chart-column", 5, "ram")
