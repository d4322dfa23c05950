"""The addresses of the preview -> answers. Everything is read; nothing can be written.

/                        the plans of the repository
/plan/<name>/            a plan's page
/plan/<name>/places.json which file, line and column each element of the page comes from, and where they are edited
/events, …/events        what the page shows, whenever it changes (server-sent events)
/preview/<file>          the page's scripts
"""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator, Callable
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from plangen.dataclass import dataclass
from plangen.locale.catalogue import catalogue
from plangen.preview.desk import START, Desk
from plangen.preview.guard import Guard
from plangen.preview.links import Editors
from plangen.preview.page import SCRIPTS, previewed
from plangen.templates.environment import template_text


@dataclass(frozen=True, slots=True)
class Preview:
    """What is answered with. `editors` gives those of a plan by its name."""

    desk: Desk
    editors: Callable[[str], Editors]

    async def page(self, request: Request) -> Response:
        """A plan's page, or the start page."""
        name = self._name(request)
        view = await self.desk.view(name)
        nonce = secrets.token_urlsafe(16)
        settings = {"events": f"{request.url.path}events", "places": f"{request.url.path}places.json" if name else ""}
        text, policy = previewed(view, catalogue(view.language), nonce, settings)
        return HTMLResponse(text, headers={"content-security-policy": policy})

    async def places(self, request: Request) -> Response:
        """Where the elements of a plan's page come from."""
        name = self._name(request)
        view = await self.desk.view(name)
        places = {
            key: {"file": place.file, "line": place.line, "column": place.column} for key, place in view.places.items()
        }
        editors = [{"text": each.text, "url": each.url} for each in self.editors(name).patterns()]
        return JSONResponse({"version": view.version, "places": places, "editors": editors})

    async def events(self, request: Request) -> Response:
        """What the page shows, whenever that is something else than what the page has seen."""
        seen = request.headers.get("last-event-id") or request.query_params.get("seen", "")
        return StreamingResponse(self.told(self._name(request), seen), media_type="text/event-stream")

    async def told(self, name: str, seen: str) -> AsyncIterator[str]:
        """The events of a stream, of which each has the page where it is another than that of the last."""
        yield ": plangen\n\n"  # the browser then knows at once that it is connected
        page = ""
        async for view in self.desk.views(name, seen):
            told = view.told() if view.page != page else {**view.told(), "page": ""}  # the browser has it
            page = view.page
            yield f"id: {view.version}\ndata: {json.dumps(told)}\n\n"

    def _name(self, request: Request) -> str:
        name = str(request.path_params.get("name", START))
        if not self.desk.knows(name):
            raise HTTPException(404)
        return name


async def script(request: Request) -> Response:
    """One of the preview's own scripts."""
    name = request.path_params["name"]
    if name not in SCRIPTS:
        raise HTTPException(404)
    return Response(template_text(f"preview/{name}"), media_type="text/javascript")


async def to_page(request: Request) -> Response:
    """An address without its last slash."""
    return RedirectResponse(f"/plan/{quote(request.path_params['name'])}/")


def application(preview: Preview, port: int) -> ASGIApp:
    """The preview as it is served on a port."""
    routes = [
        Route("/", preview.page),
        Route("/events", preview.events),
        Route("/plan/{name}", to_page),
        Route("/plan/{name}/", preview.page),
        Route("/plan/{name}/events", preview.events),
        Route("/plan/{name}/places.json", preview.places),
        Route("/preview/{name}", script),
    ]
    return Guard(Starlette(routes=routes), port)
