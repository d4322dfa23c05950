from __future__ import annotations

from pathlib import Path

import pytest
from tests.repository import PLANS, job_of
from tests.writers.read_markdown import links, read, told

from plangen.document.nodes import TableOfContents
from plangen.document.walk import every_block
from plangen.writers.markdown import write


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_what_is_read_back_is_what_the_document_says(folder: Path) -> None:
    job = job_of(folder, in_template=False)
    found, said = read(write(job)), told(job.document)
    cover = bool(job.brand.logo) + len(job.document.metadata.cover) + bool(job.document.metadata.draft)
    lists = [each for each in every_block(job.document) if isinstance(each, TableOfContents) and each.entries]
    listed = sum(1 + len(each.entries) for each in lists)
    assert len(found) == cover + listed + len(said)
    rest = list(found[cover:])
    for each in said:
        while rest[0] != each:
            rest.pop(0)
            listed -= 1
        rest.pop(0)
    assert listed == 0


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_every_way_leads_somewhere(folder: Path) -> None:
    wanted, there = links(write(job_of(folder, in_template=False)))
    assert wanted
    assert wanted == there


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write(job_of(PLANS[0], in_template=False)) == write(job_of(PLANS[0], in_template=False))
