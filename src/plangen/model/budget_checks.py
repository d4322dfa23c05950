"""Rules of budget tables: keys, figures that can be read and printed, years; then roles, and sums that hold.

Sums are checked where the table's form has no fault, so that one fault isn't told of many times.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plangen.diagnostics import Diagnostic, error, nearest, warning
from plangen.locale.vocabulary import terms
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.budget_role_checks import check_roles
from plangen.model.budget_sum_checks import check_sums
from plangen.model.frame_checks import check_frame
from plangen.model.record import keys_of, right_key

if TYPE_CHECKING:
    from plangen.model.plan import Plan

HEADED = frozenset({"amount", "opening", "closing"})
"""Roles of columns of which there is one for each kind and year."""


FEWEST = 2
"""Columns and items of a table, at least, for one empty cell among them to be taken for a slip."""


def check_budgets(plan: Plan) -> Iterator[Diagnostic]:
    """What the rules find in a plan's tables and its frame."""
    sound: set[str] = set()
    for table in plan.tables:
        form = [
            *_keys(table, plan.language),
            *_years(table, plan.language),
            *check_roles(table, plan.language),
            *_readable(table),
        ]
        yield from form
        if not form and table.columns:
            sound.add(table.id)
            yield from check_sums(table, plan.language)
            yield from _missing(table)
    if plan.frame and plan.frame.table:
        yield from check_frame(plan, plan.frame, sound)


def _missing(table: BudgetTable) -> Iterator[Diagnostic]:
    """An amount that is missing where all others of its row and its column are there, and so counts for nothing."""
    columns = [column for column in table.columns if column.role in ("amount", "opening")]
    items = [row for row in table.rows if row.role == "item"]
    absent = [(row, column) for row in items for column in columns if row.number(column.id) is None]
    if len(columns) < FEWEST or len(items) < FEWEST:
        return
    for row, column in absent:
        alone = sum(row is other or column is at for other, at in absent) == 1
        if alone:
            place = cell.place if (cell := row.given(column.id)) else row.location
            yield warning("amount-missing", place, row=row.name, column=column)


def _keys(table: BudgetTable, language: str) -> Iterator[Diagnostic]:
    columns = [column.id for column in table.columns]
    for column in table.columns:
        if column.id in keys_of(BudgetRow, language):
            yield error("column-key-taken", column.location, column=column.id)
    if not columns:
        return
    for cell in (cell for row in table.rows for cell in row.cells if cell.key not in columns):
        right = right_key(BudgetRow, cell.key, language)
        if right:
            yield error("key-in-other-language", cell.key_place, key=cell.key, right=right)
        else:
            near = nearest(cell.key, columns)
            yield error("unknown-column", cell.key_place, column=cell.key, near=near, allowed=", ".join(columns))


def _years(table: BudgetTable, language: str) -> Iterator[Diagnostic]:
    """Two columns of amounts of one kind and year would have the same heading, and one of them is wrong."""
    first: dict[tuple[str, int], BudgetColumn] = {}
    kinds, roles = terms("column_kind", language), terms("column_role", language)
    for column in table.columns:
        if column.role not in HEADED or not column.year:
            continue
        other = first.setdefault((column.kind, column.year), column)
        if other is not column:
            what = kinds[column.kind] if column.kind else roles[column.role]
            yield error("year-twice", column.place("year"), year=column.year, role=what, column=other.id)


def _readable(table: BudgetTable) -> Iterator[Diagnostic]:
    numeric = {column.id for column in table.columns if column.numeric}
    for row in table.rows:
        for cell in row.cells:
            if cell.key in numeric and str(cell.text).strip() and row.number(cell.key) is None:
                yield error("number-unreadable", cell.place, text=str(cell.text))
            elif cell.key in numeric and row.role == "group" and row.number(cell.key) is not None:
                yield error("group-has-figure", cell.place, row=row.name)
