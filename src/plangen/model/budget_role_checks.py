"""Rules of roles: what a row's or column's role needs and allows, what sums name, and that every item is counted."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.diagnostics import Diagnostic, error
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.budget_sums import leaves

COLUMN_KEYS = {
    "sums": frozenset({"total", "closing"}),
    "between": frozenset({"percentage_change"}),
    "of": frozenset({"share"}),
}
"""Keys of columns that belong to some roles only; and the role whose column must have the key."""

NEEDED = {"total": "sums", "percentage_change": "between", "share": "of"}
ROW_KEYS = {
    "sums": frozenset({"subtotal", "total"}),
    "sign": frozenset({"item", "subtotal", "total", "whereof"}),
    "unit": frozenset({"key_figure"}),
    "decimals": frozenset({"key_figure"}),
}
BETWEEN = 2


def check_roles(table: BudgetTable, language: str) -> Iterator[Diagnostic]:
    """What the rules find in a table's roles."""
    yield from _closing(table)
    for column in table.columns:
        yield from _keys_of_role(column, COLUMN_KEYS, "column_role", language)
        yield from _needed(column, language)
    for row in table.rows:
        yield from _keys_of_role(row, ROW_KEYS, "row_role", language)
    yield from table.column_sums.faults
    yield from table.row_sums.faults
    if not table.row_sums.faults:
        yield from _counted(table)


def _closing(table: BudgetTable) -> Iterator[Diagnostic]:
    """One closing column follows from opening and changes; others say what they sum."""
    closing = [
        column for column in table.columns_of("closing") if column.sums is None and not column.places.get("sums")
    ]
    if closing and not table.columns_of("opening"):
        yield error("closing-without-opening", closing[0].location, column=closing[0].id)
    for column in closing[1:]:
        yield error("closing-twice", column.location, column=column.id)
    for column in table.columns_of("opening")[1:] if closing else ():
        yield error("opening-twice", column.location, column=column.id)


def _keys_of_role(
    part: BudgetColumn | BudgetRow, allowed: dict[str, frozenset[str]], roles: str, language: str
) -> Iterator[Diagnostic]:
    keys, words = terms(KEYS, language), terms(roles, language)
    for field, fitting in allowed.items():
        if field in part.places and part.role not in fitting:
            names = ", ".join(words[role] for role in words if role in fitting)
            yield error("key-without-role", part.place(field), key=keys[field], role=words[part.role], allowed=names)


def _needed(column: BudgetColumn, language: str) -> Iterator[Diagnostic]:
    field = NEEDED.get(column.role)
    if field and field not in column.places:
        yield error("missing-field", column.location, key=terms(KEYS, language)[field])
    if column.role == "percentage_change" and column.between is not None and len(column.between) != BETWEEN:
        yield error("between-two", column.place("between"))
    if column.sums == () and column.role in COLUMN_KEYS["sums"]:
        yield error("sum-empty", column.place("sums"), sum=column)


def _counted(table: BudgetTable) -> Iterator[Diagnostic]:
    """Every sum adds something, nothing is added twice, and no item is left out of every total."""
    rows, sums = table.rows, table.row_sums
    counted: set[int] = set()
    last = max((index for index, row in enumerate(rows) if row.role == "total"), default=None)
    for index, row in enumerate(rows):
        if not row.is_sum:
            continue
        if not table.row_terms[index]:
            yield error("sum-empty", row.place("role"), sum=row.name)
        if isinstance(row.sums, tuple):
            yield from _counted_twice(table, index)
        if row.role == "total":
            counted |= leaves(rows, sums, index)
    for index, row in enumerate(rows):
        if last is None or row.role != "item" or index in counted:
            continue
        if index > last:
            yield error("item-below-total", row.location, row=row.name)
        else:
            yield error("item-not-counted", row.location, row=row.name)


def _counted_twice(table: BudgetTable, index: int) -> Iterator[Diagnostic]:
    row, met = table.rows[index], set[int]()
    named = row.sums if isinstance(row.sums, tuple) else ()
    for term, counted in zip(named, table.row_sums.terms.get(index, ()), strict=True):
        within = leaves(table.rows, table.row_sums, counted.index)
        again = sorted(within & met)
        if again:
            yield error("counted-twice", term.location, row=table.rows[again[0]].name, sum=row.name)
        met |= within
