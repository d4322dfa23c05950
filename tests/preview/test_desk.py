from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event

import pytest

from plangen.preview.desk import START, Desk, concerns, name_of
from plangen.preview.view import View


@dataclass
class Plans:
    """Plans that are examined by counting."""

    folders: tuple[str, ...] = ("content/a", "content/b")
    pages: dict[str, str] = field(default_factory=dict)
    examined: list[str] = field(default_factory=list)

    def sheet(self, folder: str):
        def examine() -> Iterator[View]:
            self.examined.append(folder)
            yield View("sv", self.pages.get(folder, folder))

        return examine

    def desk(self) -> Desk:
        return Desk(lambda: self.folders, self.sheet, self.sheet("start"))


def test_a_plan_is_examined_when_it_is_looked_at_and_not_again():
    plans = Plans()
    desk = plans.desk()

    async def run():
        return [(await desk.view(name)).page for name in ("a", "a", START)]

    assert asyncio.run(run()) == ["content/a", "content/a", "start"]
    assert plans.examined == ["content/a", "start"]


def test_a_change_has_only_what_it_concerns_examined_anew():
    plans = Plans()
    desk = plans.desk()

    async def run():
        for name in ("a", "b"):
            await desk.view(name)
        await desk.changed({"content/a/plan.yaml"})
        for name in ("a", "b"):
            await desk.view(name)

    asyncio.run(run())
    assert plans.examined == ["content/a", "content/b", "content/a"]


@pytest.mark.parametrize(
    ("path", "concerned"),
    [
        ("content/a/goals/x.md", True),
        ("content/a", True),
        ("content", True),
        ("templates/brand.yaml", True),
        ("content/ab/plan.yaml", False),
        ("content/b/plan.yaml", False),
    ],
)
def test_a_plan_is_made_of_its_folder_and_the_templates(path: str, concerned: bool):
    assert concerns("content/a", path) is concerned


def test_the_root_itself_may_be_a_plan():
    assert name_of(".") == "plan"
    assert concerns(".", "goals/x.md")


def test_a_reader_is_told_of_what_it_has_not_seen_and_then_of_each_change():
    plans = Plans()
    desk = plans.desk()
    seen: list[str] = []

    async def read(started: asyncio.Event):
        async for view in desk.views("a", ""):
            seen.append(view.page)
            started.set()

    async def run():
        started = asyncio.Event()
        reader = asyncio.create_task(read(started))
        await started.wait()
        plans.pages["content/a"] = "ny"
        await desk.changed({"content/b/plan.yaml"})
        await desk.changed({"content/a/plan.yaml"})
        while seen[-1] != "ny":
            await asyncio.sleep(0.01)
        await desk.changed({"content/a/plan.yaml"})
        while len(plans.examined) < 3:
            await asyncio.sleep(0.01)
        await desk.close()
        await asyncio.wait_for(reader, 5)

    asyncio.run(run())
    assert seen == ["content/a", "ny"]
    assert plans.examined == ["content/a"] * 3


def test_a_reader_that_has_seen_it_is_told_of_nothing():
    plans = Plans()
    desk = plans.desk()

    async def run():
        version = (await desk.view("a")).version
        views = desk.views("a", version)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(views), 0.1)

    asyncio.run(run())


def test_a_change_while_a_plan_is_examined_is_seen():
    plans = Plans()
    desk = plans.desk()
    loop: list[asyncio.AbstractEventLoop] = []
    inner = plans.sheet

    def sheet(folder: str):
        examine = inner(folder)

        def examined() -> Iterator[View]:
            (view,) = examine()
            if len(plans.examined) == 1:
                plans.pages[folder] = "ny"
                asyncio.run_coroutine_threadsafe(desk.changed({f"{folder}/plan.yaml"}), loop[0]).result(5)
            yield view

        return examined

    desk.sheet = sheet

    async def run():
        loop.append(asyncio.get_running_loop())
        return await desk.view("a")

    assert asyncio.run(run()).page == "ny"


def test_plans_come_and_go():
    plans = Plans(folders=("content/a",))
    desk = plans.desk()
    assert [desk.knows(name) for name in (START, "a", "b")] == [True, True, False]
    asyncio.run(desk.view("a"))
    plans.folders = ("content/b",)
    assert [desk.knows(name) for name in ("a", "b")] == [True, True]


def test_a_reader_is_told_of_each_view_of_a_plan_as_it_comes_and_a_page_has_the_last():
    steps: list[str] = []

    def examine() -> Iterator[View]:
        for page in ("sidan", "sidan och felen"):
            steps.append(page)
            yield View("sv", page)

    async def run():
        desk = Desk(lambda: ("content/a",), lambda _: examine, examine)
        views = desk.views("a", "")
        first, after_first = (await anext(views)).page, [*steps]
        return first, after_first, (await anext(views)).page, (await desk.view("a")).page

    assert asyncio.run(run()) == ("sidan", ["sidan"], "sidan och felen", "sidan och felen")
    assert steps == ["sidan", "sidan och felen"]


def test_a_step_that_is_begun_is_taken_though_the_reader_has_gone():
    going = Event()

    def examine() -> Iterator[View]:
        assert going.wait(5)
        yield View("sv", "en")
        yield View("sv", "två")

    async def run():
        desk = Desk(lambda: ("content/a",), lambda _: examine, examine)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(desk.views("a", "")), 0.05)
        going.set()
        return (await desk.view("a")).page

    assert asyncio.run(run()) == "två"
