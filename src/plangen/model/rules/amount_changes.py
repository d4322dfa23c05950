"""Changes that running text tells of against those of the tables: "ökar med 12 mnkr" where the row falls, or by 10.

Only a clause that says nothing else is read, and only where it, or else the sentence before it, names one row or the
frame. An amount that is a change of that row, in a column or between two years, is told of where the row changes the
other way; one that is none is held against the row's only change, or against what differs from the year before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, warning
from plangen.locale.catalogue import catalogue
from plangen.locale.numbers import EXACT
from plangen.locale.units import MoneyUnit
from plangen.locale.wording import Wording
from plangen.model.plan import Plan
from plangen.model.rules.amount_sentences import AmountSentence
from plangen.model.rules.known_figures import KnownFigure, rounds
from plangen.model.rules.meant_figures import NEAR_PLAIN, NamedFigures
from plangen.model.rules.passages import Passage
from plangen.model.rules.reviewed import Reviewed
from plangen.model.rules.row_names import named_spans
from plangen.model.rules.written_amounts import WrittenAmount, printed_money

LEVELS = frozenset({"amount", "opening", "closing"})
"""Roles of columns whose difference is a change."""


@dataclass(frozen=True, slots=True)
class _Change:
    """How much the figures of a row grow (below 0: shrink), whatever their sign: a column's, or from one to another."""

    value: Decimal
    unit: MoneyUnit
    figures: tuple[KnownFigure, ...]

    def is_amount(self, amount: WrittenAmount) -> bool:
        """Whether an amount is the change, or rounds it."""
        return self.unit.currency == amount.unit.currency and rounds(amount, abs(self.value))


def amount_changes(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """Each amount that is said to be another change than what its row has."""
    plan, ways = reviewed.plan, {*reviewed.wording.rises, *reviewed.wording.falls}
    figures, names = reviewed.figures, reviewed.named
    for passage, amount, sentence in reviewed.stated:
        if amount.inexact or not ways.intersection(_words(passage.text)):
            continue
        way = _way(sentence, reviewed.wording)
        changes = _changes(_of_one(sentence, names, figures, plan), sentence, plan) if way else []
        if changes:
            yield from _told(passage, amount, way, changes, reviewed)


def _way(sentence: AmountSentence, wording: Wording) -> int:
    """1 where a clause says no more than that something rises by the amount, −1 where it falls, else 0."""
    if not sentence.lean or sentence.stage:
        return 0
    words = _words(" ".join(sentence.clause))
    return bool(words & {*wording.rises}) - bool(words & {*wording.falls})


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _of_one(
    sentence: AmountSentence, names: NamedFigures, figures: Sequence[KnownFigure], plan: Plan
) -> list[KnownFigure]:
    """The figures of the one thing that a clause speaks of, or where it names nothing the sentence before it."""
    said = _said(" ".join(sentence.clause), sentence)
    if not said and not sentence.plain:
        said = _said(sentence.before, sentence)
    if len(said) == 1 and (rows := [each for each in names[said[0]] if each.row]):
        return rows
    if said and any(each.row for name in said for each in names[name]):
        return []
    frame = plan.frame
    framed = frame and frame.table and (said or sentence.whole)
    table = next((each for each in plan.tables if framed and frame and each.id == frame.table), None)
    return [each for each in figures if table and each.table is table and each.row is table.total_row()]


def _said(text: str, sentence: AmountSentence) -> list[re.Pattern[str]]:
    """The names that a text of a sentence has, each once."""
    return [*dict.fromkeys(name for *_, name in named_spans(text, sentence.names))]


def _changes(figures: Sequence[KnownFigure], sentence: AmountSentence, plan: Plan) -> list[_Change]:
    """The changes of one row: first those between columns, to the plan's year or those named, then the columns'."""
    levels = [each for each in figures if each.column and each.column.role in LEVELS and not each.aside]
    years = sentence.years | {year for year in sentence.since if year >= plan.year} or {plan.year}
    since = {year for year in sentence.since if year < plan.year}
    found = []
    for first, second in combinations(levels, 2):
        if first.table is not second.table or first.unit is not second.unit or first.shown * second.shown <= 0:
            continue
        if since and first.year and first.year not in since:
            continue
        between = 0 < first.year < second.year and second.year in years
        opened = first.column and second.column and (first.column.role, second.column.role) == ("opening", "closing")
        if between or opened:
            found.append(_Change(EXACT.subtract(second.value, first.value), second.unit, (first, second)))
    for each in figures if plan.year in years and max(since, default=plan.year - 1) == plan.year - 1 else ():
        if each.column and each.column.role == "change":
            last = next((level for level in reversed(levels) if level.table is each.table), None)
            below = bool(last and last.shown < 0) != (each.shown < 0)
            found.append(_Change(-each.value if below else each.value, each.unit, (each,)))
    return found


def _told(
    passage: Passage, amount: WrittenAmount, way: int, changes: Sequence[_Change], reviewed: Reviewed
) -> Iterator[Diagnostic]:
    words = catalogue(reviewed.plan.language)
    place = passage.place(amount.start, amount.end, reviewed.lines)
    said = passage.text[amount.start : amount.end]
    row, table = changes[0].figures[0].row, changes[0].figures[0].table
    if row is None or table is None:
        return
    same = [each for each in changes if each.is_amount(amount)]
    if same:
        if all(each.value * way < 0 for each in same):
            figure = printed_money(abs(same[0].value), same[0].unit, words)
            code = "amount-rises" if way > 0 else "amount-falls"
            yield warning(code, place, amount=said, row=row.name, table=table.id, figure=figure)
        return
    meant = _meant(amount, changes)
    if meant is None:
        return
    difference = printed_money(abs(EXACT.subtract(abs(meant.value), amount.value)), meant.unit, words)
    told = {"amount": said, "table": table.id, "row": row.name, "difference": difference}
    if len(meant.figures) == 1:
        (only,) = meant.figures
        yield warning("amount-differs", place, **told, figure=only.printed(words), column=only.column)
    else:
        first, second = (each.column for each in meant.figures)
        figure = printed_money(meant.value, meant.unit, words)
        yield warning("amount-change-differs", place, **told, figure=figure, start=first, to=second)


def _meant(amount: WrittenAmount, changes: Sequence[_Change]) -> _Change | None:
    """The change that an amount, which is none of them, is likely meant as: the only column, or one that is near."""
    own = [each for each in changes if each.value and each.unit.currency == amount.unit.currency]
    columns = [each for each in own if len(each.figures) == 1]
    if len(columns) == 1 and not columns[0].figures[0].whole:
        return columns[0]
    between = [each for each in own if len(each.figures) > 1 and _follow(*each.figures)]
    near = min(between, key=lambda each: abs(abs(each.value) - amount.value), default=None)
    if near is None:
        return None
    return near if abs(abs(near.value) - amount.value) <= abs(near.value) * NEAR_PLAIN else None


def _follow(first: KnownFigure, second: KnownFigure) -> bool:
    """Whether figures are of a year and the next, or of years that nobody has said."""
    return second.year - first.year in (0, 1)
