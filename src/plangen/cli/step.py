"""One plan to be built or checked, and several of them: here or in processes beside, whatever meets one of them.

The pipeline is loaded where the first plan needs it, and processes are started only where there is more than one plan.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from plangen.cli.orders import Order
from plangen.cli.outcome import Line, Outcome
from plangen.cli.report import fault
from plangen.dataclass import dataclass
from plangen.diagnostics import PlangenError
from plangen.locale.catalogue import DEFAULT_LANGUAGE, catalogue
from plangen.output.manifest import Manifest
from plangen.source.recall import Recall

FAILED = 2
"""The exit code of a plan that could not be examined or written, whatever its content is like."""


@dataclass(frozen=True, slots=True)
class Step:
    """A plan's folder, and what its files are made of if it is to be built; else it is checked."""

    order: Order
    folder: str
    made_of: Manifest | None = None


def outcomes(steps: Sequence[Step | Outcome]) -> Iterator[Outcome]:
    """The outcome of each step, in order; those that are outcomes already are given where they stand."""
    open_steps = [each for each in steps if isinstance(each, Step)]
    jobs = min(_jobs(open_steps[0].order), len(open_steps)) if open_steps else 1
    work = partial(outcome_of, recall=Recall())  # each process has its own, and knows the outline of the plan before
    made = _by_processes(work, open_steps, jobs) if jobs > 1 else map(work, open_steps)
    for each in steps:
        yield each if isinstance(each, Outcome) else next(made)


def outcome_of(step: Step, recall: Recall) -> Outcome:
    """The outcome of a step. What is raised on the way is this plan's failure, and no other's."""
    from plangen.cli.one_plan import build_plan, check_plan
    from plangen.source.source import Folder

    source = Folder(step.order.root)
    try:
        if step.made_of is None:
            return check_plan(step.order, source, step.folder, recall)
        return build_plan(step.order, source, step.folder, recall, step.made_of)
    except PlangenError as error:
        return failed(step.order, error)
    except Exception:  # a fault in plangen, or no memory left
        outcome = failed(step.order, PlangenError("plan-crashed", plan=_name(step)))
        return Outcome(outcome.code, (Line(traceback.format_exc().rstrip(), aside=True), *outcome.lines))


def failed(order: Order, error: PlangenError) -> Outcome:
    """The outcome of a plan that met a fault of the world before it could be read."""
    return Outcome(FAILED, (Line(fault(error, catalogue(order.language or DEFAULT_LANGUAGE)), aside=True),))


def _by_processes(work: Callable[[Step], Outcome], steps: Sequence[Step], jobs: int) -> Iterator[Outcome]:
    from plangen.cli.workers import Lost, results

    made = results(work, steps, jobs)
    for step, result in zip(steps, made, strict=True):
        if isinstance(result, Lost):
            yield failed(step.order, PlangenError("process-died", plan=_name(step), how=result.how))
        else:
            yield result


def _jobs(order: Order) -> int:
    """How many plans are built at a time: as asked for, else as many as there are cores that this process may use."""
    if order.jobs:
        return order.jobs
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _name(step: Step) -> str:
    return PurePosixPath(step.folder).name
