from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.model.budget import BudgetTable

from .budget_tables import column, figures, made, row, subtracted


def test_a_closing_column_is_opening_plus_changes():
    of = made(
        {"in": "opening", "a": "change", "b": "change", "varav": "whereof", "ut": "closing"},
        row("x", **{"in": "1 363 720", "a": "25 337", "b": "112 050", "varav": "14"}),
        row("y", **{"in": "343 010", "a": "570-"}),
        row("z", a="5"),
        row("tom"),
    )
    assert figures(of, "ut") == ["1501107", "342440", "5", ""]
    assert figures(of, "varav") == ["14", "", "", ""]


def test_a_total_adds_every_item_and_nothing_else():
    of = made(
        {"kr": "amount"},
        row("g", "group"),
        row("a", kr="1"),
        row("varav", "whereof", kr="100"),
        row("b", kr="2,5"),
        row("del", "subtotal"),
        row("c"),
        row("d", kr="4-"),
        row("allt", "total"),
    )
    assert figures(of, "kr") == ["", "1", "100", "2.5", "3.5", "", "-4", "-0.5"]


def test_a_subtotal_adds_the_items_since_the_last_group_or_subtotal():
    of = made(
        {"kr": "amount"},
        row("a", kr="1"),
        row("d1", "subtotal"),
        row("b", kr="2"),
        row("c", kr="3"),
        row("d2", "subtotal"),
        row("g", "group"),
        row("d", kr="4"),
        row("d3", "subtotal"),
        row("d4", "subtotal"),
    )
    assert figures(of, "kr") == ["1", "1", "2", "3", "5", "", "4", "4", ""]


def test_the_sum_of_a_closing_column_is_the_closing_of_the_sums():
    of = made(
        {"in": "opening", "a": "change", "ut": "closing"},
        row("x", **{"in": "10", "a": "1"}),
        row("y", **{"in": "20", "a": "2-"}),
        row("s", "total"),
    )
    assert [figures(of, column)[-1] for column in ("in", "a", "ut")] == ["30", "-1", "29"]


def test_nothing_is_not_zero():
    of = made({"kr": "amount"}, row("a", kr="0"), row("b"), row("c", kr=""), row("s", "total"))
    assert figures(of, "kr") == ["0", "", "", "0"]
    assert figures(made({"kr": "amount"}, row("a"), row("s", "total")), "kr") == ["", ""]


def test_amounts_are_added_exactly():
    of = made({"kr": "amount"}, *(row(f"r{number}", kr="0,1") for number in range(10)), row("s", "total"))
    assert figures(of, "kr")[-1] == "1.0"


def test_a_column_of_text_has_no_figures():
    of = made({"kr": "amount", "ord": "text"}, row("a", kr="1", ord="2"), row("s", "total"))
    assert set(of.figures) == {("a", "kr"), ("s", "kr")}


def test_a_closing_column_alone_is_as_it_is_given():
    of = made({"ut": "closing"}, row("a", ut="5"), row("b"))
    assert figures(of, "ut") == ["5", ""]


def test_text_where_a_figure_should_stand_counts_as_nothing():
    assert figures(made({"kr": "amount"}, row("a", kr="x"), row("b", kr="2"), row("s", "total")), "kr") == [
        "",
        "2",
        "2",
    ]


def test_totals_run_on_each_with_every_item_above_it():
    of = made(
        {"kr": "amount"},
        row("intäkter", kr="10"),
        row("kostnader", kr="-60"),
        row("nettokostnad", "total"),
        row("skatt", kr="55"),
        row("resultat", "total"),
    )
    assert figures(of, "kr") == ["10", "-60", "-50", "55", "5"]


def test_a_sum_may_stand_above_its_items():
    of = made(
        {"kr": "amount"},
        row("allt", "total", "below"),
        row("d1", "subtotal", "below"),
        row("a", kr="1"),
        row("b", kr="2"),
        row("d2", "subtotal", "below"),
        row("c", kr="4"),
    )
    assert figures(of, "kr") == ["7", "3", "1", "2", "4", "4"]


