"""What holds of any plan whatever: it is examined without a crash and in time, and written only when it is sound."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from plangen.build import examine, job, timestamp_of, write
from plangen.cli.report import report
from plangen.diagnostics import PlangenError, Severity
from plangen.locale.catalogue import LANGUAGES, catalogue
from plangen.readers.brand import read_brand
from plangen.source.source import Memory

from .plans import FOLDER, Files

SECONDS = 5
"""Of the processor's time, for a case: many times what any needs."""


class TooSlowError(Exception):
    """A case that takes longer than any should."""


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Ends what takes longer."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlowError(f"> {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def assert_holds(files: Files, formats: Sequence[str] = ()) -> bool:
    """Examines a plan as the command does, and writes it if it is sound. Whether it is."""
    source = Memory(files)
    with in_time(SECONDS):
        try:
            brand, faults = read_brand(source)
            examined = examine(source, FOLDER, brand)
        except PlangenError:
            return False
        found = (*faults, *examined.diagnostics)
        for language in LANGUAGES:
            assert len(list(report(found, catalogue(language), lambda path: ()))) >= len(found)
        errors = [each for each in found if each.severity == Severity.ERROR]
        assert all(each.location.file for each in found), found
        sound = examined.sound and not faults
        assert not (sound and errors)
        assert errors or examined.document is not None
    if sound and examined.document is not None:
        work = job(examined.document, brand, timestamp_of(examined.document, None))
        for form in formats:
            with in_time(SECONDS):
                assert write(work, form)
    return sound
