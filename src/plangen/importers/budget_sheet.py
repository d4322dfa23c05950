"""A sheet to the budget table that it holds: columns and rows with roles, and a fault for all that isn't understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, Location, error, warning
from plangen.importers.sheet import Sheet, SheetCell, column_letters
from plangen.importers.table_head import Head, Heading, Row, figure_without_unit, read_head, unit_in, without_unit
from plangen.importers.table_rows import WHEREOF, SheetRow, read_rows
from plangen.importers.yaml_text import writable
from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import words
from plangen.model.budget_roles import ColumnRole

_CODES = frozenset(word for language in LANGUAGES for word in words("sheet_code", language))
"""Headings of numbers that are names: of accounts, of notes."""

_PERCENT = re.compile(r"%|\bprocent\b|\bper ?cent\b", re.IGNORECASE)

FEWEST_ROWS = 2
"""Rows with digits by which text without columns is taken for a table."""

FEWEST_COLUMNS = 3
"""Columns of amounts by which opening, change and closing can be known: the last is the sum of those before it."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: where it stands, its heading, the role that it seems to have, and the lowest part of the heading."""

    column: int
    heading: str
    role: ColumnRole = "amount"
    lowest: str = ""


@dataclass(frozen=True, slots=True)
class BudgetSheet:
    """A table as it was found."""

    sheet: Sheet
    title: str
    unit: str
    stub: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]


def read_budget(sheet: Sheet) -> tuple[BudgetSheet | None, tuple[Diagnostic, ...]]:
    """The table of a sheet, and what was found in reading it; None where there is none."""
    head = read_head(sheet)
    if head is None:
        lone = all(sum(not cell.empty for cell in row) <= 1 for row in sheet.rows)
        listed = sum(map(_with_digits, sheet.rows)) >= FEWEST_ROWS
        code = "import-one-column" if lone and listed else "import-no-table"
        return None, (error(code, Location(f"{sheet.file} {sheet.name}".strip())),)
    named, found = _named(sheet, head)
    found += list(_head_faults(sheet, head, named))
    columns = []
    for column, heading in head.headings.items():
        cells = [others[column] for _, others in named if column in others]
        role, faults = _column(sheet, heading, cells, column < head.names)
        found += faults
        columns.append(SheetColumn(column, heading.text, role, heading.lowest))
    figures = [each.column for each in columns if each.role != "text"]
    dashes = [cell for row in sheet.rows for cell in row if cell.dash and cell.column in head.headings]
    found += [warning("import-dash", sheet.place(cell), count=len(dashes)) for cell in dashes[:1]]
    known = {each.column for each in columns}
    filled = [(cell, {at: each for at, each in others.items() if at in known}) for cell, others in named]
    rows, unsure = read_rows(sheet, figures, frozenset(cell.row for cell in dashes), filled)
    title, unit, faults = _above(sheet, head)
    table = BudgetSheet(sheet, title, unit, head.stub, _with_roles(columns, rows), rows)
    return table, (*found, *unsure, *faults)


def _named(sheet: Sheet, head: Head) -> tuple[list[tuple[SheetCell, Row]], list[Diagnostic]]:
    """The rows by their names; one without a name can't be taken over."""
    named: list[tuple[SheetCell, Row]] = []
    found: list[Diagnostic] = []
    for row in head.rows:
        name = row.get(head.names)
        if name is None:
            first = min(row.values(), key=lambda cell: cell.column)
            found.append(error("import-name-missing", sheet.place(first), row=first.row))
        elif name.fault:
            found.append(error(name.fault, sheet.place(name), text=name.text))
        else:
            named.append((name, {column: cell for column, cell in row.items() if column != head.names}))
    return named, found


