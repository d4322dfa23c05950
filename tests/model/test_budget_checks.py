from __future__ import annotations

import pytest

from plangen.locale.numbers import MINUS, NO_BREAK_SPACE

TABLE = "budget/fordelning.yaml"


def table(small, kolumner: str, rader: str):
    """The small plan without a frame, and with another table."""
    plan = small.files["plan.yaml"]
    bare = small.having("plan.yaml", plan[: plan.index("ram:")] + plan[plan.index("disposition") :])
    return bare.having(TABLE, f"titel: T\nenhet: tkr\nkolumner:\n{kolumner}rader:\n{rader}")


AMOUNT = "  kr: {rubrik: Belopp}\n"
CHAIN = "  in: {rubrik: In, roll: ingående}\n  a: {rubrik: A, roll: förändring}\n  ut: {rubrik: Ut, roll: utgående}\n"


# Figures that are given though they follow


@pytest.mark.parametrize("figure", ["3", "3,0", "3.00", '"3"'])
def test_a_given_sum_that_is_right_is_no_fault(small, figure: str):
    rows = f"  - {{namn: A, kr: 1}}\n  - {{namn: B, kr: 2}}\n  - namn: S\n    roll: summa\n    kr: {figure}\n"
    assert table(small, AMOUNT, rows).found() == []


def test_a_given_sum_that_is_wrong_is_reported_with_the_right_one(small):
    rows = "  - {namn: A, kr: 1 000}\n  - {namn: B, kr: 2}\n  - namn: Allt\n    roll: summa\n    kr: 1 003\n"
    fault = table(small, AMOUNT, rows).one()
    assert (fault.code, fault.location.line, fault.location.column) == ("column-differs", 10, 9)
    assert dict(fault.parameters) == {
        "row": "Allt",
        "column": "Belopp",
        "given": f"1{NO_BREAK_SPACE}003",
        "computed": f"1{NO_BREAK_SPACE}002",
        "difference": "1",
    }


def test_a_given_subtotal_is_checked_too(small):
    rows = "  - {namn: A, kr: 1}\n  - {namn: D, roll: delsumma, kr: 2}\n  - {namn: S, roll: summa, kr: 1}\n"
    assert table(small, AMOUNT, rows).found() == [f"{TABLE}:7:35 column-differs"]


def test_a_row_that_does_not_add_up_is_reported(small):
    rows = "  - namn: A\n    in: 10\n    a: 2-\n    ut: 12\n"
    fault = table(small, CHAIN, rows).one()
    assert (fault.code, fault.location.line, fault.location.column) == ("row-differs", 11, 9)
    parameters = dict(fault.parameters)
    assert (parameters["computed"], parameters["given"], parameters["difference"]) == ("8", "12", "4")


def test_a_whereof_row_that_does_not_add_up_is_a_row(small):
    rows = "  - {namn: A, in: 10}\n  - {namn: V, roll: varav, in: 1, a: 1, ut: 3}\n"
    fault = table(small, CHAIN, rows).one()
    assert fault.code == "row-differs"
    assert dict(fault.parameters)["difference"] == "1"


def test_a_difference_below_zero_has_a_minus(small):
    rows = "  - {namn: A, in: 10, ut: 8}\n"
    assert dict(table(small, CHAIN, rows).one().parameters)["difference"] == f"{MINUS}2"


def test_a_given_figure_where_nothing_follows_is_reported_unless_it_is_zero(small):
    assert table(small, CHAIN, "  - {namn: A, ut: 8}\n").found() == [f"{TABLE}:8:19 row-differs"]
    assert table(small, CHAIN, "  - {namn: A, ut: 0}\n").found() == []


def test_every_wrong_figure_is_reported(small):
    rows = "  - {namn: A, in: 1, ut: 2}\n  - {namn: B, in: 1, ut: 3}\n  - {namn: S, roll: summa, in: 9, ut: 9}\n"
    assert [each.split()[1] for each in table(small, CHAIN, rows).found()] == [
        "row-differs",
        "row-differs",
        "column-differs",
        "column-differs",
    ]


def test_a_whereof_row_and_column_are_never_added(small):
    columns = AMOUNT + "  v: {rubrik: Varav, roll: varav}\n"
    rows = (
        "  - {namn: A, kr: 5, v: 3}\n  - {namn: V, roll: varav, kr: 4, v: 1}\n  - {namn: S, roll: summa, kr: 5, v: 3}\n"
    )
    assert table(small, columns, rows).found() == []


