"""Files in a plan's folders that nothing reads: texts in Word, pictures that no text shows, sheets not imported.

Who laid them there may think that they are in the plan. Beside the tables, where notes lie, sheets alone are told of.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath

from plangen.diagnostics import Diagnostic, Location, warning
from plangen.model.identifiers import identifier
from plangen.readers.plan_files import PICTURES, PlanFiles
from plangen.source.plans import PLAN_FILE

_INDEXES = {"sections": PLAN_FILE, "goals": "goals.yaml"}
"""Where the files of a folder of texts are listed."""

_READ = ".md"
_TEXTS = (".md", ".markdown", ".text", ".txt")
_SHEETS = (".csv", ".ods", ".xls", ".xlsm", ".xlsx")


def other_files(files: PlanFiles) -> Iterator[Diagnostic]:
    """What lies in the folders of a plan whose texts have been read, and is no part of it; no file is told of twice."""
    told = {each.location.file for each in files.reading.found}
    for folder in (*_INDEXES, "budget"):
        names = files.source.names(f"{files.folder}/{folder}")
        for name in names:
            place = Location(f"{files.folder}/{folder}/{name.rstrip('/')}")
            if folder not in _INDEXES:
                yield from _sheet(name, names, place)
            elif not name.endswith(_READ) and place.file not in told:
                yield from _other(files, folder, name, place)


def _other(files: PlanFiles, folder: str, name: str, place: Location) -> Iterator[Diagnostic]:
    plain, ending = name.rstrip("/"), PurePosixPath(name).suffix.lower()
    if ending in PICTURES:
        if posixpath.join(folder, name) not in files.shown:
            yield warning("picture-unused", place, name=name, path=f"{folder}/{name}")
    elif ending in _TEXTS:
        stem = identifier(PurePosixPath(name).stem)
        yield warning("file-other-ending", place, name=name, right=stem + _READ, stem=stem, index=_INDEXES[folder])
    elif not name.endswith("/") or ending:
        yield warning("file-foreign", place, name=plain, folder=folder)
    elif any(each.endswith(_READ) for each in files.source.names(place.file)):
        yield warning("folder-unread", place, name=f"{folder}/{plain}", folder=folder)


def _sheet(name: str, names: tuple[str, ...], place: Location) -> Iterator[Diagnostic]:
    """A sheet beside the tables, unless a table has its name."""
    stem = PurePosixPath(name).stem
    tables = {PurePosixPath(each).stem for each in names if each.endswith((".yaml", ".yml"))}
    if name.lower().endswith(_SHEETS) and not tables & {stem, identifier(stem)}:
        into = f"budget/{identifier(stem)}.yaml"
        yield warning("sheet-not-imported", place, name=name, path=place.file, into=into)
