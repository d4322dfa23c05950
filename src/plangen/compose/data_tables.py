"""A plan's data as tables, one a kind of thing, with headings and words in the plan's language: for spreadsheets.

They hold what the nested data holds, laid flat; a row of a table of figures is one figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast

from plangen.dataclass import dataclass
from plangen.document.data import KINDS, DataTable, Scalar, Values
from plangen.locale.catalogue import Catalogue
from plangen.locale.vocabulary import terms

TOGETHER = "; "
"""What stands between several things in one cell."""

Rows = Iterator[tuple[Scalar, ...]]


def data_tables(values: Values, words: Catalogue) -> tuple[DataTable, ...]:
    """The tables of a plan's data."""
    laid = _Flat(values, words)
    made: Mapping[str, Callable[[], tuple[tuple[str, ...], Rows]]] = {
        "goals": laid.goals,
        "indicators": laid.indicators,
        "activities": laid.activities,
        "governing-documents": laid.governing_documents,
        "budget": laid.budget,
        "figures": laid.figures,
    }
    tables = []
    for kind in KINDS:
        headings, rows = made[kind]()
        tables.append(DataTable(kind, headings, tuple(rows)))
    return tuple(tables)


@dataclass(frozen=True, slots=True)
class _Flat:
    """Lays one plan's values flat."""

    values: Values
    words: Catalogue

    def headings(self, *names: str) -> tuple[str, ...]:
        return tuple(self.words.labels[name] for name in names)

    def word(self, table: str, term: object) -> Scalar:
        """The word of the plan's language for one of the model's."""
        return terms(table, self.words.language)[str(term)] if term else None

    def goals(self) -> tuple[tuple[str, ...], Rows]:
        names = ("data-goal-id", "data-level", "data-parent", "data-goal", "description", "responsible")
        return self.headings(*names, "contributes-to", "data-agenda"), self._goals()

    def _goals(self) -> Rows:
        for goal in _all(self.values, "goals"):
            agenda = (each["target"] or each["goal"] for each in _all(goal, "agenda2030"))
            own = _texts(goal, "id", "level", "parent", "title", "text", "responsible")
            yield (*own, _joined(cast("list[object]", goal["contributes_to"])), _joined(agenda))

    def indicators(self) -> tuple[tuple[str, ...], Rows]:
        names = (
            *("data-goal-id", "data-goal", "data-indicator-id", "data-indicator", "indicator-group"),
            *("indicator-number", "unit", "target", "data-target-comparison", "data-target-number"),
            *("data-target-unit", "periodicity", "source", "responsible", "remark"),
        )
        columns = self._own_columns()
        return (*self.headings(*names), *columns.values()), self._indicators(tuple(columns))

    def _own_columns(self) -> dict[str, str]:
        """The columns that the plan itself names, by key, in their order."""
        found: dict[str, str] = {}
        for column in _all(self.values, "indicator_columns"):
            if column["field"] is None and column["role"] != "group":
                found[str(column["id"])] = str(column["heading"])
        return found

    def _indicators(self, columns: tuple[str, ...]) -> Rows:
        for goal in _all(self.values, "goals"):
            for indicator in _all(goal, "indicators"):
                yield self._indicator(goal, indicator, None, columns)
                for group in _all(indicator, "groups"):
                    yield self._indicator(goal, indicator, group, columns)

    def _indicator(
        self, goal: Values, indicator: Values, group: Values | None, columns: tuple[str, ...]
    ) -> tuple[Scalar, ...]:
        measured = group or indicator
        target = cast("Values | None", measured["target"]) or dict.fromkeys(("wording", "comparison", "number", "unit"))
        own = {str(each["column"]): each["number"] or each["wording"] for each in _all(measured, "values")}
        return (
            *_texts(goal, "id", "title"),
            *_texts(indicator, "id", "name"),
            _text(group["name"]) if group else None,
            *_texts(measured, "number", "unit"),
            *_texts(target, "wording", "comparison", "number", "unit"),
            *_texts(measured, "periodicity", "source", "responsible", "remark"),
            *(_text(own.get(column)) for column in columns),
        )

    def activities(self) -> tuple[tuple[str, ...], Rows]:
        names = ("data-goal-id", "data-goal", "data-activity-id", "activity", "responsible", "when", "status", "remark")
        return self.headings(*names), self._activities()

    def _activities(self) -> Rows:
        for goal in _all(self.values, "goals"):
            for each in _all(goal, "activities"):
                status = self.word("activity_status", each["status"])
                own = _texts(each, "id", "name", "responsible", "when")
                yield (*_texts(goal, "id", "title"), *own, status, _text(each["remark"]))

    def governing_documents(self) -> tuple[tuple[str, ...], Rows]:
        names = ("data-section", "data-name", "data-kind", "data-number", "data-date", "data-url", "remark")
        rows = (
            (_text(section["id"]), *_texts(each, "name", "kind", "number", "date", "url", "remark"))
            for section in _all(self.values, "sections")
            for each in _all(section, "governing_documents")
        )
        return self.headings(*names), rows

    def budget(self) -> tuple[tuple[str, ...], Rows]:
        names = (
            *("data-table-id", "table", "data-row-id", "data-row", "data-role", "data-column-id", "data-column"),
            *("data-year", "data-amount", "unit", "data-text", "data-computed", "data-terms"),
        )
        return self.headings(*names), self._budget()

    def _budget(self) -> Rows:
        for table in _all(self.values, "tables"):
            columns = {str(each["id"]): each for each in _all(table, "columns")}
            for row in _all(table, "rows"):
                for cell in _all(row, "cells"):
                    column = columns[str(cell["column"])]
                    if cell["value"] is None and cell["text"] is None:
                        continue
                    yield (
                        *_texts(table, "id", "title"),
                        *_texts(row, "id", "name"),
                        self.word("row_role", row["role"]),
                        *_texts(column, "id", "heading", "year"),
                        *_texts(cell, "value", "unit", "text"),
                        self._operation(cell),
                        _joined(_signed(each, f"{each['row']}.{each['column']}") for each in _all(cell, "terms")),
                    )

    def figures(self) -> tuple[tuple[str, ...], Rows]:
        names = ("data-expression", "data-printed", "data-amount", "unit", "data-file", "data-line", "data-terms")
        rows = (
            (
                *_texts(each, "expression", "text", "value", "unit", "file", "line"),
                _joined(_signed(term, term["name"] or term["text"]) for term in _all(each, "terms")),
            )
            for each in _all(self.values, "figures")
        )
        return self.headings(*names), rows

    def _operation(self, cell: Values) -> Scalar:
        return self.words.labels[f"data-operation-{cell['operation']}"] if cell["operation"] else None


def _all(values: Values, name: str) -> list[Values]:
    return cast("list[Values]", values[name])


def _texts(values: Values, *names: str) -> tuple[Scalar, ...]:
    return tuple(_text(values[name]) for name in names)


def _text(value: object) -> Scalar:
    return None if value is None else str(value)


def _joined(values: Iterable[object]) -> Scalar:
    return TOGETHER.join(map(str, values)) or None


def _signed(term: Values, name: object) -> str:
    return f"-{name}" if term["sign"] == -1 else str(name)
