"""Diagnostics to the lines that a person reads: place, severity, message, code, excerpt with caret, cure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plangen.diagnostics import Diagnostic, Location, PlangenError, Severity
from plangen.locale.catalogue import Catalogue

WIDEST = 100
"""Characters of an excerpt; a longer line is cut around its fault."""

Lines = Callable[[str], tuple[str, ...]]


def report(diagnostics: Iterable[Diagnostic], words: Catalogue, lines: Lines) -> Iterator[str]:
    """The text of each diagnostic, in order. `lines` gives a file's lines by its path, none for an unknown file."""
    for diagnostic in diagnostics:
        yield from _diagnostic(diagnostic, words, lines)
        yield ""


def counts(diagnostics: Iterable[Diagnostic], words: Catalogue) -> str:
    """How many errors and warnings there are."""
    severities = [each.severity for each in diagnostics]
    if not severities:
        return words.report["nothing"]
    errors = severities.count(Severity.ERROR)
    return words.report["counts"].format(errors=errors, warnings=len(severities) - errors)


def fault(error: PlangenError, words: Catalogue) -> str:
    """The text of a fault of the world, with its cure."""
    parameters = dict(error.parameters)
    message = words.messages[error.code].format(**parameters)
    hint = _hint(error.code, parameters, words)
    return words.report["fault"].format(message=message) + f"\n     {words.report['hint']}: {hint}  [{error.code}]"


def _diagnostic(diagnostic: Diagnostic, words: Catalogue, lines: Lines) -> Iterator[str]:
    place = diagnostic.location
    parameters = dict(diagnostic.parameters)
    severity = words.report["error" if diagnostic.severity == Severity.ERROR else "warning"]
    message = words.messages[diagnostic.code].format(**parameters)
    where = f"{place.file}:{place.line}:{place.column}" if place.line else place.file
    yield f"{where}: {severity}: {message} [{diagnostic.code}]"
    yield from _excerpt(place, lines(place.file))
    yield f"     {words.report['hint']}: {_hint(diagnostic.code, parameters, words)}"


def _hint(code: str, parameters: dict[str, str], words: Catalogue) -> str:
    hint = words.hints[code].format(**parameters)
    if parameters.get("near"):
        return words.report["did-you-mean"].format(near=parameters["near"]) + " " + hint
    return hint


def _excerpt(place: Location, lines: tuple[str, ...]) -> Iterator[str]:
    if not 1 <= place.line <= len(lines):
        return
    line = lines[place.line - 1].replace("\t", "→")
    begin = max(0, place.column - 1 - WIDEST // 2) if len(line) > WIDEST else 0
    shown = line[begin : begin + WIDEST]
    cut = ("…" * (begin > 0), "…" * (begin + WIDEST < len(line)))
    column = place.column - 1 - begin
    length = max(1, min(place.length, len(shown) - column))
    number = f"{place.line:4}"
    yield f"{number} │ {cut[0]}{shown}{cut[1]}"
    yield f"{' ' * len(number)} │ {' ' * (column + len(cut[0]))}{'^' * length}"
