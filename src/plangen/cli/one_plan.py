"""One plan examined, reported and written, with the record of it put beside its files."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from plangen.brand.brand import Brand
from plangen.build import Examined, Written, examine, job, timestamp_of, write_all
from plangen.cli.orders import Order
from plangen.cli.report import report, stale
from plangen.diagnostics import Diagnostic
from plangen.locale.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from plangen.output.files import put_in_place
from plangen.output.manifest import MANIFEST, Manifest, digest, manifest_bytes, read_manifest
from plangen.readers.brand import read_brand
from plangen.readers.text_file import decoded, read_bytes
from plangen.source.source import Source


def brand_of(source: Source) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """The brand of a project and the faults of its file, printed."""
    brand, found = read_brand(source)
    for line in report(found, catalogue(DEFAULT_LANGUAGE), lambda path: _lines(source, path)):
        print(line, file=sys.stderr)
    return brand, found


def check_plan(source: Source, folder: str, brand: Brand) -> tuple[Diagnostic, ...]:
    """What is found in a plan, printed."""
    examined = examine(source, folder, brand)
    for line in _report(examined, source):
        print(line, file=sys.stderr)
    return examined.diagnostics


def build_plan(order: Order, source: Source, brand: Brand, folder: str, made_of: Manifest) -> int:
    """The exit code of building a plan; `made_of` has the inputs and tools of its record."""
    name = PurePosixPath(folder).name
    examined = examine(source, folder, brand)
    words = _words(examined)
    warnings = tuple(_report(examined, source))
    for line in warnings:
        print(line, file=sys.stderr)
    if examined.document is None or not examined.sound or (order.strict and examined.diagnostics):
        print(words.report["failed-strict" if examined.sound else "failed"].format(plan=name), file=sys.stderr)
        return 1
    work = job(examined.document, brand, timestamp_of(examined.document, order.epoch))
    written = {f"{name}.{form}": each for form, each in write_all(work, order.formats).items()}
    said = tuple(_fitness(examined, words))
    place = order.output / name
    files = {file: each.content for file, each in written.items()}
    record = _record(made_of, read_manifest(place), files, said, warnings)
    put_in_place(place, files | {MANIFEST: manifest_bytes(record)})
    for file, each in written.items():
        print(_written((place / file).as_posix(), each, words))
    print(*said, sep="\n")
    for line in stale(place, record, words):
        print(line, file=sys.stderr)
    return 0


def _record(
    made_of: Manifest,
    before: Manifest | None,
    files: Mapping[str, bytes],
    said: tuple[str, ...],
    warnings: tuple[str, ...],
) -> Manifest:
    """The record of these files, and of those of other formats that were made of the same before."""
    kept = before.outputs if before and before.is_of(made_of.inputs, made_of.tools) else {}
    outputs = {**kept, **{name: digest(content) for name, content in files.items()}}
    return Manifest(made_of.tools, made_of.inputs, outputs, said, warnings)


def _written(path: str, each: Written, words: Catalogue) -> str:
    size = words.report["kilobytes"].format(number=round(len(each.content) / 1000))
    return words.report["written"].format(path=path, size=size, seconds=f"{each.seconds:.2f}")


def _fitness(examined: Examined, words: Catalogue) -> Iterator[str]:
    """Whether the files are fit to send: status, warnings, what is missing."""
    plan = examined.plan
    assert plan is not None
    warnings = len(examined.diagnostics)
    fit = "fit-with-warnings" if warnings else "fit"
    key = fit if plan.status in ("decided", "revised") else "not-decided"
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


def _words(examined: Examined) -> Catalogue:
    return catalogue(examined.plan.language if examined.plan else DEFAULT_LANGUAGE)


def _report(examined: Examined, source: Source) -> Iterator[str]:
    return report(examined.diagnostics, _words(examined), lambda path: _lines(source, path))


def _lines(source: Source, path: str) -> tuple[str, ...]:
    """The lines of a file as the readers count them."""
    data, _ = read_bytes(source, path)
    return () if data is None else tuple(decoded(data, "replace").split("\n"))
