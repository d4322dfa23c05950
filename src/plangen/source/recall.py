"""What was made before, by what it was made of, so that a plan examined again and again is not read anew each time.

Whoever examines a plan repeatedly owns a `Recall` and hands it down; nothing is kept behind anyone's back. It is for
functions whose result depends on the key alone, so that what is recalled equals what would be made.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Made = TypeVar("Made")


class Recall:
    """Values by key. What a whole round does not ask for is forgotten after it, so the memory never grows."""

    def __init__(self) -> None:
        self._before: dict[Hashable, object] = {}
        self._now: dict[Hashable, object] = {}

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The value of a key, made if it isn't known. It is shared: nobody may change it."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        return cast(Made, self._now[key])

    def next_round(self) -> None:
        """Starts a round: what the last one did not ask for is forgotten."""
        self._before, self._now = self._now, {}
