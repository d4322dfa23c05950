"""What became of one plan: values that a worker can hand back, so that each plan's lines are printed whole."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from plangen.cli.colours import painted
from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic

if TYPE_CHECKING:
    from plangen.cli.finding import Finding


@dataclass(frozen=True, slots=True)
class Line:
    """What is said: to standard output, or beside it to standard error.

    `once`: a finding, which is said once however many plans it is found in: that of the brand that they share.
    """

    text: str
    aside: bool = False
    once: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """A plan's exit code, what is said of it, what was found, and its language ("" where it isn't known).

    `findings`, of a check alone, is what was found in words, with what the plan accepts.
    """

    code: int
    lines: tuple[Line, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    language: str = ""
    findings: tuple[Finding, ...] = ()


def findings(texts: Iterable[str]) -> tuple[Line, ...]:
    """The lines for what was found."""
    return tuple(Line(each, aside=True, once=True) for each in texts)


class Teller:
    """Prints lines in their order, also where both streams lead to one place."""

    def __init__(self) -> None:
        self.said: set[str] = set()

    def tell(self, lines: Iterable[Line]) -> None:
        """Prints lines, but for findings that it has told of before."""
        for line in lines:
            if line.once and line.text in self.said:
                continue
            if line.once:
                self.said.add(line.text)
            stream, other = (sys.stderr, sys.stdout) if line.aside else (sys.stdout, sys.stderr)
            other.flush()
            print(painted(line.text, stream), file=stream)
        sys.stdout.flush()
