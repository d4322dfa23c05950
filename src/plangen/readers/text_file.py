"""A file's bytes to its text."""

from __future__ import annotations

import codecs
import unicodedata

from plangen.diagnostics import Diagnostic, Location, PlangenError, error
from plangen.readers.conflicts import without_conflicts
from plangen.source.source import Source

LARGEST_TEXT = 1_000_000
MOST_LINES = 10_000
"""A text larger or longer than this is a whole book, or no text; reading it would take long."""

POINTER = b"version https://git-lfs.github.com/spec/"
"""What a file begins with that Git LFS has not yet put the real one in place of."""

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(source: Source, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file with line ends as LF; None, without a fault, where there is no file.

    Of two versions that Git has left one after the other the first is read.
    """
    data, found = read_bytes(source, path)
    if data is None:
        return None, found
    if len(data) > LARGEST_TEXT:
        return None, (error("file-too-large", Location(path), file=path, megabytes=LARGEST_TEXT // 1_000_000),)
    if data.count(b"\n") + data.count(b"\r") > MOST_LINES:
        return None, (error("file-too-long", Location(path), lines=MOST_LINES),)
    if data.startswith(POINTER):
        return None, (error("git-lfs", Location(path), path=path),)
    if data.startswith(UTF_16):
        return None, (error("utf-16", Location(path)),)
    try:
        return without_conflicts(decoded(data), path)
    except UnicodeDecodeError as fault:
        before = decoded(fault.object[: fault.start])
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return None, (error("not-utf8", Location(path, line, column, 1)),)


def read_lines(source: Source, path: str) -> tuple[str, ...]:
    """The lines of a file as the readers count them, for an excerpt of it; none where it can't be read."""
    data, _ = read_bytes(source, path)
    return () if data is None else tuple(decoded(data, "replace").split("\n"))


def read_bytes(source: Source, path: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The bytes of a file; a file too large to be meant is the content's fault, which stops no other plan."""
    try:
        return source.read(path), ()
    except PlangenError as fault:
        if fault.code != "file-too-large":
            raise
        return None, (Diagnostic(fault.code, Location(path), fault.parameters),)


def decoded(data: bytes, errors: str = "strict") -> str:
    """Bytes as text: without a byte order mark, with line ends as LF, each letter and its accent as one character."""
    text = data.decode("utf-8-sig", errors).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)
