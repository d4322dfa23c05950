from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest
from tests.repository import PROJECT, job_of

from plangen.document.data import KINDS, DataTable, PlanData, Scalar
from plangen.writers.data_csv import write
from plangen.writers.formats import endings
from plangen.writers.job import Job

JOB = job_of(PROJECT / "content/regionstyrelsen-2026", in_template=False)


def written(*rows: tuple[Scalar, ...]) -> bytes:
    tables = tuple(DataTable(kind, ("A", "B"), rows) for kind in KINDS)
    return next(iter(write(with_tables(tables)).values()))


def with_tables(tables: tuple[DataTable, ...]) -> Job:
    return replace(JOB, data=lambda: PlanData({}, tables))


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_a_file_is_written_for_every_kind() -> None:
    files = write(with_tables(tuple(DataTable(kind, (kind,), ()) for kind in KINDS)))
    assert tuple(files) == endings("csv", "sv")
    assert [read(each) for each in files.values()] == [[[kind]] for kind in KINDS]


def test_what_is_written_is_read_back() -> None:
    rows: tuple[tuple[Scalar, ...], ...] = (("a,b", 'c "d"'), ("e\nf", " å "), (None, ""), ("1\u00a0000", "-5"))
    assert read(written(*rows)) == [["A", "B"], *([each or "" for each in row] for row in rows)]


def test_the_form_is_that_of_rfc_4180_with_a_mark_by_which_excel_knows_utf_8() -> None:
    assert written(("å", 'b"c')) == '\ufeffA,B\r\nå,"b""c"\r\n'.encode()


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "@SUM(A1)", "-1+1", "-cmd", "\t=1", "\r=1", "\n=1", "＝1", "-1,5", "--1", "-"]
)
def test_nothing_is_computed_of_a_text(text: str) -> None:
    assert read(written((text, None)))[1] == [f"'{text}", ""]


@pytest.mark.parametrize("text", ["-570", "-33.5", "12", "a=1", "'a", "≥ 80 %", "\u2212570"])
def test_a_number_and_other_text_are_left_as_they_are(text: str) -> None:
    assert read(written((text, None)))[1] == [text, ""]
