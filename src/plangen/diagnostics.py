"""What can be wrong, where, and how bad: values only.

A `Diagnostic` is a code and parameters at a place. Its text is made at the edge, in the reader's language, from the
catalogue of messages (`plangen.locale`), so that no stage holds a sentence.

    Exception
    └── PlangenError          a fault of the world: no such folder, a missing font, a full disk (exit 2)

Faults of content are never raised; they are returned as diagnostics (exit 1). Anything else that is raised is a bug.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

__all__ = ["Diagnostic", "Location", "PlangenError", "Severity", "error", "in_order", "nearest", "warning"]


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
    """One finding: a stable kebab-case code, its place, and what its message speaks of."""

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
    """The candidates nearest to a misspelled word, for a hint; "" where none is near."""
    by_folded = {each.casefold(): each for each in candidates}
    close = difflib.get_close_matches(word.casefold(), by_folded, n=3, cutoff=0.6)
    return ", ".join(by_folded[each] for each in close)


class PlangenError(Exception):
    """A fault of the world that no edit of the content can mend. Holds a code of the messages and its parameters."""

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = _sorted(parameters)


def _sorted(parameters: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in parameters.items()))
