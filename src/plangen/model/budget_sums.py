"""What the sums of a budget table add: names to rows and columns, in an order in which they can be computed.

Names that mean nothing, that can't be added or that lead round in a circle are told of; such a sum adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error, nearest
from plangen.model.amount import same_unit
from plangen.model.budget_terms import Term
from plangen.model.identifiers import identifier

if TYPE_CHECKING:
    from plangen.model.budget import BudgetColumn, BudgetRow

BOUNDARIES = frozenset({"group", "subtotal", "total"})
"""Rows that end what a subtotal adds."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A row or column that a sum counts, by its index: added (1) or subtracted (-1)."""

    index: int
    sign: int


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums that name what they add: the terms of each by its index, an order to compute in, and what is wrong."""

    terms: Mapping[int, tuple[Counted, ...]]
    order: tuple[int, ...]
    faults: tuple[Diagnostic, ...] = ()


def row_sums(rows: Sequence[BudgetRow]) -> Sums:
    """The sums among rows that name their rows. Those that don't are told by `items_added`."""
    found: list[Diagnostic] = []
    terms: dict[int, tuple[Counted, ...]] = {}
    by_name = {row.id: index for index, row in reversed(list(enumerate(rows)))}
    for index, row in enumerate(rows):
        if row.is_sum and isinstance(row.sums, tuple):
            terms[index] = tuple(_rows_meant(row, rows, by_name, found))
    ordered = _ordered(len(rows), terms, [row.is_sum for row in rows])
    for cycle in ordered.cycles:
        found.append(_cycle([str(rows[each].name) for each in cycle], rows[cycle[0]].place("sums")))
    return Sums(ordered.terms, ordered.order, tuple(found))


def items_added(rows: Sequence[BudgetRow], index: int) -> Iterator[int]:
    """The items that a sum adds which names none: a total all above it or below, a subtotal those next to it."""
    row = rows[index]
    others: Iterable[int] = range(index + 1, len(rows)) if row.sums == "below" else range(index - 1, -1, -1)
    for other in others:
        role = rows[other].role
        if row.role == "subtotal" and role in BOUNDARIES:
            return
        if role == "item":
            yield other


def row_terms(rows: Sequence[BudgetRow], sums: Sums, index: int) -> Iterator[Counted]:
    """What the sum in a row adds and subtracts."""
    if isinstance(rows[index].sums, tuple):
        yield from sums.terms.get(index, ())
        return
    own = _sign(rows[index])
    yield from (Counted(other, own * _sign(rows[other])) for other in items_added(rows, index))


def leaves(rows: Sequence[BudgetRow], sums: Sums, index: int) -> frozenset[int]:
    """The rows that a row counts in the end, however many sums lie between; itself, where it is no sum."""
    found: set[int] = set()
    waiting, met = [index], {index}
    while waiting:
        each = waiting.pop()
        if not rows[each].is_sum:
            found.add(each)
            continue
        further = {term.index for term in row_terms(rows, sums, each)} - met
        met |= further
        waiting.extend(further)
    return frozenset(found)


def column_sums(columns: Sequence[BudgetColumn], unit: str) -> Sums:
    """The sums among columns; for a percentage its one or two columns."""
    found: list[Diagnostic] = []
    by_name = {column.id: index for index, column in enumerate(columns)}
    terms: dict[int, tuple[Counted, ...]] = {}
    for index, column in enumerate(columns):
        named = _named_columns(column)
        if named:
            terms[index] = tuple(_columns_meant(column, named, columns, _Names(by_name, unit, found)))
        elif column.role == "closing" and column.sums is None:
            parts = [at for at, each in enumerate(columns) if each.role in ("opening", "change")]
            terms[index] = tuple(Counted(at, 1) for at in parts)
    ordered = _ordered(len(columns), terms, [False] * len(columns))
    for cycle in ordered.cycles:
        found.append(_cycle([str(columns[each]) for each in cycle], columns[cycle[0]].place("sums")))
    return Sums(ordered.terms, ordered.order, tuple(found))


