"""What one key of a record asks of the others: the model's own rules, as far as one file shows if they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from plangen.locale.vocabulary import KEYS, terms
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.budget_role_checks import COLUMN_KEYS, NEEDED, ROW_KEYS
from plangen.model.budget_roles import ColumnRole, RowRole
from plangen.model.goal import Goal
from plangen.model.goal_checks import UNHEADED
from plangen.model.indicator import IndicatorColumn
from plangen.model.record import Record, fields_of, keys_of
from plangen.readers.goals import GoalsFile
from plangen.schema.values import Json, Schema


def rules_of(record: type[Record], language: str) -> list[Json]:
    """The conditions of a record, each a schema that it must meet besides its fields."""
    keys = terms(KEYS, language)
    found: list[Json] = []
    for name, field in fields_of(record).items():
        unless = field.metadata.get("unless", ())
        if unless:
            found.append({"anyOf": [{"required": [keys[each]]} for each in (name, *unless)]})
    if record is BudgetColumn:
        found += _of_roles(COLUMN_KEYS, "column_role", get_args(ColumnRole), "amount", language)
        roles = terms("column_role", language)
        found += [_if_role(keys["role"], [roles[role]], {"required": [keys[key]]}) for role, key in NEEDED.items()]
    if record is BudgetRow:
        found += _of_roles(ROW_KEYS, "row_role", get_args(RowRole), "item", language)
    if record is IndicatorColumn:
        roles = terms("indicator_role", language)
        unheaded = [roles[role] for role in roles if role in UNHEADED]
        found.append(_if_role(keys["role"], unheaded, {"required": [keys["heading"]]}))
    return found


def required_unless(record: type[Record], language: str) -> Schema:
    """What a record within another file must have: a goal that has an id may have its title in a file of its own."""
    keys = terms(KEYS, language)
    if record is Goal:
        return {"anyOf": [{"required": [keys["title"]]}, {"required": [keys["id"]]}]}
    required = [keys[name] for name in required_fields(record)]
    return {"required": required} if required else {}


def required_fields(record: type[Record]) -> tuple[str, ...]:
    """The fields that an author must give, whatever else is given."""
    told = ((name, field.metadata) for name, field in fields_of(record).items() if name not in record.elsewhere)
    return tuple(name for name, each in told if each.get("required") and not each["unless"])


def taken_names(record: type[Record], field: str, language: str) -> tuple[str, ...]:
    """Names that the columns under a field may not have, since the rows have them for something else."""
    if (record, field) == (BudgetTable, "columns"):
        return keys_of(BudgetRow, language)
    if (record, field) == (GoalsFile, "indicator_columns"):
        own = terms(KEYS, language)
        return own["id"], own["groups"]
    return ()


def _of_roles(
    allowed: Mapping[str, frozenset[str]], table: str, roles: tuple[str, ...], default: str, language: str
) -> list[Json]:
    """Keys that only some roles may have: the roles that may not, forbid them. What is no role forbids none."""
    keys, words = terms(KEYS, language), terms(table, language)
    found: list[Json] = []
    for field, fitting in allowed.items():
        unfit: Schema = {"properties": {keys["role"]: {"enum": [words[each] for each in roles if each not in fitting]}}}
        given: Schema = {"required": [keys["role"]]} if default in fitting else {}
        found.append({"if": {**unfit, **given}, "then": {"properties": {keys[field]: False}}})
    return found


def _if_role(key: str, roles: list[str], then: Schema) -> Schema:
    return {"if": {"properties": {key: {"enum": roles}}, "required": [key]}, "then": then}
