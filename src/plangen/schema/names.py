"""The names by which `descriptions.toml` knows the records of the model."""

from __future__ import annotations

import re

from plangen.model.record import Record

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def name_of(record: type[Record]) -> str:
    """The name of a record: `BudgetRow` is "budget_row"."""
    return _HUMP.sub("_", record.__name__).lower()


def names_of(record: type[Record]) -> tuple[str, ...]:
    """The name of a record, and of those whose fields it has too, the nearest first."""
    return tuple(name_of(each) for each in record.__mro__ if issubclass(each, Record) and each is not Record)