def _head_faults(sheet: Sheet, head: Head, named: list[tuple[SheetCell, Row]]) -> Iterator[Diagnostic]:
    for cell in (*head.cells, *head.above):
        if cell.fault:
            yield error(cell.fault, sheet.place(cell), text=cell.text)
    for cell in head.spread[:1]:
        yield warning("import-heading-spread", sheet.place(cell), text=cell.text)
    seen: dict[str, Heading] = {}
    for heading in head.headings.values():
        other = seen.setdefault(heading.text.casefold(), heading)
        if other is not heading:
            place = sheet.place(heading.cell)
            yield error("import-heading-twice", place, heading=heading.text, other=other.cell.address)
    if head.next_table:
        first, last = min(head.cells, key=_reading, default=head.next_table), max(head.headings, default=head.names)
        end = max(cell.row for row in head.rows if len(row) > 1 for cell in row.values())
        area = f"{column_letters(min(head.names, *head.headings))}{first.row}:{column_letters(last)}{end}"
        yield error("import-next-table", sheet.place(head.next_table), range=area)
    missing = {
        column: cell for _, row in reversed(named) for column, cell in row.items() if column not in head.headings
    }
    for cell in missing.values():
        yield error("import-heading-missing", sheet.place(cell), text=cell.text)


def _reading(cell: SheetCell) -> tuple[int, int]:
    return cell.row, cell.column


def _column(
    sheet: Sheet, heading: Heading, cells: list[SheetCell], before_names: bool
) -> tuple[ColumnRole, list[Diagnostic]]:
    """What a column seems to be, and the cells that don't fit in it. Codes and per cent are texts, never added."""
    found = [error(cell.fault, sheet.place(cell), text=cell.text) for cell in cells if cell.fault]
    sound = [cell for cell in cells if not cell.fault]
    figures = [cell for cell in sound if cell.number is not None and not cell.percent]
    coded = before_names or heading.text.casefold().strip(" .:") in _CODES
    worded = not figures and not any(figure_without_unit(cell.text) for cell in sound)
    if sound and (worded or _PERCENT.search(heading.text) or (coded and all(map(_is_code, sound)))):
        return "text", found
    for cell in sound:
        if cell.percent:
            found.append(error("import-percent-mixed", sheet.place(cell), text=cell.text))
        elif cell.number is None and figure_without_unit(cell.text):
            found.append(error("import-unit-in-cell", sheet.place(cell), text=cell.text))
        elif cell.number is None or not writable(cell.number):
            found.append(error("import-number-unreadable", sheet.place(cell), text=cell.text))
    return ("whereof" if WHEREOF.match(heading.text) else "amount"), found


def _is_code(cell: SheetCell) -> bool:
    """Whether a cell may hold the number of an account or of a note."""
    return cell.number is None or (cell.number == cell.number.to_integral_value() and cell.number >= 0)


def _with_digits(row: tuple[SheetCell, ...]) -> bool:
    return any(character.isdigit() for cell in row for character in cell.text)


def _with_roles(columns: list[SheetColumn], rows: tuple[SheetRow, ...]) -> tuple[SheetColumn, ...]:
    """Opening, changes and closing, where the last of the amounts is the sum of those before it in every row."""
    amounts = [each for each in columns if each.role == "amount"]
    items = [row.cells for row in rows if row.role == "item"]
    if len(amounts) < FEWEST_COLUMNS or not items or not all(_adds_up(amounts, cells) for cells in items):
        return tuple(columns)
    roles: dict[int, ColumnRole] = {each.column: "change" for each in amounts}
    roles |= {amounts[0].column: "opening", amounts[-1].column: "closing"}
    return tuple(replace(each, role=roles.get(each.column, each.role)) for each in columns)


def _adds_up(amounts: list[SheetColumn], cells: Mapping[int, SheetCell]) -> bool:
    figures = [(cells[each.column].number if each.column in cells else None) or Decimal(0) for each in amounts]
    return sum(figures[:-1]) == figures[-1]


def _above(sheet: Sheet, head: Head) -> tuple[str, str, list[Diagnostic]]:
    """Title and unit by the lines above the table and its headings; a line that is neither is told of."""
    units = {unit for unit in (head.unit, *(heading.unit for heading in head.headings.values())) if unit}
    title = ""
    found: list[Diagnostic] = []
    for cell in (each for each in head.above if not each.fault):
        text, unit = without_unit(cell.text)
        units |= {unit or unit_in(cell.text)} - {""}
        if not title and text != unit and not (unit and text == cell.text):
            title = text
        elif not unit:
            found.append(warning("import-line-left-out", sheet.place(cell), text=cell.text))
    if len(units) > 1:
        place = Location(f"{sheet.file} {sheet.name}".strip())
        found.append(error("import-units-differ", place, units=", ".join(sorted(units))))
    return title, units.pop() if len(units) == 1 else "", found
