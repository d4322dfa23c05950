"""A long run over all cores: `make fuzz`, or with PLANGEN_FUZZ_SECONDS set. Prints how many inputs it took.

An input that shows a fault is written below build/fuzz/, and the run goes on to find others. Each run takes other
inputs than the last; PLANGEN_FUZZ_SEED makes it take the same.
"""

from __future__ import annotations

import faulthandler
import os
import shutil
import sys
import time
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from .plans import PROJECT, Files, changed_plans, made_plans
from .property import assert_holds

SECONDS = 600
FOUND = PROJECT / "build" / "fuzz"
STRATEGIES = (
    *(changed_plans("small"), made_plans(), changed_plans("small"), made_plans(), changed_plans("real")),
    *(changed_plans("small"), made_plans()),
)
EXAMPLES = 50
ALL_FORMATS_EVERY = 20
HUNG = 300
"""Seconds after which a case can't be stopped by asking, so the process is."""

QUIET = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@dataclass
class Run:
    """What one process has done. `faults`: where something was raised, and how often."""

    inputs: int = 0
    sound: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    def take(self, files: Files) -> None:
        """Puts an input to the test."""
        faulthandler.dump_traceback_later(HUNG, exit=True)
        self.inputs += 1
        formats = ["docx", "html", "pdf"] if self.inputs % ALL_FORMATS_EVERY == 0 else ["html"]
        try:
            self.sound += assert_holds(files, formats)
        except Exception as fault:
            ours = [frame for frame in traceback.extract_tb(fault.__traceback__) if "plangen" in frame.filename]
            place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
            key = f"{type(fault).__name__} {place} {str(fault).splitlines()[0][:100] if str(fault) else ''}"
            if not self.faults[key]:
                _keep(files, f"{os.getpid()}-{len(self.faults)}", traceback.format_exc())
            self.faults[key] += 1


def _keep(files: Files, name: str, trace: str) -> None:
    folder = FOUND / name
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    (folder / "trace.txt").write_text(trace, encoding="utf-8", errors="replace")


def run(start: int, seconds: float) -> Run:
    """Takes inputs for so long."""
    done = Run()
    end = time.monotonic() + seconds
    number = start
    while time.monotonic() < end:
        strategy = STRATEGIES[number % len(STRATEGIES)]
        seed(number)(QUIET(given(strategy)(lambda files: done.take(files) if time.monotonic() < end else None)))()
        number += 1
    faulthandler.cancel_dump_traceback_later()
    return done


def main() -> int:
    """The exit code: 1 where anything was found."""
    seconds = float(os.environ.get("PLANGEN_FUZZ_SECONDS", SECONDS))
    start = int(os.environ.get("PLANGEN_FUZZ_SEED", time.time_ns() // 1_000_000))
    shutil.rmtree(FOUND, ignore_errors=True)
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores) as pool:
        runs = list(pool.map(run, [start + number * 1_000_000_000 for number in range(cores)], [seconds] * cores))
    faults = sum((each.faults for each in runs), Counter())
    inputs, sound = sum(each.inputs for each in runs), sum(each.sound for each in runs)
    print(
        f"{inputs} inputs in {seconds:g} s on {cores} cores (seed {start}): {sound} sound, {len(faults)} kinds of fault"
    )
    for fault, times in faults.most_common():
        print(f"{times:6} {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
