"""Rules of the year: what a plan made of last year's still says of that one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plangen.diagnostics import Diagnostic, Location, warning
from plangen.model.plan import Plan
from plangen.model.rules.passages import text_of
from plangen.model.rules.reviewed import Reviewed

_YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d{2}(?![\d/]|-\d\d-)")


def year_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """Titles of another year than the plan's, a validity without it, and a decision long before it or after it."""
    plan = reviewed.plan
    if not plan.year:
        return
    yield from _titled(text_of(plan.title.inlines), plan.place("title"), plan.year)
    if plan.frame:
        yield from _titled(text_of(plan.frame.title.inlines), plan.frame.place("title"), plan.year)
    yield from _dated(plan)


def _titled(title: str, place: Location, year: int) -> Iterator[Diagnostic]:
    """The years in a title. Of several, the first and the last are those of a span that may hold the plan's."""
    years = [int(each) for each in _YEAR.findall(title)]
    if years and not min(years) <= year <= max(years):
        yield warning("title-year-differs", place, title=title, found=years[-1], year=year)


def _dated(plan: Plan) -> Iterator[Diagnostic]:
    first, last = plan.valid_from, plan.valid_to
    in_order = not (first and last and first > last)  # which is told of as such
    if in_order and last and last.year < plan.year:
        yield _differs(last, plan.place("valid_to"), plan.year)
    if in_order and first and first.year > plan.year:
        yield _differs(first, plan.place("valid_from"), plan.year)
    decided = plan.decision.date if plan.decision else None
    if plan.decision and decided and not plan.year - 1 <= decided.year <= plan.year:
        yield _differs(decided, plan.decision.place("date"), plan.year)


def _differs(day: date, place: Location, year: int) -> Diagnostic:
    return warning("date-year-differs", place, date=day.isoformat(), year=year)
