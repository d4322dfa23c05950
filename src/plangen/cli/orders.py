"""What a command was asked for, and which plans that means."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Literal

from plangen.dataclass import dataclass
from plangen.diagnostics import PlangenError, nearest
from plangen.source.plans import PLAN_FILE, plan_folders
from plangen.source.source import Source

CONTENT = "content"

Form = Literal["text", "github", "json"]


@dataclass(frozen=True, slots=True)
class Order:
    """What a command was asked for. `root` holds content/ and templates/; no plans stands for all of them.

    `jobs`: how many plans at a time, 0 for as many as there are cores. `language` is that of lines about no one plan,
    "" for what the plans have in common. `form` is how `check` tells its findings, `accepted` whether it tells of those
    too that a plan accepts. `decided` is the tag of a decision, whose plans alone are built.
    """

    root: Path
    plans: tuple[str, ...]
    formats: tuple[str, ...]
    output: Path
    epoch: str | None
    strict: bool = False
    force: bool = False
    jobs: int = 0
    language: str = ""
    form: Form = "text"
    accepted: bool = False
    decided: str = ""


def root_of(given: str) -> Path:
    """The folder asked for, else the nearest one from here upwards that holds content/; as git looks for its own."""
    if given:
        return Path(given)
    here = Path.cwd()
    for above, folder in enumerate((here, *here.parents)):
        if (folder / CONTENT).is_dir():
            return Path(*[".."] * above)
    return Path()


def folders(order: Order, source: Source) -> tuple[str, ...]:
    """The folders of the plans asked for by name or path. Raises PlangenError for one that isn't there."""
    known = plan_folders(source, CONTENT)
    if not order.plans:
        if not known:
            raise PlangenError("no-plans", content=(order.root / CONTENT).as_posix())
        return tuple(f"{CONTENT}/{name}" for name in known)
    found = []
    for asked in (name.rstrip("/\\").removesuffix(f"/{PLAN_FILE}") or "." for name in order.plans):
        path = _below(order.root, asked)
        if asked in known:
            found.append(f"{CONTENT}/{asked}")
        elif path and (plan := _plan_of(source, path)):
            found.append(plan)
        else:
            near = nearest(PurePosixPath(asked).name, known)
            raise PlangenError("unknown-plan", plan=asked, near=near, allowed=", ".join(known))
    return tuple(dict.fromkeys(found))


def _plan_of(source: Source, path: str) -> str | None:
    """The nearest folder with a plan, from one that is there upwards: a folder within a plan stands for it."""
    if not source.names(path):
        return None
    places = (PurePosixPath(path), *PurePosixPath(path).parents)
    return next((each.as_posix() for each in places if PLAN_FILE in source.names(each.as_posix())), None)


def _below(root: Path, asked: str) -> str | None:
    try:
        place = Path(asked) if Path(asked).exists() else root / asked
        return place.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError):  # outside the root, or a name that no file can have
        return None
