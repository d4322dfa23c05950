"""Where the plans of a source are, and which files each is made of."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.source.source import DEEPEST, Source

PLAN_FILE = "plan.yaml"
"""A folder with this file is a plan."""

TEMPLATES = "templates"
WORD_TEMPLATES = f"{TEMPLATES}/docx"


def plan_folders(source: Source, content: str) -> tuple[str, ...]:
    """The names of the folders under `content` that hold a plan."""
    names = (name.rstrip("/") for name in source.names(content) if name.endswith("/"))
    return tuple(name for name in names if PLAN_FILE in source.names(f"{content}/{name}"))


def files_of(source: Source, folder: str) -> tuple[str, ...]:
    """The paths of all that a plan may be made of: what is in its folder, and the project's templates."""
    return tuple(sorted({*_below(source, folder, 0), *_below(source, TEMPLATES, 0)}))


def files_below(source: Source, folder: str) -> tuple[str, ...]:
    """The paths of all that is in a folder and in the folders below it."""
    return tuple(sorted(_below(source, folder, 0)))


def _below(source: Source, folder: str, depth: int) -> Iterator[str]:
    for name in source.names(folder):
        if not name.endswith("/"):
            yield f"{folder}/{name}"
        elif depth < DEEPEST:
            yield from _below(source, f"{folder}/{name.rstrip('/')}", depth + 1)
