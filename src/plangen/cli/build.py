"""What `plangen build` and `plangen check` do: each plan examined, reported and written, none stopped by another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plangen.brand.brand import Brand
from plangen.build import FORMATS, Examined, examine, job, timestamp_of, write_all
from plangen.cli.report import counts, fault, report
from plangen.diagnostics import Diagnostic, PlangenError, Severity, nearest
from plangen.locale.catalogue import Catalogue, catalogue
from plangen.output.files import put_in_place
from plangen.readers.brand import read_brand
from plangen.readers.plan import PLAN_FILE, plan_folders
from plangen.readers.text_file import decoded, read_bytes
from plangen.source.source import Folder, Source

CONTENT = "content"
DEFAULT_LANGUAGE = "sv"


@dataclass(frozen=True, slots=True)
class Order:
    """What a command was asked for. `root` holds content/ and templates/; no plans stands for all of them."""

    root: Path
    plans: tuple[str, ...]
    formats: tuple[str, ...]
    output: Path | None
    epoch: str | None
    strict: bool = False


def build(order: Order) -> int:
    """Builds each plan and says what was written. The exit code."""
    for name in order.formats:
        if name not in FORMATS:
            near = nearest(name, FORMATS)
            raise PlangenError("unknown-format", format=name, near=near, allowed=", ".join(FORMATS))
    source = Folder(order.root)
    brand = _brand(source)
    if brand is None:
        return 1
    return max([_built(order, source, brand, folder) for folder in _folders(order, source)])


def check(order: Order) -> int:
    """Examines each plan and says what was found. The exit code."""
    source = Folder(order.root)
    brand = _brand(source)
    if brand is None:
        return 1
    found: list[Diagnostic] = []
    for folder in _folders(order, source):
        examined = examine(source, folder, brand)
        found.extend(examined.diagnostics)
        _print_report(examined, source, _words(examined))
    print(counts(found, catalogue(DEFAULT_LANGUAGE)))
    worst = max((each.severity for each in found), default=0)
    return 1 if worst >= (Severity.WARNING if order.strict else Severity.ERROR) else 0


def _built(order: Order, source: Source, brand: Brand, folder: str) -> int:
    """The exit code of one plan's build; a fault of the world that meets it stops no other plan."""
    try:
        return _build_plan(order, source, brand, folder)
    except PlangenError as error:
        print(fault(error, catalogue(DEFAULT_LANGUAGE)), file=sys.stderr)
        return 2


def _build_plan(order: Order, source: Source, brand: Brand, folder: str) -> int:
    name = PurePosixPath(folder).name
    examined = examine(source, folder, brand)
    words = _words(examined)
    _print_report(examined, source, words)
    warned = order.strict and examined.diagnostics
    if examined.document is None or not examined.sound or warned:
        print(words.report["failed"].format(plan=name), file=sys.stderr)
        return 1
    work = job(examined.document, brand, timestamp_of(examined.document, order.epoch))
    written = {f"{name}.{form}": each for form, each in write_all(work, order.formats).items()}
    assert order.output is not None
    for path in put_in_place(order.output / name, {name: each.content for name, each in written.items()}):
        each = written[path.name]
        size = words.report["kilobytes"].format(number=round(len(each.content) / 1000))
        print(words.report["written"].format(path=path.as_posix(), size=size, seconds=f"{each.seconds:.2f}"))
    print(*_fitness(examined, words), sep="\n")
    return 0


def _fitness(examined: Examined, words: Catalogue) -> Iterator[str]:
    """Whether the files are fit to send: status, warnings, what is missing."""
    plan = examined.plan
    assert plan is not None
    key = (
        "not-decided"
        if plan.status not in ("decided", "revised")
        else "fit-with-warnings"
        if examined.diagnostics
        else "fit"
    )
    warnings = len(examined.diagnostics)
    yield words.report[key].format(plan=plan.id, status=words.statuses[plan.status].lower(), warnings=warnings)
    decision = plan.decision
    known = {
        "date": decision.date if decision else None,
        "paragraph": decision.paragraph if decision else "",
        "case-number": decision.case_number if decision else "",
    }
    absent = [words.labels[name].lower() for name, value in known.items() if not value]
    if absent:
        yield words.report["absent"].format(fields=", ".join(absent))


def _folders(order: Order, source: Source) -> tuple[str, ...]:
    """The folders of the plans asked for, by name or path."""
    known = plan_folders(source, CONTENT)
    if not order.plans:
        if not known:
            raise PlangenError("no-plans", content=(order.root / CONTENT).as_posix())
        return tuple(f"{CONTENT}/{name}" for name in known)
    folders = []
    for asked in order.plans:
        path = _below(order.root, asked)
        if asked in known:
            folders.append(f"{CONTENT}/{asked}")
        elif path and PLAN_FILE in source.names(path):
            folders.append(path)
        else:
            near = nearest(PurePosixPath(asked).name, known)
            raise PlangenError("unknown-plan", plan=asked, near=near, allowed=", ".join(known))
    return tuple(dict.fromkeys(folders))


def _below(root: Path, asked: str) -> str | None:
    try:
        place = Path(asked) if Path(asked).exists() else root / asked
        return place.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError):  # outside the root, or a name that no file can have
        return None


def _brand(source: Source) -> Brand | None:
    brand, found = read_brand(source)
    for line in report(found, catalogue(DEFAULT_LANGUAGE), lambda path: _lines(source, path)):
        print(line, file=sys.stderr)
    return None if any(each.severity == Severity.ERROR for each in found) else brand


def _words(examined: Examined) -> Catalogue:
    return catalogue(examined.plan.language if examined.plan else DEFAULT_LANGUAGE)


def _print_report(examined: Examined, source: Source, words: Catalogue) -> None:
    for line in report(examined.diagnostics, words, lambda path: _lines(source, path)):
        print(line, file=sys.stderr)


def _lines(source: Source, path: str) -> tuple[str, ...]:
    """The lines of a file as the readers count them."""
    data, _ = read_bytes(source, path)
    return () if data is None else tuple(decoded(data, "replace").split("\n"))
