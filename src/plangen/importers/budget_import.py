"""A sheet's table into a plan: the file's new text, what changes, and every fault. Nothing is written here.

The new text is read back as part of its plan, and each figure of the sheet must be the table's own: given ones as they
are, computed ones as they come out. A table that doesn't hold isn't taken over.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, PlangenError, Severity, error, in_order, warning
from plangen.formatting.files import Overlay
from plangen.importers.budget_new import Names, new_budget
from plangen.importers.budget_sheet import BudgetSheet
from plangen.importers.budget_update import Told, update_budget
from plangen.importers.yaml_text import figure
from plangen.model.budget import BudgetTable
from plangen.model.checks import check
from plangen.readers.plan import read_plan
from plangen.readers.text_file import read_text
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedMapping
from plangen.source.source import Source


@dataclass(frozen=True, slots=True)
class Target:
    """Where a table goes: a file of a plan in a folder, below the folder itself (`budget/x.yaml`)."""

    source: Source
    folder: str
    file: str

    @property
    def path(self) -> str:
        """The file's path from the source's root."""
        return f"{self.folder}/{self.file}"


@dataclass(frozen=True, slots=True)
class Imported:
    """The file's text after and before (None for a new one), the lines that tell of it, and what was found."""

    text: str
    before: str | None
    told: tuple[Told, ...]
    found: tuple[Diagnostic, ...]

    @property
    def sound(self) -> bool:
        """Whether the text may be written."""
        return all(each.severity < Severity.ERROR for each in self.found)


def import_budget(budget: BudgetSheet, target: Target, title: str = "", prune: bool = False) -> Imported:
    """The table brought into a plan. Raises PlangenError where there is no plan to bring it into."""
    plan, faults = read_plan(target.source, target.folder)
    if plan is None:
        raise PlangenError("import-no-plan", path=target.path)
    before, unreadable = read_text(target.source, target.path)
    found: list[Diagnostic] = list(unreadable)
    if unreadable:
        return Imported("", before, (), tuple(found))
    if before is None:
        named = title or budget.title or PurePosixPath(target.file).stem
        text, names = new_budget(budget, named, plan.language)
        told: tuple[Told, ...] = (*_new(budget, names), *_guessed(named, title or budget.title))
        if not budget.unit:
            found.append(warning("import-unit-missing", Location(target.path)))
    else:
        value, broken = read_yaml(before, target.path)
        if broken or not isinstance(value, PlacedMapping):
            place = broken[0].location if broken else Location(target.path, 1)
            return Imported("", before, (), (error("import-file-broken", place),))
        updated = update_budget(before, value, budget, plan.language, prune)
        text, names, told = updated.text, updated.names, updated.told
        found += updated.found
    if not found or all(each.severity < Severity.ERROR for each in found):
        found += _checked(budget, names, target, text, (*faults, *check(plan)))
    return Imported(text, before, told, in_order(found))


def _new(budget: BudgetSheet, names: Names) -> Iterator[Told]:
    for column in budget.columns:
        role = (("heading", column.heading), ("key", names.columns[column.column]), ("role", column.role))
        yield "import-column", role


def _guessed(title: str, given: str) -> Iterator[Told]:
    if not given:
        yield "import-title", (("title", title),)


def _checked(
    budget: BudgetSheet, names: Names, target: Target, text: str, known: tuple[Diagnostic, ...]
) -> Iterator[Diagnostic]:
    """What is wrong with the text as a file of its plan, and figures that come out otherwise than in the sheet."""
    plan, faults = read_plan(Overlay(target.source, {target.path: text}), target.folder)
    assert plan is not None
    before = {(each.code, each.parameters) for each in known}
    for each in (*faults, *check(plan)):
        of_form = each.severity == Severity.ERROR and each.location.file == target.path
        if of_form and (each.code, each.parameters) not in before:
            yield each
    table = next((each for each in plan.tables if each.location.file == target.path), None)
    if table is not None:
        yield from _figures(budget, names, table)


def _figures(budget: BudgetSheet, names: Names, table: BudgetTable) -> Iterator[Diagnostic]:
    roles = {column.id: column.role for column in table.columns}
    for row, identity in zip(budget.rows, names.rows, strict=True):
        for column in budget.columns:
            cell, key = row.cells.get(column.column), names.columns[column.column]
            if cell is None or cell.number is None or roles.get(key) in (None, "text"):
                continue
            computed = table.figures.get((identity, key))
            if computed != cell.number and (computed is not None or cell.number):
                yield error(
                    "import-sum-differs",
                    budget.sheet.place(cell),
                    row=row.name,
                    given=figure(cell.number, ""),
                    computed="–" if computed is None else figure(computed, ""),
                    difference=figure(cell.number - (computed or 0), ""),
                )
