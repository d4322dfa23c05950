"""The fields of a Word template -> the texts that they stand for.

A template sees the plan's own fields by their terms and by the words of the plan's language (`plan.title`,
`plan.titel`), the labels, and the figures of the tables, as text. What a plan doesn't tell is empty there, not a fault:
one template serves many plans.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from plangen.compose.expressions import Evaluator
from plangen.compose.figures import FigureValue
from plangen.compose.views import View, paragraph_number, validity
from plangen.diagnostics import Diagnostic, Location, error, nearest
from plangen.document.inlines import Expression
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import print_date
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.plan import Decision, Frame, Plan
from plangen.model.record import Record, fields_of
from plangen.model.text import RichText
from plangen.word.fields import BODY, TemplateField

HIDDEN = frozenset(
    {"location", "places", "cells", "outline", "language", "id", "word_template", "edited_at", "edit_links", "foreword"}
)


def template_texts(
    fields: Iterable[TemplateField], file: str, plan: Plan, words: Catalogue
) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """The text of each field by what stands within its braces, and the faults, at the template's file."""
    evaluator = Evaluator(plan, words)
    evaluator.know(_plan(plan, words, evaluator), View(dict(words.labels)))
    texts: dict[str, str] = {}
    found: list[Diagnostic] = []
    place = Location(file)
    for each in fields:
        part = words.labels[f"story-{each.story}"]
        if each.fault == "open":
            found.append(error("word-field-open", place, text=each.source, part=part))
        elif each.fault == "statement":
            found.append(error("word-field-statement", place, text=each.source, part=part))
        else:
            value = evaluator.text(Expression(each.source, location=place))
            if isinstance(value, Diagnostic):
                found.append(_fault(value, each, part))
            else:
                texts[each.source] = value.text
    return texts, tuple(found)


def _fault(fault: Diagnostic, field: TemplateField, part: str) -> Diagnostic:
    """The fault of an expression as one of a template, which has parts in place of lines."""
    if fault.code in ("expression-unknown", "expression-nothing"):
        given = dict(fault.parameters)
        name, allowed = given["name"], given["allowed"]
        near = nearest(name, [BODY]) or given["near"]
        return error(
            "word-field-unknown", fault.location, name=name, near=near, allowed=allowed, field=field.source, part=part
        )
    return error("word-field-fault", fault.location, field=field.source, part=part)


def _plan(plan: Plan, words: Catalogue, evaluator: Evaluator) -> View:
    def part(record: Record | None, kind: type[Record], **more: str) -> View:
        """A record of the plan; where it has none, the same names without text."""
        values = dict(_record(record or kind(), words, evaluator)) | more
        return _named(values if record else dict.fromkeys(values, ""), plan)

    number = paragraph_number(plan.decision, words) if plan.decision else ""
    values = dict(_record(plan, words, evaluator)) | {
        "status": words.statuses[plan.status],
        "valid": validity(plan, words),
        "decision": part(plan.decision, Decision, paragraph_number=number),
        "frame": part(plan.frame, Frame),
    }
    return _named(values, plan)


def _record(record: Record, words: Catalogue, evaluator: Evaluator) -> Iterator[tuple[str, object]]:
    """The fields of a record that are text, a number or a day."""
    for name in fields_of(type(record)):
        if name in HIDDEN or name in record.elsewhere:
            continue
        match getattr(record, name):
            case RichText() as rich:
                yield name, evaluator.plain(rich)
            case date() as day:
                yield name, print_date(day, words.babel)
            case None:
                yield name, ""
            case str() | int() as value:
                yield name, str(value)
            case Decimal() as amount if isinstance(record, Frame):
                yield name, FigureValue(amount, record.unit, words.babel)


def _named(values: Mapping[str, object], plan: Plan) -> View:
    """Values by their terms and by the plan's own words, in which a space is `_`; messages tell those."""
    own = terms(KEYS, plan.language)
    in_own = {own.get(name, name).replace(" ", "_"): value for name, value in values.items()}
    return View(in_own, also=values)
