"""What a plan says of itself -> the fields that a comparison tells of, whatever an outline shows of them."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from plangen.compose.expressions import Evaluator
from plangen.compose.frame_line import amount
from plangen.compose.views import validity
from plangen.document.diff.fields import FRAME, FRAME_SUM, Field
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import print_date
from plangen.model.frame_checks import frame_sum
from plangen.model.plan import Decision, Frame, Plan


def plan_fields(plan: Plan, words: Catalogue) -> tuple[Field, ...]:
    """The fields that have a text, by the roles of the cover where that has them. `words` are those of the reader."""
    labels, told = words.labels, Evaluator(plan, words).plain
    decision = plan.decision or Decision()
    fields = (
        *(
            Field(role, labels[f"diff-cover-{role}"], text)
            for role, text in (
                ("organisation", told(plan.organisation)),
                ("body", told(plan.body)),
                ("title", told(plan.title)),
                ("status", words.statuses[plan.status]),
                ("year", str(plan.year) if plan.year else ""),
                ("language", Locale.parse(words.babel).languages.get(plan.language, plan.language)),
                ("notice", told(plan.remark)),
                ("outline", plan.outline),
            )
        ),
        Field("decided-by", labels["decided-by"], told(decision.decided_by)),
        Field("date", labels["date"], print_date(decision.date, words.babel) if decision.date else ""),
        Field("paragraph", labels["paragraph"], decision.paragraph),
        Field("case-number", labels["case-number"], decision.case_number),
        Field("version", labels["version"], plan.version),
        Field("valid", labels["valid"], validity(plan, words)),
        Field("replaces", labels["replaces"], told(plan.replaces)),
        *(
            Field(f"abbreviation-{each.short}", labels["diff-abbreviation"].format(short=each.short), each.meaning)
            for each in plan.abbreviations
        ),
        *(_frame(plan.frame, told(plan.frame.title), told(plan.frame.decided_by), words) if plan.frame else ()),
        *(_frame_sum(plan, plan.frame, words) if plan.frame else ()),
    )
    return tuple(field for field in fields if field.text)


def _frame(frame: Frame, title: str, decided_by: str, words: Catalogue) -> tuple[Field, ...]:
    labels = words.labels
    day = print_date(frame.date, words.babel) if frame.date else ""
    return (
        Field(FRAME, "", amount(frame.amount, frame.unit, words), frame.amount, frame.unit),
        Field(f"{FRAME}-title", "", title),
        Field(f"{FRAME}-decided-by", labels["decided-by"], decided_by),
        Field(f"{FRAME}-date", labels["date"], day),
    )


def _frame_sum(plan: Plan, frame: Frame, words: Catalogue) -> Iterator[Field]:
    table = plan.table(frame.table)
    computed = frame_sum(table, frame) if table else None
    if computed is not None:
        yield Field(FRAME_SUM, "", amount(computed, frame.unit, words), computed, frame.unit)
