"""Comma-separated text, or cells copied out of a spreadsheet with tabs between, to a sheet of cells."""

from __future__ import annotations

import csv
import io

from plangen.diagnostics import PlangenError
from plangen.importers.sheet import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Sheet, SheetCell

LARGEST = 5_000_000
DELIMITERS = ("\t", ";", ",")
_BYTE_ORDER = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_delimited(data: bytes, file: str) -> Sheet:
    """The cells of a text. Raises PlangenError where it can't be read."""
    if len(data) > LARGEST:
        raise PlangenError("import-file-too-large", file=file, megabytes=LARGEST // 1_000_000)
    text = _decoded(data, file)
    delimiter = next((each for each in DELIMITERS if each in text), "\t")
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as fault:
        raise PlangenError("import-text-unreadable", file=file) from fault
    if len(lines) > MOST_ROWS or any(len(line) > MOST_COLUMNS for line in lines):
        raise PlangenError("import-sheet-too-large", rows=MOST_ROWS, columns=MOST_COLUMNS)
    rows = tuple(
        tuple(SheetCell(column, row, value[:LONGEST_CELL]) for column, value in enumerate(line, 1))
        for row, line in enumerate(lines, 1)
    )
    return Sheet(file, "", rows, spread=True)


def _decoded(data: bytes, file: str) -> str:
    """The text: UTF-8, or UTF-16 as Excel writes it; anything else isn't guessed."""
    encoding = next((name for mark, name in _BYTE_ORDER if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise PlangenError("import-text-encoding", file=file) from fault
    if "\0" in text:
        raise PlangenError("import-text-unreadable", file=file)
    return text
