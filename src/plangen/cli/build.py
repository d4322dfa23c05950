"""What `plangen build` and `plangen check` do: each plan for itself, none stopped by another, and none built in vain.

The pipeline is loaded when the first plan needs it, so that a build with nothing to do is over at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from plangen.cli.fresh import inputs_of, tools, unchanged
from plangen.cli.orders import Order, folders
from plangen.cli.report import counts, fault, stale
from plangen.diagnostics import Diagnostic, PlangenError, Severity, nearest
from plangen.locale.catalogue import DEFAULT_LANGUAGE, catalogue
from plangen.output.manifest import Manifest
from plangen.source.source import Folder, Source
from plangen.writers.formats import FORMATS

if TYPE_CHECKING:
    from plangen.brand.brand import Brand

BrandOf = Callable[[], "tuple[Brand, tuple[Diagnostic, ...]]"]


def build(order: Order) -> int:
    """Builds each plan that has changed and says what was written. The exit code."""
    for name in order.formats:
        if name not in FORMATS:
            near = nearest(name, FORMATS)
            raise PlangenError("unknown-format", format=name, near=near, allowed=", ".join(FORMATS))
    source = Folder(order.root)
    by = tools()
    asked = folders(order, source)
    names = [PurePosixPath(folder).name for folder in asked]
    for name in names:
        if names.count(name) > 1:
            raise PlangenError("plan-name-twice", plan=name)

    @cache
    def brand() -> tuple[Brand, tuple[Diagnostic, ...]]:
        from plangen.cli.one_plan import brand_of

        return brand_of(source)

    return max([_built(order, source, folder, by, brand) for folder in asked])


def check(order: Order) -> int:
    """Examines each plan and says what was found. The exit code."""
    from plangen.cli.one_plan import brand_of, check_plan

    source = Folder(order.root)
    asked = folders(order, source)
    brand, faults = brand_of(source)
    found: list[Diagnostic] = list(faults)
    code = 0
    for folder in asked:
        try:
            found.extend(check_plan(source, folder, brand))
        except PlangenError as error:
            print(fault(error, catalogue(DEFAULT_LANGUAGE)), file=sys.stderr)
            code = 2
    print(counts(found, catalogue(DEFAULT_LANGUAGE)))
    worst = max((each.severity for each in found), default=0)
    return max(code, 1 if worst >= (Severity.WARNING if order.strict else Severity.ERROR) else 0)


def _built(order: Order, source: Source, folder: str, by: dict[str, str], brand_of: BrandOf) -> int:
    """The exit code of one plan's build; a fault of the world that meets it stops no other plan."""
    try:
        inputs = inputs_of(order, source, folder)
        if not order.force and _told_unchanged(order, folder, inputs, by):
            return 0
        from plangen.cli.one_plan import build_plan, check_plan

        brand, faults = brand_of()
        if any(each.severity == Severity.ERROR for each in faults):
            check_plan(source, folder, brand)
            return 1
        return build_plan(order, source, brand, folder, Manifest(by, inputs, {}))
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
    for line in stale(place, manifest, words):
        print(line, file=sys.stderr)
    return True
