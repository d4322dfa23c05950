"""The preview as a process: a port of the loopback, a server on it, a watch of the files, until Ctrl-C."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from plangen.dataclass import dataclass
from plangen.diagnostics import PlangenError, reason_of
from plangen.locale.catalogue import catalogue
from plangen.preview.app import Preview, application
from plangen.preview.desk import Desk, Examine, name_of
from plangen.preview.links import Editors
from plangen.preview.sheet import Sheet
from plangen.preview.speech import Speech
from plangen.preview.start import Start
from plangen.preview.view import View
from plangen.preview.watch import Watch
from plangen.source.source import Folder

HOST = "127.0.0.1"
PORT = 8470
"""The port that is taken where it is free, so that a page left open finds a preview that is started again."""

PATIENCE = 2
"""Seconds that answers under way may take when the preview ends."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is previewed. `folders` tells the plans there are now, `watched` what of the root they are in.

    `language` is that of what belongs to no single plan. `port` 0 is for any that is free. `only` is the name of the
    one plan that was asked for, if it was one.
    """

    root: Path
    folders: Callable[[], tuple[str, ...]]
    watched: tuple[str, ...]
    language: str
    port: int | None = None
    open_browser: bool = False
    only: str = ""


def serve(wish: Wish, speech: Speech) -> None:
    """Previews until Ctrl-C. Raises PlangenError where the port is taken or files can't be watched."""
    with listening(wish.port) as listener, suppress(KeyboardInterrupt):
        asyncio.run(_served(wish, speech, listener))


def listening(port: int | None) -> socket.socket:
    """A socket of the loopback that listens on a port; on the usual one, else a free one, where none is asked for."""
    tried = (PORT, 0) if port is None else (port,)
    for number in tried:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # elsewhere the option would let two listen on one port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, number))
            listener.listen()
        except OSError as fault:
            listener.close()
            reason = reason_of(fault)
        else:
            return listener
    raise PlangenError("port-taken", port=tried[-1], reason=reason)


async def _served(wish: Wish, speech: Speech, listener: socket.socket) -> None:
    desk, preview = _desk(wish, speech)
    port = int(listener.getsockname()[1])
    server = uvicorn.Server(
        uvicorn.Config(
            application(preview, port),
            log_level="critical",
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=PATIENCE,
        )
    )
    stop = asyncio.Event()
    watch = asyncio.create_task(Watch(wish.root, wish.watched, stop).run(desk.changed))
    watch.add_done_callback(lambda _: setattr(server, "should_exit", True))
    closing = asyncio.create_task(_closing(server, desk))
    _greet(wish, port)
    try:
        await server.serve(sockets=[listener])
    finally:
        stop.set()
        await closing
        await watch


async def _closing(server: uvicorn.Server, desk: Desk) -> None:
    """Ends the streams when the server is asked to stop; it would else wait for them."""
    while not server.should_exit:
        await asyncio.sleep(0.05)
    await desk.close()


def _desk(wish: Wish, speech: Speech) -> tuple[Desk, Preview]:
    source = Folder(wish.root)
    sheets: dict[str, Sheet] = {}

    def sheet(folder: str) -> Examine:
        made = sheets[name_of(folder)] = Sheet(source, wish.root, folder, speech, View(wish.language))
        return made.examine

    def editors(name: str) -> Editors:
        made = sheets[name]
        return Editors(wish.root, made.web, catalogue(made.view.language))

    desk = Desk(wish.folders, sheet, Start(source, wish.folders, wish.language).examine)
    return desk, Preview(desk, editors)


def _greet(wish: Wish, port: int) -> None:
    address = f"http://{HOST}:{port}/" + (f"plan/{wish.only}/" if wish.only else "")
    words = catalogue(wish.language).report
    print(words["serving"].format(address=address))
    print(words["serving-ends"], flush=True)
    if wish.open_browser and not webbrowser.open(address):
        print(words["no-browser"], file=sys.stderr)
