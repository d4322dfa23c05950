"""Rules of budget tables: keys, roles, figures that can be read, sums that hold, and the decided frame."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from plangen.diagnostics import Diagnostic, Location, error, nearest
from plangen.locale.catalogue import catalogue
from plangen.locale.numbers import print_number
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.amount import KRONOR, convert
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.record import keys_of, right_key

if TYPE_CHECKING:
    from plangen.model.plan import Frame, Plan


def check_budgets(plan: Plan) -> Iterator[Diagnostic]:
    """What the rules find in a plan's tables and its frame."""
    locale = catalogue(plan.language).babel
    sound: set[str] = set()
    for table in plan.tables:
        form = [*_keys(table, plan.language), *_roles(table), *_readable(table)]
        yield from form
        if not form and table.columns:
            sound.add(table.id)
            yield from _sums(table, locale)
    if plan.frame and plan.frame.table:
        yield from _frame(plan, plan.frame, sound)


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


def _roles(table: BudgetTable) -> Iterator[Diagnostic]:
    closing = table.columns_of("closing")
    if closing and not table.columns_of("opening"):
        yield error("closing-without-opening", closing[0].location, column=closing[0].id)
    for column in closing[1:]:
        yield error("closing-twice", column.location, column=column.id)
    for column in table.columns_of("opening")[1:] if closing else ():
        yield error("opening-twice", column.location, column=column.id)
    totals = [index for index, row in enumerate(table.rows) if row.role == "total"]
    for index in totals[1:]:
        yield error("total-twice", table.rows[index].location, row=table.rows[index].name)
    for row in table.rows[totals[0] :] if totals else ():
        if row.role == "item":
            yield error("item-below-total", row.location, row=row.name)


def _readable(table: BudgetTable) -> Iterator[Diagnostic]:
    numeric = {column.id for column in table.columns if column.numeric}
    for row in table.rows:
        for cell in row.cells:
            if cell.key in numeric and str(cell.text).strip() and row.number(cell.key) is None:
                yield error("number-unreadable", cell.place, text=str(cell.text))
            elif cell.key in numeric and row.role == "group" and row.number(cell.key) is not None:
                yield error("group-has-figure", cell.place, row=row.name)


def _sums(table: BudgetTable, locale: str) -> Iterator[Diagnostic]:
    """A figure that is given though it follows from others must be the one that follows."""
    for row in table.rows:
        for column in (each for each in table.columns if each.numeric and table.computable(row, each)):
            given, computed = row.number(column.id), table.figures[row.id, column.id]
            if given is not None and given != (computed or Decimal(0)):
                yield error(
                    "column-differs" if row.role in ("total", "subtotal") else "row-differs",
                    _cell_place(row, column),
                    row=row.name,
                    column=column.heading,
                    given=print_number(given, locale),
                    computed=print_number(computed or Decimal(0), locale),
                    difference=print_number(given - (computed or Decimal(0)), locale),
                )


def _cell_place(row: BudgetRow, column: BudgetColumn) -> Location:
    cell = row.given(column.id)
    return cell.place if cell else row.location


def _frame(plan: Plan, frame: Frame, sound: set[str]) -> Iterator[Diagnostic]:
    table = plan.table(frame.table)
    if table is None:
        names = [each.id for each in plan.tables]
        near = nearest(frame.table, names)
        yield error("unknown-table", frame.place("table"), table=frame.table, near=near, allowed=", ".join(names))
        return
    if table.id not in sound:
        return
    column = _frame_column(table, frame)
    total = table.total_row()
    if column is None and not frame.column:
        yield error("missing-field", frame.location, key=terms(KEYS, plan.language)["column"])
    elif column is None:
        names = [each.id for each in table.columns if each.numeric]
        near = nearest(frame.column, names)
        place = frame.place("column")
        yield error("unknown-column", place, column=frame.column, near=near, allowed=", ".join(names))
    elif total is None:
        yield error("frame-without-total", frame.place("table"), table=table.id)
    elif table.unit not in KRONOR:
        yield error("frame-unit", table.place("unit"), unit=table.unit)
    else:
        computed = table.figures[total.id, column.id] or Decimal(0)
        locale = catalogue(plan.language).babel
        decided = convert(frame.amount, frame.unit, table.unit)
        if computed != decided:
            yield error(
                "frame-differs",
                frame.place("amount"),
                decided=print_number(decided, locale),
                computed=print_number(computed, locale),
                difference=print_number(computed - decided, locale),
                unit=table.unit,
                table=table.id,
            )


def _frame_column(table: BudgetTable, frame: Frame) -> BudgetColumn | None:
    if frame.column:
        return next((column for column in table.columns if column.id == frame.column and column.numeric), None)
    return next(iter(table.columns_of("closing")), None)
