from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest

from plangen.diagnostics import Location, Severity
from plangen.locale.catalogue import catalogue
from plangen.preview.app import Preview, application
from plangen.preview.desk import Desk
from plangen.preview.links import Editors
from plangen.preview.page import SCRIPTS
from plangen.preview.view import Fault, View

from .asgi import PORT, ask

VIEW = View(
    "sv", "<html><head><style></style></head><body>Hej</body></html>", {"a": Location("content/å b/x.md", 3, 2)}
)


def app(view: View = VIEW):
    start = View("sv", "<html><head></head><body>Planer</body></html>")
    desk = Desk(lambda: ("content/å b",), lambda folder: lambda: iter((view,)), lambda: iter((start,)))
    editors = Editors(Path("/r"), "https://x.se/{file}", catalogue("sv"))
    return application(Preview(desk, lambda name: editors), PORT), desk


PAGE = "/plan/%C3%A5%20b/"


def test_a_plans_page_is_given_with_a_policy_of_a_number_used_once():
    one, other = (ask(app()[0], PAGE) for _ in range(2))
    assert "Hej" in one.text
    assert one.headers["content-security-policy"] != other.headers["content-security-policy"]


def test_the_start_page_is_given():
    assert "Planer" in ask(app()[0], "/").text


def test_an_address_without_its_slash_leads_to_the_page():
    answer = ask(app()[0], PAGE.rstrip("/"))
    assert (answer.status, answer.headers["location"]) == (307, PAGE)


def test_places_are_told_with_what_opens_them():
    data = ask(app()[0], f"{PAGE}places.json").data
    assert data["places"] == {"a": {"file": "content/å b/x.md", "line": 3, "column": 2}}
    assert data["editors"] == [
        {"text": "Öppna i VS Code", "url": "vscode://file/r/{file}:{line}:{column}"},
        {"text": "Redigera på x.se", "url": "https://x.se/{file}"},
    ]


def test_the_scripts_are_given_and_no_other_file():
    for name in SCRIPTS:
        answer = ask(app()[0], f"/preview/{name}")
        assert (answer.status, answer.headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    for name in ("preview.css", "start.html.j2", "..%2Fenvironment.py", "%2e%2e/environment.py"):
        assert ask(app()[0], f"/preview/{name}").status == 404


@pytest.mark.parametrize(
    "address", ["/plan/x/", "/plan/x/events", "/plan/x/places.json", "/plan/", "/x", "/places.json"]
)
def test_what_is_not_there_is_not_found(address: str):
    assert ask(app()[0], address).status == 404


@pytest.mark.parametrize("seen", ["", "?seen=annat"])
def test_events_tell_what_the_page_has_not_seen(seen: str):
    assert f"id: {VIEW.version}\ndata: {{" in events(f"{PAGE}events{seen}")


def test_events_tell_nothing_that_the_page_has_seen():
    assert events(f"{PAGE}events?seen={VIEW.version}") == ": plangen\n\n"


def test_a_browser_that_comes_back_tells_what_it_has_seen():
    assert events(f"{PAGE}events?seen=annat", ("last-event-id", VIEW.version)) == ": plangen\n\n"


def test_a_page_that_the_browser_has_is_not_sent_again():
    page = f"{VIEW.page}!"
    views = (
        replace(VIEW, page=page),
        replace(VIEW, page=page, faults=(Fault("fel", Severity.ERROR),), summary="1 fel"),
    )
    desk = Desk(lambda: ("content/å b",), lambda folder: lambda: iter(views), lambda: iter(()))
    preview = Preview(desk, lambda name: Editors(Path("/r"), "", catalogue("sv")))

    async def told() -> list[tuple[str, str]]:
        events = preview.told("å b", "")
        await anext(events)
        read = [json.loads((await anext(events)).partition("data: ")[2]) for _ in views]
        return [(each["page"], each["summary"]) for each in read]

    assert asyncio.run(told()) == [(page, ""), ("", "1 fel")]


def events(address: str, *more: tuple[str, str]) -> str:
    """What the stream tells until the preview is closed."""
    from .asgi import HOST, asked

    async def run():
        served, desk = app()
        asking = asyncio.create_task(asked(served, address, headers=(("host", HOST), *more)))
        await asyncio.sleep(0.2)
        await desk.close()
        return await asyncio.wait_for(asking, 5)

    return asyncio.run(run()).text
