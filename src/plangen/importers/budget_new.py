"""A sheet's table to a new file of a plan: roles as they were found, keys of the headings, sums left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plangen.dataclass import dataclass
from plangen.formatting.yaml import canonical_yaml
from plangen.importers.budget_sheet import BudgetSheet, SheetColumn
from plangen.importers.table_rows import SheetRow
from plangen.importers.yaml_text import figure, markdown, scalar
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.budget import BudgetRow
from plangen.model.identifiers import identifier
from plangen.model.record import keys_of

LONGEST_KEY = 32
"""Characters of a key made of a heading."""

SUMS = ("total", "subtotal")


@dataclass(frozen=True, slots=True)
class Names:
    """The key of each column and the id of each row: `columns` by the sheet's column, `rows` in order."""

    columns: Mapping[int, str]
    rows: tuple[str, ...]


def new_budget(budget: BudgetSheet, title: str, language: str) -> tuple[str, Names]:
    """The text of the file, and the names given in it."""
    names = Names(column_keys(budget.columns, (), language), row_ids(budget.rows, ()))
    own = terms(KEYS, language)
    lines = [f"{own['title']}: {scalar(markdown(title))}"]
    if budget.unit:
        lines.append(f"{own['unit']}: {scalar(budget.unit)}")
    if budget.stub:
        lines.append(f"{own['stub_heading']}: {scalar(markdown(budget.stub))}")
    lines.append(f"{own['columns']}:")
    lines += [f"  {column_entry(each, names.columns[each.column], language)}" for each in budget.columns]
    lines.append(f"{own['rows']}:")
    for row, identity in zip(budget.rows, names.rows, strict=True):
        lines += row_lines(row, identity, budget.columns, names.columns, language)
    return canonical_yaml("\n".join(lines) + "\n"), names


def column_entry(column: SheetColumn, key: str, language: str) -> str:
    """A column's line."""
    own = terms(KEYS, language)
    parts = [f"{own['heading']}: {scalar(markdown(column.heading), flow=True)}"]
    if column.role != "amount":
        parts.append(f"{own['role']}: {terms('column_role', language)[column.role]}")
    return f"{key}: {{{', '.join(parts)}}}"


def row_lines(
    row: SheetRow, identity: str, columns: tuple[SheetColumn, ...], keys: Mapping[int, str], language: str
) -> Iterator[str]:
    """A row's lines, moved in as an item of the list of rows. What its role or a column's gives is left out."""
    own = terms(KEYS, language)
    yield f"  - {own['name']}: {scalar(markdown(row.name))}"
    if identity != identifier(row.name):
        yield f"    {own['id']}: {identity}"
    if row.role != "item":
        yield f"    {own['role']}: {terms('row_role', language)[row.role]}"
    for column in columns:
        cell = row.cells.get(column.column)
        computed = column.role == "closing" or (row.role in SUMS and column.role != "text")
        if cell is not None and not computed:
            yield f"    {keys[column.column]}: {cell_source(row, column, language)}"


def cell_source(row: SheetRow, column: SheetColumn, language: str) -> str:
    """The source of the value of a filled cell."""
    cell = row.cells[column.column]
    if column.role == "text":
        if cell.number is not None and (cell.percent or not cell.text.isdigit()):
            return scalar(figure(cell.number, language) + (" %" if cell.percent else ""))
        return scalar(markdown(cell.text))
    assert cell.number is not None
    return scalar(figure(cell.number, language))


def column_keys(columns: tuple[SheetColumn, ...], taken: tuple[str, ...], language: str) -> dict[int, str]:
    """A key for each column, of its heading's words, unlike all that are taken or are a row's own keys."""
    used = {*taken, *keys_of(BudgetRow, language)}
    keys: dict[int, str] = {}
    for column in columns:
        words = identifier(column.heading).split("-")
        if words[0].isdigit():
            words = [identifier(terms(KEYS, language)["year" if len(words) == 1 else "column"]), *words]
        while len("_".join(words)) > LONGEST_KEY and len(words) > 1:
            words.pop()
        keys[column.column] = unlike(used, "_".join(words), "_")
        used.add(keys[column.column])
    return keys


def row_ids(rows: tuple[SheetRow, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    """An id for each row: of its name, and of its group's where the name stands twice."""
    used = set(taken)
    ids: list[str] = []
    for row in rows:
        plain = identifier(row.name)
        if plain in used and row.group:
            plain = identifier(f"{row.group} {row.name}")
        ids.append(unlike(used, plain, "-"))
        used.add(ids[-1])
    return tuple(ids)


def unlike(used: set[str], name: str, joint: str) -> str:
    """The name, with a number where it is taken."""
    number, found = 1, name
    while found in used:
        number += 1
        found = f"{name}{joint}{number}"
    return found
