"""Files in a plan's folders that nothing reads: texts in Word, pictures that no text shows, sheets not imported.

Who laid them there may think that they are in the plan.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath

from plangen.diagnostics import Diagnostic, Location, warning
from plangen.model.identifiers import identifier
from plangen.readers.plan_files import PICTURES, PlanFiles
from plangen.source.plans import PLAN_FILE

ENDINGS = {"sections": ".md", "goals": ".md", "budget": ".yaml"}
"""The folders of a plan, with the ending of the files that are read there."""

INDEXES = {"sections": PLAN_FILE, "goals": "goals.yaml"}
"""Where the files of a folder are listed."""

_TEXTS = (".md", ".markdown", ".text", ".txt")
_SHEETS = (".csv", ".ods", ".xls", ".xlsm", ".xlsx")
_READ = {"sections": (".md",), "goals": (".md",), "budget": (".yaml", ".yml")}


def other_files(files: PlanFiles) -> Iterator[Diagnostic]:
    """What lies in the folders of a plan whose texts have been read, and is no part of it; no file is told of twice."""
    told = {each.location.file for each in files.reading.found}
    for folder in ENDINGS:
        names = files.source.names(f"{files.folder}/{folder}")
        for name in names:
            path = f"{files.folder}/{folder}/{name.rstrip('/')}"
            if not name.endswith(_READ[folder]) and path not in told:
                yield from _other(files, folder, name, names, Location(path))


def _other(files: PlanFiles, folder: str, name: str, names: tuple[str, ...], place: Location) -> Iterator[Diagnostic]:
    plain, ending = name.rstrip("/"), PurePosixPath(name).suffix.lower()
    stem, right = PurePosixPath(name).stem, ENDINGS[folder]
    if ending in PICTURES:
        if posixpath.join(folder, name) not in files.shown:
            yield warning("picture-unused", place, name=name, path=f"{folder}/{name}")
    elif folder == "budget" and ending in _SHEETS:
        if not any(PurePosixPath(each).stem in (stem, identifier(stem)) for each in names if each != name):
            into = f"budget/{identifier(stem)}.yaml"
            yield warning("sheet-not-imported", place, name=name, path=place.file, into=into)
    elif folder in INDEXES and ending in _TEXTS:
        own = identifier(stem)
        yield warning("file-other-ending", place, name=name, right=own + right, stem=own, index=INDEXES[folder])
    elif not name.endswith("/") or ending:
        yield warning("file-foreign", place, name=plain, folder=folder, ending=right)
    elif any(each.endswith(_READ[folder]) for each in files.source.names(place.file)):
        yield warning("folder-unread", place, name=f"{folder}/{plain}", folder=folder)
