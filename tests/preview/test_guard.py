from __future__ import annotations

import asyncio

import pytest
from starlette.responses import PlainTextResponse

from plangen.preview.guard import POLICY, Guard

from .asgi import HOST, PORT, ask

FINE = ("host", HOST)
APP = Guard(PlainTextResponse("svar"), PORT)


@pytest.mark.parametrize("host", [HOST, f"localhost:{PORT}", f"[::1]:{PORT}"])
def test_who_asks_this_host_is_answered(host: str):
    answer = ask(APP, "/", headers=(("host", host),))
    assert (answer.status, answer.text) == (200, "svar")


@pytest.mark.parametrize(
    "host",
    [
        "",
        "127.0.0.1",
        "evil.example",
        f"evil.example:{PORT}",
        f"127.0.0.1.evil.example:{PORT}",
        f"localhost:{PORT + 1}",
        f"LOCALHOST:{PORT}",
        f"localhost:{PORT}@evil.example",
        f"localhost.:{PORT}",
    ],
)
def test_a_request_for_another_host_is_refused(host: str):
    answer = ask(APP, "/", headers=(("host", host),))
    assert (answer.status, answer.text) == (421, "")


def test_a_request_without_a_host_or_with_two_is_refused():
    assert ask(APP, "/", headers=()).status == 421
    assert ask(APP, "/", headers=(FINE, ("host", "evil.example"))).status == 421


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_nothing_can_be_written(method: str):
    assert ask(APP, "/", method=method, headers=(FINE,)).status == 405


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", f"https://{HOST}", f"http://localhost:{PORT + 1}", ""]
)
def test_what_a_page_of_another_origin_asks_for_is_refused(origin: str):
    assert ask(APP, "/events", headers=(FINE, ("origin", origin))).status == 403


def test_what_the_page_itself_asks_for_is_answered():
    headers = (FINE, ("origin", f"http://{HOST}"), ("sec-fetch-site", "same-origin"), ("sec-fetch-mode", "cors"))
    assert ask(APP, "/events", headers=headers).status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(("mode", "destination"), [("no-cors", "script"), ("cors", "empty"), ("navigate", "iframe")])
def test_another_site_can_not_have_it_in_a_page_of_its_own(site: str, mode: str, destination: str):
    headers = (FINE, ("sec-fetch-site", site), ("sec-fetch-mode", mode), ("sec-fetch-dest", destination))
    assert ask(APP, "/", headers=headers).status == 403


def test_a_link_of_another_site_may_be_followed():
    headers = (FINE, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document"))
    assert ask(APP, "/", headers=headers).status == 200


def test_each_answer_keeps_what_it_says_within_this_site():
    headers = ask(APP, "/").headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert not any(name.startswith("access-control") for name in headers)


def test_an_answers_own_policy_is_kept():
    app = Guard(PlainTextResponse("", headers={"content-security-policy": "default-src 'self'"}), PORT)
    assert ask(app, "/").headers["content-security-policy"] == "default-src 'self'"


def test_a_socket_is_refused():
    sent = []

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        sent.append(message)

    asyncio.run(APP({"type": "websocket", "headers": [(b"host", HOST.encode())]}, receive, send))
    assert [each["type"] for each in sent] == ["websocket.close"]
