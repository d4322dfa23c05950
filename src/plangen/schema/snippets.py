"""Whole records that an editor can put in at once, with places to fill in.

Editors' YAML servers know them as `defaultSnippets`, besides JSON Schema. What stands in a place is the record's own
example, else the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import get_args

from plangen.locale.descriptions import examples, snippets
from plangen.locale.units import money_units
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.activity import Activity
from plangen.model.adjustment import Adjustment
from plangen.model.budget import BudgetColumn, BudgetRow
from plangen.model.goal import Goal, GoalLevel
from plangen.model.indicator import Indicator, IndicatorColumn, IndicatorGroup
from plangen.model.plan import Decision, Frame, GoverningDocument, Section
from plangen.model.record import Choice, Record, hints_of
from plangen.model.written import Written
from plangen.readers.brand import LogoPart
from plangen.schema.names import name_of, names_of
from plangen.schema.values import Json, Schema

_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Adjustment: ("code", "level", "reason", "file"),
    Activity: ("name", "responsible", "when", "status"),
    BudgetColumn: ("kind", "year"),
    BudgetRow: ("name", "role"),
    Decision: ("decided_by", "date", "paragraph", "case_number"),
    Frame: ("title", "amount", "unit", "decided_by", "date", "table", "column"),
    Goal: ("title", "text", "indicators"),
    GoalLevel: ("name",),
    GoverningDocument: ("name", "kind", "number", "date"),
    Indicator: ("name", "target", "periodicity", "source"),
    IndicatorColumn: ("heading",),
    IndicatorGroup: ("name", "target"),
    LogoPart: ("file", "alt"),
}
"""The fields that a whole record is put in with."""

_OF_FILES: dict[type[Record], tuple[str, ...]] = {Goal: ("title", "indicators"), Section: ("title",)}
"""The same for a file of its own, whose text stands below."""

_WITHIN: dict[tuple[type[Record], str], type[Record]] = {(Goal, "indicators"): Indicator}
"""Lists that are put in with one record."""


def snippet_of(record: type[Record], language: str, *, named: bool = False, of_file: bool = False) -> Schema:
    """The snippet of a record, if it has one.

    Under a name of its own where records are `named`; with `of_file` for the front matter of a file.
    """
    fields = {**_FIELDS, **(_OF_FILES if of_file else {})}.get(record)
    if fields is None:
        return {}
    places = count(1)
    name = f"${{{next(places)}:{terms(KEYS, language)['column']}}}" if named else ""
    body = _body(record, fields, language, places)
    label = snippets(language)[name_of(record)]
    return {"defaultSnippets": [{"label": label, "body": {name: body} if named else body}]}


def _body(record: type[Record], fields: tuple[str, ...], language: str, places: Iterator[int]) -> dict[str, Json]:
    keys = terms(KEYS, language)
    return {keys[field]: _value(record, field, language, places) for field in fields}


def _value(record: type[Record], field: str, language: str, places: Iterator[int]) -> Json:
    within = _WITHIN.get((record, field))
    if within:
        return [_body(within, _FIELDS[within], language, places)]
    for each in get_args(hints_of(record)[field])[1:]:
        if isinstance(each, Choice):
            return _one_of(terms(each.table, language).values(), places)
        if each == Written("money"):
            return _one_of(money_units(), places)
    given = (examples(name, language).get(field) for name in names_of(record))
    shown = next((each[0] for each in given if each), terms(KEYS, language)[field])
    return f"${{{next(places)}:{shown}}}"


def _one_of(words: Iterable[str], places: Iterator[int]) -> str:
    return f"${{{next(places)}|{','.join(words)}|}}"
