"""What `plangen build` and `plangen check` do: each plan for itself, none stopped by another, and none built in vain.

The pipeline is loaded when the first plan needs it, so that a build with nothing to do is over at once.
"""

from __future__ import annotations

import sys
from pathlib import PurePosixPath

from plangen.cli.fresh import inputs_of, tools, unchanged
from plangen.cli.orders import DEFAULT_LANGUAGE, Order, folders
from plangen.cli.report import counts, fault
from plangen.diagnostics import Diagnostic, PlangenError, Severity, nearest
from plangen.locale.catalogue import catalogue
from plangen.output.manifest import Manifest
from plangen.source.source import Folder, Source
from plangen.writers.formats import FORMATS

__all__ = ["Order", "build", "check"]


def build(order: Order) -> int:
    """Builds each plan that has changed and says what was written. The exit code."""
    for name in order.formats:
        if name not in FORMATS:
            near = nearest(name, FORMATS)
            raise PlangenError("unknown-format", format=name, near=near, allowed=", ".join(FORMATS))
    source = Folder(order.root)
    by = tools()
    return max([_built(order, source, folder, by) for folder in folders(order, source)])


def check(order: Order) -> int:
    """Examines each plan and says what was found. The exit code."""
    from plangen.cli.one_plan import brand_of, check_plan

    source = Folder(order.root)
    brand = brand_of(source)
    if brand is None:
        return 1
    found: list[Diagnostic] = []
    for folder in folders(order, source):
        found.extend(check_plan(source, folder, brand))
    print(counts(found, catalogue(DEFAULT_LANGUAGE)))
    worst = max((each.severity for each in found), default=0)
    return 1 if worst >= (Severity.WARNING if order.strict else Severity.ERROR) else 0


def _built(order: Order, source: Source, folder: str, by: dict[str, str]) -> int:
    """The exit code of one plan's build; a fault of the world that meets it stops no other plan."""
    try:
        inputs = inputs_of(order, source, folder)
        if not order.force and _told_unchanged(order, folder, inputs, by):
            return 0
        from plangen.cli.one_plan import brand_of, build_plan

        brand = brand_of(source)
        return 1 if brand is None else build_plan(order, source, brand, folder, Manifest(by, inputs, {}))
    except PlangenError as error:
        print(fault(error, catalogue(DEFAULT_LANGUAGE)), file=sys.stderr)
        return 2


def _told_unchanged(order: Order, folder: str, inputs: dict[str, str], by: dict[str, str]) -> bool:
    """Whether a plan's files are fresh; what the build that made them said is then said again."""
    name = PurePosixPath(folder).name
    place = order.output / name
    found = unchanged(place, tuple(f"{name}.{form}" for form in order.formats), inputs, by)
    if found is None or (order.strict and found[0].warnings):
        return False
    manifest, sizes = found
    words = catalogue(DEFAULT_LANGUAGE)
    for line in manifest.warnings:
        print(line, file=sys.stderr)
    for file, size in sizes.items():
        kilobytes = words.report["kilobytes"].format(number=round(size / 1000))
        print(words.report["unchanged"].format(path=(place / file).as_posix(), size=kilobytes))
    print(*manifest.said, sep="\n")
    return True
