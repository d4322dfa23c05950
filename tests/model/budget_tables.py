"""Budget tables, made without reading; and the small plan with another budget table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from plangen.document.inlines import NOWHERE, Text
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.budget_roles import ColumnRole, RowRole
from plangen.model.budget_terms import Term
from plangen.model.record import GivenCell
from plangen.model.text import RichText

TABLE = "budget/fordelning.yaml"
AMOUNT = "  kr: {rubrik: Belopp}\n"
CHAIN = "  in: {rubrik: In, roll: ingående}\n  a: {rubrik: A, roll: förändring}\n  ut: {rubrik: Ut, roll: utgående}\n"


def table(small: Any, columns: str, rows: str, first: str = "") -> Any:
    """The plan without a frame and with a table; `first` stands on the line before its columns, which start on line 4.

    The first column is on line 4, the first row on the line after that of `rader:`.
    """
    plan = small.files["plan.yaml"]
    bare = small.having("plan.yaml", plan[: plan.index("ram:")] + plan[plan.index("disposition") :])
    bare = bare.edited("sections/inledning.md", " inom {{ budget.fordelning.summa.ram | tkr }}", "")
    return bare.having(TABLE, f"titel: T\nenhet: tkr\n{first}kolumner:\n{columns}rader:\n{rows}")


def framed(small: Any, **changes: str) -> Any:
    """The plan with another frame: its keys, and "" for none."""
    lines = {"titel": "Ram", "belopp": "1 300", "enhet": "tkr", "tabell": "fordelning", "kolumn": "ram", **changes}
    text = "".join(f"  {key}: {value}\n" for key, value in lines.items() if value)
    plan = small.files["plan.yaml"]
    return small.having("plan.yaml", plan[: plan.index("ram:")] + "ram:\n" + text + plan[plan.index("disposition") :])


def rich(text: str) -> RichText:
    return RichText((Text(text),), text)


def row(name: str, role: RowRole = "item", /, sums: Any = None, **figures: str) -> BudgetRow:
    """A row with its figures by column; `sums` is "below", or names with or without a minus."""
    cells = tuple(GivenCell(key, rich(text), NOWHERE, NOWHERE) for key, text in figures.items())
    return BudgetRow(id=name, name=rich(name), role=role, sums=_terms(sums), cells=cells)


def subtracted(of: BudgetRow) -> BudgetRow:
    """The row with a minus."""
    return replace(of, sign="minus")


def column(name: str, role: ColumnRole = "amount", **more: Any) -> BudgetColumn:
    """A column; names in `sums`, `between` and `of` as in `row`."""
    named = {key: _terms(value) for key, value in more.items() if key in ("sums", "between")}
    of = {"of": Term(more["of"])} if "of" in more else {}
    return BudgetColumn(id=name, role=role, **{**more, **named, **of})


def _terms(names: Any) -> Any:
    if not isinstance(names, list):
        return names
    return tuple(Term(name.lstrip("-"), -1 if name.startswith("-") else 1) for name in names)


def made(columns: Mapping[str, ColumnRole] | list[BudgetColumn], *rows: BudgetRow, **more: Any) -> BudgetTable:
    """A table."""
    given = columns if isinstance(columns, list) else [column(name, role) for name, role in columns.items()]
    return BudgetTable(id="t", columns=tuple(given), rows=rows, **more)


def figures(of: BudgetTable, column: str) -> list[str]:
    """The figures of a column from the top, "" for none."""
    found = (of.figures[each.id, column] for each in of.rows)
    return ["" if value is None else str(value) for value in found]
