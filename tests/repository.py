"""Every plan of the repository: the real one, the examples and the golden ones, as whole jobs in their own looks."""

from __future__ import annotations

from pathlib import Path

from plangen.build import examine, job, timestamp_of
from plangen.diagnostics import Severity
from plangen.readers.brand import read_brand
from plangen.source.source import Folder
from plangen.writers.job import Job

PROJECT = Path(__file__).resolve().parents[1]
PLANS = sorted(
    path.parent
    for pattern in ("content/*", "examples/*/content/*", "tests/golden/*/content/*")
    for path in PROJECT.glob(f"{pattern}/plan.yaml")
)


def job_of(folder: Path, *, in_template: bool = True) -> Job:
    """The job of the plan in a folder, which has no fault; in the Word template of its own where there is one."""
    root = folder.parents[1]
    source, path = Folder(root), folder.relative_to(root).as_posix()
    brand, faults = read_brand(source, path)
    examined = examine(source, path, brand)
    found = (*faults, *examined.diagnostics)
    assert [each for each in found if each.severity >= Severity.ERROR] == []
    assert examined.document is not None
    template = examined.template if in_template else None
    return job(examined.document, brand, timestamp_of(examined.document, None), template)
