from __future__ import annotations

import asyncio
import socket
import threading
import webbrowser
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from plangen.diagnostics import PlangenError
from plangen.preview import server as module
from plangen.preview.server import PORT, Wish, listening


def test_a_port_that_is_asked_for_is_taken():
    with listening(0) as listener:
        host, port = listener.getsockname()
        assert host == "127.0.0.1"
        assert port > 0


def test_a_port_that_is_taken_is_a_fault_with_its_number():
    with listening(0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PlangenError) as raised:
            listening(port)
    assert raised.value.code == "port-taken"
    assert dict(raised.value.parameters)["port"] == str(port)


def test_where_no_port_is_asked_for_and_the_usual_one_is_taken_another_is():
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            other.bind(("127.0.0.1", PORT))
            other.listen()
        except OSError:
            pass  # someone else has it, which serves as well
        with listening(None) as listener:
            assert listener.getsockname()[1] not in (0, PORT)


def test_the_preview_answers_until_it_is_ended(project: Path, speech, monkeypatch: pytest.MonkeyPatch, capsys):
    """The whole of it in this process, with the browser that would be opened."""
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: not opened.append(address))
    servers = []
    monkeypatch.setattr(module.uvicorn, "Server", _kept(module.uvicorn.Server, servers))
    wish = Wish(project, lambda: ("content/plan",), ("content",), "sv", 0, open_browser=True, only="plan")

    def run() -> None:
        with listening(0) as listener:
            asyncio.run(module._served(wish, speech, listener))

    thread = threading.Thread(target=run)
    thread.start()
    try:
        for _ in range(500):
            if opened:
                break
            thread.join(0.02)
        address = opened[0]
        get = build_opener(ProxyHandler({})).open
        assert "God hälsa" in get(address, timeout=10).read().decode()
        with pytest.raises(HTTPError) as refused:
            get(Request(address, headers={"Host": "evil.example"}), timeout=10)
        assert refused.value.code == 421
        stream = get(f"{address}events", timeout=10)
        assert stream.readline() == b": plangen\n"
    finally:
        servers[0].should_exit = True
        thread.join(10)
    assert not thread.is_alive()
    stream.close()
    refused.value.close()
    assert f"Förhandsgranskning: {address}" in capsys.readouterr().out


def _kept(kind, servers):
    def make(config):
        servers.append(kind(config))
        return servers[-1]

    return make
