"""How far a long command has come, for whoever waits at a terminal: one line that is written over and taken away.

Nothing is shown during the first second, and nothing at all where standard error is no terminal.
"""

from __future__ import annotations

import sys
from dataclasses import field
from threading import Event, Lock, Thread
from types import TracebackType
from typing import TextIO

from plangen.dataclass import dataclass

PATIENCE = 1.0
PAUSE = 0.1
CLEAR = "\r\x1b[K"


@dataclass
class Progress:
    """`text` is a pattern with {done}, {all} and {plan}. To be used in a `with`."""

    text: str
    all: int
    stream: TextIO = field(default_factory=lambda: sys.stderr)
    done: int = 0
    plan: str = ""
    shown: bool = False
    over: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)
    thread: Thread | None = None

    def __enter__(self) -> Progress:
        if self.all and self.stream.isatty():
            self.thread = Thread(target=self._show, daemon=True)
            self.thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.over.set()
        if self.thread:
            self.thread.join()
        self.clear()

    def clear(self) -> None:
        """Takes the line away, so that others can be printed."""
        with self.lock:
            if self.shown:
                self.stream.write(CLEAR)
                self.stream.flush()
                self.shown = False

    def _show(self) -> None:
        if self.over.wait(PATIENCE):
            return
        while True:
            with self.lock:
                self.stream.write(CLEAR + self.text.format(done=self.done, all=self.all, plan=self.plan))
                self.stream.flush()
                self.shown = True
            if self.over.wait(PAUSE):
                return
