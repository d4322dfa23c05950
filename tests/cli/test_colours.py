from __future__ import annotations

import io
import re

import pytest

from plangen.cli.colours import painted, shows_colours
from plangen.cli.main import main


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


REPORT = """\
content/plan/plan.yaml:3:4: fel: det här: är fel [date-unreadable]
   3 │ datum: i går
     │        ^^^^^
     hjälp: Skriv år-månad-dag.
"""


@pytest.fixture(autouse=True)
def terminal(monkeypatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def plain(text: str) -> str:
    return re.sub("\x1b\\[[0-9;]*m", "", text)


def test_place_severity_caret_and_cure_have_colours_on_a_terminal() -> None:
    shown = painted(REPORT, Terminal())
    assert plain(shown) == REPORT
    assert "\x1b[1mcontent/plan/plan.yaml:3:4\x1b[0m: \x1b[1;31mfel\x1b[0m: " in shown
    assert "\x1b[1;31m^^^^^\x1b[0m" in shown
    assert "\x1b[32mhjälp:\x1b[0m Skriv" in shown
    assert "\x1b[1;33mvarning\x1b[0m" in painted("a:1:1: varning: b [c-d]", Terminal())
    assert "\x1b[1;33mwarning\x1b[0m" in painted("a:1:1: warning: b [c-d]", Terminal())


def test_every_colour_ends_before_the_line_does() -> None:
    for line in painted(REPORT, Terminal()).split("\n"):
        assert line.count("\x1b[") == 2 * line.count("\x1b[0m")


def test_what_is_no_report_is_left_alone() -> None:
    for text in ("build/plan/plan.pdf  75 kB  0.15 s", "plan: år: status [x]", "", "  ^^", "     "):
        assert painted(text, Terminal()) == text


@pytest.mark.parametrize(
    ("name", "value", "shows"), [("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("TERM", "dumb", False)]
)
def test_who_wants_none_gets_none(name: str, value: str, shows: bool, monkeypatch) -> None:
    monkeypatch.setenv(name, value)
    assert shows_colours(Terminal()) is shows


def test_a_pipe_or_file_gets_none() -> None:
    assert painted(REPORT, io.StringIO()) == REPORT


def test_commands_paint_what_they_tell(monkeypatch, tmp_path) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    assert main(["check", "--root", str(tmp_path)]) == 2
    assert "\x1b[32mhjälp:\x1b[0m" in stream.getvalue()
