"""A compared document -> its differences as JSON, for machines. Numbers are strings, exact as the plan has them."""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal

from plangen.writers.job import Job

FORMAT = 1
"""Raised when a reader would have to be changed."""


def write(job: Job) -> bytes:
    """The differences of a job's document."""
    document = job.document
    compared = document.comparison
    assert compared is not None
    found = {
        "format": FORMAT,
        "plan": document.metadata.title,
        "base": compared.base,
        "head": compared.head,
        "faults": [asdict(each) for each in compared.faults],
        "differences": [asdict(each) for each in compared.differences],
    }
    return (json.dumps(found, ensure_ascii=False, indent=2, default=_exact) + "\n").encode()


def _exact(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(type(value).__name__)
