"""Files that change -> their paths from the root, by the system's own notices (watchfiles).

What is watched is the plans and the templates, not the whole root, which also holds what is built and installed. Of the
root itself the names are watched, so that a folder that comes, goes or is replaced is noticed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from contextlib import aclosing
from pathlib import Path, PurePosixPath

from watchfiles import Change, awatch

from plangen.dataclass import dataclass
from plangen.diagnostics import PlangenError

STEP = 2
"""Milliseconds without a change after which those before are told of: as long as an editor takes to write a file."""

LONGEST = 400
"""Milliseconds after which they are told of even if more come."""

SLOW = 50
"""The same for names in the root."""

HALF_WRITTEN = 0.04
"""Seconds that a file may be empty or away while an editor saves it; it is told of when they have passed."""

Told = Callable[[frozenset[str]], Awaitable[None]]
Changes = Iterable[tuple[Change, str]]


@dataclass(frozen=True, slots=True)
class Watch:
    """Watches folders below a root, whether or not they are there, until `stop` is set."""

    root: Path
    folders: tuple[str, ...]
    stop: asyncio.Event

    @property
    def place(self) -> Path:
        """The root as the system's notices name it: from the top, and not by a link."""
        return self.root.resolve()

    async def run(self, told: Told) -> None:
        """Tells of changes for as long as the watch lasts. Folders that come, go or are replaced are watched anew.

        Raises PlangenError where the system lets no more be watched.
        """
        replaced: frozenset[str] = frozenset()
        try:
            while not self.stop.is_set():
                replaced = await self._until_replaced(told, replaced)
        except (OSError, RuntimeError) as fault:  # watchfiles has both, of the system and of its own
            raise PlangenError("watch-impossible", reason=str(fault)) from fault

    async def _until_replaced(self, told: Told, replaced: frozenset[str]) -> frozenset[str]:
        """Watches the folders until some have been replaced: those. `replaced` are told of once the watch is there."""
        tops = frozenset(part for folder in self.folders for part in PurePosixPath(folder).parts[:1])
        over = asyncio.Event()
        inner = asyncio.create_task(self._within(told, over, replaced))
        try:
            async with aclosing(self._notices([self.place], self.stop, step=SLOW, recursive=False)) as notices:
                async for changes in notices:
                    names = frozenset(PurePosixPath(path).parts[0] for path in self._paths(changes))
                    if names & tops:
                        return names & tops
        finally:
            over.set()
            await inner
        return frozenset()

    async def _within(self, told: Told, over: asyncio.Event, replaced: frozenset[str]) -> None:
        if replaced:
            asyncio.get_running_loop().call_later(SLOW / 1000, lambda: asyncio.ensure_future(told(replaced)))
        present = [place for folder in self.folders if (place := self.place / folder).is_dir()]
        if not present:
            await over.wait()
            return
        async with aclosing(self._notices(present, over, step=STEP, recursive=True)) as notices:
            async for changes in notices:
                if any(_half_written(change, path) for change, path in changes):
                    await asyncio.sleep(HALF_WRITTEN)
                paths = self._paths(changes)
                if paths:
                    await told(paths)

    def _notices(
        self, places: list[Path], stop: asyncio.Event, *, step: int, recursive: bool
    ) -> AsyncGenerator[set[tuple[Change, str]], None]:
        notices: AsyncGenerator[set[tuple[Change, str]], None] = awatch(
            *places, stop_event=stop, debounce=LONGEST, step=step, recursive=recursive
        )
        return notices

    def _paths(self, changes: Changes) -> frozenset[str]:
        """The paths from the root, hidden files left out, which no source tells of."""
        root = self.place
        below = [Path(path) for _, path in changes]
        found = [(path.relative_to(root) if path.is_relative_to(root) else None) for path in below]
        return frozenset(
            path.as_posix() for path in found if path and path.parts and not any(p.startswith(".") for p in path.parts)
        )


def _half_written(change: Change, path: str) -> bool:
    try:
        return change == Change.deleted or Path(path).stat().st_size == 0
    except OSError:
        return True
