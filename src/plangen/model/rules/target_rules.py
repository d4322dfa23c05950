"""Targets that a reader can't hold anybody to: none at all, without a direction, a share without its unit.

And how they are written: one word in one way, and notes as notes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plangen.diagnostics import Diagnostic, Location, warning
from plangen.document.inlines import FootnoteReference
from plangen.document.nodes import Paragraph as ParagraphNode
from plangen.locale.wording import Wording, wording
from plangen.model.goal import every_goal
from plangen.model.indicator import Indicator, Measured
from plangen.model.plan import Plan
from plangen.model.rules.passages import text_of
from plangen.model.rules.reviewed import Reviewed, is_expected
from plangen.model.target import Target, read_target
from plangen.model.text import RichText

WHOLE = 100
FAR_OVER = 200
"""Per cent: more than all of something, and more than what is likely of anything else."""

FEWEST_PERCENTS = 2
"""Other targets in per cent, at least, of which none is more than the whole."""

_GARBLED = re.compile(r"^(?P<sign>[<>≤≥=]*)[^\d]*?(?P<number>\d+(?:[.,]\d+){2,})\s*(?P<unit>%?)")
_DATE = re.compile(r"(?:19|20)\d\d[.,]\d\d?[.,]\d\d?|\d\d?[.,]\d\d?[.,](?:19|20)\d\d|\d{1,3}(?:[.,]\d{3})+")
"""A day, or thousands with points, which other rules tell of."""

_COUNTED = re.compile(r"^(?:antal|number)|[(%]|procent|per ?cent|index|,\s*\w+$", re.IGNORECASE)
"""Names that say what a number counts: "Antal besök", "Väntetid (dagar)", "Sjukfrånvaro, timmar"."""


def target_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What is wrong with a plan's targets."""
    plan = reviewed.plan
    indicators = [each for goal in every_goal(plan.goals) for each in goal.indicators]
    yield from _missing(plan, indicators)
    for indicator in indicators:
        for measured in indicator.groups or (indicator,):
            for target in targets(plan, measured):
                yield from _undirected(plan, target)
        yield from _share(plan, indicator)
    yield from _numbers(plan, indicators)
    yield from _spelled(plan, indicators)
    yield from _stars(plan)


def targets(plan: Plan, measured: Measured) -> tuple[RichText, ...]:
    """The targets that an indicator or a group of one has, of one year or of several."""
    columns = [each for each in plan.indicator_columns if each.meaning(plan.language) == "target"]
    own = [measured.value(each, plan.language) for each in columns] if plan.indicator_columns else [measured.target]
    return tuple(each for each in own if each.inlines)


def _missing(plan: Plan, indicators: list[Indicator]) -> Iterator[Diagnostic]:
    """An indicator without a target, where others have one and nothing says that it isn't measured."""

    def aimed(indicator: Indicator) -> bool:
        return any(targets(plan, each) for each in (indicator, *indicator.groups))

    without = [each for each in indicators if not aimed(each)]
    if not is_expected(len(indicators) - len(without), len(indicators)):
        return
    status = [each for each in plan.indicator_columns if each.meaning(plan.language) == "status"]
    for indicator in without:
        if not any(indicator.value(column, plan.language).inlines for column in status):
            yield warning("target-missing", indicator.place("name"), indicator=indicator.name)


def _undirected(plan: Plan, target: RichText) -> Iterator[Diagnostic]:
    """A target in words that give no direction and nothing to be reached ("God service")."""
    text = str(target).strip()
    if not text or text == "*" or any(sign.isdigit() for sign in text):
        return
    if read_target(target, plan.language).kind == "text" and not _aims(text, plan.language):
        yield warning("target-undirected", target.location, text=text)


def _aims(text: str, language: str) -> bool:
    stems = wording(language).aims
    return not stems or any(word.startswith(stems) for word in re.findall(r"\w+", text.casefold()))


def _share(plan: Plan, indicator: Indicator) -> Iterator[Diagnostic]:
    """A number that has no unit, where the indicator is a share by its name, or has the unit with another number."""
    found = [
        (target, read_target(target, plan.language, _unit(plan, measured, indicator)))
        for measured in indicator.groups or (indicator,)
        for target in targets(plan, measured)
    ]
    units = {typed.unit for _, typed in found if typed.kind == "number" and typed.unit}
    share = _is_share(str(indicator.name), wording(plan.language))
    for target, typed in found:
        if typed.kind == "number" and typed.number and not typed.unit and (units or share):
            unit = next(iter(sorted(units)), "%")
            yield warning("target-without-unit", target.location, target=str(target), unit=unit)


