"""What the rules across a plan are given to judge by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location
from plangen.locale.wording import Wording, wording
from plangen.model.plan import Plan
from plangen.model.rules.amount_sentences import AmountSentence, sentence_of
from plangen.model.rules.known_figures import KnownFigure, known_figures
from plangen.model.rules.meant_figures import NamedFigures, named_figures
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
    def figures(self) -> tuple[KnownFigure, ...]:
        """Every figure of money."""
        return tuple(known_figures(self.plan))

    @cached_property
    def named(self) -> NamedFigures:
        """The figures by how a text names them."""
        return named_figures(self.figures, self.plan)

    @cached_property
    def stated(self) -> tuple[tuple[Passage, WrittenAmount, AmountSentence], ...]:
        """Every amount that the plan's texts say, headings, cells and remarks too, with what is said around it.

        None in a plan without figures, of which nothing can be meant.
        """
        language = self.plan.language
        return tuple(
            (passage, amount, sentence_of(passage, amount, self.named, language))
            for passage in self.passages
            if passage.kind in SAYING and self.figures
            for amount in written_amounts(passage.text, language)
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
