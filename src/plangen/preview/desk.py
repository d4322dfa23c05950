"""The plans that are previewed, and who looks at them: when files change, what someone has open is examined anew.

Everything runs in one event loop; a plan is examined in a thread, one at a time, so that the server answers meanwhile.
Views come one by one, so that a page can be shown before all has been looked through.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from dataclasses import field
from pathlib import PurePosixPath

from plangen.dataclass import dataclass
from plangen.preview.view import View
from plangen.source.plans import TEMPLATES

START = ""
"""The name of the start page."""

Examine = Callable[[], Iterator[View]]
"""Gives the view of something as the files are when it is asked for; one that follows takes the place of the first."""


@dataclass(slots=True)
class _Open:
    """Something shown: how it is made, the last of it, whether files have changed since, and the views to come."""

    examine: Examine
    concerns: Callable[[str], bool]
    view: View | None = None
    stale: bool = True
    coming: Iterator[View] | None = None


@dataclass(slots=True)
class Desk:
    """`folders` tells the plans there are now by folder, `sheet` gives what examines the one in a folder."""

    folders: Callable[[], tuple[str, ...]]
    sheet: Callable[[str], Examine]
    start: Examine
    closing: bool = False
    _open: dict[str, _Open] = field(default_factory=dict)
    _examining: asyncio.Lock = field(default_factory=asyncio.Lock)
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    def knows(self, name: str) -> bool:
        """Whether there is or was a plan of a name."""
        return name in self._open or name == START or any(name_of(each) == name for each in self.folders())

    async def view(self, name: str) -> View:
        """What a plan's page shows now."""
        shown = self._shown(name)
        while await self._go_on(shown):
            pass
        assert shown.view is not None
        return shown.view

    async def _go_on(self, shown: _Open) -> bool:
        """Takes the next step of examining what has changed; whether there was any.

        Once begun it is taken to its end, though who asked for it may go.
        """
        return await asyncio.shield(asyncio.create_task(self._step(shown)))

    async def _step(self, shown: _Open) -> bool:
        async with self._examining:
            if shown.stale:
                shown.stale = False  # before reading, so that a change meanwhile is seen again
                shown.coming = shown.examine()
            if shown.coming is None:
                return False
            view = await asyncio.to_thread(next, shown.coming, None)
            if view is None:
                shown.coming = None
            else:
                shown.view = view
            return True

    async def views(self, name: str, seen: str) -> AsyncIterator[View]:
        """What a plan's page shows, whenever that is something else than what was seen, until the preview is closed."""
        shown = self._shown(name)
        while not self.closing:
            if not await self._go_on(shown):
                await self._news_of(shown, seen)
            if shown.view is not None and shown.view.version != seen:
                seen = shown.view.version
                yield shown.view

    async def _news_of(self, shown: _Open, seen: str) -> None:
        async with self._news:
            await self._news.wait_for(lambda: self.closing or shown.stale or _version(shown) != seen)

    async def changed(self, paths: Collection[str]) -> None:
        """Tells that files, by their paths from the root, have changed, been added or been removed."""
        for shown in self._open.values():
            shown.stale = shown.stale or any(shown.concerns(path) for path in paths)
        async with self._news:
            self._news.notify_all()

    async def close(self) -> None:
        """Ends every stream of views."""
        self.closing = True
        async with self._news:
            self._news.notify_all()

    def _shown(self, name: str) -> _Open:
        if name not in self._open:
            if name == START:
                self._open[name] = _Open(self.start, lambda path: True)
            else:
                folder = next(each for each in self.folders() if name_of(each) == name)
                self._open[name] = _Open(self.sheet(folder), lambda path: concerns(folder, path))
        return self._open[name]


def name_of(folder: str) -> str:
    """The name of the plan in a folder, by which its page is asked for."""
    return PurePosixPath(folder).name or "plan"


def concerns(folder: str, path: str) -> bool:
    """Whether a changed path may change what is made of the plan in a folder."""
    parts = PurePosixPath(path).parts
    return any(_one_within_other(parts, PurePosixPath(each).parts) for each in (folder, TEMPLATES))


def _one_within_other(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _version(shown: _Open) -> str:
    return shown.view.version if shown.view else ""
