from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from plangen.diagnostics import PlangenError
from plangen.preview import watch as module
from plangen.preview.watch import Watch

STARTED = 0.4
PATIENCE = 5.0


def watched(root: Path, act: Callable[[], None], told_of: str) -> set[str]:
    """The paths that a watch of content/ and templates/ tells of, until the awaited one has been told of."""
    told: set[str] = set()

    async def tell(paths: frozenset[str]) -> None:
        told.update(paths)

    async def run() -> None:
        stop = asyncio.Event()
        task = asyncio.create_task(Watch(root, ("content", "templates"), stop).run(tell))
        await asyncio.sleep(STARTED)
        act()
        await until(lambda: _true(told_of in told))
        stop.set()
        await asyncio.wait_for(task, PATIENCE)

    asyncio.run(run())
    return told


async def _true(value: bool) -> bool:
    return value


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    for _ in range(int(PATIENCE / 0.02)):
        if await condition():
            return
        await asyncio.sleep(0.02)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/a").mkdir(parents=True)
    (tmp_path / "content/a/plan.yaml").write_text("a")
    return tmp_path


def test_a_file_that_is_written_is_told_of(root: Path):
    assert watched(root, lambda: (root / "content/a/plan.yaml").write_text("b"), "content/a/plan.yaml") == {
        "content/a/plan.yaml"
    }


def test_a_root_is_watched_however_it_is_named(root: Path, monkeypatch: pytest.MonkeyPatch):
    (root / "lank").symlink_to(root)
    file = root / "content/a/plan.yaml"
    assert watched(root / "lank", lambda: file.write_text("b"), "content/a/plan.yaml") == {"content/a/plan.yaml"}
    monkeypatch.chdir(root)
    assert watched(Path(), lambda: file.write_text("c"), "content/a/plan.yaml") == {"content/a/plan.yaml"}


def test_a_file_that_is_replaced_is_told_of(root: Path):
    """As editors do that save to a new file and move it into place."""

    def replace() -> None:
        (root / "content/a/ny~").write_text("b")
        (root / "content/a/ny~").replace(root / "content/a/plan.yaml")

    assert "content/a/plan.yaml" in watched(root, replace, "content/a/plan.yaml")


def test_a_plan_that_is_added_is_told_of(root: Path):
    def add() -> None:
        (root / "content/b").mkdir()
        (root / "content/b/plan.yaml").write_text("b")

    assert any(path.startswith("content/b") for path in watched(root, add, "content/b"))


def test_a_folder_that_comes_later_is_watched(root: Path):
    def add() -> None:
        (root / "templates").mkdir()
        (root / "templates/brand.yaml").write_text("a")

    assert "templates" in watched(root, add, "templates")


def test_content_that_is_replaced_as_a_whole_is_watched_anew(root: Path):
    told: set[str] = set()

    async def tell(paths: frozenset[str]) -> None:
        told.update(paths)

    async def run() -> None:
        stop = asyncio.Event()
        task = asyncio.create_task(Watch(root, ("content", "templates"), stop).run(tell))
        await asyncio.sleep(STARTED)
        shutil.move(root / "content", root / "gammal")
        shutil.copytree(root / "gammal", root / "content")
        await until(lambda: _true("content" in told))
        await asyncio.sleep(STARTED)
        (root / "content/a/plan.yaml").write_text("c")
        await until(lambda: _true("content/a/plan.yaml" in told))
        stop.set()
        await asyncio.wait_for(task, PATIENCE)

    asyncio.run(run())
    assert "content/a/plan.yaml" in told


def test_what_is_hidden_or_elsewhere_in_the_root_is_not_told_of(root: Path):
    (root / "build").mkdir()

    def act() -> None:
        (root / "build/x.html").write_text("x")
        (root / "x.txt").write_text("x")
        (root / "content/a/.dold").write_text("x")
        (root / "content/a/plan.yaml").write_text("b")

    assert watched(root, act, "content/a/plan.yaml") == {"content/a/plan.yaml"}


def test_a_file_that_is_emptied_first_is_told_of_when_it_is_written(root: Path):
    sizes: list[int] = []
    file = root / "content/a/plan.yaml"

    async def tell(paths: frozenset[str]) -> None:
        sizes.append(file.stat().st_size)

    async def run() -> None:
        stop = asyncio.Event()
        task = asyncio.create_task(Watch(root, ("content",), stop).run(tell))
        await asyncio.sleep(STARTED)
        with file.open("w") as stream:
            stream.flush()
            await asyncio.sleep(module.HALF_WRITTEN / 2)
            stream.write("hela")
        await until(lambda: _true(bool(sizes)))
        stop.set()
        await asyncio.wait_for(task, PATIENCE)

    asyncio.run(run())
    assert 0 not in sizes
    assert sizes


def test_what_can_not_be_watched_is_a_fault_of_the_world(root: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(*places: Path, **how: object) -> None:
        raise OSError("too many open files")

    monkeypatch.setattr(module, "awatch", refused)

    async def tell(paths: frozenset[str]) -> None: ...

    with pytest.raises(PlangenError, match="watch-impossible"):
        asyncio.run(Watch(root, ("content",), asyncio.Event()).run(tell))