# Form


def test_an_unknown_column_is_reported_with_the_nearest(small):
    fault = table(small, CHAIN, "  - {namn: A, inn: 1}\n").one()
    assert (fault.code, fault.location.line, fault.location.column) == ("unknown-column", 8, 15)
    assert dict(fault.parameters) == {"column": "inn", "near": "in", "allowed": "in, a, ut"}


@pytest.mark.parametrize("text", ["x", "1e3", "1 000 kr", "{{ plan.year }}", "1 36", "50 %", "*"])
def test_text_in_a_column_of_figures_is_reported(small, text: str):
    assert table(small, AMOUNT, f"  - namn: A\n    kr: '{text}'\n").found() == [f"{TABLE}:7:9 number-unreadable"]


def test_text_in_a_column_of_text_is_text(small):
    columns = AMOUNT + "  ord: {rubrik: Ord, roll: text}\n"
    assert table(small, columns, "  - {namn: A, ord: fritt}\n").found() == []


def test_an_empty_figure_is_no_fault(small):
    assert table(small, AMOUNT, "  - {namn: A, kr: }\n  - {namn: B, kr: ''}\n").found() == []


def test_sums_are_not_checked_in_a_table_whose_form_is_at_fault(small):
    rows = "  - {namn: A, kr: x}\n  - {namn: S, roll: summa, kr: 7}\n"
    assert table(small, AMOUNT, rows).found() == [f"{TABLE}:6:19 number-unreadable"]


def test_a_figure_in_a_group_row_is_reported_since_none_is_shown(small):
    rows = "  - namn: G\n    roll: grupp\n    kr: 5\n  - {namn: A, kr: 1}\n"
    fault = table(small, AMOUNT, rows).one()
    assert (fault.code, fault.location.line, dict(fault.parameters)) == ("group-has-figure", 8, {"row": "G"})


def test_a_closing_column_needs_an_opening_one(small):
    columns = "  a: {rubrik: A, roll: förändring}\n  ut: {rubrik: Ut, roll: utgående}\n"
    fault = table(small, columns, "  - {namn: A, a: 1}\n").one()
    assert (fault.code, fault.location.line, dict(fault.parameters)) == ("closing-without-opening", 5, {"column": "ut"})


def test_there_is_one_closing_column(small):
    columns = CHAIN + "  ut2: {rubrik: Ut, roll: utgående}\n"
    assert table(small, columns, "  - {namn: A, in: 1}\n").found() == [f"{TABLE}:7:3 closing-twice"]


@pytest.mark.parametrize("key", ["namn", "roll", "id"])
def test_a_column_may_not_have_a_key_of_the_rows(small, key: str):
    columns = f"  {key}: {{rubrik: X}}\n" + AMOUNT
    assert f"{TABLE}:4:3 column-key-taken" in table(small, columns, "  - {namn: A, kr: 1}\n").found()


def test_a_column_may_have_a_key_that_rows_have_in_another_language(small):
    assert table(small, "  role: {rubrik: X}\n", "  - {namn: A, role: 1}\n").found() == []


def test_a_row_twice_is_reported_with_the_line_of_the_first(small):
    rows = "  - {namn: Vård, kr: 1}\n  - {namn: vård, kr: 2}\n  - {namn: vård, id: annan, kr: 2}\n"
    fault = table(small, AMOUNT, rows).one()
    assert (fault.code, fault.location.line, dict(fault.parameters)["line"]) == ("row-twice", 7, "6")


# The frame


def frame(small, **changes: str):
    lines = {"titel": "Ram", "belopp": "1 300", "enhet": "tkr", "tabell": "fordelning", "kolumn": "ram", **changes}
    text = "".join(f"  {key}: {value}\n" for key, value in lines.items() if value)
    plan = small.files["plan.yaml"]
    return small.having("plan.yaml", plan[: plan.index("ram:")] + "ram:\n" + text + plan[plan.index("disposition") :])


def test_a_frame_that_the_table_meets_is_no_fault(small):
    assert frame(small).found() == []


@pytest.mark.parametrize(("amount", "unit"), [("1,3", "mnkr"), ("1 300 000", "kr"), ("1 300,0", "tkr")])
def test_a_frame_may_be_counted_in_another_unit(small, amount: str, unit: str):
    assert frame(small, belopp=amount, enhet=unit).found() == []


