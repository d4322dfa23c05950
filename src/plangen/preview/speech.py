"""How faults are told: handed down by the command line, so that the preview says what `plangen check` says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, PlangenError
from plangen.locale.catalogue import Catalogue

Lines = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Speech:
    """The text of diagnostics with their excerpts, how many there are, and the text of a fault of the world."""

    report: Callable[[Iterable[Diagnostic], Catalogue, Lines], Iterator[str]]
    counts: Callable[[Iterable[Diagnostic], Catalogue], str]
    fault: Callable[[PlangenError, Catalogue], str]
