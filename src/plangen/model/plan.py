"""What an annual plan and budget is.

The model knows nothing of formats, files or layout. Words that differ between plans (names of levels, columns, units)
are data. Amounts are Decimals in the unit that stands beside them; dates are ISO 8601.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from plangen.locale.catalogue import DEFAULT_LANGUAGE
from plangen.model.abbreviation import Abbreviations
from plangen.model.adjustment import Adjustments
from plangen.model.amount import MoneyKey, Number
from plangen.model.budget import BudgetTable
from plangen.model.dates import Day, Year
from plangen.model.edit_address import EditPattern
from plangen.model.goal import Goal, GoalLevel, Levels, Shown, every_goal
from plangen.model.indicator import IndicatorColumn, IndicatorColumns
from plangen.model.record import (
    AS_RECORD,
    AS_RECORDS,
    Identity,
    PlainText,
    Record,
    Rich,
    WebAddress,
    Words,
    choice,
    required,
)
from plangen.model.text import Body, RichText
from plangen.model.written import Written

DEFAULT_OUTLINE = "arsplan"
"""The outline of a plan that names none."""

Status = Literal["draft", "proposal", "decided", "revised", "example"]
CalculationsShown = Literal["never", "appendix"]
"""Where it stands how the figures of the text were made."""

__all__ = [
    "CalculationsShown",
    "Decision",
    "Frame",
    "Goal",
    "GoalLevel",
    "GoverningDocument",
    "IndicatorColumn",
    "Plan",
    "Section",
    "Status",
    "every_goal",
    "every_section",
]


class Decision(Record):
    """Who decided the plan, when and where it is recorded. What isn't known is left out."""

    decided_by: Rich = RichText(())
    date: Day = None
    paragraph: PlainText = ""
    case_number: PlainText = ""


class Frame(Record):
    """The decided frame: an amount with the body that decided it and the date, and the figure that must meet it.

    `row` is a total of the table, without one the last; `column` without one the closing one.
    """

    title: Rich = required(RichText(()))
    amount: Number = required(Decimal(0))
    unit: MoneyKey = required("tkr")
    decided_by: Rich = RichText(())
    date: Day = None
    table: PlainText = ""
    row: PlainText = ""
    column: PlainText = ""


class GoverningDocument(Record):
    """A document that governs the body's work. `kind` ("policy") and `remark` are printed in parentheses."""

    name: Rich = required(RichText(()))
    kind: Rich = RichText(())
    remark: Rich = RichText(())
    number: PlainText = ""
    date: Day = None
    url: WebAddress = ""


class Section(Record):
    """A chapter: title and text, and what of the plan stands in it after the text."""

    elsewhere: ClassVar[frozenset[str]] = frozenset({"text"})

    id: Identity = ""
    title: Rich = required(RichText(()))
    text: Body = Body()
    governing_documents: Annotated[tuple[GoverningDocument, ...], AS_RECORDS] = ()
    goals: Annotated[Literal["", "all"], choice("goals_choice")] = ""
    tables: Words = ()


class Plan(Record):
    """An annual plan and budget of one body for one year.

    `valid_from` and `valid_to` are the first and the last day that it holds, `replaces` what it comes in the place of.
    The foreword and the appendices are sections like the others that stand elsewhere. `checks` is what the plan says of
    findings in it, `calculations_shown` where it stands how figures were made.
    """

    elsewhere: ClassVar[frozenset[str]] = frozenset(
        {"id", "levels", "indicator_columns", "indicators_shown", "goals", "tables"}
    )

    id: str = ""
    language: Annotated[str, Written("language")] = DEFAULT_LANGUAGE
    title: Rich = required(RichText(()))
    organisation: Rich = required(RichText(()))
    body: Rich = RichText(())
    year: Year = required(0)
    status: Annotated[Status, choice("status")] = required("draft")
    version: PlainText = ""
    remark: Rich = RichText(())
    decision: Annotated[Decision | None, AS_RECORD] = None
    frame: Annotated[Frame | None, AS_RECORD] = None
    valid_from: Day = None
    valid_to: Day = None
    replaces: Rich = RichText(())
    abbreviations: Abbreviations = ()
    calculations_shown: Annotated[CalculationsShown, choice("calculations_shown")] = "never"
    checks: Adjustments = ()
    outline: PlainText = DEFAULT_OUTLINE
    foreword: Annotated[Section | None, Written("file")] = None
    edited_at: EditPattern = ""
    edit_links: Annotated[Literal["", "shown"], choice("edit_links")] = ""
    word_template: PlainText = ""
    sections: Annotated[tuple[Section, ...], Written("files")] = required(())
    appendices: Annotated[tuple[Section, ...], Written("files")] = ()
    levels: Levels = ()
    indicator_columns: IndicatorColumns = ()
    indicators_shown: Shown = "with_goal"
    goals: tuple[Goal, ...] = ()
    tables: tuple[BudgetTable, ...] = ()

    def table(self, name: str) -> BudgetTable | None:
        """A budget table by id."""
        return next((table for table in self.tables if table.id == name), None)


def every_section(plan: Plan) -> Iterator[Section]:
    """The foreword, the sections and the appendices, in that order."""
    if plan.foreword:
        yield plan.foreword
    yield from (*plan.sections, *plan.appendices)
