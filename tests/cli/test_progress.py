from __future__ import annotations

import io
import time

import pytest

from plangen.cli import progress as module
from plangen.cli.progress import CLEAR, Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def waited(progress: Progress) -> None:
    deadline = time.monotonic() + 5
    while not progress.shown and time.monotonic() < deadline:
        time.sleep(0.005)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    monkeypatch.setattr(module, "PAUSE", 0.01)


def test_line_is_shown_at_a_terminal_and_taken_away():
    terminal = Terminal()
    with Progress("{done} av {all}, {plan}", 3, terminal, done=1, plan="b") as progress:
        waited(progress)
        assert terminal.getvalue().startswith(f"{CLEAR}1 av 3, b")
    assert terminal.getvalue().endswith(CLEAR)


def test_line_is_taken_away_before_others_are_printed():
    terminal = Terminal()
    with Progress("…", 1, terminal) as progress:
        waited(progress)
        progress.over.set()
        assert progress.thread is not None
        progress.thread.join()
        progress.clear()
        assert terminal.getvalue().endswith(CLEAR)
        before = terminal.getvalue()
        progress.clear()
        assert terminal.getvalue() == before


def test_nothing_is_shown_of_what_is_soon_over(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 60)
    terminal = Terminal()
    with Progress("…", 1, terminal):
        pass
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(("stream", "all"), [(io.StringIO(), 1), (Terminal(), 0)])
def test_nothing_is_shown_elsewhere_or_where_nothing_is_to_be_done(stream: io.StringIO, all: int):
    with Progress("…", all, stream) as progress:
        assert progress.thread is None
        time.sleep(0.05)
    assert stream.getvalue() == ""
