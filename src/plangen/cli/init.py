"""What `plangen init` does: a new plan repository, with a plan that builds at once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from plangen.cli.requirement import only_here, requirement
from plangen.diagnostics import PlangenError, reason_of
from plangen.locale.catalogue import DEFAULT_LANGUAGE, catalogue
from plangen.locale.messages import printable
from plangen.schema.files import schema_files
from plangen.schema.vscode import SETTINGS, SNIPPETS, front_matter_snippets, settings
from plangen.templates.repository import repository_files

MAY_BE_THERE = frozenset({".git"})
"""A repository that was made first, and cloned, is as good as an empty folder."""


def init(place: str, language: str, plangen: str, version: str) -> int:
    """Writes the repository, whole or not at all, and says what to do next. The exit code."""
    words = catalogue(language or DEFAULT_LANGUAGE)
    line = requirement(plangen, version)
    folder = Path(place)
    try:
        name = printable(folder.resolve().name) or folder.anchor
        files = repository_files(words.language, {"name": name, "plangen": line})
        files |= _for_editors(files[SETTINGS], words.language)
        _require_empty(folder)
        _put_in_place(folder, files)
    except (OSError, ValueError) as fault:
        raise PlangenError("output-unwritable", path=place, reason=reason_of(fault)) from fault
    print(words.report["init-written"].format(path=folder.as_posix(), files=len(files)))
    print(words.report["init-plangen-here" if only_here(line) else "init-plangen"].format(line=line))
    return 0


def _for_editors(given: bytes, language: str) -> dict[str, bytes]:
    """The schemas of the language, bound to the files in an editor's settings, and snippets."""
    schemas = {f"schemas/{name}": content for name, content in schema_files((language,)).items()}
    return {**schemas, SETTINGS: settings(given, language, {}), SNIPPETS: front_matter_snippets(language)}


def _require_empty(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise PlangenError("file-exists", file=folder.as_posix())
    if folder.is_dir() and {each.name for each in folder.iterdir()} - MAY_BE_THERE:
        raise PlangenError("init-not-empty", folder=folder.as_posix())


def _put_in_place(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes all files to a folder beside, then moves them; what was made is taken away again where that fails."""
    parent = folder.resolve().parent
    made = [each for each in (parent, *parent.parents) if not each.exists()]
    parent.mkdir(parents=True, exist_ok=True)
    waiting = Path(tempfile.mkdtemp(prefix=".new-", dir=parent))
    try:
        whole = waiting / "whole"
        for path, content in files.items():
            (whole / path).parent.mkdir(parents=True, exist_ok=True)
            (whole / path).write_bytes(content)
        _move(whole, folder)
    except OSError:
        shutil.rmtree(waiting, ignore_errors=True)
        for each in made:
            each.rmdir()
        raise
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def _move(whole: Path, folder: Path) -> None:
    """Moves a folder to where it isn't yet, or what is in it to where only a repository is."""
    if not folder.exists():
        whole.rename(folder)
        return
    moved: list[Path] = []
    try:
        for each in sorted(whole.iterdir()):
            moved.append(each.rename(folder / each.name))
    except OSError:
        for each in moved:
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        raise
