"""One plan examined and written, with the record of it put beside its files, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath

from plangen.brand.brand import Brand
from plangen.build import Examined, Written, examine, job, keeps_pages, timestamp_of, with_data, write_all
from plangen.cli.finding import Finding, findings_of, in_text, on_github, prefix_of
from plangen.cli.orders import Order
from plangen.cli.outcome import Line, Outcome, findings
from plangen.cli.report import fault, stale
from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, PlangenError, Severity
from plangen.locale.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from plangen.output.files import put_in_place
from plangen.output.manifest import MANIFEST, Manifest, digest, manifest_bytes, read_manifest
from plangen.readers.brand import read_brand
from plangen.readers.text_file import read_lines
from plangen.source.recall import Recall
from plangen.source.source import Source
from plangen.writers.job import Job


@dataclass(frozen=True, slots=True)
class _Judged:
    """A plan examined with its brand: what was found in both, and the words in which it is told."""

    examined: Examined
    brand: Brand
    found: tuple[Diagnostic, ...]
    words: Catalogue
    told: tuple[Finding, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The text of each that the plan doesn't accept."""
        return tuple(each.text for each in self.told if not each.accepted)

    @property
    def severity(self) -> int:
        """That of the worst that was found."""
        return max((each.severity for each in self.found), default=0)

    @property
    def language(self) -> str:
        """The plan's language, where it is known."""
        return self.examined.plan.language if self.examined.plan else ""


def check_plan(order: Order, source: Source, folder: str, recall: Recall) -> Outcome:
    """What is found in a plan. Its code is 1 where that would stop a build."""
    judged = _judged(order, source, folder, recall)
    shown = [each for each in judged.told if order.accepted or not each.accepted]
    lines: tuple[Line, ...] = ()
    if order.form == "text":
        lines = findings(in_text(shown, judged.words))
    elif order.form == "github":
        lines = tuple(Line(each, once=True) for each in on_github(shown, prefix_of(order.root)))
    return Outcome(_code(order, judged), lines, judged.found, judged.language, judged.told)


def build_plan(order: Order, source: Source, folder: str, recall: Recall, made_of: Manifest) -> Outcome:
    """What became of building a plan; `made_of` has the inputs and tools of its record."""
    name = PurePosixPath(folder).name
    judged = _judged(order, source, folder, recall)
    words = judged.words
    if _code(order, judged):
        key = "failed" if judged.severity >= Severity.ERROR else "failed-strict"
        return _outcome(1, judged, Line(words.report[key].format(plan=name), aside=True))
    try:
        return _outcome(0, judged, *_put_in_place(order, judged, name, made_of))
    except PlangenError as error:
        return _outcome(2, judged, Line(fault(error, words), aside=True))


def _outcome(code: int, judged: _Judged, *lines: Line) -> Outcome:
    return Outcome(code, (*findings(judged.reports), *lines), judged.found, judged.language)


def _judged(order: Order, source: Source, folder: str, recall: Recall) -> _Judged:
    brand, faults = read_brand(source, folder)
    examined = examine(source, folder, brand, recall, beside=faults)
    language = examined.plan.language if examined.plan else order.language or DEFAULT_LANGUAGE
    found, words = examined.diagnostics, catalogue(language)
    lines = cache(lambda path: read_lines(source, path))
    return _Judged(examined, brand, found, words, findings_of(folder, found, examined.accepted, words, lines))


def _code(order: Order, judged: _Judged) -> int:
    """1 where what was found stops the plan from being written."""
    stops = Severity.WARNING if order.strict else Severity.ERROR
    return 1 if judged.severity >= stops or judged.examined.document is None else 0


def _put_in_place(order: Order, judged: _Judged, name: str, made_of: Manifest) -> Iterator[Line]:
    """Writes the files of a sound plan and says so."""
    document, plan, words = judged.examined.document, judged.examined.plan, judged.words
    assert document is not None
    assert plan is not None
    work = with_data(job(document, judged.brand, timestamp_of(document, order.epoch), judged.examined.template), plan)
    work = replace(work, beside={form: f"{name}.{form}" for form in order.formats})
    written = {f"{name}{ending}": each for ending, each in write_all(work, order.formats).items()}
    place = order.output / name
    files = {file: each.content for file, each in written.items()}
    said = (*_fitness(judged), *_notices(order, judged, work))
    made = replace(made_of, said=said, warnings=judged.reports, language=judged.language)
    record = _record(made, read_manifest(place), files)
    put_in_place(place, files | {MANIFEST: manifest_bytes(record)})
    for file, each in written.items():
        yield Line(_written((place / file).as_posix(), each, words))
    yield from map(Line, said)
    for line in stale(place, record, words):
        yield Line(line, aside=True)


def _record(made: Manifest, before: Manifest | None, files: Mapping[str, bytes]) -> Manifest:
    """The record of these files, and of those of other formats that were made of the same before."""
    kept = before.outputs if before and before.is_of(made.inputs, made.tools) else {}
    return replace(made, outputs={**kept, **{name: digest(content) for name, content in files.items()}})


def _written(path: str, each: Written, words: Catalogue) -> str:
    size = words.report["kilobytes"].format(number=round(len(each.content) / 1000))
    return words.report["written"].format(path=path, size=size, seconds=f"{each.seconds:.2f}")


def _fitness(judged: _Judged) -> Iterator[str]:
    """Whether the files are fit to send: status, warnings, what is missing."""
    plan, words = judged.examined.plan, judged.words
    assert plan is not None
    warnings = len(judged.found)
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


def _notices(order: Order, judged: _Judged, work: Job) -> Iterator[str]:
    """What the reader of a DOCX has to know of it."""
    if "docx" in order.formats and not keeps_pages(work):
        assert work.template is not None
        yield judged.words.report["pages-by-word"].format(template=work.template.template.file)
