"""The decided frame against the table that shows how it is used: the same amount, in money of the same currency."""

from __future__ import annotations

from collections.abc import Iterator, Set
from decimal import Decimal
from typing import TYPE_CHECKING

from plangen.diagnostics import Diagnostic, error, meant, nearest
from plangen.locale.catalogue import catalogue
from plangen.locale.numbers import EXACT, print_number
from plangen.locale.units import money_unit, money_units, printed_unit
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.amount import convert
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.identifiers import identifier

if TYPE_CHECKING:
    from plangen.model.plan import Frame, Plan


def frame_sum(table: BudgetTable, frame: Frame) -> Decimal | None:
    """The figure of a table that a frame decides, in the frame's unit; None where there is none."""
    row, column = _row(table, frame), _column(table, frame)
    own, other = money_unit(frame.unit), money_unit(table.unit)
    if row is None or column is None or own is None or other is None or own.currency != other.currency:
        return None
    figure = table.figures[row.id, column.id]
    return None if figure is None else convert(figure, table.unit, frame.unit)


def check_frame(plan: Plan, frame: Frame, sound: Set[str]) -> Iterator[Diagnostic]:
    """What is wrong with a frame that names a table; `sound` are the tables without faults of form."""
    table = plan.table(frame.table)
    if table is None:
        names = [each.id for each in plan.tables]
        near = nearest(frame.table, names)
        yield error("unknown-table", frame.place("table"), table=frame.table, allowed=", ".join(names), **meant(near))
    elif table.id in sound:
        yield from _against(table, frame, plan.language)


def _against(table: BudgetTable, frame: Frame, language: str) -> Iterator[Diagnostic]:
    column, row = _column(table, frame), _row(table, frame)
    unit = money_unit(table.unit)
    if column is None and not frame.column:
        yield error("missing-field", frame.location, key=terms(KEYS, language)["column"])
    elif column is None:
        names = [each.id for each in table.columns if each.numeric]
        near = nearest(frame.column, names)
        place = frame.place("column")
        yield error("unknown-column", place, column=frame.column, allowed=", ".join(names), **meant(near))
    elif row is None and not frame.row:
        yield error("frame-without-total", frame.place("table"), table=table.id)
    elif row is None:
        names = [each.id for each in table.rows if each.is_sum]
        near = nearest(frame.row, names)
        yield error("unknown-row", frame.place("row"), row=frame.row, allowed=", ".join(names), **meant(near))
    elif not table.unit:
        yield error("table-without-unit", table.location, table=table.id, unit=frame.unit)
    elif unit is None or unit.currency != money_units()[frame.unit].currency:
        allowed = ", ".join(
            each.key for each in money_units().values() if each.currency == money_units()[frame.unit].currency
        )
        yield error("frame-unit", table.place("unit"), unit=table.unit, allowed=allowed)
    else:
        yield from _amount(table, frame, table.figures[row.id, column.id] or Decimal(0), language)


def _amount(table: BudgetTable, frame: Frame, computed: Decimal, language: str) -> Iterator[Diagnostic]:
    locale = catalogue(language).babel
    decided = convert(frame.amount, frame.unit, table.unit)
    difference = EXACT.subtract(computed, decided)
    if abs(difference) > (table.rounding or Decimal(0)):
        yield error(
            "frame-differs",
            frame.place("amount"),
            decided=print_number(decided, locale),
            computed=print_number(computed, locale),
            difference=print_number(difference, locale),
            unit=printed_unit(table.unit),
            table=table.id,
        )


def _column(table: BudgetTable, frame: Frame) -> BudgetColumn | None:
    if frame.column:
        return next((column for column in table.columns if column.id == frame.column and column.numeric), None)
    return next(iter(table.columns_of("closing")), None)


def _row(table: BudgetTable, frame: Frame) -> BudgetRow | None:
    if not frame.row:
        return table.total_row()
    names = (frame.row, identifier(frame.row))
    return next((row for name in names for row in table.rows if row.id == name and row.is_sum), None)
