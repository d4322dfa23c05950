"""Timings of whole processes: each command's wall time (median of several runs) and its peak memory.

    make bench

The commands are run in turn, so that a machine whose speed drifts slows them alike. Peak memory is the largest of any
process. Where pypandoc's pandoc is installed the same text is also made by pandoc, and typst for the PDF.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import plans

PLANGEN = (sys.executable, "-m", "plangen")
PANDOC_JOB = """
import pypandoc, sys, typst
source, folder = sys.argv[1:]
for form in ("html", "docx", "typst"):
    pypandoc.convert_file(source, form, outputfile=f"{folder}/out.{form}", extra_args=["--standalone", "--toc"])
typst.compile(f"{folder}/out.typst", output=f"{folder}/out.pdf")
"""


@dataclass
class Case:
    """A command and what its runs took, in seconds and megabytes."""

    name: str
    command: Sequence[str]
    folder: Path
    runs: int = 5
    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0


def main() -> None:
    """Runs every case and prints a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="without the long plan and the hundred")
    parser.add_argument("--many", action="store_true", help="the hundred plans alone")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        cases = _many(plans.many(there, 100)) if asked.many else list(_cases(there, quick=asked.quick))
        for turn in range(max(case.runs for case in cases) + 1):
            for case in cases:
                if turn <= case.runs and (case.runs > 1 or turn == 0):
                    _run(case, counted=turn > 0 or case.runs == 1)
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| command | median, s | least, s | most, s | peak, MB |\n|---|---|---|---|---|")
    for case in cases:
        figures = (statistics.median(case.seconds), min(case.seconds), max(case.seconds))
        print(f"| {case.name} | " + " | ".join(f"{figure:.2f}" for figure in figures) + f" | {case.megabytes:.0f} |")
    print("\nSlowest imports of `plangen build --to docx,html,pdf`, own time in ms:\n")
    print(_imports())


def _cases(folder: Path, *, quick: bool) -> list[Case]:
    real = plans.project(folder / "real")
    build = (*PLANGEN, "build", "--force")
    cases = [
        Case("build, all formats", build, real),
        Case("build, html", (*build, "--to", "html"), real),
        Case("build, pdf", (*build, "--to", "pdf"), real),
        Case("build, docx", (*build, "--to", "docx"), real),
        Case("build, nothing changed", (*PLANGEN, "build"), real),
        Case("check", (*PLANGEN, "check"), real),
    ]
    if _has_pandoc():
        source = folder / "pandoc" / "plan.md"
        source.parent.mkdir()
        source.write_text(plans.markdown(), encoding="utf-8")
        command = (sys.executable, "-c", PANDOC_JOB, str(source), str(source.parent))
        cases.append(Case("pandoc and typst, all formats", command, source.parent))
    if not quick:
        cases.append(Case("build, 50 times longer", build, plans.longer(folder / "long", 50), runs=1))
        cases += _many(plans.many(folder / "many", 100))
    return cases


def _many(folder: Path) -> list[Case]:
    """A hundred plans, one at a time and two."""
    build = (*PLANGEN, "build", "--force")
    return [
        Case("build, 100 plans, 1 at a time", (*build, "--jobs", "1"), folder, runs=3),
        Case("build, 100 plans, 2 at a time", (*build, "--jobs", "2"), folder, runs=3),
        Case("build, 100 plans, nothing changed", (*PLANGEN, "build"), folder, runs=3),
        Case("list, 100 plans", (*PLANGEN, "list"), folder, runs=3),
    ]


def _run(case: Case, *, counted: bool) -> None:
    start = time.perf_counter()
    process = subprocess.Popen(case.command, cwd=case.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{case.name}: {errors.decode()}")
    if counted:
        case.seconds.append(time.perf_counter() - start)
        case.megabytes = max(case.megabytes, usage.ru_maxrss / 1000)


def _has_pandoc() -> bool:
    return subprocess.run((sys.executable, "-c", "import pypandoc"), capture_output=True, check=False).returncode == 0


def _imports() -> str:
    command = (sys.executable, "-X", "importtime", "-m", "plangen", "build", "--out", tempfile.mkdtemp())
    lines = subprocess.run(command, cwd=plans.PROJECT, capture_output=True, text=True, check=True).stderr.splitlines()
    rows = [line.split("|") for line in lines if line.startswith("import time:") and "self" not in line]
    totals: dict[str, int] = {}
    for own, _, name in rows:
        package = name.strip().split(".")[0]
        totals[package] = totals.get(package, 0) + int(own.removeprefix("import time:"))
    slowest = sorted(totals.items(), key=lambda item: -item[1])[:12]
    return "\n".join(f"- {name}: {own / 1000:.0f}" for name, own in slowest)


if __name__ == "__main__":
    main()