def _numbers(plan: Plan, indicators: list[Indicator]) -> Iterator[Diagnostic]:
    """Numbers that can't be right, or that say too little where most of the others say more."""
    found = [
        (indicator, measured, target, read_target(target, plan.language, _unit(plan, measured, indicator)))
        for indicator in indicators
        for measured in indicator.groups or (indicator,)
        for target in targets(plan, measured)
    ]
    numbers = [(each, measured, typed) for each, measured, _, typed in found if typed.kind == "number"]
    telling = sum(_tells(plan, *each) for each in numbers)
    percents = [abs(typed.number) for *_, typed in numbers if typed.unit == "%" and typed.number]
    within = len(percents) - 1 if sum(each > WHOLE for each in percents) == 1 else 0
    for indicator, measured, target, typed in found:
        text = str(target).strip()
        if typed.kind == "text" and (number := _garbled(text)):
            yield warning("target-unreadable", target.location, text=text, number=number)
        elif typed.kind != "number":
            continue
        elif _is_over(indicator, typed, wording(plan.language), others=within):
            yield warning("target-over-hundred", target.location, target=text, indicator=indicator.name)
        elif not _tells(plan, indicator, measured, typed) and is_expected(telling, len(numbers)):
            yield warning("target-bare", target.location, target=text, indicator=indicator.name)


def _garbled(text: str) -> str:
    """A number with two points or commas that is no date, before its unit or after a sign of comparison."""
    found = _GARBLED.search(text)
    return (
        found["number"] if found and (found["sign"] or found["unit"]) and not _DATE.fullmatch(found["number"]) else ""
    )


def _tells(plan: Plan, indicator: Indicator, measured: Measured, typed: Target) -> bool:
    """Whether a number says what it counts or which way it goes: itself, by its indicator's name, or beside others.

    A share by its name has a rule of its own.
    """
    if typed.unit or typed.comparison or not typed.number or _COUNTED.search(str(indicator.name)):
        return True
    beside = [str(measured.value(column, plan.language)) for column in plan.indicator_columns]
    numbers = sum(any(sign.isdigit() for sign in each) for each in beside)
    return numbers > 1 or len(targets(plan, measured)) > 1 or _is_share(str(indicator.name), wording(plan.language))


def _is_over(indicator: Indicator, typed: Target, words: Wording, *, others: int) -> bool:
    """Whether a percentage is more than the whole: of a share, or by far of what else has none over it."""
    if typed.unit != "%" or not typed.number or abs(typed.number) <= WHOLE:
        return False
    names = re.findall(r"\w+", str(indicator.name).casefold())
    if _is_share(str(indicator.name), words) or (names and names[0] in words.shares):
        return True
    grows = any(name.startswith(words.changes) for name in names)
    return abs(typed.number) > FAR_OVER and others >= FEWEST_PERCENTS and not grows


def _unit(plan: Plan, measured: Measured, indicator: Indicator) -> str:
    columns = [each for each in plan.indicator_columns if each.meaning(plan.language) == "unit"]
    own = [each.value(column, plan.language) for each in (measured, indicator) for column in columns]
    return next((str(each) for each in (*own, measured.unit, indicator.unit) if each.inlines), "")


def _is_share(name: str, words: Wording) -> bool:
    """Whether a name is that of a share, and doesn't itself say of what unit ("Andel nöjda, procent")."""
    first = re.match(r"\w+", name.casefold())
    return bool(first and first.group() in words.shares) and not re.search(
        r"%|procent|per ?cent|index", name.casefold()
    )


def _spelled(plan: Plan, indicators: list[Indicator]) -> Iterator[Diagnostic]:
    """The same words in two ways, "Ökande" and "ökande": the rarer one is told of, of two as rare the later."""
    given = {
        "target": [each for one in indicators for part in (one, *one.groups) for each in targets(plan, part)],
        "periodicity": [part.periodicity for one in indicators for part in (one, *one.groups)],
    }
    for values in given.values():
        ways = Counter(text for value in values if (text := str(value).strip()))
        for value in values:
            text = str(value).strip()
            same = [other for other in ways if other.casefold() == text.casefold() and other != text]
            usual = max(same, key=lambda other: ways[other], default="")
            if usual and (ways[usual], -[*ways].index(usual)) > (ways[text], -[*ways].index(text)):
                yield warning("wording-varies", value.location, text=text, usual=usual, count=ways[usual])


def _stars(plan: Plan) -> Iterator[Diagnostic]:
    """A paragraph that begins with a star is meant as a note, but no mark leads to it; two such have one mark."""
    for goal in every_goal(plan.goals):
        first: Location | None = None
        for block in goal.text.blocks:
            if not isinstance(block, ParagraphNode) or not text_of(block.inlines).startswith("*"):
                continue
            if any(isinstance(each, FootnoteReference) for each in block.inlines[:1]):
                continue
            yield warning("note-as-text", block.location, text=text_of(block.inlines)[:40])
            if first:
                yield warning("note-mark-twice", block.location, mark="*", line=first.line)
            first = first or block.location
