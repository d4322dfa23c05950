"""Diagnostics to the lines that a person reads: place, severity, message, code, excerpt with caret, cure."""

from __future__ import annotations

import errno
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from plangen.diagnostics import Diagnostic, Location, PlangenError, Severity
from plangen.locale.catalogue import Catalogue
from plangen.locale.messages import LONGEST, message, printable, quoted
from plangen.output.manifest import Manifest
from plangen.writers.formats import BUILD_FORMATS, endings

WIDEST = 100
"""Characters of an excerpt; a longer line is cut around its fault."""

UNWRITABLE = frozenset({"output-refused", "output-unwritable", "temporary-unwritable"})
"""Faults whose cure depends on what the system answered."""

ROWS = frozenset({"written", "lead", "instead", "below"})
"""Parameters that say how a row is to be written, which is printed under the hint."""

Lines = Callable[[str], tuple[str, ...]]


def report(diagnostics: Iterable[Diagnostic], words: Catalogue, lines: Lines) -> Iterator[str]:
    """The text of each diagnostic, in order, with an empty line after it.

    `lines` gives a file's lines by its path, none for an unknown file.
    """
    for diagnostic in diagnostics:
        yield "\n".join((*_diagnostic(diagnostic, words, lines), ""))


def cure(diagnostic: Diagnostic, words: Catalogue) -> str:
    """What is to be done, in words."""
    return _hint(diagnostic.code, quoted(diagnostic.parameters), words)


def rows(diagnostic: Diagnostic, lines: Lines) -> tuple[str, ...]:
    """The rows as they are to be written, with all their spaces; none where the hint alone tells what to do."""
    return tuple(text for _, text in _rows(diagnostic, lines(diagnostic.location.file)))


def counts(diagnostics: Iterable[Diagnostic], words: Catalogue, accepted: int = 0) -> str:
    """How many errors and warnings there are, and how many that plans accept."""
    if accepted:
        key = "check-accepted-one" if accepted == 1 else "check-accepted"
        return f"{counts(diagnostics, words)} {words.report[key].format(number=accepted)}."
    severities = [each.severity for each in diagnostics]
    if not severities:
        return words.report["nothing"]
    errors = severities.count(Severity.ERROR)
    warnings = len(severities) - errors
    return words.report["counts-one" if warnings == 1 else "counts"].format(errors=errors, warnings=warnings)


def stale(folder: Path, manifest: Manifest, words: Catalogue) -> Iterator[str]:
    """That files of other formats are older than the content, where a plan's folder has such."""
    files = (f"{folder.name}{each}" for form in BUILD_FORMATS for each in endings(form, manifest.language))
    older = [file for file in files if file not in manifest.outputs and (folder / file).exists()]
    if older:
        yield words.report["stale"].format(plan=folder.name, files=", ".join(older))


def fault(error: PlangenError, words: Catalogue) -> str:
    """The text of a fault of the world, with its cure."""
    parameters = quoted(error.parameters)
    answer = parameters.get("reason", "").lower()
    if "reason" in parameters:
        parameters["reason"] = words.report.get(f"reason-{answer}") or _in_the_systems_words(parameters["reason"])
    said = words.messages[error.code].format(**parameters)
    hint = _hint(error.code, parameters, words)
    if error.code in UNWRITABLE:
        hint = words.report.get(f"cure-{answer}", hint)
    return words.report["fault"].format(message=said) + f"\n     {words.report['hint']}: {hint}  [{error.code}]"


def _in_the_systems_words(reason: str) -> str:
    """What the system says of an answer that there are no words for here; anything else as it is."""
    number = getattr(errno, reason, None) if reason in errno.errorcode.values() else None
    return reason if number is None else os.strerror(number)


def _diagnostic(diagnostic: Diagnostic, words: Catalogue, lines: Lines) -> Iterator[str]:
    place = diagnostic.location
    severity = words.report["error" if diagnostic.severity == Severity.ERROR else "warning"]
    where = f"{place.file}:{place.line}:{place.column}" if place.line else place.file
    yield f"{printable(where)}: {severity}: {message(diagnostic, words)} [{diagnostic.code}]"
    yield from _excerpt(place, lines(place.file))
    hint, written = cure(diagnostic, words), _rows(diagnostic, lines(place.file))
    intro = f" {words.report[_intro(diagnostic)]}" if written and not hint.endswith(":") else ""
    yield f"     {words.report['hint']}: {hint}{intro}"
    yield from (f"{number:>4} │ {text}" for number, text in written)


def _intro(diagnostic: Diagnostic) -> str:
    """What is said before the rows: that they are to be written so, or if that is meant, or that one is added."""
    given = dict(diagnostic.parameters)
    if _is_row(given):
        return "row-meant"
    return "row-added" if "below" in given else "row"


def _hint(code: str, parameters: dict[str, str], words: Catalogue) -> str:
    if not parameters.get("allowed", "…"):
        parameters = {**parameters, "allowed": words.report["none"]}
    hint, near = words.hints[code].format(**parameters), parameters.get("near")
    if not near:
        return hint
    asked = words.report["did-you-mean"].format(near=near)
    return f"{hint} {asked}" if _is_row(parameters) else f"{asked} {hint}"


def _is_row(given: Mapping[str, str]) -> bool:
    """Whether the row has what was perhaps meant, as it is or as a reference."""
    near = given.get("near")
    return bool(near) and given.get("instead") in (near, f"#{near}")


def _rows(diagnostic: Diagnostic, lines: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The rows as they are to be written, each with its number, or `+` where it is one more.

    They are made of the file's own row by what the diagnostic says of it (`plangen.diagnostics`).
    """
    place, given = diagnostic.location, dict(diagnostic.parameters)
    if not given.keys() & ROWS or not 1 <= place.line <= len(lines):
        return ()
    line, column = lines[place.line - 1], place.column - 1
    if "written" in given:
        made = given["written"].split("\n")
    else:
        marked = line[column : column + place.length]
        before, instead = given.get("lead", line[:column]), given.get("instead", marked)
        made = [before + instead + line[column + len(marked) :]]
    numbered = [(str(place.line + index), text) for index, text in enumerate(made)]
    if "below" in given:
        numbered.append(("+", given["below"]))
    return tuple((number, _whole(text)) for number, text in numbered)


def _whole(row: str) -> str:
    """A row as it can be copied, but for one that is very long."""
    row = printable(row.replace("\t", "→"))
    return row if len(row) <= LONGEST else row[:LONGEST] + "…"


def _excerpt(place: Location, lines: tuple[str, ...]) -> Iterator[str]:
    if not 1 <= place.line <= len(lines):
        return
    line = lines[place.line - 1].replace("\t", "→")
    column = min(place.column - 1, len(line))
    begin = max(0, column - WIDEST // 2) if len(line) > WIDEST else 0
    end = begin + WIDEST
    before, marked = line[begin:column], line[column : min(end, column + max(1, place.length))]
    cut = ("…" * (begin > 0), "…" * (end < len(line)))
    number = f"{place.line:4}"
    yield f"{number} │ {cut[0]}{printable(line[begin:end])}{cut[1]}"
    yield f"{' ' * len(number)} │ {' ' * (len(cut[0]) + _width(before))}{'^' * max(1, _width(marked))}"


def _width(text: str) -> int:
    """The columns that a terminal gives a text: two for a wide character, none for a combining one."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.category(character) in ("Mn", "Me", "Cf") for character in text)
