"""What a plan says of its own findings: one accepted, lowered or raised at a place, with the reason for it.

A list in plan.yaml to what remains of the findings. What is accepted is kept beside, with its reason, so that it can be
counted and listed. An adjustment that is itself at fault changes nothing, so no finding is hidden by mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import Annotated, Any, Literal

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, Location, Severity, error, in_order, nearest, warning
from plangen.locale.codes import codes
from plangen.model.record import PlainText, Reader, Reading, Record, choice, records, required
from plangen.model.written import Written

Level = Literal["accepted", "warning", "error"]

MOST = 200
"""Adjustments of a plan. A long plan has some few."""

MOST_PLACES = 3
"""Places that a message names."""

_SEVERITY = {"warning": Severity.WARNING, "error": Severity.ERROR}


class Adjustment(Record):
    """Findings of a code are to be accepted, or to be warnings or errors, for a reason.

    `file` is a path below the plan's folder, or a pattern with `*`; `at` is a text on the line that the finding is on.
    Without them every finding of the code is meant.
    """

    code: Annotated[PlainText, Written("code")] = required("")
    level: Annotated[Level, choice("check_level")] = required("warning")
    reason: PlainText = required("")
    file: PlainText = ""
    at: PlainText = ""


def _adjustments(value: Any, context: Reading) -> Any:
    """Those of a list in which there is no fault."""
    kept = []
    listed = records(value, context)
    if len(listed) > MOST:
        context.report("checks-too-many", listed[MOST].location, most=MOST)
        return ()
    for each in listed:
        before = len(context.found)
        adjustment = Adjustment.read(each, context)
        if len(context.found) == before:
            kept.append(adjustment)
    return tuple(kept)


Adjustments = Annotated[tuple[Adjustment, ...], Reader(_adjustments)]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that the plan accepts, and why."""

    diagnostic: Diagnostic
    reason: str


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What remains of the findings, each as bad as the plan says, and what the plan accepts."""

    found: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...] = ()


def adjusted(
    adjustments: Sequence[Adjustment],
    folder: str,
    found: Sequence[Diagnostic],
    line_of: Callable[[Location], str],
) -> Adjusted:
    """Applies a plan's adjustments to what was found in it.

    `line_of` gives the line at a place, "" where it is of a file as a whole. Where several adjustments meet a finding,
    the first holds. One that meets nothing is told of only where no error is left, since an error may hide what it
    would meet.
    """
    if not adjustments:
        return Adjusted(in_order(found))
    kept = [each for adjustment in adjustments for each in _faults(adjustment)]
    sound = [each for each in adjustments if not any(_faults(each))]
    accepted: list[Accepted] = []
    met: set[int] = set()
    for diagnostic in in_order(found):
        meeting = [i for i, each in enumerate(sound) if _meets(each, folder, diagnostic, line_of)]
        met.update(meeting)
        first = sound[meeting[0]] if meeting else None
        if first and first.level == "accepted":
            accepted.append(Accepted(diagnostic, first.reason))
        else:
            kept.append(replace(diagnostic, severity=_SEVERITY[first.level]) if first else diagnostic)
    if all(each.severity < Severity.ERROR for each in kept):
        unmet = (each for i, each in enumerate(sound) if i not in met)
        kept.extend(each for adjustment in unmet for each in _unmet(adjustment, folder, found))
    return Adjusted(in_order(kept), tuple(accepted))


def _faults(adjustment: Adjustment) -> Iterator[Diagnostic]:
    """A code that isn't there, and one that no plan may adjust."""
    name = adjustment.code
    known = codes().get(name)
    if known is None:
        adjustable = (each.name for each in codes().values() if each.adjustable)
        yield error("check-unknown-code", adjustment.place("code"), name=name, near=nearest(name, adjustable))
    elif not known.adjustable:
        yield error("check-not-adjustable", adjustment.place("code"), name=name)


def _meets(adjustment: Adjustment, folder: str, diagnostic: Diagnostic, line_of: Callable[[Location], str]) -> bool:
    if diagnostic.code != adjustment.code:
        return False
    file = diagnostic.location.file
    if adjustment.file and not any(
        fnmatchcase(each, adjustment.file) for each in (file.removeprefix(f"{folder}/"), file)
    ):
        return False
    return not adjustment.at or _plain(adjustment.at) in _plain(line_of(diagnostic.location))


def _plain(text: str) -> str:
    """A text without what can't be seen of it: more than one space in a row."""
    return " ".join(text.split())


def _unmet(adjustment: Adjustment, folder: str, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """That nothing is found that an adjustment speaks of, or not where it says."""
    places = [each.location for each in in_order(found) if each.code == adjustment.code]
    if not places:
        yield warning("check-unmet", adjustment.place("code"), name=adjustment.code)
        return
    more = ", …" if len(places) > MOST_PLACES else ""
    named = ((each.file.removeprefix(f"{folder}/"), each.line) for each in places[:MOST_PLACES])
    shown = ", ".join(f"{file}:{line}" if line else file for file, line in named) + more
    place = adjustment.place("at" if adjustment.at else "file")
    yield warning("check-elsewhere", place, name=adjustment.code, places=shown)
