"""Where content is read from: one small interface, so that a plan may lie in a folder, in memory or in a Git revision.

Paths are relative to the source's root, with `/`, on every system. A path never leads out of the root, not through `..`
and not through a symbolic link.
"""

from __future__ import annotations

import errno
import os
import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from plangen.dataclass import dataclass
from plangen.diagnostics import PlangenError, reason_of

LARGEST_FILE = 5_000_000
"""Bytes. A text file of a plan is some kilobytes; a larger one is a mistake, and is refused before it is parsed."""


DEEPEST = 20
"""Folders from a source's root to a file; what lies deeper is no part of it."""


class Source(Protocol):
    """Files by path."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, or None where there is none (or where the path leads out of the root)."""
        ...

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder, sorted, those of what is `beside_content` left out; a folder's name ends with `/`."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on disk."""

    root: Path

    def read(self, path: str) -> bytes | None:
        """The bytes of a file below the folder. Raises PlangenError where it can't be read or is too large."""
        place = self._place(path)
        try:
            if place is None or not place.is_file():
                return None
            if place.stat().st_size > LARGEST_FILE:
                raise PlangenError("file-too-large", file=path, megabytes=LARGEST_FILE // 1_000_000)
            return place.read_bytes()
        except OSError as fault:
            _absent(path, fault)
            return None

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder below this one, sorted; a folder's name ends with `/`."""
        place = self._place(folder)
        try:
            if place is None or not place.is_dir():
                return ()
            with os.scandir(place) as entries:
                found = [each.name + "/" * _is_folder(each) for each in entries if not beside_content(each.name)]
        except OSError as fault:
            _absent(folder, fault)
            return ()
        return tuple(sorted(found))

    def _place(self, path: str) -> Path | None:
        if not stays_inside(path):
            return None
        if not _linked(self.root, path):
            return self.root / path
        root = self.root.resolve()
        try:
            place = (root / path).resolve()
        except (OSError, RuntimeError):  # links in a ring
            return None
        return place if place.is_relative_to(root) else None


@dataclass(frozen=True, slots=True)
class Memory:
    """Files held in memory, by path."""

    files: Mapping[str, bytes | str]

    def read(self, path: str) -> bytes | None:
        """The bytes of a file."""
        content = self.files.get(posixpath.normpath(path)) if stays_inside(path) else None
        return content.encode() if isinstance(content, str) else content

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder, sorted; a folder's name ends with `/`."""
        prefix = "" if folder in ("", ".") else folder.rstrip("/") + "/"
        rest = [path[len(prefix) :] for path in self.files if path.startswith(prefix)]
        names = {name.split("/")[0] + "/" * ("/" in name) for name in rest}
        return tuple(sorted(name for name in names if not beside_content(name.rstrip("/"))))


@dataclass(frozen=True, slots=True)
class Joined:
    """A folder of one source among the rest of another: the content of a revision with the templates of today."""

    folder: str
    inside: Source
    outside: Source

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, from where it belongs."""
        return self._of(path).read(path)

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder, from where it belongs."""
        return self._of(folder).names(folder)

    def _of(self, path: str) -> Source:
        within = posixpath.normpath(path).split("/")[0] == self.folder
        return self.inside if within else self.outside


def beside_content(name: str) -> bool:
    """Whether a name is that of something hidden, or that an editor or the system lays beside what people write.

    Those of Word (`~$x`), Emacs (`#x#`, `.#x`), many editors (`x~`), Windows and macOS.
    """
    emacs = len(name) > 1 and name.startswith("#") and name.endswith("#")
    return emacs or name.startswith((".", "~$")) or name.endswith("~") or name.lower() in ("thumbs.db", "desktop.ini")


def stays_inside(path: str) -> bool:
    """Whether a relative path stays below where it starts, and leads to nothing hidden (which no listing tells of)."""
    parts = posixpath.normpath(path.replace("\\", "/")).split("/")
    hidden = any(part.startswith(".") and part != "." for part in parts)
    return "\0" not in path and not (hidden or parts[0] == "" or ":" in parts[0] or len(parts) > DEEPEST)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether what is listed is a folder, or a link to one; a link in a ring is none."""
    return os.path.isdir(entry) if entry.is_symlink() else entry.is_dir()


def _linked(root: Path, path: str) -> bool:
    """Whether a path may lead elsewhere than it says, by links of any kind; to look costs less than to resolve it."""
    if os.name != "posix":
        return True
    place = os.fspath(root)
    for part in path.split("/"):
        place = f"{place}/{part}"
        if part == ".." or os.path.islink(place):
            return True
    return False


def _absent(path: str, fault: OSError) -> None:
    """Nothing for a name too long for any file to have; for everything else a PlangenError is raised."""
    if fault.errno != errno.ENAMETOOLONG:
        raise PlangenError("file-unreadable", file=path, reason=reason_of(fault)) from fault
