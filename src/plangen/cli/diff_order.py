"""What `plangen diff` was asked for -> the two sides of each plan that this names.

A side is a plan's folder in a revision, in the working tree, or in any folder. Plans that Git keeps as repositories of
their own (submodules) have no files in a revision: they are left out, and named.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from plangen.cli.orders import CONTENT
from plangen.dataclass import dataclass, replace
from plangen.diagnostics import PlangenError, nearest
from plangen.redline import Side
from plangen.source.git import Repository, Revision
from plangen.source.plans import PLAN_FILE, plan_folders
from plangen.source.renames import renamed_plans
from plangen.source.source import Folder, Joined, Source


@dataclass(frozen=True, slots=True)
class DiffOrder:
    """What `plangen diff` was asked for: two revisions, of which the later may be the working tree, or two folders.

    `base` may name both, as in git: `main..HEAD` exactly as they are, `main...HEAD` from where they parted. `author`
    and `date` are whom and when Word says the changes are by. `comment` is the file for the text of a comment, if any.
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
    date: str = ""
    comment: Path | None = None
    exact: bool = False
    exit_code: bool = False


@dataclass(frozen=True, slots=True)
class Submodule:
    """A plan that is kept in a repository of its own; whether another commit of it stands there now."""

    plan: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of each plan, by its name; the plans that aren't read; and when the later side was made.

    `made` is the time of its commit, in UTC as Word writes times, and "" for files that are no commit's.
    """

    plans: tuple[tuple[str, Side, Side], ...]
    submodules: tuple[Submodule, ...] = ()
    made: str = ""


def sides(order: DiffOrder) -> Sides:
    """The two sides of each plan that either has. Raises PlangenError where there is nothing that could be compared."""
    if order.folders and all(order.folders):
        return Sides((_two_folders(*order.folders),))
    if order.folders or not order.base:
        raise PlangenError("diff-sides-missing")
    return _revisions(_parted(order))


def instant(text: str) -> str:
    """A date, or a time, of ISO 8601, in UTC as Word writes times. Raises PlangenError where it is none."""
    try:
        given = datetime.fromisoformat(text)
    except ValueError as fault:
        raise PlangenError("diff-date-unreadable", text=text) from fault
    return _utc(given if given.tzinfo else given.replace(tzinfo=UTC))


def _utc(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _parted(order: DiffOrder) -> DiffOrder:
    """The order with its two revisions apart. No name of a branch or tag has `..` in it (git-check-ref-format)."""
    base, dots, head = order.base.partition("...") if "..." in order.base else order.base.partition("..")
    if not dots or order.head:
        return order
    return replace(order, base=base or "HEAD", head=head or "HEAD", exact=order.exact or dots == "..")


def _revisions(order: DiffOrder) -> Sides:
    now = Folder(order.root)
    repository = Repository(order.root)
    base = repository.revision(order.base)
    head = repository.revision(order.head or "HEAD")
    if not order.head and not repository.has_working_tree():
        raise PlangenError("git-no-working-tree", folder=order.root.as_posix(), base=order.base)
    if not order.exact:
        base = repository.merge_base(base, head)
    then = repository.tree(base, (CONTENT,))
    later = repository.tree(head, (CONTENT,)) if order.head else None
    apart = _submodules(then.submodules, later.submodules if later else repository.submodules(CONTENT))
    before = Joined(CONTENT, then.files, now)
    after: Source = Joined(CONTENT, later.files, now) if later else now
    pairs = _pairs(before, after, frozenset(each.plan for each in apart))
    wanted = _wanted(order, {*pairs, *(each.plan for each in apart)})
    called = _called(base), _called(head) if order.head else ""
    plans = ((name, *pairs[name]) for name in sorted(pairs) if name in wanted)
    return Sides(
        tuple((name, Side(before, old, called[0]), Side(after, new, called[1])) for name, old, new in plans),
        tuple(each for each in apart if each.plan in wanted),
        _utc(datetime.fromtimestamp(repository.time(head), UTC)) if order.head else "",
    )


def _pairs(before: Source, after: Source, apart: frozenset[str]) -> dict[str, tuple[str, str]]:
    """The folders of each plan before and after, by its name; "" where it has none. A renamed plan is the same plan."""
    every = CONTENT in apart
    old, new = (
        [f"{CONTENT}/{name}" for name in plan_folders(side, CONTENT) if not every and name not in apart]
        for side in (before, after)
    )
    was = {folder: folder for folder in old if folder in new}
    was |= renamed_plans(
        before, [each for each in old if each not in was], after, [each for each in new if each not in was]
    )
    gone = [folder for folder in old if folder not in was.values()]
    return {
        PurePosixPath(folder).name: (was.get(folder, folder if folder in old else ""), folder if folder in new else "")
        for folder in (*new, *gone)
    }


def _submodules(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Submodule, ...]:
    """The plans of which all or some is a submodule; CONTENT itself where that is one."""
    changed: dict[str, bool] = {}
    for path in sorted({*before, *after}):
        plan = "/".join(PurePosixPath(path).parts[:2]).removeprefix(f"{CONTENT}/")
        changed[plan] = changed.get(plan, False) or before.get(path) != after.get(path)
    return tuple(Submodule(plan, each) for plan, each in changed.items())


def _wanted(order: DiffOrder, known: Collection[str]) -> Collection[str]:
    """The names of the plans that were asked for. Raises PlangenError where there is none of a name."""
    asked = [PurePosixPath(each).name for each in order.plans]
    for name in (each for each in asked if each not in known):
        raise PlangenError(
            "unknown-plan", plan=name, near=nearest(name, sorted(known)), allowed=", ".join(sorted(known))
        )
    return asked or known


def _called(revision: Revision) -> str:
    """What a side is called: the name that was asked for, and the start of the commit's id, once."""
    by_id = revision.commit.startswith(revision.name)
    return revision.short if by_id else f"{revision.name} ({revision.short})"


def _two_folders(base: str, head: str) -> tuple[str, Side, Side]:
    """Two plans, such as those of two years, each a folder anywhere."""
    found = []
    for given in (base, head):
        place = Path(given).resolve()
        root = place.parent.parent if place.parent.name == CONTENT else place.parent
        source, folder = Folder(root), place.relative_to(root).as_posix()
        if PLAN_FILE not in source.names(folder):
            raise PlangenError("unknown-plan", plan=given, near="", allowed="")
        found.append(Side(source, folder, place.name))
    return f"{found[0].name}-{found[1].name}", found[0], found[1]
