"""Files that the system lets nobody read, also where the tests run as root, for whom there are none."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def unreadable(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the files whose paths end so unreadable."""
    read = Path.read_bytes
    refused: list[str] = []

    def read_bytes(path: Path) -> bytes:
        if path.as_posix().endswith(tuple(refused)):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    return refused.append