def test_a_frame_that_the_table_does_not_meet_is_reported_in_the_tables_unit(small):
    fault = frame(small, belopp="1,31", enhet="mnkr").one()
    assert (fault.code, fault.location.file) == ("frame-differs", "content/plan/plan.yaml")
    assert (fault.location.line, fault.location.column, fault.location.length) == (9, 11, 4)
    assert dict(fault.parameters) == {
        "decided": f"1{NO_BREAK_SPACE}310",
        "computed": f"1{NO_BREAK_SPACE}300",
        "difference": f"{MINUS}10",
        "unit": "tkr",
        "table": "fordelning",
    }


def test_without_a_column_the_closing_one_is_meant(small):
    assert frame(small, kolumn="").found() == []
    assert frame(small, kolumn="", belopp="1").found() == ["plan.yaml:9:11 frame-differs"]


def test_without_a_closing_column_the_frame_must_name_one(small):
    changed = frame(small, kolumn="").edited(TABLE, "roll: utgående", "roll: belopp")
    fault = changed.one()
    assert (fault.code, dict(fault.parameters)) == ("missing-field", {"key": "kolumn"})


@pytest.mark.parametrize("column", ["ramen", "ingåend"])
def test_an_unknown_column_of_the_frame_is_reported(small, column: str):
    fault = frame(small, kolumn=column).one()
    assert (fault.code, fault.location.line, fault.location.column) == ("unknown-column", 12, 11)
    assert dict(fault.parameters)["allowed"] == "ingående, växling, ram"


def test_a_column_of_text_can_not_meet_a_frame(small):
    fault = frame(small).edited(TABLE, "roll: utgående", "roll: text").one()
    assert fault.code == "unknown-column"
    assert dict(fault.parameters)["allowed"] == "ingående, växling"


def test_an_unknown_table_of_the_frame_is_reported(small):
    fault = frame(small, tabell="fördelning").one()
    assert (fault.code, fault.location.line, fault.location.column) == ("unknown-table", 11, 11)
    assert dict(fault.parameters) == {"table": "fördelning", "near": "fordelning", "allowed": "fordelning"}


def test_a_table_without_a_total_can_not_meet_a_frame(small):
    changed = frame(small).edited(TABLE, "  - namn: Summa\n    roll: summa\n", "")
    assert changed.found() == ["plan.yaml:11:11 frame-without-total"]


@pytest.mark.parametrize("unit", ["kvm", "TKR", "årsarbetare"])
def test_a_table_that_does_not_count_money_can_not_meet_a_frame(small, unit: str):
    assert frame(small).edited(TABLE, "enhet: tkr", f"enhet: {unit}").found() == [f"{TABLE}:2:8 frame-unit"]


def test_a_frame_without_a_table_is_met_by_none(small):
    assert [each.split()[1] for each in frame(small, tabell="", kolumn="").found()] == ["frame-unplaced"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("roll: förändring", "roll: ingående", "opening-twice"),
        ("    roll: summa\n", "    roll: summa\n  - namn: Till\n    roll: summa\n", "total-twice"),
        ("    roll: summa\n", "    roll: summa\n  - namn: Extra\n    ingående: 5\n", "item-below-total"),
    ],
)
def test_what_would_be_added_wrongly_is_told(old: str, new: str, code: str, small):
    assert code in [each.split()[1] for each in small.edited(TABLE, old, new).found()]


def test_a_frame_is_not_compared_with_a_table_at_fault(small):
    assert frame(small).edited(TABLE, "växling: 50", "växling: x").found() == [f"{TABLE}:11:14 number-unreadable"]
    assert frame(small).having(TABLE, "- a\n").found() == [f"{TABLE}:1:1 mapping-expected"]


def test_rows_and_frame_are_reported_together(small):
    changed = frame(small, belopp="1").edited(TABLE, "    växling: 50", "    växling: 50\n    ram: 7")
    assert changed.found() == [f"{TABLE}:12:10 row-differs", "plan.yaml:9:11 frame-differs"]


def test_the_figures_of_an_english_plan_are_told_in_english(small):
    from plangen.model.checks import check

    plan = frame(small, belopp="1").read().model_copy(update={"language": "en"})
    (fault,) = check(plan)
    assert dict(fault.parameters)["computed"] == "1,300"
