"""A sheet's table brought into a file that a plan has: figures by row and column, all else as its author left it.

Rows are known by their id or name, columns by their heading or key. A row that the sheet no longer has stays, unless it
is asked that it go, and every change is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error
from plangen.importers.budget_new import SUMS, Names, cell_source, column_entry, column_keys, row_ids, row_lines
from plangen.importers.budget_sheet import BudgetSheet, SheetColumn
from plangen.importers.edits import Edits
from plangen.importers.table_head import without_unit
from plangen.importers.table_rows import SheetRow
from plangen.importers.yaml_text import markdown, scalar
from plangen.locale.numbers import parse_number
from plangen.locale.vocabulary import KEYS, terms, words
from plangen.model.identifiers import identifier
from plangen.readers.markdown import read_inline
from plangen.readers.place import Place
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Told = tuple[str, tuple[tuple[str, str], ...]]
"""A line of the report and what it speaks of."""


@dataclass(frozen=True, slots=True)
class Updated:
    """A file's new text, its names of the sheet's columns and rows, what changed, and faults."""

    text: str
    names: Names
    told: tuple[Told, ...]
    found: tuple[Diagnostic, ...]


def update_budget(text: str, value: PlacedMapping, budget: BudgetSheet, language: str, prune: bool = False) -> Updated:
    """A file, whose value is given as well, with a sheet's figures. `prune` removes rows that the sheet hasn't."""
    update = _Update(value, budget, language, prune, Edits(text))
    made, names = update.made()
    return Updated(made, names, tuple(update.told), tuple(update.found))


@dataclass(slots=True)
class _Update:
    """The file `value` as it was read, and what becomes of it. `found` gathers faults, `told` the changes."""

    value: PlacedMapping
    budget: BudgetSheet
    language: str
    prune: bool
    edits: Edits
    found: list[Diagnostic] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    def made(self) -> tuple[str, Names]:
        """The text, and the file's names of the sheet's columns and rows."""
        own = terms(KEYS, self.language)
        columns, rows = self.value.items.get(own["columns"]), self.value.items.get(own["rows"])
        if not isinstance(columns, PlacedMapping) or not isinstance(rows, PlacedList):
            self.found.append(error("import-file-without-rows", self.value.location))
            return self.edits.text, Names({}, ())
        listed = [row for row in rows.items if isinstance(row, PlacedMapping)]
        keys, roles = self.columns(columns)
        names = self.rows(rows, listed, keys, roles)
        return self.edits.made(), Names(keys, names)

    # Columns

    def columns(self, columns: PlacedMapping) -> tuple[dict[int, str], dict[int, str]]:
        """The key and the role of each of the sheet's columns; a new one is added to the file."""
        known = {key: self.headings(key, each) for key, each in columns.items.items()}
        keys = self.known_columns(columns, known)
        new = tuple(each for each in self.budget.columns if each.column not in keys)
        added = column_keys(new, tuple(known), self.language)
        if new and self.edits.in_braces(columns):
            self.found.append(error("import-file-in-braces", columns.location))
        elif new:
            indent = " " * (min(place.column for place in columns.keys.values()) - 1)
            end = self.edits.end(self.below(columns))
            for column in new:
                self.edits.insert(end, [indent + column_entry(column, added[column.column], self.language)])
                self.tell("import-column-new", column=column.heading, key=added[column.column])
        for key in known:
            if key not in keys.values() and self.read(columns.items[key], "role") != self.role_word("text"):
                self.tell("import-column-gone", column=key)
        roles = {column: self.role(columns.items[key]) for column, key in keys.items()}
        return keys | added, roles | {each.column: each.role for each in new}

    def known_columns(self, columns: PlacedMapping, known: Mapping[str, set[str]]) -> dict[int, str]:
        """The key of each column that the file has: by its heading, else by its lowest heading where no other has it.

        So "2027" over "Ändring" is the file's "Ändring", unless that says that it is of another year.
        """
        keys: dict[int, str] = {}
        for column in self.budget.columns:
            found = next((key for key, each in known.items() if _plain(column.heading) in each), None)
            if found is not None and found not in keys.values():
                keys[column.column] = found
        lowest = [_plain(each.lowest) for each in self.budget.columns]
        for column in self.budget.columns:
            own = _plain(column.lowest)
            if column.column in keys or lowest.count(own) > 1:
                continue
            for key, names in known.items():
                year = self.read(columns.items[key], "year")
                said = _YEAR.findall(column.heading)
                if own in names and key not in keys.values() and (not year or not said or year in said):
                    keys[column.column] = key
                    break
        return keys

    def headings(self, key: str, column: PlacedValue) -> set[str]:
        """All that a column may be called in a sheet."""
        kind, year = self.read(column, "kind"), self.read(column, "year")
        named = {key, self.read(column, "heading"), f"{kind} {year}" if kind and year else ""}
        return {_plain(_shown(each)) for each in named if each}

    def role(self, column: PlacedValue) -> str:
        return words("column_role", self.language).get(self.read(column, "role"), "amount")

    def role_word(self, role: str) -> str:
        return terms("column_role", self.language)[role]

    def read(self, value: PlacedValue, term: str) -> str:
        """A text under a key of a mapping, "" where there is none (or no such key yet)."""
        given = value.items.get(terms(KEYS, self.language).get(term, "")) if isinstance(value, PlacedMapping) else None
        return given.text.strip() if isinstance(given, PlacedText) else ""

    # Rows

    def rows(
        self, rows: PlacedList, listed: list[PlacedMapping], keys: Mapping[int, str], roles: Mapping[int, str]
    ) -> tuple[str, ...]:
        """The id of each of the sheet's rows; figures changed, new rows added, gone ones told of."""
        own = terms(KEYS, self.language)
        known = [self.read(row, "id") or identifier(_shown(self.read(row, "name"))) for row in listed]
        matched = self.matched(listed, known)
        ends = [self.edits.end(each.location.line - 1) for each in listed[1:]] + [self.edits.end(self.below(rows))]
        names: list[str] = []
        after = listed[0].location.line - 1 if listed else ends[-1]
        for row, place in zip(self.budget.rows, matched, strict=True):
            if place is None:
                (identity,) = row_ids((row,), (*known, *names))
                names.append(identity)
                self.tell("import-row-new", row=row.name, cell=row.cell.address)
                if self.edits.in_braces(rows):
                    self.found.append(error("import-file-in-braces", rows.location))
                    continue
                self.edits.insert(after, self.new_lines(row, identity, rows, keys, roles))
                continue
            names.append(known[place])
            self.cells(row, listed[place], ends[place], keys, roles)
            after = ends[place]
        for index, left in enumerate(listed):
            if index not in matched:
                self.gone(left, ends[index], self.read(left, "name") or own["name"])
        return tuple(names)

    def matched(self, listed: list[PlacedMapping], known: list[str]) -> list[int | None]:
        """The row of the file that each of the sheet's is: by id or name, with the group where a name stands twice."""
        called: list[set[str]] = []
        group = ""
        for row, identity in zip(listed, known, strict=True):
            shown = _shown(self.read(row, "name"))
            if words("row_role", self.language).get(self.read(row, "role")) == "group":
                group = shown
            called.append({identity, identifier(shown), identifier(f"{group} {shown}")})
        taken: set[int] = set()
        matched: list[int | None] = []
        for each in self.budget.rows:
            full, plain = identifier(f"{each.group} {each.name}"), identifier(each.name)
            free = [index for index in range(len(listed)) if index not in taken]
            found = next((at for name in (full, plain) for at in free if name in called[at]), None)
            if found is not None:
                taken.add(found)
            matched.append(found)
        return matched

    def new_lines(
        self, row: SheetRow, identity: str, rows: PlacedList, keys: Mapping[int, str], roles: Mapping[int, str]
    ) -> list[str]:
        columns = tuple(_as(column, roles[column.column]) for column in self.budget.columns)
        lines = list(row_lines(row, identity, columns, keys, self.language))
        indent = " " * (min((place.column for place in rows.places), default=5) - 3)
        return [indent + line.removeprefix("  ") for line in lines]

    def cells(
        self, row: SheetRow, place: PlacedMapping, end: int, keys: Mapping[int, str], roles: Mapping[int, str]
    ) -> None:
        """Changes the figures of a row. A computable one is changed only where its author wrote one."""
        summed = words("row_role", self.language).get(self.read(place, "role")) in SUMS
        for column in self.budget.columns:
            key, role = keys[column.column], roles[column.column]
            given = place.items.get(key)
            computable = role == "closing" or (summed and role != "text")
            if (computable and given is None) or (given is not None and not isinstance(given, PlacedText)):
                continue
            old, new = given.text.strip() if given else "", self.source(row, _as(column, role))
            if _same(old, new, role):
                continue
            self.tell(
                "import-cell",
                row=row.name,
                column=key,
                cell=self.address(row, column),
                old=old or "–",
                new=new[0] or "–",
            )
            source = new[1]
            if self.edits.in_braces(place) and "," in source and source[:1] not in "\"'":
                source = f'"{source}"'
            if given is not None:
                self.edits.replace(place.places[key], source)
            elif key in place.keys:
                self.edits.fill(place.keys[key], source)
            else:
                self.edits.add_to_row(place, end, f"{key}: {source}")

    def source(self, row: SheetRow, column: SheetColumn) -> tuple[str, str]:
        """What a cell says, and its source in the file."""
        cell = row.cells.get(column.column)
        if cell is None:
            return "", ""
        if column.role != "text" and cell.number is None:
            place = self.budget.sheet.place(cell)
            self.found.append(error("import-number-unreadable", place, text=cell.text))
            return "", ""
        source = cell_source(row, column, self.language)
        return source.strip("\"'"), source

    def address(self, row: SheetRow, column: SheetColumn) -> str:
        cell = row.cells.get(column.column)
        return cell.address if cell else row.cell.address

    def gone(self, row: PlacedMapping, end: int, name: str) -> None:
        if self.prune and not self.edits.in_braces(row):
            self.edits.remove(row.location.line - 1, end)
            self.tell("import-row-removed", row=name)
        else:
            self.tell("import-row-gone", row=name, line=str(row.location.line))

    def below(self, part: PlacedMapping | PlacedList) -> int:
        """The line, from 0, of the next key of the file after one of its parts."""
        after = [place.line - 1 for place in self.value.keys.values() if place.line > part.location.line]
        return min(after, default=len(self.edits.lines))

    def tell(self, what: str, **parameters: str) -> None:
        self.told.append((what, tuple(sorted(parameters.items()))))


def _as(column: SheetColumn, role: str) -> SheetColumn:
    """A column with the role that the file gives it."""
    return SheetColumn(
        column.column, column.heading, "text" if role == "text" else "closing" if role == "closing" else "amount"
    )


def _same(old: str, new: tuple[str, str], role: str) -> bool:
    if role == "text":
        return old == new[0] or scalar(markdown(_shown(old))) == new[1]
    return old == new[0] or (bool(old) and parse_number(old) is not None and parse_number(old) == parse_number(new[0]))


def _shown(text: str) -> str:
    """What a text of Markdown shows."""
    return str(read_inline(text, Place.of_text(text, Location("")))[0])


def _plain(text: str) -> str:
    return identifier(without_unit(text)[0])
