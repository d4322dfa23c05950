"""What can be wrong, where, and how bad: values only.

A `Diagnostic` is a code and parameters at a place. Its text is made at the edge, in the reader's language, from the
catalogue of messages (`plangen.locale`), so that no stage holds a sentence.

    Exception
    └── PlangenError          a fault of the world: no such folder, a missing font, a full disk (exit 2)

Faults of content are never raised; they are returned as diagnostics (exit 1). Anything else that is raised is a bug.
"""

from __future__ import annotations

import difflib
import errno
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import field
from enum import IntEnum

from plangen.dataclass import dataclass

MOST_NEAR = 3
ALIKE = 0.6
FARTHER = 0.15
LEAST_BEGINNING = 3


class Severity(IntEnum):
    """How bad a finding is. A warning never stops a build; an error does."""

    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: path from the root of the content with `/`, line and column from 1, length in characters.

    Line 0 stands for the file as a whole. Length 0 means that the extent is unknown.
    """

    file: str
    line: int = 0
    column: int = 1
    length: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable kebab-case code, its place, and what its message speaks of.

    Some parameters say how the row is to be written, and are taken letter by letter, with their spaces: `instead`
    stands in place of what is marked, `lead` in place of all before it; `written` is the whole row, or that and those
    after it; `below` is one more row below it.
    """

    code: str
    location: Location
    parameters: tuple[tuple[str, str], ...] = ()
    severity: Severity = field(default=Severity.ERROR)


def error(code: str, location: Location, **parameters: object) -> Diagnostic:
    """A fault that stops the plan from being built."""
    return Diagnostic(code, location, _sorted(parameters))


def warning(code: str, location: Location, **parameters: object) -> Diagnostic:
    """Something that an editor should look at; the plan is built all the same."""
    return Diagnostic(code, location, _sorted(parameters), Severity.WARNING)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics once each, by file, line, column and code."""
    return tuple(sorted(set(diagnostics), key=lambda each: (each.location, each.code, each.parameters)))


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidates nearest to a misspelled word, for a hint, the nearest first; "" where none is near.

    Accents, capitals, spaces and hyphens don't count; one that differs in nothing else is the only one. Nor are those
    told that are much farther off than the nearest. Where none is alike, one that begins as the word does is near.
    """
    by_folded: dict[str, str] = {}
    for each in candidates:
        by_folded.setdefault(_folded(each), each)
    folded = _folded(word)
    if folded in by_folded:
        return by_folded[folded]
    close = difflib.get_close_matches(folded, by_folded, n=MOST_NEAR, cutoff=ALIKE)
    ratios = [difflib.SequenceMatcher(a=each, b=folded).ratio() for each in close]
    close = [each for each, ratio in zip(close, ratios, strict=True) if ratio > ratios[0] - FARTHER]
    if not close and len(folded) >= LEAST_BEGINNING:
        close = [each for each in by_folded if each.startswith(folded) or (each and folded.startswith(each))]
    return ", ".join(by_folded[each] for each in close[:MOST_NEAR])


def meant(near: str) -> dict[str, str]:
    """The parameters of a finding that say what was meant; where that is one thing, it goes in place of the marked."""
    return {"near": near, "instead": near} if near and ", " not in near else {"near": near}


def _folded(word: str) -> str:
    """A word without what a writer may well get wrong: capitals, accents, invisible characters, spaces, hyphens."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    kept = "".join(each for each in plain if unicodedata.category(each) not in ("Mn", "Cf"))
    return re.sub(r"[\s_-]+", "-", kept.strip())


class PlangenError(Exception):
    """A fault of the world that no edit of the content can mend. Holds a code of the messages and its parameters."""

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = _sorted(parameters)


def reason_of(fault: Exception) -> str:
    """Why the system refused: the name of what it answered (`EACCES`), which the catalogues have words for.

    What has no such name is in the system's own words.
    """
    number = getattr(fault, "errno", None)
    return errno.errorcode.get(number or 0) or getattr(fault, "strerror", None) or str(fault)


def _sorted(parameters: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in parameters.items()))
