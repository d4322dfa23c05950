"""What `plangen build` does: each plan for itself, none stopped by another, and none built in vain.

Each plan's lines are printed whole and in the plans' order, however many are built at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from plangen.cli.commit import Committed
from plangen.cli.decided import decided
from plangen.cli.fresh import inputs_of, tools, unchanged
from plangen.cli.orders import Order, folders
from plangen.cli.outcome import Line, Outcome, Teller, findings
from plangen.cli.progress import Progress
from plangen.cli.report import stale
from plangen.cli.step import Step, failed, outcomes
from plangen.diagnostics import PlangenError, nearest
from plangen.locale.catalogue import DEFAULT_LANGUAGE, catalogue
from plangen.output.files import put_in_place
from plangen.output.manifest import MANIFEST, Manifest, manifest_bytes, read_manifest
from plangen.source.source import Folder, Source
from plangen.writers.formats import BUILD_FORMATS, endings


def build(order: Order) -> int:
    """Builds each plan that has changed and says what was written. The exit code."""
    for name in order.formats:
        if name not in BUILD_FORMATS:
            near = nearest(name, BUILD_FORMATS)
            raise PlangenError("unknown-format", format=name, near=near, allowed=", ".join(BUILD_FORMATS))
    source = Folder(order.root)
    asked = folders(order, source)
    if order.decided:
        asked = decided(source, asked, order.decided)
    names = [PurePosixPath(folder).name for folder in asked]
    for name in names:
        if names.count(name) > 1:
            raise PlangenError("plan-name-twice", plan=name)
    by = tools()
    committed = Committed(order.root, tuple(asked))
    steps = [_step(order, source, folder, by, committed) for folder in asked]
    return max([each.code for each in told(order, asked, steps, "building")])


def _step(order: Order, source: Source, folder: str, by: dict[str, str], committed: Committed) -> Step | Outcome:
    """A plan that is to be built, or what is to be said of one that hasn't changed or whose files can't be read."""
    try:
        inputs = inputs_of(order, source, folder)
    except PlangenError as error:
        return failed(order, error)
    made_of = Manifest(by, inputs, {})
    return (not order.force and _unchanged(order, folder, made_of, committed)) or Step(
        order, folder, committed.noted(made_of, folder)
    )


def _unchanged(order: Order, folder: str, made_of: Manifest, committed: Committed) -> Outcome | None:
    """What is said of a plan whose files are fresh: that, and what the build that made them said."""
    name = PurePosixPath(folder).name
    place = order.output / name
    before = read_manifest(place)
    language = before.language if before else DEFAULT_LANGUAGE
    files = tuple(f"{name}{each}" for form in order.formats for each in endings(form, language))
    found = unchanged(place, files, made_of.inputs, made_of.tools)
    if found is None or (order.strict and found[0].warnings):
        return None
    manifest, sizes = found
    if not manifest.clean:
        _note(place, manifest, committed.noted(manifest, folder))
    words = catalogue(manifest.language)
    lines = [*findings(manifest.warnings)]
    for file, size in sizes.items():
        kilobytes = words.report["kilobytes"].format(number=round(size / 1000))
        lines.append(Line(words.report["unchanged"].format(path=(place / file).as_posix(), size=kilobytes)))
    lines += map(Line, manifest.said)
    lines += (Line(each, aside=True) for each in stale(place, manifest, words))
    return Outcome(0, tuple(lines), language=manifest.language)


def _note(place: Path, manifest: Manifest, noted: Manifest) -> None:
    """Puts it into the record that what a plan was made of has been committed since."""
    if noted != manifest:
        put_in_place(place, {MANIFEST: manifest_bytes(noted)})


def told(order: Order, asked: Sequence[str], steps: Sequence[Step | Outcome], key: str) -> Iterator[Outcome]:
    """The outcome of each plan, its lines printed."""
    text = catalogue(order.language or DEFAULT_LANGUAGE).report[key]
    teller = Teller()
    with Progress(text, sum(isinstance(each, Step) for each in steps)) as progress:
        made = outcomes(steps)
        for folder, step in zip(asked, steps, strict=True):
            progress.plan = PurePosixPath(folder).name
            outcome = next(made)
            progress.done += isinstance(step, Step)
            progress.clear()
            teller.tell(outcome.lines)
            yield outcome


def one_language(made: Sequence[Outcome]) -> str:
    """The language that all plans are in, if it is one."""
    languages = {each.language for each in made}
    return languages.pop() if len(languages) == 1 else ""
