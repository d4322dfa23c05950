"""A plan's data -> JSON (RFC 8259, UTF-8), described by `plan-data.schema.json` beside this module."""

from __future__ import annotations

import json

from plangen.writers.job import Job

SCHEMA = "plan-data.schema.json"


def write(job: Job) -> bytes:
    """The data of a job's plan."""
    assert job.data is not None
    return (json.dumps(job.data().values, ensure_ascii=False, indent=2) + "\n").encode()
