"""The plans that a decision's tag publishes: those that are decided, and on the day that the tag's name says, if any.

A repository holds next year's draft beside the plan that is decided, so what isn't decided is left out, and told of.
Where nothing is left the tag is at fault, or the plans: that is an error. A plan whose `plan.yaml` has a fault is kept,
so that it stops the build: nobody knows what it would say.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import PurePosixPath

from plangen.diagnostics import Diagnostic, PlangenError, Severity
from plangen.locale.catalogue import Catalogue, catalogue
from plangen.model.plan import Plan
from plangen.readers.plan import read_plan
from plangen.source.source import Source

DECIDED = ("decided", "revised")
UNFINISHED = frozenset({"missing-field", "file-missing"})
"""What a plan that isn't written yet lacks, in which its status stands all the same."""

_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


def decided(source: Source, folders: Sequence[str], tag: str) -> tuple[str, ...]:
    """The folders of the plans that a tag publishes. Raises PlangenError where there is none."""
    day = found[0] if (found := _DAY.search(tag)) else ""
    kept: list[str] = []
    others: list[str] = []
    for folder in folders:
        plan, faults = read_plan(source, folder)
        if plan is None or _is_of(plan, day) or any(_is_of_the_plan(each, folder) for each in faults):
            kept.append(folder)
            continue
        name, words = PurePosixPath(folder).name, catalogue(plan.language)
        standing = _standing(plan, words)
        others.append(f"{name} ({standing})")
        print(words.report["left-undecided"].format(plan=name, standing=standing, tag=tag), file=sys.stderr)
    if not kept:
        raise PlangenError("nothing-decided", tag=tag, plans=", ".join(others))
    return tuple(kept)


def _is_of_the_plan(found: Diagnostic, folder: str) -> bool:
    """Whether it is a fault of what the plan says of itself, by which its status or its day may be lost."""
    own = found.location.file == f"{folder}/plan.yaml" and found.code not in UNFINISHED
    return own and found.severity >= Severity.ERROR


def _is_of(plan: Plan, day: str) -> bool:
    return plan.status in DECIDED and (not day or _day(plan) == day)


def _day(plan: Plan) -> str:
    date = plan.decision.date if plan.decision else None
    return date.isoformat() if date else ""


def _standing(plan: Plan, words: Catalogue) -> str:
    """The plan's status, and when it was decided."""
    status = words.statuses[plan.status].lower()
    return f"{status} {_day(plan)}" if plan.status in DECIDED and _day(plan) else status
