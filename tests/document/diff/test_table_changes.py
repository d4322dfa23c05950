from decimal import Decimal

from plangen.document.diff.compare import compare
from plangen.document.diff.differences import Figure
from plangen.document.diff.table_changes import OldRows, table_changes
from plangen.document.nodes import Table
from plangen.document.walk import every_block

from .cases import LINKED, SHARES, YEARS
from .plans import after, composed, edited, files, put

BUDGET = "budget/ramfordelning.yaml"
MEDICINES = "  läkemedel: {rubrik: Varav läkemedel och läkemedelstjänster 2026, roll: varav}\n"


def found(*edits):
    plan = files("regionstyrelsen-2026")
    base, head = composed(plan), composed(edited(plan, edits))
    table = next(
        each for each in every_block(compare(base, head)) if isinstance(each, Table) and each.id == "ramfordelning"
    )
    return list(table_changes(table, ("Ram",), OldRows(base)))


def test_amount_is_told_with_its_difference_and_what_it_does_to_the_total():
    row, total = found(
        put(BUDGET, "växlingar_2026: 112 050", "växlingar_2026: 113 250"), put("plan.yaml", "1 899 961", "1 901 161")
    )
    assert (row.kind, row.what, row.title, row.above) == ("edited", "budget-row", "Regionledningskontoret", ("Ram",))
    change, closing = row.cells
    assert (change.role, change.figure.difference) == ("change", 1200)
    assert closing.figure == Figure(old=Decimal(1501107), new=Decimal(1502307))
    assert closing.total == Figure(old=Decimal(1899961), new=Decimal(1901161))
    assert (total.what, total.title) == ("total-row", "Summa")


def test_row_renamed_keeps_its_old_figures():
    (row,) = found(put(BUDGET, "Regionstyrelsen politik", "Politisk verksamhet"))
    assert (row.kind, row.old, row.new) == ("renamed", "Regionstyrelsen politik", "Politisk verksamhet")


def test_row_renamed_and_edited_has_its_old_name_and_its_old_value():
    row, _ = found(
        put(BUDGET, "Regionstyrelsen politik", "Regionstyrelsens politik"),
        put(BUDGET, "växlingar_2026: 2 016", "växlingar_2026: 2 017"),
        put("plan.yaml", "1 899 961", "1 899 962"),
    )
    assert (row.kind, row.old, row.new) == ("renamed", "Regionstyrelsen politik", "Regionstyrelsens politik")
    assert [cell.figure.difference for cell in row.cells if cell.figure] == [1, 1]


def test_row_added_is_told_with_all_its_figures():
    row = found(
        put(BUDGET, "  - namn: Summa\n", "  - namn: Ny\n    ingående: 5\n    växlingar_2026: -5\n  - namn: Summa\n")
    )[0]
    assert (row.kind, row.title) == ("added", "Ny")
    assert [(cell.field, cell.new_value) for cell in row.cells if cell.figure] == [
        ("ingående", 5),
        ("växlingar_2026", -5),
        ("ram_2026", 0),
    ]


def test_column_that_went_is_one_difference():
    (column,) = found(
        put(BUDGET, MEDICINES, ""),
        put(BUDGET, "    läkemedel: 14\n", ""),
        put(SHARES, LINKED, "14 tkr"),
    )
    assert (column.kind, column.what, column.role) == ("removed", "budget-column", "whereof")


def test_column_that_came_or_went_is_told_with_its_total():
    column = found(
        put(BUDGET, MEDICINES, "  nytt: {rubrik: Nytt, roll: förändring}\n" + MEDICINES),
        put(BUDGET, "läkemedel: 14\n", "läkemedel: 14\n    nytt: 5\n"),
        put("plan.yaml", "1 899 961", "1 899 966"),
    )[0]
    assert (column.kind, column.title) == ("added", "Nytt")
    assert [(cell.heading, cell.new, cell.new_value) for cell in column.cells] == [("Summa", "5", 5)]


def test_column_that_was_moved_is_one_difference():
    (column,) = found(put(BUDGET, MEDICINES, ""), after(BUDGET, "roll: ingående}\n", MEDICINES))
    assert (column.kind, column.what) == ("moved", "budget-column")


def test_column_with_another_heading_is_renamed():
    (column,) = found(put(BUDGET, "läkemedel och läkemedelstjänster 2026", "läkemedel 2026"))
    assert (column.kind, column.new) == ("renamed", "Varav läkemedel 2026")


def investments(old, new):
    plan = edited(
        files("liten-plan"),
        (put("sections/ekonomi.md", "tabeller: [driftbudget]", "tabeller: [driftbudget, investeringar]"),),
    )
    base, head = (composed({**plan, "budget/investeringar.yaml": text}) for text in (old, new))
    table = next(
        each for each in every_block(compare(base, head)) if isinstance(each, Table) and each.id == "investeringar"
    )
    return list(table_changes(table, ("Ekonomi",), OldRows(base)))


def test_a_table_in_another_unit_is_told_of_once_and_the_rows_that_have_other_amounts():
    converted = YEARS.replace("enhet: tkr", "enhet: mnkr").replace(": 100", ": 0,1").replace(": 200", ": 0,3")
    for old, new, amounts in ((YEARS, converted, ("0.2", "0.3")), (converted, YEARS, ("300", "200"))):
        unit, row = investments(old, new)
        assert (unit.what, {unit.old, unit.new}, unit.cells) == ("budget-unit", {"tkr", "mnkr"}, ())
        assert [cell.field for cell in row.cells] == ["plan_2027"]
        assert row.cells[0].figure == Figure(old=Decimal(amounts[0]), new=Decimal(amounts[1]))


def test_figures_that_stand_in_another_unit_are_other_amounts():
    (unit,) = investments(YEARS, YEARS.replace("enhet: tkr", "enhet: mnkr"))
    assert [cell.new for cell in unit.cells] == ["100", "200"]


def test_a_column_in_another_unit_is_told_of_by_its_name():
    thousands = YEARS.replace("{rubrik: Plan 2027}", "{rubrik: Plan 2027, enhet: mnkr}").replace(": 200", ": 0,2")
    unit, *others = investments(YEARS, thousands)
    assert (unit.what, unit.old, unit.new) == ("budget-unit", "tkr", "mnkr")
    assert "Plan 2027" in unit.title
    assert [each.what for each in others] == ["budget-column"]
