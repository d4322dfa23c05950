"""Goals of Agenda 2030 that a text names by number: the number is one that there is, the name is that goal's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from plangen.diagnostics import Diagnostic, warning
from plangen.locale.catalogue import catalogue
from plangen.model.agenda import GOALS
from plangen.model.rules.passages import Passage
from plangen.model.rules.reviewed import Reviewed

LEAST_LIKENESS = 0.75
LEAST_OF_GLOBAL = 0.55
"""How like an official name words must be, of 1, to be taken for it; less where the goal is said to be a global one."""

_WORDS = re.compile(r"(?:[Mm]ål(?:et)?|[Gg]oal|SDG)\s+\d")
"""What a text has that names a goal by number."""

_NUMBERED = re.compile(
    r"(?P<global>global(?:t|a|al)?\s+|SDG\s+|Agenda\s+2030\S*\s+)?\b(?:mål(?:et)?|goal|SDG)\s+(?P<number>\d{1,2})(?![\d.,]\d)"
    r"(?:\s*[:,–(-]\s*[”\"“]?(?P<name>[^\W\d_][^.;:()”\"“\n]{3,90}))?",
    re.IGNORECASE,
)


def agenda_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What texts say wrongly of Agenda 2030's goals."""
    official = {int(number): name for number, name in catalogue(reviewed.plan.language).agenda.items()}
    for passage in reviewed.passages:
        if passage.kind != "source":
            yield from _passage(passage, official, reviewed)


def _passage(passage: Passage, official: Mapping[int, str], reviewed: Reviewed) -> Iterator[Diagnostic]:
    if not _WORDS.search(passage.text):
        return
    for found in _NUMBERED.finditer(passage.text):
        number = int(found["number"])
        place = passage.place(found.start("number"), found.end("number"), reviewed.lines)
        if not 1 <= number <= GOALS:
            if found["global"]:
                yield warning("agenda-number-in-text", place, number=number, most=GOALS)
            continue
        said = found["name"] or ""
        words = len(official[number].split())
        named = " ".join(said.split()[:words]).rstrip(",")
        if not named or named.casefold() == official[number].casefold():
            continue
        least = LEAST_OF_GLOBAL if found["global"] else LEAST_LIKENESS
        if _other(said, number, tuple(official.items())) or _likeness(named, official[number]) >= least:
            place = passage.place(found.start("name"), found.start("name") + len(named), reviewed.lines)
            yield warning("agenda-name", place, number=number, name=named, official=official[number])


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()


def _other(said: str, number: int, official: tuple[tuple[int, str], ...]) -> bool:
    """Whether words begin with the name of another goal than that of the number."""
    return any(said.casefold().startswith(name.casefold()) for other, name in official if other != number)
