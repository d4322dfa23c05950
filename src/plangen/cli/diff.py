"""What `plangen diff` does: each plan of two sides compared, and shown in the formats that were asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from plangen.brand.brand import Brand
from plangen.build import job, timestamp_of, write
from plangen.cli.colours import painted
from plangen.cli.diff_order import DiffOrder, Sides, instant, sides
from plangen.cli.orders import CONTENT
from plangen.cli.report import fault, report
from plangen.dataclass import replace
from plangen.diagnostics import PlangenError, Severity, nearest
from plangen.document.diff.incomplete import told
from plangen.document.document import Document
from plangen.locale.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from plangen.output.files import put_in_place
from plangen.readers.brand import read_brand
from plangen.redline import Redline, redline
from plangen.source.plans import plan_folders
from plangen.source.source import Folder, Source
from plangen.writers.changes_markdown import Part, comment, part, unread
from plangen.writers.formats import REVIEW_FORMATS


def compared_in(place: Path, root: Path) -> Path:
    """The folder of comparisons in a place: build/diff, but where a plan called "diff" is built there."""
    name = "diff"
    plans = plan_folders(Folder(root), CONTENT)
    while name in plans:
        name += "-diff"
    return place / "build" / name


def diff(order: DiffOrder) -> int:
    """Compares, writes what has changed, and says so.

    The exit code: 1 where a plan can't be shown, and for changes where that was asked for. The text of a comment is
    written last, also where the world is at fault: it is empty only if all was compared and nothing has changed.
    """
    for name in order.formats:
        if name not in REVIEW_FORMATS:
            raise PlangenError(
                "unknown-format", format=name, near=nearest(name, REVIEW_FORMATS), allowed=", ".join(REVIEW_FORMATS)
            )
    parts: list[Part] = []
    try:
        code = _compare(order, parts)
    except PlangenError as error:
        words = catalogue(DEFAULT_LANGUAGE)
        parts.append(unread("plangen diff", fault(error, words).partition("\n")[0], words))
        _comment(order, parts)
        raise
    _comment(order, parts)
    return code


def _comment(order: DiffOrder, parts: Sequence[Part]) -> None:
    """Writes the text of the comment, where it was asked for."""
    if order.comment:
        put_in_place(order.comment.parent, {order.comment.name: comment(parts).encode()})


def _compare(order: DiffOrder, parts: list[Part]) -> int:
    """Compares each plan, and adds what a comment says of it. The exit code."""
    if order.date:
        order = replace(order, date=instant(order.date))
    found = sides(order)
    changed = False
    unshown = not found.plans
    for each in found.submodules:
        words = catalogue(DEFAULT_LANGUAGE)
        text = words.report["diff-submodule-changed" if each.changed else "diff-submodule"].format(plan=each.plan)
        print(text, file=sys.stderr)
        if each.changed:
            parts.append(unread(each.plan, text, words))
    for name, base, head in found.plans:
        side = head if head.folder else base
        brand, _ = read_brand(side.source, side.folder)
        redlined = redline(base, head, brand)
        _tell(redlined)
        _renamed(order, name, redlined)
        document = redlined.document
        if document is None:
            unshown = True
            parts.append(_unread(name, redlined))
        elif redlined.changed:
            changed = True
            parts.append(part(document))
            _write(order, found, name, redlined, document, brand)
        else:
            print(_words(redlined).report["diff-none"].format(plan=name))
    return 1 if unshown or (changed and order.exit_code) else 0


def _write(order: DiffOrder, found: Sides, name: str, redlined: Redline, document: Document, brand: Brand) -> None:
    """Writes the files of a compared plan, and says which."""
    words = _words(redlined)
    assert document.comparison is not None
    for each in document.comparison.differences:
        if each.what == "plan":
            print(words.report[f"diff-plan-{each.kind}"].format(plan=name))
    comparison = replace(document.comparison, author=order.author, date=order.date or found.made)
    template = redlined.head[1].template or redlined.base[1].template
    work = job(replace(document, comparison=comparison), brand, timestamp_of(document, order.epoch), template)
    files = {f"{name}.{form}": write(work, form) for form in order.formats}
    put_in_place(order.output, files)
    for file, content in files.items():
        size = words.report["kilobytes"].format(number=max(1, round(len(content) / 1000)))
        print(f"{(order.output / file).as_posix()}  {size}")


def _renamed(order: DiffOrder, name: str, redlined: Redline) -> None:
    """Says what a plan was called before, where that is another name."""
    folder, now = (PurePosixPath(side.folder).name for side, _ in (redlined.base, redlined.head))
    if not order.folders and folder and now and folder != now:
        print(_words(redlined).report["diff-renamed"].format(plan=name, old=folder))


def _unread(name: str, redlined: Redline) -> Part:
    """Says that neither side of a plan can be shown; the same for a comment, with the first faults."""
    words = _words(redlined)
    text = words.report["diff-unreadable"].format(plan=name)
    print(text, file=sys.stderr)
    return unread(name, text, words, [fault for each in told(redlined.faults, words) for fault in each.faults])


def _tell(redlined: Redline) -> None:
    """The faults of both sides, each under what the side is called."""
    words = _words(redlined)
    for side, examined in (redlined.base, redlined.head):
        errors = [each for each in examined.diagnostics if each.severity == Severity.ERROR]
        if errors:
            print(words.report["diff-faults"].format(side=side.name or words.labels["diff-now"]), file=sys.stderr)
        for line in report(errors, words, lambda path, side=side: _lines(side.source, path)):  # type: ignore[misc]
            print(painted(line, sys.stderr), file=sys.stderr)


def _lines(source: Source, path: str) -> tuple[str, ...]:
    data = source.read(path)
    return () if data is None else tuple(data.decode("utf-8", "replace").split("\n"))


def _words(redlined: Redline) -> Catalogue:
    return catalogue(redlined.language)