def test_a_subtotal_below_a_total_adds_what_stands_after_the_total():
    of = made({"kr": "amount"}, row("a", kr="1"), row("t", "total"), row("b", kr="2"), row("d", "subtotal"))
    assert figures(of, "kr") == ["1", "1", "2", "2"]


def test_a_sum_may_name_its_rows_with_signs_and_in_any_order():
    of = made(
        {"kr": "amount"},
        row("allt", "total", ["in", "-ut"]),
        row("a", kr="10"),
        row("in", "subtotal"),
        row("b", kr="3"),
        row("ut", "subtotal"),
    )
    assert figures(of, "kr") == ["7", "10", "10", "3", "3"]


def test_a_row_with_minus_is_shown_as_it_is_and_subtracted():
    of = made(
        {"kr": "amount"},
        row("intäkt", kr="10"),
        subtracted(row("lön", kr="6")),
        subtracted(row("hyra", kr="1")),
        row("resultat", "total"),
    )
    assert figures(of, "kr") == ["10", "6", "1", "3"]


def test_a_subtotal_with_minus_is_shown_without_and_subtracted_where_it_is_named():
    of = made(
        {"kr": "amount"},
        row("intäkt", kr="10"),
        row("g", "group"),
        subtracted(row("lön", kr="6")),
        subtracted(row("hyra", kr="1")),
        subtracted(row("kostnader", "subtotal")),
        row("resultat", "total"),
        row("samma", "total", ["intäkt", "kostnader"]),
    )
    assert figures(of, "kr") == ["10", "", "6", "1", "7", "3", "3"]


def test_key_figures_are_shown_and_never_added():
    of = made({"kr": "amount", "ut": "closing"}, row("a", kr="1"), row("n", "key_figure", kr="98,4"), row("s", "total"))
    assert figures(of, "kr") == ["1", "98.4", "1"]
    assert figures(of, "ut") == ["", "", ""]


def test_a_column_may_sum_others_with_signs():
    columns = [
        column("utfall"),
        column("budget"),
        column("avvikelse", "total", sums=["budget", "-utfall"]),
        column("dubbel", "total", sums=["avvikelse", "budget"]),
    ]
    of = made(columns, row("a", utfall="10", budget="12"), row("b", utfall="5"), row("c"), row("s", "total"))
    assert figures(of, "avvikelse") == ["2", "-5", "", "-3"]
    assert figures(of, "dubbel") == ["14", "-5", "", "9"]


def test_a_closing_column_may_say_what_it_sums():
    columns = [
        column("in", "opening"),
        column("a", "change"),
        column("ut", "closing", sums=["in", "a"]),
        column("b", "change"),
        column("ut2", "closing", sums=["ut", "b"]),
    ]
    of = made(columns, row("x", **{"in": "10", "a": "1", "b": "2"}), row("s", "total"))
    assert (figures(of, "ut"), figures(of, "ut2")) == (["11", "11"], ["13", "13"])


def change(before: str, after: str, decimals: int | None = None) -> str:
    columns = [
        column("a"),
        column("b"),
        column("p", "percentage_change", between=["a", "b"], decimals=decimals),
    ]
    return figures(made(columns, row("x", a=before, b=after)), "p")[0]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("100", "103", "3.0"),
        ("3", "4", "33.3"),
        ("8", "8,01", "0.1"),
        ("-100", "-110", "10.0"),
        ("100", "0", "-100.0"),
        ("8", "7,9", "-1.3"),
    ],
)
def test_a_percentage_change_is_rounded_once_with_halves_from_zero(before: str, after: str, expected: str):
    assert change(before, after) == expected


@pytest.mark.parametrize(("before", "after"), [("0", "5"), ("", "5"), ("5", ""), ("-5", "5"), ("5", "-5"), ("0", "0")])
def test_there_is_no_percentage_of_nothing_of_zero_or_across_zero(before: str, after: str):
    assert change(before, after) == ""


