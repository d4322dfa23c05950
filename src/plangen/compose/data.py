"""A plan and its resolved document -> data for other systems.

What the model holds typed is given typed, and beside it what is printed. Texts are plain, words of the model are its
own terms, in English, and decimal numbers are texts with the digits that they have.
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.budget_table import column_heading
from plangen.compose.data_tables import data_tables
from plangen.compose.expressions import Evaluator
from plangen.compose.figures import printed_amount
from plangen.compose.indicator_table import indicator_heading
from plangen.compose.plain import PlainTexts, day, plain_texts
from plangen.dataclass import dataclass
from plangen.document.data import PlanData, Values
from plangen.document.document import Document
from plangen.document.inlines import FootnoteReference, Text
from plangen.document.plain import exact, figure_values
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import parse_number
from plangen.locale.vocabulary import KEYS
from plangen.locale.vocabulary import words as vocabulary
from plangen.model.activity import Activity
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable
from plangen.model.budget_derivation import derivation
from plangen.model.goal import Goal
from plangen.model.indicator import VALUES, WORDED, Indicator, IndicatorColumn, Measured
from plangen.model.plan import Frame, GoverningDocument, Plan, Section
from plangen.model.target import read_target
from plangen.model.text import RichText

FORMAT = "plangen-plan"
VERSION = 1
"""Raised when a reader would have to be changed; what is added leaves it as it is."""


def plan_data(plan: Plan, document: Document, words: Catalogue) -> PlanData:
    """The data of a plan without faults."""
    teller = _Teller(plan, words, plain_texts(document, Evaluator(plan, words)))
    values: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "plan": teller.plan_values(),
        "sections": list(teller.sections()),
        "levels": [{"name": teller.of.line(each.name), "numbering": each.numbering or None} for each in plan.levels],
        "indicator_columns": [teller.indicator_column(each) for each in plan.indicator_columns],
        "goals": [each for goal in plan.goals for each in teller.goal_and_below(goal, None)],
        "tables": [teller.table(each) for each in plan.tables],
        "figures": [figure_values(each) for each in document.figures],
    }
    return PlanData(values, data_tables(values, words))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Makes values of one plan's parts."""

    plan: Plan
    words: Catalogue
    of: PlainTexts

    def plan_values(self) -> Values:
        plan, decision, line = self.plan, self.plan.decision, self.of.line
        return {
            "id": plan.id,
            "language": plan.language,
            "title": line(plan.title),
            "organisation": line(plan.organisation),
            "body": line(plan.body),
            "year": plan.year,
            "status": plan.status,
            "version": plan.version or None,
            "remark": line(plan.remark),
            "valid_from": day(plan.valid_from),
            "valid_to": day(plan.valid_to),
            "replaces": line(plan.replaces),
            "decision": {
                "decided_by": line(decision.decided_by),
                "date": day(decision.date),
                "paragraph": decision.paragraph or None,
                "case_number": decision.case_number or None,
            }
            if decision
            else None,
            "frame": self.frame(plan.frame) if plan.frame else None,
            "abbreviations": [{"short": each.short, "meaning": each.meaning} for each in plan.abbreviations],
        }

    def frame(self, frame: Frame) -> Values:
        return {
            "title": self.of.line(frame.title),
            "amount": exact(frame.amount),
            "unit": frame.unit,
            "decided_by": self.of.line(frame.decided_by),
            "date": day(frame.date),
            "table": frame.table or None,
            "row": frame.row or None,
            "column": frame.column or None,
        }

    def sections(self) -> Iterator[Values]:
        plan = self.plan
        kinds = (("foreword", (plan.foreword,)), ("section", plan.sections), ("appendix", plan.appendices))
        for kind, sections in kinds:
            yield from (self.section(each, kind) for each in sections if each)

    def section(self, section: Section, kind: str) -> Values:
        return {
            "id": section.id,
            "kind": kind,
            "title": self.of.line(section.title),
            "text": self.of.body(section.text),
            "governing_documents": [self.governing_document(each) for each in section.governing_documents],
            "shows_goals": section.goals == "all",
            "tables": list(section.tables),
        }

    def governing_document(self, document: GoverningDocument) -> Values:
        line = self.of.line
        return {
            "name": line(document.name),
            "kind": line(document.kind),
            "number": document.number or None,
            "date": day(document.date),
            "url": document.url or None,
            "remark": line(document.remark),
        }

    def goal_and_below(self, goal: Goal, parent: str | None) -> Iterator[Values]:
        yield self.goal(goal, parent)
        for each in goal.goals:
            yield from self.goal_and_below(each, goal.id)

    def goal(self, goal: Goal, parent: str | None) -> Values:
        line = self.of.line
        return {
            "id": goal.id,
            "parent": parent,
            "level": goal.level,
            "title": line(goal.title),
            "text": self.of.body(goal.text),
            "responsible": line(goal.responsible),
            "contributes_to": [line(each) for each in goal.contributes_to],
            "agenda2030": [
                {"goal": each.number, "target": each.target or None, "name": self.words.agenda[str(each.number)]}
                for each in goal.agenda2030
            ],
            "indicators": [self.indicator(each) for each in goal.indicators],
            "activities": [self.activity(each) for each in goal.activities],
        }

    def activity(self, activity: Activity) -> Values:
        line = self.of.line
        return {
            "id": activity.id,
            "name": line(activity.name),
            "responsible": line(activity.responsible),
            "when": line(activity.when),
            "status": activity.status or None,
            "remark": line(activity.remark),
        }

    def indicator(self, indicator: Indicator) -> Values:
        groups = [self.measured(each, indicator) for each in indicator.groups]
        return {**self.measured(indicator, indicator), "groups": groups}

    def measured(self, measured: Measured, indicator: Indicator) -> Values:
        """An indicator or one of its groups. What a group doesn't give itself is the indicator's and stands there."""
        line = self.of.line
        return {
            "id": measured.id,
            "name": line(measured.name),
            "number": line(measured.number),
            "unit": line(measured.unit),
            "target": self.target(measured, indicator),
            "periodicity": line(measured.periodicity),
            "source": line(measured.source),
            "responsible": line(measured.responsible),
            "remark": line(measured.remark),
            "values": list(self.own_values(measured)),
        }

    def target(self, measured: Measured, indicator: Indicator) -> Values | None:
        wording = self.of.line(measured.target)
        if not measured.target.inlines:
            return None
        unit = self.of.line(measured.unit) or self.of.line(indicator.unit) or ""
        marks = (each for each in measured.target.inlines if isinstance(each, FootnoteReference))
        target = read_target(RichText((Text(wording or ""), *marks)), self.plan.language, unit)
        return {
            "wording": wording,
            "kind": target.kind,
            "direction": target.direction or None,
            "comparison": target.comparison or None,
            "number": exact(target.number),
            "unit": target.unit or None,
        }

    def own_values(self, measured: Measured) -> Iterator[Values]:
        """The values of the columns that the plan itself names, in the columns' order."""
        given = {cell.key: cell.text for cell in measured.cells}
        for column in self.plan.indicator_columns:
            wording = self.of.line(given[column.id]) if column.id in given else None
            if wording is None:
                continue
            role = column.meaning(self.plan.language)
            number = parse_number(wording) if role not in WORDED else None
            yield {
                "column": column.id,
                "heading": self.heading(column),
                "role": role,
                "year": column.year or None,
                "wording": wording,
                "number": exact(number),
                "term": self.term(role, wording),
            }

    def term(self, role: str, wording: str) -> str | None:
        """The model's own word for one of a column in which only some may stand."""
        return vocabulary(WORDED[role], self.plan.language).get(wording) if role in WORDED else None

    def indicator_column(self, column: IndicatorColumn) -> Values:
        role = column.meaning(self.plan.language)
        field = vocabulary(KEYS, self.plan.language).get(column.id)
        return {
            "id": column.id,
            "heading": self.heading(column),
            "role": role,
            "year": column.year or None,
            "field": field if field in VALUES else None,
        }

    def heading(self, column: IndicatorColumn) -> str:
        return self.of.inlines(indicator_heading(column, self.words)).strip() or column.id

    def table(self, table: BudgetTable) -> Values:
        return {
            "id": table.id,
            "title": self.of.line(table.title),
            "unit": table.unit or None,
            "remark": self.of.line(table.remark),
            "columns": [self.column(each, table) for each in table.columns],
            "rows": [self.row(index, table) for index in range(len(table.rows))],
        }

    def column(self, column: BudgetColumn, table: BudgetTable) -> Values:
        return {
            "id": column.id,
            "heading": self.of.inlines(column_heading(column, table, self.words)),
            "role": column.role,
            "kind": column.kind or None,
            "year": column.year or None,
            "unit": (column.unit or table.unit or None) if column.numeric else None,
        }

    def row(self, at: int, table: BudgetTable) -> Values:
        row: BudgetRow = table.rows[at]
        cells = [self.cell(at, index, table) for index in range(len(table.columns))]
        return {
            "id": row.id,
            "name": self.of.line(row.name),
            "role": row.role,
            "kind": row.kind or None,
            "sign": row.sign,
            "cells": cells,
        }

    def cell(self, at_row: int, at_column: int, table: BudgetTable) -> Values:
        row, column = table.rows[at_row], table.columns[at_column]
        given = row.given(column.id)
        if not column.numeric:
            text = self.of.line(given.text) if given else None
            return {"column": column.id, "value": None, "unit": None, "text": text, "operation": None, "terms": []}
        figure = table.reckoned[at_row, at_column].shown
        unit = table.unit_of(row, column)
        follows = derivation(table, at_row, at_column)
        return {
            "column": column.id,
            "value": exact(figure),
            "unit": None if figure is None else unit or None,
            "text": None
            if figure is None
            else printed_amount(figure, unit, self.words, table.decimals_in(at_row, at_column)),
            "operation": follows.how if follows else None,
            "terms": [
                {"row": table.rows[each.row].id, "column": table.columns[each.column].id, "sign": each.sign}
                for each in (follows.of if follows else ())
            ],
        }
