"""Units of money that are mixed in a table, of a column or in what stands over it; and rows that ought to be sums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plangen.diagnostics import Diagnostic, Location, warning
from plangen.locale.catalogue import LANGUAGES
from plangen.locale.units import MoneyUnit, money_unit, money_units, printed_unit
from plangen.locale.vocabulary import words
from plangen.model.budget import BudgetTable
from plangen.model.rules.reviewed import Reviewed
from plangen.model.text import RichText

FEWEST = 2
"""Rows, at least, that a row adds up."""


def figure_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What seems wrong in the plan's tables."""
    for table in reviewed.plan.tables:
        yield from _units(table)
        yield from _roleless_sums(table)


def _roleless_sums(table: BudgetTable) -> Iterator[Diagnostic]:
    """A row that is called a sum and has the sums of the items above it, but is an item itself."""
    for at, row in enumerate(table.rows):
        above = [each for each in table.rows[:at] if each.role == "item"]
        given = {column.id: number for column in table.columns if (number := row.number(column.id)) is not None}
        if row.role != "item" or len(above) < FEWEST or not given or not _called_sum().match(str(row.name)):
            continue
        if all(number == sum(each.number(name) or 0 for each in above) for name, number in given.items()):
            yield warning("sum-without-role", row.place("name"), row=row.name)


@cache
def _called_sum() -> re.Pattern[str]:
    names = {word for language in LANGUAGES for word in words("sheet_sum", language)}
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b", re.IGNORECASE)


def _units(table: BudgetTable) -> Iterator[Diagnostic]:
    """A table's figures are of one unit of money, and no heading names another."""
    own = money_unit(table.unit)
    if own is None:
        return
    for column in table.columns:
        other = money_unit(column.unit)
        if other and other is not own and other.currency == own.currency:
            yield _mixed(table, column.unit, column, column.place("unit"))
        elif column.numeric and not column.unit:
            yield from _named(table, own, column.heading)
    for row in table.rows:
        if not row.unit:
            yield from _named(table, own, row.name)
    yield from _named(table, own, table.stub_heading)
    yield from _named(table, own, table.title)


def _named(table: BudgetTable, own: MoneyUnit, words: RichText) -> Iterator[Diagnostic]:
    for written in _unit_names().findall(str(words)):
        named = money_unit(written)
        if named and named is not own and named.currency == own.currency:
            yield _mixed(table, written, words, words.location)


def _mixed(table: BudgetTable, unit: str, what: object, place: Location) -> Diagnostic:
    return warning("unit-mixed", place, unit=printed_unit(unit), own=printed_unit(table.unit), what=what)


@cache
def _unit_names() -> re.Pattern[str]:
    """A unit of money as headings have it: alone in brackets, or after a comma or the word for it."""
    names = "|".join(re.escape(each) for unit in money_units().values() for each in (unit.key, unit.symbol))
    return re.compile(rf"(?:[(,]|\bi|\bin)\s*({names})\s*(?:\)|$)", re.IGNORECASE)