def test_percentages_have_the_decimals_of_their_column():
    assert change("3", "4", 0) == "33"
    assert change("3", "5", 3) == "66.667"


def test_percentages_of_sums_are_computed_from_the_sums():
    columns = [column("a"), column("b"), column("p", "percentage_change", between=["a", "b"])]
    of = made(columns, row("x", a="100", b="110"), row("y", a="300", b="300"), row("s", "total"))
    assert figures(of, "p") == ["10.0", "0.0", "2.5"]


def test_a_share_is_of_the_last_total():
    columns = [column("andel", "share", of="kr"), column("kr")]
    of = made(columns, row("a", kr="1"), row("t", "total"), row("b", kr="2"), row("s", "total"), row("v", "whereof"))
    assert figures(of, "andel") == ["33.3", "33.3", "66.7", "100.0", ""]


def test_figures_in_percent_are_not_added():
    of = made([column("kr"), column("skatt", unit="%")], row("a", kr="1", skatt="32,1"), row("s", "total"))
    assert figures(of, "skatt") == ["32.1", ""]


# Rounding


def rounded(given: str, rounding: str | None) -> BudgetTable:
    tolerance = None if rounding is None else Decimal(rounding)
    return made({"kr": "amount"}, row("a", kr="10"), row("b", kr="20"), row("s", "total", kr=given), rounding=tolerance)


def test_a_given_sum_within_the_rounding_is_used():
    of = rounded("31", "1")
    figure = of.reckoned[2, 0]
    assert (figure.shown, figure.computed, figure.differs) == (Decimal(31), Decimal(30), False)
    assert of.is_rounded


def test_a_given_sum_within_the_rounding_is_counted_in_other_sums():
    of = made(
        {"kr": "amount"},
        row("a", kr="10"),
        row("d", "subtotal", kr="11"),
        row("s", "total", ["d"]),
        rounding=Decimal(1),
    )
    assert figures(of, "kr") == ["10", "11", "11"]


@pytest.mark.parametrize(("given", "rounding"), [("32", "1"), ("31", None), ("31", "0,5".replace(",", "."))])
def test_a_given_sum_beyond_the_rounding_differs_and_the_computed_one_is_used(given: str, rounding: str | None):
    figure = rounded(given, rounding).reckoned[2, 0]
    assert (figure.shown, figure.differs) == (Decimal(30), True)


def test_sums_that_agree_are_not_rounded():
    assert not rounded("30", "1").is_rounded
    assert not rounded("", "1").is_rounded


def test_figures_printed_with_fewer_decimals_than_they_have_are_rounded():
    of = made({"kr": "amount"}, row("a", kr="10,4"), rounding=Decimal(1), decimals=0)
    assert of.is_rounded
    assert not made({"kr": "amount"}, row("a", kr="10,0"), rounding=Decimal(1), decimals=0).is_rounded


# Decimals


def test_a_column_has_the_decimals_of_its_most_precise_figure_and_key_figures_their_own():
    of = made({"kr": "amount", "b": "amount"}, row("a", kr="10,25", b="1"), row("n", "key_figure", kr="98,4", b="97"))
    assert [of.decimals_in(0, 0), of.decimals_in(0, 1), of.decimals_in(1, 0), of.decimals_in(1, 1)] == [2, 0, 1, 1]


def test_declared_decimals_go_before_and_those_of_a_column_before_the_tables():
    columns = [column("kr"), column("b", decimals=1), column("p", "share", of="kr"), column("st", unit="st")]
    of = made(columns, row("a", kr="10,25", b="1", st="7,5"), row("s", "total"), decimals=0, unit="kr")
    assert [of.decimals_in(0, at) for at in range(4)] == [0, 1, 1, 1]


def test_numbers_far_apart_are_added_exactly():
    of = made({"kr": "amount"}, row("a", kr="9" * 20), row("b", kr="0," + "0" * 18 + "1"), row("s", "total"))
    assert figures(of, "kr")[-1] == "9" * 20 + "." + "0" * 18 + "1"
