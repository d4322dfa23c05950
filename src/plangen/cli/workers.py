"""Tasks done by several processes: results in the tasks' order, and a process that dies takes its own task with it.

Threads would gain nothing, since the typesetter doesn't let others run. `concurrent.futures` gives up all that waits
when one of its processes dies, and can't say whose task it was; so each process has a pipe of its own here, by which it
is handed one task at a time. Processes are spawned, which is the same on every system, and shares nothing by accident.
"""

from __future__ import annotations

import gc
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from plangen.dataclass import dataclass
from plangen.diagnostics import PlangenError, reason_of

PATIENCE = 3
"""Seconds that a process is given to end its task when no more are wanted. Cut off, it would leave unfinished files."""

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lost:
    """In the place of a result: the process died. `how` is the signal's name, or the exit code."""

    how: str


def results(work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int) -> Iterator[Result | Lost]:
    """What `work` makes of each task, in order, by at most so many processes. `work` is a module's own function."""
    pool = _Pool(work, deque(enumerate(tasks)), jobs)
    done: dict[int, Result | Lost] = {}
    try:
        for index in range(len(tasks)):
            while index not in done:
                done.update(pool.next_results())
            yield done.pop(index)
    finally:
        pool.stop()


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    index: int = -1


@dataclass(slots=True)
class _Pool(Generic[Task, Result]):
    work: Callable[[Task], Result]
    waiting: deque[tuple[int, Task]]
    jobs: int
    workers: list[_Worker] = field(default_factory=list)

    def next_results(self) -> Iterator[tuple[int, Result | Lost]]:
        """The next results that come, at least one."""
        while self.waiting and len(self.workers) < self.jobs:
            try:
                self.workers.append(_started(self.work))
            except OSError as fault:
                if not self.workers:
                    raise PlangenError("process-unstartable", reason=reason_of(fault)) from fault
                self.jobs = len(self.workers)  # the system allows no more
                break
            yield from self.hand(self.workers[-1])
        ready = wait([worker.pipe for worker in self.workers])
        for worker in [each for each in self.workers if each.pipe in ready]:
            try:
                result: Result | Lost = worker.pipe.recv()
            except (EOFError, OSError):
                yield worker.index, self.lost(worker)
                continue
            yield worker.index, result
            yield from self.hand(worker)

    def hand(self, worker: _Worker) -> Iterator[tuple[int, Lost]]:
        """Gives a worker the next task, if there is one."""
        if not self.waiting:
            return
        worker.index, task = self.waiting.popleft()
        try:
            worker.pipe.send(task)
        except OSError:
            yield worker.index, self.lost(worker)

    def lost(self, worker: _Worker) -> Lost:
        """How a worker came to its end."""
        self.workers.remove(worker)
        worker.process.join()
        worker.pipe.close()
        return Lost(_how(worker.process.exitcode or 0))

    def stop(self) -> None:
        """Ends every process, those that are at work after a while."""
        for worker in self.workers:
            worker.pipe.close()
        latest = time.monotonic() + PATIENCE
        for worker in self.workers:
            worker.process.join(max(0, latest - time.monotonic()))
            worker.process.kill()
            worker.process.join()


def _started(work: Callable[[Task], Result]) -> _Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work, gc.get_threshold()), daemon=True)
    try:
        with _no_interrupt():
            process.start()
    except OSError:
        ours.close()
        raise
    finally:
        theirs.close()
    return _Worker(process, ours)


def _serve(pipe: Connection, work: Callable[[Task], Result], garbage: tuple[int, int, int]) -> None:
    """What a process does: task by task, until its parent has no more or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the parent alone answers it
    gc.set_threshold(*garbage)
    while True:
        try:
            task: Task = pipe.recv()
        except (EOFError, OSError):
            return
        result = work(task)
        with suppress(OSError):  # the parent is gone, as the next turn will find
            pipe.send(result)


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Holds Ctrl-C back while a process is started, which inherits that; its own part begins by ignoring it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _how(code: int) -> str:
    if code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return str(code)
