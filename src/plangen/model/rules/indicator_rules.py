"""Indicators and where their figures come from: a source each, spelled in one way, and a name that is used once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from plangen.diagnostics import Diagnostic, warning
from plangen.model.goal import Goal, every_goal
from plangen.model.indicator import Indicator
from plangen.model.plan import Plan
from plangen.model.rules.passages import squeezed
from plangen.model.rules.reviewed import Reviewed, is_expected

LONGEST_ENDING = 2
SHORTEST_WORD = 7
"""Words that differ in so few last letters, and are so long before them, are two forms of one."""

WORDS_OF_SENTENCE = 5

FEWEST_IN_GOAL = 2
FEWEST_ALIKE = 4
"""Indicators of one source, at least, beside which another one of the goal, or of the plan, stands out that is measured
more or less often. Of two alone both may be right: one system has figures of each month and of the year."""

_SENTENCE_END = re.compile(r"(?<![\w.])(?!etc|osv|fl|mm|dvs|nr|inkl|exkl|resp)\w{2,}[.!?](?:\s|$)", re.IGNORECASE)


def indicator_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What is wrong with a plan's indicators."""
    plan = reviewed.plan
    indicators = [each for goal in every_goal(plan.goals) for each in goal.indicators]
    yield from _missing(plan, indicators)
    yield from _spelled(indicators)
    yield from _names(plan)
    yield from _mixed(plan, indicators)
    for indicator in indicators:
        text = str(indicator.source)
        if _SENTENCE_END.search(text) and len(text.split()) >= WORDS_OF_SENTENCE:
            yield warning("source-sentence", indicator.source.location, words=len(text.split()))


def _missing(plan: Plan, indicators: Sequence[Indicator]) -> Iterator[Diagnostic]:
    without = [each for each in indicators if not str(each.source).strip()]
    if is_expected(len(indicators) - len(without), len(indicators)):
        for indicator in without:
            yield warning("source-missing", indicator.place("name"), indicator=indicator.name)


def _spelled(indicators: Sequence[Indicator]) -> Iterator[Diagnostic]:
    """One source in two spellings: the rarer one is told of, of two as rare the later."""
    ways = Counter(text for each in indicators if (text := str(each.source).strip()))
    usual = {text: other for text, other in _alike(tuple(ways)) if ways[other] >= ways[text]}
    usual |= {other: text for text, other in _alike(tuple(ways)) if ways[other] < ways[text]}
    for indicator in indicators:
        text = str(indicator.source).strip()
        if text in usual:
            yield warning("source-spelling", indicator.source.location, source=text, usual=usual[text])


def _alike(sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each source that is spelled like an earlier one, with that."""
    words = [tuple(re.findall(r"\w+", squeezed(source))) for source in sources]
    for later, earlier in ((a, b) for a in range(len(sources)) for b in range(a)):
        if same_source(words[later], words[earlier]):
            yield sources[later], sources[earlier]


def same_source(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of two sources, in small letters, are one source spelled in two ways.

    It has other marks or spaces, an ending, or a letter wrong. Numbers and short words may be all that tells one source
    from another, so there nothing may differ.
    """
    if len(one) != len(other):
        return "".join(one) == "".join(other)
    differing = [(mine, its) for mine, its in zip(one, other, strict=True) if mine != its]
    return not differing or (len(differing) == 1 and _same_word(*differing[0]))


def _same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if not (one + other).isalpha() or len(short) < SHORTEST_WORD or len(long) - len(short) > LONGEST_ENDING:
        return False
    if long.startswith(short):
        return True
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rests = short[start:], long[start:]
    swapped = rests[0][:2] == rests[1][:2][::-1] and rests[0][2:] == rests[1][2:]
    return swapped or rests[0][1:] == rests[1][1:] or rests[0] == rests[1][1:]


def _names(plan: Plan) -> Iterator[Diagnostic]:
    """One name in two goals: of two in one goal the ids tell (`checks`)."""
    first: dict[str, tuple[Goal, Indicator]] = {}
    for goal in every_goal(plan.goals):
        for indicator in goal.indicators:
            name = squeezed(str(indicator.name))
            other = first.setdefault(name, (goal, indicator)) if name else (goal, indicator)
            if other[0] is not goal:
                place = other[1].place("name")
                yield warning(
                    "indicator-name-twice",
                    indicator.place("name"),
                    indicator=indicator.name,
                    goal=other[0].title,
                    file=place.file,
                    line=place.line,
                )


def _mixed(plan: Plan, indicators: Sequence[Indicator]) -> Iterator[Diagnostic]:
    """Indicators of one source and one goal that are measured differently often; through the plan, one among many."""
    told: set[str] = set()
    for goal in every_goal(plan.goals):
        yield from _periods(goal.indicators, FEWEST_IN_GOAL, told)
    yield from _periods(indicators, FEWEST_ALIKE, told)


def _periods(indicators: Sequence[Indicator], fewest: int, told: set[str]) -> Iterator[Diagnostic]:
    by_source: dict[str, list[Indicator]] = {}
    for each in indicators:
        if str(each.source).strip() and str(each.periodicity).strip():
            by_source.setdefault(squeezed(str(each.source)), []).append(each)
    for source, group in by_source.items():
        periods = Counter(squeezed(str(each.periodicity)) for each in group)
        ranked = periods.most_common()
        if source in told or len(ranked) < len(("one", "other")) or ranked[0][1] < fewest:
            continue
        if sum(count for _, count in ranked[1:]) > 1:
            continue
        told.add(source)
        usual = ranked[0][0]
        odd = [each for each in group if squeezed(str(each.periodicity)) != usual]
        like = next(each for each in group if squeezed(str(each.periodicity)) == usual)
        yield warning(
            "periodicity-mixed",
            odd[0].periodicity.location,
            source=group[0].source,
            period=odd[0].periodicity,
            usual=like.periodicity,
            indicator=like.name,
        )