def _named_columns(column: BudgetColumn) -> tuple[Term, ...]:
    """The columns that a column says it is computed from."""
    match column.role:
        case "total" | "closing":
            return column.sums or ()
        case "percentage_change":
            return column.between or ()
        case "share":
            return (column.of,) if column.of else ()
        case _:
            return ()


@dataclass(frozen=True, slots=True)
class _Names:
    """The columns by their keys, the table's unit, and where faults go."""

    by_name: Mapping[str, int]
    unit: str
    found: list[Diagnostic]


def _columns_meant(
    column: BudgetColumn, terms: tuple[Term, ...], columns: Sequence[BudgetColumn], names: _Names
) -> Iterator[Counted]:
    met: set[int] = set()
    numeric = [each.id for each in columns if each.added and each is not column]
    unit = column.unit or names.unit
    for term in terms:
        index = names.by_name.get(term.name)
        if index is None:
            near = nearest(term.name, numeric)
            found = error("unknown-column", term.location, column=term.name, near=near, allowed=", ".join(numeric))
        elif not columns[index].added:
            found = error("column-not-summable", term.location, column=columns[index], allowed=", ".join(numeric))
        elif index in met:
            found = error("term-twice", term.location, name=term.name)
        elif column.sums and not same_unit(columns[index].unit or names.unit, unit):
            other = columns[index].unit or names.unit
            found = error("units-differ", term.location, column=columns[index], unit=other, own=unit)
        else:
            met.add(index)
            yield Counted(index, term.sign)
            continue
        names.found.append(found)


def _rows_meant(
    row: BudgetRow, rows: Sequence[BudgetRow], by_name: Mapping[str, int], found: list[Diagnostic]
) -> Iterator[Counted]:
    met: set[int] = set()
    summable = [each.id for each in rows if each.role not in ("group", "key_figure") and each is not row]
    assert isinstance(row.sums, tuple)
    for term in row.sums:
        index = by_name.get(term.name, by_name.get(identifier(term.name)))
        if index is None:
            near = nearest(term.name, summable)
            found.append(error("unknown-row", term.location, row=term.name, near=near, allowed=", ".join(summable)))
        elif rows[index].role in ("group", "key_figure"):
            found.append(error("row-not-summable", term.location, row=rows[index].name))
        elif index in met:
            found.append(error("term-twice", term.location, name=term.name))
        elif term.sign < 0 and rows[index].sign == "minus":
            found.append(error("sign-twice", term.location, row=rows[index].name))
        else:
            met.add(index)
            yield Counted(index, term.sign * _sign(row) * _sign(rows[index]))


def _sign(row: BudgetRow) -> int:
    return -1 if row.sign == "minus" else 1


@dataclass(slots=True)
class _Ordered:
    """Terms with an order to compute in. Sums that lead round in a circle are left without terms."""

    terms: dict[int, tuple[Counted, ...]]
    order: tuple[int, ...] = ()
    cycles: list[list[int]] = field(default_factory=list)


def _ordered(count: int, terms: Mapping[int, tuple[Counted, ...]], late: Sequence[bool]) -> _Ordered:
    """An order in which each stands after its terms. `late` are sums that come after all that are none."""
    ordered = _Ordered(dict(terms))
    while True:
        graph = {index: [term.index for term in counted] for index, counted in ordered.terms.items()}
        try:
            named = [index for index in TopologicalSorter(graph).static_order() if index in graph]
        except CycleError as fault:
            cycle = sorted(set(fault.args[1]))
            ordered.cycles.append(cycle)
            ordered.terms |= dict.fromkeys(cycle, ())
            continue
        plain = sorted(set(range(count)) - set(named), key=lambda index: (late[index], index))
        ordered.order = (*plain, *named)
        return ordered


def _cycle(names: list[str], place: Location) -> Diagnostic:
    return error("sum-cycle", place, names=", ".join(names))
