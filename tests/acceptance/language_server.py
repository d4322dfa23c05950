"""The YAML language server of the editors, run over its standard streams by the Language Server Protocol.

Where it is, `YAML_LANGUAGE_SERVER` says; `.ci/yaml-language-server` fetches the pinned one and prints it.
"""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from typing import Any

SECONDS = 60
"""How long an answer is waited for."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """What the server says of a document: the line, counted from 1, and the message."""

    line: int
    message: str


@dataclass(slots=True)
class LanguageServer:
    """A running server, with the settings of an editor that has opened a folder."""

    process: subprocess.Popen[bytes]
    settings: Json
    answers: Queue[Json] = field(default_factory=Queue)
    last: int = 0
    opened: int = 0

    def request(self, method: str, parameters: Json) -> Any:
        """Asks, and gives the answer."""
        self.last += 1
        self._send({"id": self.last, "method": method, "params": parameters})
        return self._until(lambda each: each.get("id") == self.last and "method" not in each)["result"]

    def notify(self, method: str, parameters: Json) -> None:
        """Tells, without an answer."""
        self._send({"method": method, "params": parameters})

    def problems(self, texts: Mapping[Path, str]) -> dict[Path, tuple[Problem, ...]]:
        """Opens files with some texts, and gives what is wrong with each."""
        opened = {self.open(path, text): path for path, text in texts.items()}
        found: dict[Path, tuple[Problem, ...]] = {}
        while len(found) < len(opened):
            told = self._until(lambda each: each.get("method") == "textDocument/publishDiagnostics")["params"]
            if told["uri"] in opened:
                starts = ((each["range"]["start"]["line"] + 1, each["message"]) for each in told["diagnostics"])
                found[opened[told["uri"]]] = tuple(Problem(line, message) for line, message in starts)
        for uri in opened:
            self.close(uri)
        return found

    def completions(self, path: Path, text: str) -> tuple[Json, ...]:
        """What the server offers where `|` stands in a text."""
        uri, place = self._at_mark(path, text)
        offered = self.request("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
        self.close(uri)
        return tuple(offered["items"])

    def hover(self, path: Path, text: str) -> str:
        """What the server tells of that where `|` stands in a text."""
        uri, place = self._at_mark(path, text)
        told = self.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": place})
        self.close(uri)
        return str(told["contents"]["value"]) if told else ""

    def open(self, path: Path, text: str) -> str:
        """Opens a file with some text; the text on the disk isn't read. The server tells texts apart by version."""
        uri = path.resolve().as_uri()
        self.opened += 1
        document = {"uri": uri, "languageId": "yaml", "version": self.opened, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def close(self, uri: str) -> None:
        """Closes a file; what the server says of it until it knows that is heard and forgotten."""
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        self.request("textDocument/foldingRange", {"textDocument": {"uri": uri}})

    def _at_mark(self, path: Path, text: str) -> tuple[str, Json]:
        before, _, after = text.partition("|")
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        return self.open(path, before + after), {"line": line, "character": column}

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _until(self, wanted: Callable[[Json], bool]) -> Json:
        while True:
            each = self.answers.get(timeout=SECONDS)
            if "id" in each and "method" in each:
                self._send({"id": each["id"], "result": self._answer(each)})
            elif wanted(each):
                return each

    def _answer(self, request: Json) -> Any:
        """What an editor answers: its settings, section by section, and nothing else."""
        if request["method"] != "workspace/configuration":
            return None
        sections = (item.get("section", "") for item in request["params"]["items"])
        return [self.settings.get(section, {}) for section in sections]


@contextmanager
def language_server(command: str, folder: Path, schemas: dict[str, list[str]]) -> Iterator[LanguageServer]:
    """A server for a folder of plans, with schemas bound as an editor's settings bind them (`yaml.schemas`)."""
    yaml = {"schemas": schemas, "validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}
    with subprocess.Popen(
        [command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        server = LanguageServer(process, {"yaml": yaml, "http": {}, "[yaml]": {}, "editor": {}, "files": {}})
        threading.Thread(target=_read, args=(process, server.answers), daemon=True).start()
        root = folder.resolve().as_uri()
        text = {"completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}}
        able = {
            "workspace": {"configuration": True, "workspaceFolders": True, "didChangeConfiguration": {}},
            "textDocument": {**text, "hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {}},
        }
        folders = [{"uri": root, "name": folder.name}]
        server.request(
            "initialize", {"processId": None, "rootUri": root, "capabilities": able, "workspaceFolders": folders}
        )
        server.notify("initialized", {})
        server.notify("workspace/didChangeConfiguration", {"settings": server.settings})
        _wait_for_schemas(server, folder / "content/plan/plan.yaml")
        try:
            yield server
        finally:
            server.request("shutdown", {})
            server.notify("exit", {})


def _wait_for_schemas(server: LanguageServer, bound: Path) -> None:
    """Waits until the server has asked for its settings and read a schema: a file without any key then has faults."""
    last = time.monotonic() + SECONDS
    while not server.problems({bound: "xyzzy: 1\n"})[bound]:
        assert time.monotonic() < last, "the server binds no schema"


def _read(process: subprocess.Popen[bytes], answers: Queue[Json]) -> None:
    assert process.stdout
    while header := process.stdout.readline():
        if header.lower().startswith(b"content-length:"):
            length = int(header.split(b":")[1])
            while process.stdout.readline().strip():
                pass
            answers.put(json.loads(process.stdout.read(length)))
