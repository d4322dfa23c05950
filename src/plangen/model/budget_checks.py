"""Rules of budget tables: keys, figures that can be read and printed, years; then roles, and sums that hold.

Sums are checked where the table's form has no fault, so that one fault isn't told of many times.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plangen.diagnostics import Diagnostic, Severity, error, meant, nearest, warning
from plangen.locale.units import money_unit, money_units, other_words
from plangen.locale.vocabulary import terms
from plangen.model.amount import number_fault, unit_meant
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.budget_role_checks import check_roles
from plangen.model.budget_sum_checks import check_sums
from plangen.model.frame_checks import check_frame
from plangen.model.record import keys_of, right_key

if TYPE_CHECKING:
    from plangen.model.plan import Plan

_OTHER_KIND: dict[str, str] = {"budget": "plan", "plan": "budget"}
"""Kinds of which a year has one: what is decided, or what is planned for later."""

HEADED = frozenset({"amount", "opening", "closing"})
"""Roles of columns of which there is one for each kind and year."""


MOST_SLIPS = 3
"""Rows in which one and the same key is no slip any more: it is the column that is called something else."""

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
        yield from _units(table, plan.language)
        if table.columns and all(each.severity < Severity.ERROR for each in form):
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
    unknown = [cell for row in table.rows for cell in row.cells if cell.key not in columns]
    rows = Counter(cell.key for cell in unknown)
    lost = {cell.key: cell for cell in reversed(unknown) if rows[cell.key] >= MOST_SLIPS}
    allowed = ", ".join(columns)
    for cell in unknown:
        right = right_key(BudgetRow, cell.key, language)
        if right:
            yield error("key-in-other-language", cell.key_place, key=cell.key, instead=right)
        elif lost.get(cell.key) is cell:
            yield error("column-lost", cell.key_place, column=cell.key, rows=rows[cell.key], allowed=allowed)
        elif cell.key not in lost:
            near = column_meant(cell.key, table)
            yield error("unknown-column", cell.key_place, column=cell.key, allowed=allowed, **meant(near))


def column_meant(key: str, table: BudgetTable) -> str:
    """The keys of the columns that a misspelt one may mean, by their keys or else by their headings."""
    by_heading = {str(column.heading): column.id for column in table.columns if column.numeric}
    near = nearest(key, [column.id for column in table.columns])
    return near or ", ".join(by_heading[each] for each in nearest(key, by_heading).split(", ") if each)


def _units(table: BudgetTable, language: str) -> Iterator[Diagnostic]:
    """A unit that is none of money, but what people call one, can't be reckoned with."""
    called = {name.casefold() for name in other_words()}
    parts: tuple[BudgetTable | BudgetColumn | BudgetRow, ...] = (table, *table.columns, *table.rows)
    for part in parts:
        unit = part.unit.strip()
        if unit and money_unit(unit) is None and (unit.casefold() in called or _nearly(unit)):
            yield warning("unit-unknown", part.place("unit"), unit=unit, near=unit_meant(unit, language))


def _nearly(unit: str) -> bool:
    """Whether a unit is one of money with a letter doubled."""
    return re.sub(r"(.)\1", r"\1", unit) in money_units()


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
        beside = first.get((_OTHER_KIND.get(column.kind, ""), column.year)) if column.kind else None
        if beside is not None:
            kind, other_kind = kinds[column.kind], kinds[beside.kind]
            place = column.place("year")
            yield warning("kinds-of-year", place, year=column.year, kind=kind, other=other_kind, column=beside.id)


def _readable(table: BudgetTable) -> Iterator[Diagnostic]:
    columns = {column.id: column for column in table.columns}
    numeric = {column.id for column in table.columns if column.numeric}
    for row in table.rows:
        for cell in row.cells:
            if cell.key in numeric and str(cell.text).strip() and row.number(cell.key) is None:
                yield number_fault(str(cell.text).strip(), cell.place, table.unit_of(row, columns[cell.key]))
            elif cell.key in numeric and row.role == "group" and row.number(cell.key) is not None:
                yield error("group-has-figure", cell.place, row=row.name)
