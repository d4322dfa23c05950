from __future__ import annotations

import os
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.repository import PLANS, job_of
from tests.writers.read_markdown import Said, line_text, plain, told
from tests.writers.read_odt import cells, links, read

from plangen.diagnostics import PlangenError
from plangen.document.grid import grid
from plangen.document.nodes import Table, TableOfContents
from plangen.document.walk import every_block
from plangen.writers import odt
from plangen.writers.job import Job
from plangen.writers.odt import write

if find_spec("pypandoc") is None and "CI" not in os.environ:
    pytest.skip("the extra pandoc isn't installed", allow_module_level=True)


@pytest.fixture(params=PLANS, ids=lambda folder: folder.name, scope="module")
def made(request: pytest.FixtureRequest) -> tuple[Job, bytes]:
    folder: Path = request.param
    job = job_of(folder, in_template=False)
    return job, write(job)


def said(job: Job) -> list[Said]:
    """What the document says. Pictures stand as such, and rows of heads for themselves."""
    pictures = {f"[{plain(each.image.alternative)}]" for each in every_block(job.document) if hasattr(each, "image")}
    return [each for each in told(job.document, top=1) if each[1] and each[0] != "td" and each[1] not in pictures]


def test_what_is_read_back_is_what_the_document_says(made: tuple[Job, bytes]) -> None:
    job, data = made
    found, expected = [each for each in read(data) if each[0] != "td"], said(job)
    metadata = job.document.metadata
    titled = any(each.role == "title" for each in metadata.cover)
    before = (not titled) + bool(metadata.draft)
    found = found[before + len(metadata.cover) :]
    lists = [each for each in every_block(job.document) if isinstance(each, TableOfContents) and each.entries]
    listed = sum(1 + len(each.entries) for each in lists)
    assert len(found) == listed + len(expected)
    for each in expected:
        while found[0] != each:
            found.pop(0)
            listed -= 1
        found.pop(0)
    assert listed == 0


def test_every_cell_stands_where_the_document_has_it(made: tuple[Job, bytes]) -> None:
    job, data = made
    tables = [each for each in every_block(job.document) if isinstance(each, Table)]
    expected = []
    for table in tables:
        rows: list[list[str | None]] = []
        for line in grid(table).lines:
            row: list[str | None] = [None] * len(table.columns)
            for slot in line.slots:
                row[slot.column] = plain(line_text(slot.cell.inlines))
            rows.append(row)
        expected.append(rows)
    assert cells(data) == expected


def test_every_way_leads_somewhere(made: tuple[Job, bytes]) -> None:
    wanted, there = links(made[1])
    assert wanted
    assert wanted <= there


def test_the_same_document_gives_the_same_bytes(made: tuple[Job, bytes]) -> None:
    job, data = made
    assert write(replace(job)) == data


def test_without_the_extra_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odt, "find_spec", lambda name: None)
    with pytest.raises(PlangenError, match="pandoc-missing"):
        write(job_of(PLANS[0], in_template=False))


def test_what_pandoc_says_of_a_failure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odt, "pandoc_tree", lambda *_: b"{}")
    with pytest.raises(PlangenError) as fault:
        write(job_of(PLANS[0], in_template=False))
    assert fault.value.code == "pandoc-failed"
    assert "JSON" in dict(fault.value.parameters)["reason"]
