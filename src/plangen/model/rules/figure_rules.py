"""Figures that can't be right beside their neighbours: units mixed in a table, and a group of digits too many or few.

A figure is held against those of its own row in the columns of other years, which are mostly of one size. Changes,
parts and percentages may be of any size and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from plangen.diagnostics import Diagnostic, Location, warning
from plangen.locale.catalogue import LANGUAGES, catalogue
from plangen.locale.numbers import print_number
from plangen.locale.units import MoneyUnit, money_unit, money_units, printed_unit
from plangen.locale.vocabulary import words
from plangen.model.budget import BudgetRow, BudgetTable
from plangen.model.rules.reviewed import Reviewed
from plangen.model.text import RichText

YEARLY = frozenset({"amount", "opening", "closing"})
"""Roles of columns whose figures are of one size from year to year."""

FEWEST = 2
FEWEST_FOR_TEN = 3
"""Other figures of a row, at least, that show what size its figures are."""

ALIKE = Decimal(5)
ALIKE_FOR_TEN = Decimal("1.5")
"""The largest of those is at most so many times the least."""

THOUSAND = (Decimal(250), Decimal(4000))
TEN = (Decimal(8), Decimal("12.5"))
"""How many times a figure is another of which a group of digits, or one digit, was forgotten."""


def figure_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What seems wrong in the plan's tables."""
    for table in reviewed.plan.tables:
        yield from _units(table)
        yield from _roleless_sums(table)
        for row in table.rows:
            if row.role in ("item", "whereof", "key_figure"):
                yield from _sizes(table, row, catalogue(reviewed.plan.language).babel)


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


def _sizes(table: BudgetTable, row: BudgetRow, locale: str) -> Iterator[Diagnostic]:
    """A figure far from all others of its row is likely missing digits, or has too many."""
    columns = [each for each in table.columns if each.role in YEARLY]
    given = {each.id: number for each in columns if (number := row.number(each.id))}
    for column in columns:
        others = [abs(number) for name, number in given.items() if name != column.id]
        cell = row.given(column.id)
        if column.id not in given or cell is None or table.unit_of(row, column) != table.unit_of(row, columns[0]):
            continue
        times = _times(abs(given[column.id]), others)
        if times:
            yield warning(
                "figure-size",
                cell.place,
                figure=print_number(given[column.id], locale),
                row=row.name,
                column=column,
                times=times,
                others=", ".join(print_number(each, locale) for each in others),
            )


def _times(figure: Decimal, others: Sequence[Decimal]) -> int:
    """How many times too large or too small a figure seems: 1000, 10 or, for none, 0."""
    if len(others) < FEWEST:
        return 0
    middle = sorted(others)[len(others) // 2]
    ratio = max(figure / middle, middle / figure)
    spread = max(others) / min(others)
    if spread <= ALIKE and THOUSAND[0] <= ratio <= THOUSAND[1]:
        return 1000
    if len(others) >= FEWEST_FOR_TEN and spread <= ALIKE_FOR_TEN and TEN[0] <= ratio <= TEN[1]:
        return 10
    return 0
