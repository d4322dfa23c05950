"""The budget of the small plan, in tkr: Vård 1 000, 50, 1 050; Stöd 260, −10, 250; Summa 1 260, 40, 1 300."""

from __future__ import annotations

import pytest
from tests.conftest import FOLDER, SmallPlan

from plangen.build import examine
from plangen.compose.stated_amounts import StatedAmount, stated_amounts
from plangen.locale.catalogue import catalogue

SECTION = "sections/inledning.md"


def stated(small: SmallPlan) -> tuple[StatedAmount, ...]:
    text = small.files[SECTION]
    assert isinstance(text, str)
    return stated_amounts(small.read(), lambda _: text.split("\n"), catalogue("sv"))


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "standing", "expression"),
    [
        ("Vården får 1 050 tkr.", "equals", "{{ budget.fordelning.vard.ram | tkr }}"),
        ("Vården får 1,1 mnkr.", "rounds", "{{ budget.fordelning.vard.ram | mnkr(1) }}"),
        ("## Vården får 1 050 tkr", "equals", "{{ budget.fordelning.vard.ram | tkr }}"),
        ("Ramen är 1,30 mnkr.", "equals", "{{ plan.ram | mnkr(2) }}"),
        ("Stöd får −10 tkr.", "equals", "{{ budget.fordelning.stod.växling | tkr }}"),
        ("Stöd minskar med 10 tkr.", "equals", "{{ -budget.fordelning.stod.växling | tkr }}"),
        ("Stöd får minus 10 tkr.", "equals", "{{ budget.fordelning.stod.växling | tkr }}"),
        ("Stöd minskar med 0,01 mnkr.", "equals", "{{ -budget.fordelning.stod.växling | mnkr }}"),
        (
            "Vård och stöd skiljer −800 tkr.",
            "combines",
            "{{ budget.fordelning.stod.ram - budget.fordelning.vard.ram | tkr(0) }}",
        ),
        (
            "Stöd får tillsammans −510 tkr.",
            "combines",
            "{{ -budget.fordelning.stod.ingående - budget.fordelning.stod.ram | tkr(0) }}",
        ),
        ("Vård får 790 tkr mer än stöd 2030.", "other", ""),
        (
            "Vård och stöd får 800 tkr i skillnad.",
            "combines",
            "{{ budget.fordelning.vard.ram - budget.fordelning.stod.ram | tkr(0) }}",
        ),
    ],
)
def test_an_amount_is_told_with_what_it_is(small: SmallPlan, text: str, standing: str, expression: str):
    (one,) = stated(small.with_text(text))
    assert (one.standing, one.expression) == (standing, expression)


@pytest.mark.parametrize(
    "text",
    [
        "Vården får 1 050 tkr.",
        "Vården får 1,1 mnkr.",
        "Vård och stöd skiljer 800 tkr.",
        "Vård och stöd skiljer −800 tkr.",
        "Stöd minskar med 10 tkr.",
        "Stöd får −10 tkr.",
    ],
)
def test_the_expression_prints_what_stands_there(small: SmallPlan, text: str):
    (one,) = stated(small.with_text(text))
    examined = examine(small.with_text(text.replace(one.text, one.expression)).source, FOLDER)
    assert examined.document is not None
    assert one.expression
    assert spaced(examined.document.figures[-1].text) == one.text


def test_the_nearest_is_told_with_the_difference_of_what_is_no_figure(small: SmallPlan):
    (one,) = stated(small.with_text("Nämnden köper en bil för 310 000 kronor."))
    assert (one.standing, one.figures, one.difference) == ("other", ("260 tkr (Stöd, Ingående ram)",), "50 tkr")


def test_of_equal_figures_that_of_the_row_that_is_named_is_told(small: SmallPlan):
    plan = small.edited("budget/fordelning.yaml", "växling: 50", "växling: 250")
    assert "Stöd" in stated(plan.with_text("Stöd får 250 tkr."))[0].figures[0]
    assert "Vård" in stated(plan.with_text("Vård ökar med 250 tkr."))[0].figures[0]


def test_its_place_is_exact_and_its_values_are_plain(small: SmallPlan):
    (one,) = stated(small.with_text("Vården får 1 050 tkr."))
    assert (one.location.line, one.location.column, one.location.length) == (8, 12, 9)
    assert one.values["expression"] == "{{ budget.fordelning.vard.ram | tkr }}"
    assert one.values["difference"] is None


def test_money_of_a_currency_that_the_plan_has_none_of_is_near_nothing(small: SmallPlan):
    (one,) = stated(small.with_text("Böterna är 35 miljoner euro."))
    assert (one.standing, one.figures) == ("other", ())


def test_a_plan_without_figures_tells_of_none(small: SmallPlan):
    text = "---\ntitel: A\n---\nDet kostar 5 mnkr.\n"
    plan = small.having(SECTION, text).without("budget/fordelning.yaml")
    plan = plan.having("plan.yaml", str(plan.files["plan.yaml"]).partition("ram:")[0] + "avsnitt:\n  - inledning\n")
    assert stated(plan) == ()


def test_of_a_range_its_last_amount_is_told_and_replaced(small: SmallPlan):
    (one,) = stated(small.with_text("Vården får 900–1 050 tkr."))
    assert (one.text, one.standing, one.location.column) == ("1 050 tkr", "equals", 16)


def test_what_the_filter_would_print_otherwise_is_no_rounding(small: SmallPlan):
    plan = small.edited("budget/fordelning.yaml", "växling: 50", "växling: 550")
    assert [each.standing for each in stated(plan.with_text("Vården får 1,6 mnkr. Vården får 1,5 mnkr."))] == [
        "rounds",
        "other",
    ]


def test_the_nearest_is_the_one_least_away(small: SmallPlan):
    (one,) = stated(small.with_text("En bil kostar 140 tkr."))
    assert (one.figures[0], one.difference) == ("50 tkr (Vård, Växlingar)", "90 tkr")
