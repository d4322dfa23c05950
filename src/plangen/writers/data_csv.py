"""A plan's data -> CSV (RFC 4180), a file for each kind of thing.

UTF-8 with a byte order mark, by which Excel knows it. A number has a point before its decimals and no groups. Text that
a spreadsheet would take for a formula has an apostrophe before it, as spreadsheets themselves have it (OWASP, CSV
injection); a number below zero is none.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from io import StringIO

from plangen.document.data import DataTable, Scalar
from plangen.writers.formats import endings
from plangen.writers.job import Job

BYTE_ORDER_MARK = "\ufeff"

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula may begin with, in the wide forms of East Asia too."""

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def write(job: Job) -> Mapping[str, bytes]:
    """The tables of a job's plan, each by what its file's name ends with: "-mal.csv"."""
    assert job.data is not None
    tables = job.data().tables
    return dict(zip(endings("csv", job.document.metadata.language), map(_bytes, tables), strict=True))


def _bytes(table: DataTable) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(_safe, table.headings))
    writer.writerows(map(_safe, row) for row in table.rows)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _safe(value: Scalar) -> str:
    """A cell that nothing is computed of."""
    if value is None:
        return ""
    return f"'{value}" if value.startswith(FORMULA) and not _NUMBER.fullmatch(value) else value
