"""What is said twice in a row: a unit after an expression that prints it, a section's title as its first heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plangen.diagnostics import Diagnostic, warning
from plangen.document.inlines import Emphasis, Expression, Inline, Strong, Text
from plangen.document.nodes import Section
from plangen.model.goal import Goal, every_goal
from plangen.model.plan import Section as PlanSection
from plangen.model.plan import every_section
from plangen.model.rules.passages import squeezed, text_of
from plangen.model.rules.reviewed import Reviewed

_LAST_WORD = re.compile(r"(?:[^\W\d_]+|%)\s*$")
_FIRST_WORD = re.compile(r"\s*(?P<word>[^\W\d_]+|%)")


def doubled_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What the plan says twice in a row."""
    for passage in reviewed.passages:
        yield from _units(passage.inlines, reviewed)
    parts: tuple[PlanSection | Goal, ...] = (*every_section(reviewed.plan), *every_goal(reviewed.plan.goals))
    for part in parts:
        first = part.text.blocks[0] if part.text.blocks else None
        if isinstance(first, Section) and squeezed(text_of(first.heading.inlines)) == squeezed(str(part.title)):
            yield warning("heading-repeats-title", first.location, title=part.title)


def _units(inlines: Sequence[Inline], reviewed: Reviewed) -> Iterator[Diagnostic]:
    """The unit that an expression prints, and again right after it."""
    for one, other in pairwise(inlines):
        if isinstance(one, Expression) and isinstance(other, Text):
            said, after = _LAST_WORD.search(reviewed.printed(one)), _FIRST_WORD.match(other.text)
            if said and after and said.group().strip() == after["word"]:
                yield warning("unit-twice", one.location, unit=after["word"])
    for each in inlines:
        if isinstance(each, Emphasis | Strong):
            yield from _units(each.inlines, reviewed)
