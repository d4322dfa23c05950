from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plangen.cli import workers
from plangen.cli.workers import Lost, results
from plangen.diagnostics import PlangenError

TASKS = """
import os, signal, sys, time
from pathlib import Path

def double(number):
    time.sleep(0.2 if number == 1 else 0)
    return 2 * number

def perilous(number):
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 3:
        os._exit(7)
    return number

def process(number):
    time.sleep(0.1)
    return os.getpid()

def endless(folder):
    Path(folder, f"begun-{os.getpid()}").touch()
    time.sleep(60)
"""


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch):
    """A module that a process beside can load."""
    (tmp_path / "some_tasks.py").write_text(TASKS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield __import__("some_tasks")
    sys.modules.pop("some_tasks")


def test_results_come_in_the_order_of_the_tasks(tasks):
    assert list(results(tasks.double, (1, 2, 3, 4, 5), 2)) == [2, 4, 6, 8, 10]


def test_several_processes_share_the_tasks_and_none_is_this_one(tasks):
    made = set(results(tasks.process, range(4), 2))
    assert len(made) == 2
    assert os.getpid() not in made


def test_process_that_dies_takes_its_own_task_with_it_and_no_other(tasks):
    assert list(results(tasks.perilous, (1, 2, 3, 4, 5, 6), 2)) == [1, Lost("SIGKILL"), Lost("7"), 4, 5, 6]


def test_every_task_may_be_lost(tasks):
    assert list(results(tasks.perilous, (3, 3, 3), 2)) == [Lost("7")] * 3


def test_processes_end_when_no_more_results_are_wanted(tasks, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(workers, "PATIENCE", 0.1)
    with pytest.raises(TimeoutError):
        _interrupted(results(tasks.endless, (str(tmp_path), str(tmp_path)), 2), tmp_path)
    begun = [int(path.name.removeprefix("begun-")) for path in tmp_path.glob("begun-*")]
    assert len(begun) == 2
    assert not any(map(_lives, begun))


def _interrupted(waiting: Iterator[object], folder: Path) -> None:
    """Waits for a result until both tasks have begun; then an alarm breaks the waiting off, as Ctrl-C would."""

    def ring(*_: object) -> None:
        if len(list(folder.glob("begun-*"))) < 2:
            signal.setitimer(signal.ITIMER_REAL, 0.05)
            return
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        next(waiting)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_system_that_allows_no_process_is_told_of(tasks, monkeypatch):
    def refused(*_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(workers, "_started", refused)
    with pytest.raises(PlangenError) as raised:
        list(results(tasks.double, (1, 2), 2))
    assert raised.value.code == "process-unstartable"


def test_fewer_processes_do_where_the_system_allows_no_more(tasks, monkeypatch):
    start, started = workers._started, []

    def sparing(work):
        if started:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        started.append(work)
        return start(work)

    monkeypatch.setattr(workers, "_started", sparing)
    assert list(results(tasks.double, (1, 2, 3), 2)) == [2, 4, 6]


def test_processes_whose_parent_is_killed_end_too(tasks, tmp_path: Path):
    code = "import some_tasks; from plangen.cli.workers import results; list(results(some_tasks.process, [1] * 99, 2))"
    parent = subprocess.Popen([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(tmp_path)})
    children: list[int] = []
    deadline = time.monotonic() + 20
    while len(children) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
        children = _workers_of(parent.pid)
    assert len(children) >= 2
    parent.kill()
    parent.wait()
    while any(map(_lives, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_lives, children))


def _workers_of(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    return [int(each) for each in listed]


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
