"""What `plangen diff` does: each plan of two sides compared, and shown in the formats that were asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from plangen.brand.brand import Brand
from plangen.build import job, timestamp_of, write
from plangen.cli.colours import painted
from plangen.cli.orders import CONTENT
from plangen.cli.report import report
from plangen.dataclass import dataclass, replace
from plangen.diagnostics import PlangenError, Severity, nearest
from plangen.locale.catalogue import Catalogue, catalogue
from plangen.output.files import put_in_place
from plangen.readers.brand import read_brand
from plangen.redline import Redline, Side, redline
from plangen.source.git import Repository, Revision
from plangen.source.plans import PLAN_FILE, plan_folders
from plangen.source.renames import renamed_plans
from plangen.source.source import Folder, Joined, Source
from plangen.writers.formats import REVIEW_FORMATS


@dataclass(frozen=True, slots=True)
class DiffOrder:
    """What `plangen diff` was asked for: two revisions, of which the later may be the working tree, or two folders.

    `base` may name both, as in git: `main..HEAD` exactly as they are, `main...HEAD` from where they parted. `author` is
    whom Word says the changes are by.
    """

    root: Path
    base: str
    head: str
    folders: tuple[str, str] | None
    plans: tuple[str, ...]
    formats: tuple[str, ...]
    output: Path
    epoch: str | None
    author: str = "plangen"
    exact: bool = False
    exit_code: bool = False


def compared_in(place: Path, root: Path) -> Path:
    """The folder of comparisons in a place: build/diff, but where a plan called "diff" is built there."""
    name = "diff"
    plans = plan_folders(Folder(root), CONTENT)
    while name in plans:
        name += "-diff"
    return place / "build" / name


def diff(order: DiffOrder) -> int:
    """Compares, writes what has changed, and says so. The exit code: 1 for changes only where that was asked for."""
    for name in order.formats:
        if name not in REVIEW_FORMATS:
            raise PlangenError(
                "unknown-format", format=name, near=nearest(name, REVIEW_FORMATS), allowed=", ".join(REVIEW_FORMATS)
            )
    if not order.base and not (order.folders and all(order.folders)):
        raise PlangenError("diff-sides-missing")
    changed = shown = False
    for name, base, head in _pairs(_parted(order)):
        side = head if head.folder else base
        brand, _ = read_brand(side.source, side.folder)
        outcome = _one_plan(order, name, redline(base, head, brand), brand)
        changed, shown = changed or outcome > 0, shown or outcome >= 0
    if not shown:
        return 1
    return 1 if changed and order.exit_code else 0


def _one_plan(order: DiffOrder, name: str, redlined: Redline, brand: Brand) -> int:
    """1 where a plan has changed, 0 where it hasn't, -1 where it can't be shown."""
    words = _words(redlined)
    _tell(redlined, words)
    folder, now = (PurePosixPath(side.folder).name for side, _ in (redlined.base, redlined.head))
    if not order.folders and folder and now and folder != now:
        print(words.report["diff-renamed"].format(plan=name, old=folder))
    document = redlined.document
    if document is None:
        print(words.report["diff-unreadable"].format(plan=name), file=sys.stderr)
        return -1
    if not redlined.changed:
        print(words.report["diff-none"].format(plan=name))
        return 0
    assert document.comparison is not None
    for each in document.comparison.differences:
        if each.what == "plan":
            print(words.report[f"diff-plan-{each.kind}"].format(plan=name))
    made = timestamp_of(document, order.epoch)
    comparison = replace(document.comparison, author=order.author, date=made.strftime("%Y-%m-%dT%H:%M:%SZ"))
    template = redlined.head[1].template or redlined.base[1].template
    work = job(replace(document, comparison=comparison), brand, made, template)
    files = {f"{name}.{form}": write(work, form) for form in order.formats}
    put_in_place(order.output, files)
    for file, content in files.items():
        size = words.report["kilobytes"].format(number=max(1, round(len(content) / 1000)))
        print(f"{(order.output / file).as_posix()}  {size}")
    return 1


def _parted(order: DiffOrder) -> DiffOrder:
    """The order with its two revisions apart. No name of a branch or tag has `..` in it (git-check-ref-format)."""
    base, dots, head = order.base.partition("...") if "..." in order.base else order.base.partition("..")
    if not dots or order.head:
        return order
    return replace(order, base=base or "HEAD", head=head or "HEAD", exact=order.exact or dots == "..")


def _pairs(order: DiffOrder) -> Iterator[tuple[str, Side, Side]]:
    """The two sides of each plan that either has."""
    if order.folders:
        yield _two_folders(*order.folders)
        return
    now = Folder(order.root)
    repository = Repository(order.root)
    base = repository.revision(order.base)
    head = repository.revision(order.head or "HEAD")
    if not order.exact:
        base = repository.merge_base(base, head)
    before = Joined(CONTENT, repository.files(base, (CONTENT,)), now)
    after: Source = Joined(CONTENT, repository.files(head, (CONTENT,)), now) if order.head else now
    after_name = _called(head) if order.head else ""
    old, new = ([f"{CONTENT}/{name}" for name in plan_folders(side, CONTENT)] for side in (before, after))
    was = {folder: folder for folder in old if folder in new}
    was |= renamed_plans(
        before, [each for each in old if each not in was], after, [each for each in new if each not in was]
    )
    folders = {*new, *(each for each in old if each not in was.values())}
    known = sorted(PurePosixPath(folder).name for folder in folders)
    for asked in order.plans:
        if PurePosixPath(asked).name not in known:
            near = nearest(PurePosixPath(asked).name, known)
            raise PlangenError("unknown-plan", plan=asked, near=near, allowed=", ".join(known))
    wanted = {PurePosixPath(asked).name for asked in order.plans} or known
    for name in (each for each in known if each in wanted):
        folder = f"{CONTENT}/{name}"
        yield (
            name,
            Side(before, was.get(folder, folder if folder in old else ""), _called(base)),
            Side(after, folder if folder in new else "", after_name),
        )


def _called(revision: Revision) -> str:
    """What a side is called: the name that was asked for, and the start of the commit's id, once."""
    by_id = revision.commit.startswith(revision.name)
    return revision.short if by_id else f"{revision.name} ({revision.short})"


def _two_folders(base: str, head: str) -> tuple[str, Side, Side]:
    """Two plans, such as those of two years, each a folder anywhere."""
    sides = []
    for given in (base, head):
        place = Path(given).resolve()
        root = place.parent.parent if place.parent.name == CONTENT else place.parent
        source, folder = Folder(root), place.relative_to(root).as_posix()
        if PLAN_FILE not in source.names(folder):
            raise PlangenError("unknown-plan", plan=given, near="", allowed="")
        sides.append(Side(source, folder, place.name))
    return f"{sides[0].name}-{sides[1].name}", sides[0], sides[1]


def _tell(redlined: Redline, words: Catalogue) -> None:
    """The faults of both sides, each under what the side is called."""
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
