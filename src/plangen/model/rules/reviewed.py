"""What the rules across a plan are given to judge by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location
from plangen.locale.wording import Wording, wording
from plangen.model.plan import Plan
from plangen.model.rules.passages import SAYING, Lines, Passage, Printed, every_passage
from plangen.model.rules.written_amounts import WrittenAmount, written_amounts


@dataclass(frozen=True)
class Reviewed:
    """What rules are given: the plan, its passages, the lines of its files, and what an expression prints."""

    plan: Plan
    lines: Lines
    printed: Printed

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the plan."""
        return tuple(every_passage(self.plan))

    @cached_property
    def amounts(self) -> tuple[tuple[Passage, WrittenAmount], ...]:
        """Every amount that the plan's texts say, headings, cells and remarks too, with the text that it stands in."""
        return tuple(
            (passage, amount)
            for passage in self.passages
            if passage.kind in SAYING
            for amount in written_amounts(passage.text, self.plan.language)
        )

    def stands(self, place: Location) -> str:
        """What stands in the file at a place."""
        lines = self.lines(place.file)
        line = lines[place.line - 1] if 1 <= place.line <= len(lines) else ""
        return line[place.column - 1 : place.column - 1 + place.length]

    @cached_property
    def wording(self) -> Wording:
        """What words mean in the plan's language."""
        return wording(self.plan.language)


def is_expected(having: int, of: int) -> bool:
    """Whether so many of all have something that the others likely should have too: two of three at least."""
    return having * 3 >= of * 2


Rule = Callable[[Reviewed], Iterator[Diagnostic]]
