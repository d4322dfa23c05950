"""What `plangen list` does: the plans, what they say of themselves, and which of their files are fresh.

Of each plan only `plan.yaml` is read and its files' digests taken; nothing is composed or set.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import PurePosixPath

from plangen.cli.fresh import inputs_of, tools, unchanged
from plangen.cli.orders import Order, folders
from plangen.cli.outcome import Line, Teller
from plangen.cli.report import fault
from plangen.cli.step import FAILED
from plangen.dataclass import dataclass
from plangen.diagnostics import PlangenError
from plangen.locale.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from plangen.locale.messages import printable
from plangen.model.dates import read_year
from plangen.readers.summary import Summary, read_summary
from plangen.source.plans import files_of
from plangen.source.source import Folder, Source
from plangen.writers.formats import FORMATS

BUILT, CHANGED, NEVER = "built", "changed", "never"
"""A file is what its plan would give; what it is made of has changed since, or it has itself; there is none."""

UNREAD = Summary("", "", "", "")
GAP = "  "


@dataclass(frozen=True, slots=True)
class Listed:
    """A plan in the list. `readable`: whether its title, year and status could be read, and all its files.

    What couldn't be read is "", the year None.
    """

    folder: str
    title: str
    year: int | None
    status: str
    language: str
    readable: bool
    formats: Mapping[str, str]


def list_plans(order: Order, form: str) -> int:
    """Lists the plans as "text" or "json". The exit code: 1 where one is at fault, 2 where a file can't be read."""
    source = Folder(order.root)
    by = tools()
    plans = tuple(_listed(order, source, folder, by) for folder in folders(order, source))
    words = _words(order, plans)
    print(_json(plans) if form == "json" else "\n".join(_table(plans, words)))
    faults = dict.fromkeys(fault(each, words) for plan in plans for each in _unreadable(source, plan.folder))
    Teller().tell(Line(each, aside=True) for each in faults)
    if faults:
        return FAILED
    return 0 if all(plan.readable for plan in plans) else 1


def _listed(order: Order, source: Source, folder: str, by: Mapping[str, str]) -> Listed:
    try:
        summary, found = read_summary(source, folder)
        inputs = inputs_of(order, source, folder)
    except PlangenError:
        summary, found, inputs = None, (), {}
    name = PurePosixPath(folder).name
    formats = {form: _state(order, name, form, inputs, by) for form in FORMATS}
    told = summary or UNREAD
    readable = told.complete and not found and not any(_unreadable(source, folder))
    year = read_year(told.year)
    return Listed(folder, told.title, year, told.status, told.language, readable, formats)


def _unreadable(source: Source, folder: str) -> Iterator[PlangenError]:
    """The faults of files that the system doesn't let a plan be read from.

    One that is too large may be no part of it.
    """
    try:
        paths = files_of(source, folder)
    except PlangenError as error:
        yield error
        return
    for path in paths:
        try:
            source.read(path)
        except PlangenError as error:
            if error.code == "file-unreadable":
                yield error


def _state(order: Order, name: str, form: str, inputs: Mapping[str, str], by: Mapping[str, str]) -> str:
    place, file = order.output / name, f"{name}.{form}"
    if not (place / file).is_file():
        return NEVER
    return CHANGED if unchanged(place, (file,), inputs, by) is None else BUILT


def _json(plans: Sequence[Listed]) -> str:
    return json.dumps([asdict(plan) for plan in plans], ensure_ascii=False, indent=2)


def _table(plans: Sequence[Listed], words: Catalogue) -> list[str]:
    head = (*(words.report[f"list-{each}"] for each in ("folder", "title", "year", "status")), *FORMATS)
    rows = [head, *(_row(plan, words) for plan in plans)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    unread = [PurePosixPath(plan.folder).name for plan in plans if not plan.readable]
    return lines + [words.report["list-check"].format(plans=" ".join(unread))] * bool(unread)


def _row(plan: Listed, words: Catalogue) -> tuple[str, ...]:
    unreadable = words.report["list-unreadable"]
    status = words.statuses[plan.status] if plan.status else ""
    told = (plan.folder, plan.title or unreadable, str(plan.year or ""), status if plan.readable else unreadable)
    states = (words.report[f"list-{state}"] for state in plan.formats.values())
    return (*map(printable, told), *states)


def _words(order: Order, plans: Sequence[Listed]) -> Catalogue:
    languages = {plan.language for plan in plans if plan.language}
    return catalogue(order.language or (languages.pop() if len(languages) == 1 else DEFAULT_LANGUAGE))
