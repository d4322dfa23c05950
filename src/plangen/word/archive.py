"""The bytes of a Word template -> its parts by name, within limits that no template reaches.

A file of Word's is a zip archive of parts (ECMA-376 part 2). What isn't one is told by its first bytes: an old .doc and
an encrypted .docx are both compound files (MS-CFB). Nothing is unpacked to disk, and no size that the archive states
is believed beyond the limits.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from plangen.diagnostics import Diagnostic, Location, error

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"

LARGEST_PART = 20_000_000
LARGEST = 60_000_000
"""Bytes of a part, and of all parts, when unpacked. A template with a large photograph has a tenth."""

MOST_PARTS = 1_000
STEEPEST = 200
"""How many times smaller an archive may be than what is in it; XML shrinks to a fiftieth at most."""

UNBELIEVED = 1_000_000
"""Bytes below which no archive is a bomb, whatever it shrinks."""

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError),
    *(LookupError, OSError),
)


def read_archive(data: bytes, file: str) -> Mapping[str, bytes] | Diagnostic:
    """The parts of the archive by their names, without a leading slash; or why it can't be used."""
    place = Location(file)
    if data.startswith(COMPOUND_FILE):
        return error("word-template-encrypted", place)
    if not data.startswith(ZIP):
        return error("word-template-kind", place)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [each for each in archive.infolist() if not each.is_dir()]
            if _too_large(entries, len(data)):
                return error("word-template-too-large", place, megabytes=LARGEST // 1_000_000)
            if any(each.flag_bits & 1 for each in entries):
                return error("word-template-encrypted", place)
            names = [each.filename for each in entries]
            odd = next((name for name in names if _is_odd(name)), "")
            if odd or len({name.lower() for name in names}) != len(names):
                return error("word-template-damaged", place, part=odd or _twice(names))
            return {each.filename: archive.read(each) for each in entries}
    except BROKEN:
        return error("word-template-damaged", place, part=file.rpartition("/")[2])


def _too_large(entries: list[zipfile.ZipInfo], packed: int) -> bool:
    whole = sum(each.file_size for each in entries)
    return (
        len(entries) > MOST_PARTS
        or whole > LARGEST
        or any(each.file_size > LARGEST_PART for each in entries)
        or (whole > UNBELIEVED and whole > STEEPEST * packed)
    )


def _is_odd(name: str) -> bool:
    """Whether a name is none that a part may have: it leads elsewhere, or isn't the same to every reader."""
    return not name.isprintable() or "\\" in name or name.startswith("/") or ".." in name.split("/")


def _twice(names: list[str]) -> str:
    lower = [name.lower() for name in names]
    return next(name for name in names if lower.count(name.lower()) > 1)
