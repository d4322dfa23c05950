from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest

from plangen.cli import serve as module
from plangen.cli.main import main


@pytest.fixture
def project(tmp_path: Path, minimal_plan) -> Path:
    for path, text in minimal_plan.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_without_what_it_needs_it_says_how_to_have_it(project: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert main(["serve", "--root", str(project)]) == 2
    said = capsys.readouterr().err
    assert "[preview-missing]" in said
    assert "make serve" in said


@pytest.mark.parametrize("port", ["x", "-1", "65536", "8 0", "²"])
def test_a_port_is_a_number(port: str, project: Path, capsys):
    with pytest.raises(SystemExit) as raised:
        main(["serve", f"--port={port}", "--root", str(project)])
    assert raised.value.code == 2
    assert "ingen port" in capsys.readouterr().err


def test_a_plan_that_is_not_there_gives_2(project: Path, capsys):
    pytest.importorskip("starlette", reason="plangen[serve] is not installed")
    assert main(["serve", "finns-inte", "--root", str(project)]) == 2
    assert "[unknown-plan]" in capsys.readouterr().err


class Served:
    """A preview in a process of its own."""

    def __init__(self, *arguments: str) -> None:
        pytest.importorskip("starlette", reason="plangen[serve] is not installed")
        command = [sys.executable, "-m", "plangen", "serve", "--port", "0", *arguments]
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment
        )
        assert self.process.stdout is not None
        self.said = self.process.stdout.readline() + self.process.stdout.readline()
        self.address = re.search(r"http://127\.0\.0\.1:\d+/\S*", self.said)[0]

    def get(self, path: str = "") -> str:
        return build_opener(ProxyHandler({})).open(self.address + path, timeout=20).read().decode()

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=20)
        assert said == ""
        return self.process.returncode


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    found = Served("--root", str(project))
    yield found
    found.process.kill()
    found.process.communicate()


def test_it_prints_its_address_and_ctrl_c_ends_it_cleanly(served: Served):
    assert "Avsluta med Ctrl-C." in served.said
    assert "Årsplan 2026" in served.get()
    assert "Vården ska vara tillgänglig." in served.get("plan/plan/")
    assert served.end() == 0


def test_ctrl_c_ends_it_while_pages_are_open(served: Served):
    stream = build_opener(ProxyHandler({})).open(served.address + "plan/plan/events", timeout=20)
    assert stream.readline()
    assert served.end() == 0
    stream.close()


def test_a_plan_that_is_asked_for_is_the_address_and_in_the_language_asked_for(project: Path):
    found = Served("plan", "--root", str(project), "--lang", "en")
    try:
        assert found.address.endswith("/plan/plan/")
        assert found.said.startswith("Preview: ")
        assert found.end() == 0
    finally:
        found.process.kill()
        found.process.communicate()
