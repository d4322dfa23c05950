"""Examines plans as hostile ones are to be: each in a child process of its own with little time and little memory.

Requests and verdicts pass as pickles over standard input and output, so that Python starts and imports once.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import sys
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

SECONDS = 2
BYTES = 300_000_000


@dataclass(frozen=True)
class Case:
    """A plan in memory by path, or in a folder on disk."""

    files: dict[str, str | bytes] = field(default_factory=dict)
    root: Path | None = None
    folder: str = "content/p"


@dataclass(frozen=True)
class Verdict:
    """What was found. `ended`: the plan was examined, or the world was said to be at fault (`fault`)."""

    ended: bool
    codes: tuple[str, ...] = ()
    sound: bool = False
    fault: str = ""
    report: str = ""
    page: bytes = b""
    seconds: float = 0
    bytes: int = 0


def judged(case: Case) -> Verdict:
    """The verdict on a plan."""
    from plangen.build import examine, job, timestamp_of, write
    from plangen.cli.report import report
    from plangen.diagnostics import PlangenError, Severity
    from plangen.locale.catalogue import catalogue
    from plangen.readers.brand import read_brand
    from plangen.source.source import Folder, Memory

    source = Memory(case.files) if case.root is None else Folder(case.root)
    try:
        brand, faults = read_brand(source)
        examined = examine(source, case.folder, brand)
        found = (*faults, *examined.diagnostics)
        sound = examined.sound and all(each.severity < Severity.ERROR for each in faults)
        page = b""
        if sound and examined.document is not None:
            page = write(job(examined.document, brand, timestamp_of(examined.document, "0")), "html")
        lines = [line for language in ("sv", "en") for line in report(found, catalogue(language), lambda path: ())]
    except PlangenError as fault:
        return Verdict(True, fault=fault.code)
    return Verdict(True, tuple(dict.fromkeys(each.code for each in found)), sound, report="\n".join(lines), page=page)


def confined(case: Case, answer: IO[bytes]) -> None:
    """Gives the verdict on a plan within the limits; the system ends what goes beyond them."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    try:
        verdict = judged(case)
    except BaseException:
        verdict = Verdict(False, report=traceback.format_exc(limit=-8)[-3000:])
    pickle.dump(verdict, answer)
    answer.flush()


def verdict(case: Case) -> Verdict:
    """The verdict of a child process."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        with os.fdopen(writing, "wb") as answer:
            confined(case, answer)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        data = answer.read()
    _, status, used = os.wait4(child, 0)
    if data:
        given = pickle.loads(data)
    else:
        number = os.waitstatus_to_exitcode(status)
        given = Verdict(False, report=f"killed by {signal.Signals(-number).name}" if number < 0 else f"exit {number}")
    spent = used.ru_utime + used.ru_stime
    return Verdict(**{**vars(given), "seconds": spent, "bytes": used.ru_maxrss * 1024})


def main() -> None:
    """Answers requests until there are no more. The first is judged here, so that children start with all loaded."""
    case = Case(**pickle.load(sys.stdin.buffer))
    judged(case)
    while True:
        pickle.dump(vars(verdict(case)), sys.stdout.buffer)
        sys.stdout.buffer.flush()
        try:
            case = Case(**pickle.load(sys.stdin.buffer))
        except EOFError:
            return


if __name__ == "__main__":
    main()
