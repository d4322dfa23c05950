"""Indicators: what a goal is measured by, and the columns in which a plan shows them.

A plan names its columns itself. A column's role says what its values are: wording, figures of a year, a status. What
is given once for an indicator and what is given for each of its groups (total, women, men) never stand in one column.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, get_args

from plangen.locale.vocabulary import KEYS, words
from plangen.model.dates import Year
from plangen.model.record import (
    AS_NAMED_RECORDS,
    AS_RECORDS,
    GivenCell,
    Identity,
    PlainText,
    Record,
    Rich,
    choice,
    required,
)
from plangen.model.target import Target, read_target
from plangen.model.text import RichText

IndicatorRole = Literal[
    "name",
    "target",
    "periodicity",
    "source",
    "text",
    "number",
    "baseline",
    "outcome",
    "comparison",
    "unit",
    "group",
    "status",
    "trend",
    "responsible",
    "indicator_number",
    "remark",
]

FIGURES: frozenset[str] = frozenset({"baseline", "outcome", "target", "comparison"})
"""Roles of columns that hold figures, each of some year."""

NOTHING = frozenset({"", "-", "–", "—", "..", "…"})
"""How a value that there is none of is written among figures."""

WORDED: dict[str, str] = {"status": "indicator_status", "trend": "trend"}
"""Roles of columns in which only some words may stand, and the vocabulary's table of them."""

_BY_KEY: dict[str, IndicatorRole] = {
    "name": "name",
    "target": "target",
    "periodicity": "periodicity",
    "source": "source",
    "unit": "unit",
    "number": "indicator_number",
    "responsible": "responsible",
    "remark": "remark",
}
"""The fields of an indicator that are values of columns, and the role that each has."""

VALUES = tuple(_BY_KEY)

_ROLES: dict[str, IndicatorRole] = {role: role for role in get_args(IndicatorRole)}


class IndicatorColumn(Record):
    """A column of the indicator tables. `id` is the key under which each indicator gives its value.

    `role` says what the values are; without one it follows from the key ("målvärde", "trend"), and else is text. A
    column without a heading has that of its role, with the year.
    """

    elsewhere: ClassVar[frozenset[str]] = frozenset({"id"})

    id: str = ""
    heading: Rich = RichText(())
    role: Annotated[IndicatorRole | Literal[""], choice("indicator_role")] = ""
    year: Year = 0

    def meaning(self, language: str) -> IndicatorRole:
        """The role, given or by the key."""
        if self.role:
            return self.role
        given = words(KEYS, language).get(self.id, "")
        return _BY_KEY.get(given) or _ROLES.get(words("indicator_role", language).get(self.id, ""), "text")


class Measured(Record):
    """What has values in columns: an indicator, or a group of one. `cells` are those that the plan itself names."""

    open_cells: ClassVar[bool] = True

    id: Identity = ""
    name: Rich = required(RichText(()))
    target: Rich = RichText(())
    periodicity: Rich = RichText(())
    source: Rich = RichText(())
    unit: Rich = RichText(())
    number: Rich = RichText(())
    responsible: Rich = RichText(())
    remark: Rich = RichText(())
    cells: tuple[GivenCell, ...] = ()

    def value(self, column: IndicatorColumn, language: str) -> RichText:
        """What the author wrote under a column's key."""
        given = next((cell.text for cell in self.cells if cell.key == column.id), None)
        if given is not None:
            return given
        match words(KEYS, language).get(column.id, column.id):
            case "name":
                return self.name
            case "target":
                return self.target
            case "periodicity":
                return self.periodicity
            case "source":
                return self.source
            case "unit":
                return self.unit
            case "number":
                return self.number
            case "responsible":
                return self.responsible
            case "remark":
                return self.remark
            case _:
                return RichText(())

    def values(self) -> Iterator[RichText]:
        """Everything that the author wrote for columns."""
        yield from (self.name, self.target, self.periodicity, self.source)
        yield from (self.unit, self.number, self.responsible, self.remark)
        yield from (cell.text for cell in self.cells)


class IndicatorGroup(Measured):
    """A group that an indicator is measured for ("Kvinnor"), with its own values. Its name is none of them."""

    id: PlainText = ""

    def value(self, column: IndicatorColumn, language: str) -> RichText:
        """What the author wrote under a column's key."""
        text = Measured.value(self, column, language)
        return RichText(()) if text is self.name else text


class Indicator(Measured):
    """A measure of a goal. With `groups` it has a row for each, and what it gives itself stands once for them all."""

    groups: Annotated[tuple[IndicatorGroup, ...], AS_RECORDS] = ()

    def values(self) -> Iterator[RichText]:
        """Everything that the author wrote for columns, for the groups as well."""
        yield from Measured.values(self)
        for group in self.groups:
            yield from group.values()

    def typed_target(self, language: str) -> Target:
        """What the target's wording means; a number has the indicator's unit where it names none."""
        return read_target(self.target, language, str(self.unit))


IndicatorColumns = Annotated[tuple[IndicatorColumn, ...], AS_NAMED_RECORDS]
