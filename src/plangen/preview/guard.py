"""Who may ask the preview, and what is said with every answer: an ASGI application around another.

The preview listens on the loopback alone. A page of another site could still reach it through the reader's browser: by
a host name that is made to lead here (DNS rebinding), or by asking straight. So a request that names another host is
refused, one that another site's page makes is refused but for a plain visit, and nothing can be written.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost", "[::1]")
METHODS = frozenset({"GET", "HEAD"})
OWN = frozenset({"", "same-origin", "none"})
"""What a browser says of a request of the page's own, or of one that the reader made by hand (Fetch Metadata)."""

HEADERS: Mapping[str, str] = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of an answer that has none of its own."""


class Guard:
    """Lets through what is asked of this host and port, by its own pages or by hand, and only to read."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self.app = app
        self.hosts = frozenset(f"{name}:{port}" for name in NAMES)
        self.origins = frozenset(f"http://{host}" for host in self.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        refusal = self.refusal(str(scope.get("method", "")), Headers(scope=scope)) if scope["type"] == "http" else 403
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
        elif refusal:
            await PlainTextResponse("", refusal, dict(HEADERS))(scope, receive, send)
        else:
            await self.app(scope, receive, _with_headers(send))

    def refusal(self, method: str, headers: Headers) -> int:
        """The status of the refusal of a request, or 0. 421 is for a host that this isn't (RFC 9110, 15.5.20)."""
        if headers.getlist("host") not in [[host] for host in self.hosts]:
            return 421
        if method not in METHODS:
            return 405
        if headers.get("origin", next(iter(self.origins))) not in self.origins:
            return 403
        visit = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        return 0 if headers.get("sec-fetch-site", "") in OWN or visit else 403


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("content-security-policy", POLICY)
        await send(message)

    return sending
