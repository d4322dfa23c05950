"""Files of a plan put in place together: written to a folder beside, then moved, so that no reader meets half a file.

A build that fails or is killed leaves the last good files alone; of two at once, each file is whole and from one of
them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from plangen.diagnostics import PlangenError, reason_of

WAITING = ".new-"
ABANDONED = 3600
"""Seconds after which a waiting folder belongs to a build that was killed."""


def put_in_place(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes files by name into a folder, made if need be. Raises PlangenError where the system refuses."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(folder)
        waiting = Path(tempfile.mkdtemp(prefix=WAITING, dir=folder))
    except OSError as fault:
        raise PlangenError("output-unwritable", path=folder, reason=reason_of(fault)) from fault
    try:
        for name, content in files.items():
            _write(waiting / name, content)
        for name in files:
            (waiting / name).replace(folder / name)
    except OSError as fault:
        raise PlangenError("output-unwritable", path=folder, reason=reason_of(fault)) from fault
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    return tuple(folder / name for name in files)


def _remove_abandoned(folder: Path) -> None:
    for left in folder.glob(f"{WAITING}*"):
        with suppress(FileNotFoundError):  # another build may just have put its files in place
            if time.time() - left.stat().st_mtime > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
